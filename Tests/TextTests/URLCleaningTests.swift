import Testing
import Text

struct URLCleaningTests {
    @Test(
        "an address loses what does not change the page",
        arguments: [
            ("https://news.example/2026/11/a-story", "https://news.example/2026/11/a-story"),
            ("HTTPS://News.Example/A", "https://news.example/A"),
            ("http://news.example", "http://news.example/"),
            ("https://news.example./a", "https://news.example/a"),
            ("https://news.example:443/a", "https://news.example/a"),
            ("https://news.example:8080/a", "https://news.example:8080/a"),
            ("https://news.example/a?utm_source=x&id=7&fbclid=9", "https://news.example/a?id=7"),
            ("https://news.example/a?amp;utm_source=x", "https://news.example/a"),
            ("https://news.example/a;jsessionid=1F/b", "https://news.example/a/b"),
            ("https://news.example/a#comments", "https://news.example/a"),
            ("https://news.example/#!/story/7", "https://news.example/#!/story/7"),
            ("  <https://news.example/a b> ", "https://news.example/a%20b"),
            ("https://news.example/a\n", "https://news.example/a"),
            ("https://user:secret@news.example/", "https://user:secret@news.example/"),
            ("https://[2001:db8::1]:443/a", "https://[2001:db8::1]/a"),
            ("https://bücher.example/a", "https://bücher.example/a"),
        ] as [(String, String)])
    func canonical(address: String, expected: String) {
        #expect(URLCleaning.canonical(address) == expected)
        #expect(URLCleaning.canonical(expected) == expected, "once is as good as twice")
    }

    @Test(
        "what is no absolute http address is none",
        arguments: [
            "", "/a", "news.example/a", "ftp://news.example/a", "https:///a", "https://", "http:/news.example",
            "https://./a", "javascript:void(0)",
        ])
    func none(address: String) {
        #expect(URLCleaning.canonical(address) == nil)
    }

    @Test("a site is the host without www.")
    func site() {
        #expect(URLCleaning.site("https://www.News.example/a") == "news.example")
        #expect(URLCleaning.site("/a") == nil)
    }
}
