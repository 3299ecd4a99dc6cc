import Model
import TestSupport
import Testing

@testable import Deduplication

@Suite struct FingerprinterTests {
    private static func url(_ url: String?, canonical: String?) -> UInt64 {
        var article = Article(
            id: RecordID(high: 0, low: 0), source: Source(file: "", format: .warc, ordinal: 0, offset: 0))
        article.url = url
        article.canonicalURL = canonical
        let fingerprinter = Fingerprinter()
        return fingerprinter.fingerprint(article).address
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
        #expect(Self.url(nil, canonical: nil) == 0)
        #expect(Self.url("https://a.example/", canonical: nil) == 0)
    }

    @Test(
        "a URL is known by what does not vary, a bare site not at all",
        arguments: [
            ("https://www.a.example/x/", "a.example/x"), ("http://a.example/x", "a.example/x"),
            ("https://a.example", nil), ("https://a.example/", nil), ("https://a.example/?p=1", "a.example/?p=1"),
        ] as [(String, String?)])
    func urls(url: String, identity: String?) {
        var url = url
        let page = url.withUTF8 { url in Identity.page(in: url).map { String(decoding: url[$0], as: UTF8.self) } }
        #expect(page == identity)
    }

    @Test(
        "an identifier is known without its version, one that only its file knows not at all",
        arguments: [
            ("17", nil), ("d000031", nil), ("tag:agency,2026:item7@12", "tag:agency,2026:item7"),
            ("tag:agency,2026:item7", "tag:agency,2026:item7"),
            ("urn:newsml:agency.example:20260101:storm:3N", "urn:newsml:agency.example:20260101:storm"),
        ] as [(String, String?)])
    func identifiers(identifier: String, known: String?) {
        #expect(Identity.unversioned(identifier) == known)
    }

    @Test(
        "headlines of new versions are told from those that only sound so",
        arguments: [
            ("UPDATE 2-Ferry sinks", true), ("BC-EU--Trade, 1st Ld-Writethru", true), ("2nd Ld Ferry sinks", true),
            ("CORRECTED-Ferry sinks", true), ("Correction: Ferry", true), ("Update on the floods", false),
            ("Corrected figures worry ministers", false), ("1st lady of song", false), ("", false), ("3", false),
        ])
    func marks(title: String, isRevision: Bool) {
        #expect(RevisionMark.isIn(Array(title.utf8).span) == isRevision)
    }

    @Test("a fingerprint does not depend on the texts before it, not even that of a text without words")
    func independent() {
        func article(_ text: String) -> Article {
            var article = Article(
                id: RecordID(high: 0, low: 0), source: Source(file: "", format: .warc, ordinal: 0, offset: 0))
            article.text = Array(text.utf8)
            return article
        }
        var room = Newsroom(seed: 4)
        let long = (0..<400).map { _ in room.sentence() }.joined(separator: "\n")
        let texts = ["", "* * *", "One.", "One two three four.", "一二三", room.sentence(), long, long + long]
        let alone = texts.map { Fingerprinter().fingerprint(article($0)) }
        let used = Fingerprinter()
        for order in [Array(texts.indices), Array(texts.indices.reversed()), [5, 0, 6, 1, 7, 3]] {
            for place in order { #expect(used.fingerprint(article(texts[place])) == alone[place], "text \(place)") }
        }
    }

    @Test(
        "shingles and facts are sorted, however many there are",
        arguments: [0, 1, 2, 12, 13, 300, 1024, 4096, 5000, 70_000])
    func sorting(count: Int) {
        var random = SplitMix(state: UInt64(count))
        for uppermost in [32, 31, 20] {
            var entries = (0..<count).map { _ in UInt32.random(in: 0..<(1 << UInt32(uppermost - 1)), using: &random) }
            let stable = entries.enumerated().sorted {
                $0.element >> 8 == $1.element >> 8 ? $0.offset < $1.offset : $0.element < $1.element
            }.map(\.element)
            let whole = entries.sorted()
            let sort = SpreadSort()
            entries.withUnsafeMutableBufferPointer { entries in
                guard let start = entries.baseAddress else { return }
                let byHash = sort.sorted(start, count, uppermost: uppermost, ignoring: 8)
                #expect(Array(UnsafeBufferPointer(start: byHash, count: count)) == stable)
                _ = entries.update(fromContentsOf: stable.reversed())
                let byAll = sort.sorted(start, count, uppermost: uppermost, ignoring: 0)
                #expect(Array(UnsafeBufferPointer(start: byAll, count: count)) == whole)
            }
        }
    }

    @Test("the bands are as many as the default similarity takes")
    func bands() {
        #expect(Banding.bands(for: Configuration.Dedupe().similarity) == Banding.wholeBands)
        #expect(Banding.bands(for: 1) == 1 && Banding.bands(for: 0) == .max && Banding.bands(for: 0.5) > 100)
        #expect(Banding.meeting(at: 0.7) > 0.998 && Banding.meeting(at: 1) == 1 && Banding.meeting(at: 0) == 0)
    }
}
