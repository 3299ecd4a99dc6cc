import TestSupport
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
            ("https://news.example/a?UTM_Medium=x&Ref_Src=y&utm=1", "https://news.example/a?utm=1"),
            ("https://news.example/a?=x&__TWITTER_impression", "https://news.example/a"),
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

    @Test("what is canonical at a glance is what it would be after a closer look")
    func glance() {
        let parts = [
            "a", "B", "/", "//", "?", "&", "=", ";", "#", ".", "%20", "utm_source=", "fbclid", "id=7", "amp;", ":",
        ]
        var random = SplitMix(state: 7)
        for _ in 0..<20_000 {
            let tail = (0..<Int.random(in: 0...9, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
            }
            let address =
                ["https://news.example", "http://n1.example/"].randomElement(using: &random).map { $0 + tail.joined() }
                ?? ""
            // A space before it is reason enough to look closely.
            #expect(URLCleaning.canonical(address) == URLCleaning.canonical(" " + address), "\(address)")
            #expect(URLCleaning.site(address) == URLCleaning.site(" " + address), "\(address)")
        }
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
