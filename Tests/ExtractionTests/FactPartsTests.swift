import Testing

@testable import Extraction

/// The small decisions behind the facts, as tables.
@Suite struct FactPartsTests {
    @Test(
        arguments: [
            ("../c/d?x=1#f", "https://a.example/c/d?x=1"), ("", nil), ("?y", "https://a.example/b/page?y"),
            ("#top", "https://a.example/b/page?q=2"), ("/./x/../../z", "https://a.example/z"), ("mailto:a@b", nil),
            ("http://B.example:80", "http://b.example/"), (" /a\n b ", "https://a.example/a b"), ("data:,x", nil),
            ("https://user:word@c.example/x", "https://c.example/x"), ("http://", nil), ("//", nil), ("http:///x", nil),
            ("..", "https://a.example/"), ("a:b", nil), ("https://a.example?x", "https://a.example/?x"),
        ] as [(String, String?)])
    func addresses(_ reference: String, _ expected: String?) {
        let base = WebAddress("https://a.example/b/page?q=2")
        #expect(WebAddress(reference, relativeTo: base)?.string == expected)
    }

    @Test func trackingParametersGoOthersStay() {
        let address = WebAddress("https://a.example/x?id=5&utm_source=a&fbclid=b&page=2&gclid")
        #expect(address?.withoutTracking.string == "https://a.example/x?id=5&page=2")
        #expect(WebAddress("https://a.example/x?utm_source=a")?.withoutTracking.string == "https://a.example/x")
    }

    @Test(arguments: [
        ("By ADA QUAYLE", ["ADA QUAYLE"]), ("by Ada Quayle, Staff Writer", ["Ada Quayle"]),
        ("Par Zoé Lenoir et Luc Blanc", ["Zoé Lenoir", "Luc Blanc"]), ("di Mario Rossi", ["Mario Rossi"]),
        ("Dino Di Maio", ["Dino Di Maio"]), ("12 May 2026", []), ("admin", []), ("ada@harbour.example", []),
        ("Harbour Gazette", []), ("Ada Quayle (in Port Erin)", ["Ada Quayle"]),
        ("Ada Quayle; Ada Quayle", ["Ada Quayle"]),
        ("山田太郎", ["山田太郎"]), ("", []), ("Why the light matters: a reader asks?", []),
    ])
    func authorNames(_ field: String, _ names: [String]) {
        #expect(AuthorNames.names(in: [field], site: "Harbour Gazette") == names)
    }

    @Test func titleWithThreeVotesWins() {
        let title = TitleVote.title(
            structured: "Short", social: "The whole headline here", twitter: nil, headings: ["The whole headline here"],
            document: "The whole headline here | Gazette", site: "Gazette")
        #expect(title == "The whole headline here")
    }

    @Test func titleLosesTheSite() {
        for separator in [" | ", " - ", " – ", " :: ", " · "] {
            let stated = "The whole headline here" + separator + "Harbour Gazette"
            #expect(TitleVote.withoutSite(stated, site: "Harbour Gazette") == "The whole headline here")
        }
        #expect(
            TitleVote.withoutSite("Light - and how it came to the rocks of our coast", site: nil).hasPrefix("Light - "))
    }

    @Test func aLogoIsNoTitle() {
        let title = TitleVote.title(
            structured: nil, social: nil, twitter: nil, headings: ["Gazette", "The whole headline here"],
            document: "The whole headline here – Gazette", site: nil)
        #expect(title == "The whole headline here")
    }

    @Test(
        arguments: [
            ("article-body", .body), ("ArticleBody", .body), ("c-story__body--wide", .body), ("entry-content", .body),
            ("article-body has-share-bar", .body), ("related-posts", .strongNegative),
            ("socialShareButtons", .strongNegative),
            ("ad", [.strongNegative]), ("AdUnit-wrapper", .strongNegative),
            ("wp-caption-text", [.strongNegative, .caption]),
            ("comments", [.strongNegative, .comments]), ("onetrust-banner-sdk", .consent), ("teaser", .weakNegative),
            ("dek", .standfirst), ("author-name", [.strongNegative, .byline]),
        ] as [(String, ClassEvidence)])
    func classNames(_ name: String, _ expected: ClassEvidence) {
        var reader = ClassReader()
        let bytes = Array(name.utf8)
        let evidence = reader.evidence(of: bytes.indices, in: bytes)
        #expect(evidence.isSuperset(of: expected), "\(name): \(evidence.rawValue)")
        #expect(reader.evidence(of: bytes.indices, in: bytes) == evidence, "remembered otherwise")
    }

    @Test(arguments: ["has-sidebar", "no-ads", "sc-x7fAdq", "adapt", "shareholder", "", "-", "col-md-8", "menuiserie"])
    func harmlessClassNames(_ name: String) {
        var reader = ClassReader()
        let bytes = Array(name.utf8)
        #expect(reader.evidence(of: bytes.indices, in: bytes).isDisjoint(with: .negative))
    }

    @Test func aPhraseIsKnownInAnyDress() {
        for text in ["Related articles", "RELATED ARTICLES:", "Read more: the harbour", "Lesen Sie auch", "関連記事"] {
            let bytes = Array(text.utf8)
            #expect(Phrases.shared.isTailHeading(bytes.indices, of: bytes), "\(text)")
        }
        for text in ["Related to this, nobody was hurt", "Comments by the mayor", "Morelia", ""] {
            let bytes = Array(text.utf8)
            #expect(!Phrases.shared.isTailHeading(bytes.indices, of: bytes), "\(text)")
        }
    }

    @Test(arguments: [
        ("One. Two! Three?", 3, true), ("Version 2.0 of x.y", 0, false), ("He said “no.”", 1, true),
        ("決めた。始まる", 1, false), ("始まる。」", 1, true), ("यह है।", 1, true), ("ما هذا؟", 1, true), ("«Да.»", 1, true),
        ("", 0, false),
    ])
    func sentences(_ text: String, _ count: Int, _ isLast: Bool) {
        let bytes = Array(text.utf8)
        let found = Punctuation.sentences(in: bytes.indices, of: bytes)
        #expect(found.count == count)
        #expect(found.isLast == isLast)
    }
}
