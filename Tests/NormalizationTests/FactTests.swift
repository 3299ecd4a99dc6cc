import Model
import Testing
import Text

@testable import Normalization

@Suite struct FactTests {
    @Test(
        "Addresses without what does not name the page",
        arguments: [
            Row("HTTP://WWW.Example.COM:80/A/b?utm_source=x&id=3&fbclid=y#top", "http://www.example.com/A/b?id=3"),
            Row("https://example.com", "https://example.com/"),
            Row("https://example.com:443?", "https://example.com/"),
            Row("https://example.com:8443/a", "https://example.com:8443/a"),
            Row("https://example.com/a?b=2&a=1&UTM_Medium=m", "https://example.com/a?b=2&a=1"),
            Row("https://example.com/a;jsessionid=F00?x=1", "https://example.com/a?x=1"),
            Row("https://example.com/a;JSESSIONID=F00/b;v=1", "https://example.com/a/b;v=1"),
            Row("https://example.com/a?gclid=1&amp;utm_term=2", "https://example.com/a"),
            Row("https://example.com/#!/story/1", "https://example.com/#!/story/1"),
            Row(" <https://example.com/a b> ", "https://example.com/a%20b"),
            Row("https://user@example.com./x", "https://user@example.com/x"),
            Row("https://[2001:DB8::1]:443/x", "https://[2001:db8::1]/x"),
            Row("https://example.com/a?q=1?2&&r", "https://example.com/a?q=1?2&r"),
        ])
    func addresses(row: Row) {
        #expect(URLCleaning.canonical(row.input) == row.output)
        #expect(URLCleaning.canonical(row.output) == row.output)
    }

    @Test(
        "What is no absolute web address is nil",
        arguments: [
            "", "/a/b", "//example.com/a", "ftp://example.com", "mailto:a@b.c", "http:", "http://", "https:///a",
            "javascript:void(0)", "http://example.com:port/",
        ])
    func noAddresses(url: String) { #expect(URLCleaning.canonical(url) == nil) }

    @Test("Canonical address and site come from the address where the page states none")
    func derived() {
        var subject = article("Some text.")
        subject.url = "https://www.example.com/a?utm_source=x"
        subject.canonicalURL = "/relative"
        subject.language = "EN_gb"
        var normalizer = Normalizer(configuration: Configuration())
        #expect(normalizer.normalize(&subject) == nil)
        #expect(subject.canonicalURL == "https://www.example.com/a")
        #expect(subject.site == "example.com")
        #expect(subject.language == "en-GB")
        #expect(subject.url == "https://www.example.com/a?utm_source=x")

        subject.canonicalURL = "https://example.com/declared#x"
        subject.site = "The Example"
        #expect(normalizer.normalize(&subject) == nil)
        #expect(subject.canonicalURL == "https://example.com/declared")
        #expect(subject.site == "The Example")
    }
}

@Suite struct FilterTests {
    private func reject(_ text: String, language: String? = nil, _ change: (inout Configuration.Filters) -> Void)
        -> Reject?
    {
        var configuration = Configuration()
        change(&configuration.filters)
        var normalizer = Normalizer(configuration: configuration)
        var subject = article(text)
        subject.language = language
        return normalizer.normalize(&subject)
    }

    @Test(
        "A text without a letter is a reject of this stage",
        arguments: ["", " \n ", "1234 - 56", "***", "\u{200B}", "ENDS", "😀"])
    func noText(text: String) {
        let found = reject(text) { _ in }
        #expect(found?.reason == .noText)
        #expect(found?.stage == .normalization)
    }

    @Test("Any letter is enough", arguments: ["x", "東", "я", "न", "é"])
    func letter(text: String) { #expect(reject(text) { _ in } == nil) }

    @Test("Length counts scalars after repair")
    func length() {
        #expect(
            reject("ééé  é") {
                $0.minCharacters = 5; $0.maxCharacters = 5
            } == nil)
        let short = reject("éééé") { $0.minCharacters = 5 }
        #expect(short?.reason == .filterLength)
        #expect(short?.stage == .filter)
        #expect(short?.detail.hasPrefix("4 characters") == true)
        #expect(reject("éééééé") { $0.maxCharacters = 5 }?.reason == .filterLength)
    }

    @Test("Language compares primary subtags; unknown languages are kept")
    func language() {
        #expect(reject("text", language: "en-GB") { $0.languages = ["EN"] } == nil)
        #expect(reject("text", language: "en") { $0.languages = ["de", "en-US"] } == nil)
        #expect(reject("text", language: nil) { $0.languages = ["de"] } == nil)
        #expect(reject("text", language: "junk") { $0.languages = ["de"] } == nil)
        #expect(reject("text", language: "fr") { $0.languages = ["de"] }?.reason == .filterLanguage)
    }

    @Test("Symbols are what is neither letter, mark, digit, space nor punctuation")
    func symbols() {
        #expect(reject("“Ja”, sagte er – 20 %, क्या? 東京。") { $0.maxSymbolRatio = 0 } == nil)
        let found = reject("abc|^~<>") { $0.maxSymbolRatio = 0.5 }
        #expect(found?.reason == .filterSymbols)
        #expect(found?.detail.hasPrefix("symbol ratio 0.625 (5 of 8)") == true)
    }
}
