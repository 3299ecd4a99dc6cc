import Text

/// What a page says about being an article, before anybody looks at its text.
struct PageEvidence: OptionSet {
    let rawValue: UInt8

    /// A date of publication was found.
    static let dated = PageEvidence(rawValue: 1 << 0)
    /// JSON-LD holds the text itself.
    static let structuredBody = PageEvidence(rawValue: 1 << 1)
    /// `og:type` is `article`, or there are `article:` properties.
    static let social = PageEvidence(rawValue: 1 << 2)
    /// JSON-LD speaks of an article or a posting (schema.org).
    static let structured = PageEvidence(rawValue: 1 << 3)

    /// The page calls itself an article.
    var isArticle: Bool { !isDisjoint(with: [.social, .structured]) }
}

extension PageEvidence {
    init(_ parts: PageParts, page: [UInt8], facts: PageFacts?) {
        self = []
        if facts?.published != nil { insert(.dated) }
        if facts?.body != nil { insert(.structuredBody) }
        for meta in parts.metas {
            if parts.attributeBytes.equals("og:type", in: meta.key.bounds) {
                if parts.attributeBytes.equals("article", in: meta.value.bounds) { insert(.social) }
            } else if parts.attributeBytes.matches("article:", at: Int(meta.key.start)) {
                insert(.social)
            }
        }
        if parts.structuredData.contains(where: { Self.namesArticle(in: $0, of: page) }) { insert(.structured) }
    }

    /// `"NewsArticle"`, `"BlogPosting"` and their kin.
    private static func namesArticle(in range: Range<Int>, of page: [UInt8]) -> Bool {
        var position = range.lowerBound
        while let quote = page.index(of: UInt8(ascii: "\""), in: position..<range.upperBound) {
            if quote - 7 > range.lowerBound,
                page.matches("article", at: quote - 7) || page.matches("posting", at: quote - 7)
            {
                return true
            }
            position = quote + 1
        }
        return false
    }
}
