import Model
import Testing

@testable import Deduplication

@Suite struct FingerprinterTests {
    private static func url(_ url: String?, canonical: String?) -> RecordID {
        var article = Article(
            id: RecordID(high: 0, low: 0), source: Source(file: "", format: .warc, ordinal: 0, offset: 0))
        article.url = url
        article.canonicalURL = canonical
        var fingerprinter = Fingerprinter()
        return fingerprinter.fingerprint(article).url
    }

    @Test("pages that declare one canonical address for a whole section stay apart")
    func wrongCanonical() {
        #expect(
            Self.url("https://a.example/news?id=1", canonical: "https://a.example/news/")
                != Self.url("https://a.example/news?id=2", canonical: "https://a.example/news/"))
    }

    @Test("tracking parameters do not make another address")
    func tracking() {
        #expect(
            Self.url("https://a.example/news?id=1&utm_source=rss", canonical: nil)
                == Self.url("http://www.a.example/news?id=1", canonical: nil))
    }

    @Test("without an address of its own a record is known by the declared one, or not at all")
    func declared() {
        #expect(
            Self.url(nil, canonical: "https://a.example/x") == Self.url("https://a.example/x", canonical: nil))
        #expect(Self.url(nil, canonical: nil) == RecordID(high: 0, low: 0))
        #expect(Self.url("https://a.example/", canonical: nil) == RecordID(high: 0, low: 0))
    }
}
