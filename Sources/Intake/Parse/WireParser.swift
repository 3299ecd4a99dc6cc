package import Model
internal import Text

/// Reads messages of news agencies' wires: IPTC 7901 and ANPA 1312.
package struct WireParser {
    package init(configuration: Configuration) {}

    package mutating func parse(_ raw: RawRecord) -> ParseResult {
        var record = raw
        var repairs = Repairs()
        let bytes = Charset.utf8(
            record.bytes, declared: record.declaredCharset, isMarkup: false, source: &record.source, repairs: &repairs)
        let message = WireMessage(bytes)
        let header = WireHeader(message.header)
        if let number = header.messageNumber { record.source.recordID = number }
        var article = Article(id: record.identity(), source: record.source)
        article.repairs = repairs
        article.section = header.section
        article.published = WireDate.find(in: message.trailer)
        if message.lines.contains(where: \.isSetApart) {
            ANPAText(message.lines).fill(&article)
        } else {
            IPTCText(message.lines).fill(&article)
        }
        guard !article.text.isEmpty else {
            return .reject(
                record.rejected(.noText, "the message holds no text (\(header.messageNumber ?? "no number"))"))
        }
        return .draft(Draft(article: article, body: .text))
    }
}

/// What the lines before STX say.
struct WireHeader {
    /// Service and running number: `dpa` says `eca062`, AP `W2870`.
    private(set) var messageNumber: String?
    private(set) var section: String?

    init(_ lines: [String]) {
        guard let first = lines.first else { return }
        let words = first.split(separator: " ")
        let number = words.first.map { $0.prefix { $0.isLetter || $0.isNumber } } ?? ""
        if number.utf8.contains(where: \.isASCIIDigit), number.utf8.count <= 12 { messageNumber = String(number) }
        // IPTC: number, priority, category, words. ANPA has priority and category on a line of their own.
        let isIPTC = words.count >= 3 && words[1].utf8.count == 1 && words[1].utf8.allSatisfy(\.isASCIIDigit)
        if isIPTC {
            section = Self.iptcCategories[words[2].lowercased()]
        } else if lines.count > 1 {
            let codes = lines[1].split(separator: " ")
            if codes.count >= 2, codes[0].utf8.count == 1, codes[1].utf8.count == 1 {
                section = Self.anpaCategories[codes[1].lowercased()]
            }
        }
    }

    private static let iptcCategories = [
        "i": "international", "s": "sports", "f": "business", "w": "business", "p": "politics", "k": "culture",
        "v": "miscellaneous",
    ]

    /// The category codes of ANPA 1312 that all services share.
    private static let anpaCategories = [
        "a": "national", "e": "entertainment", "f": "business", "i": "international", "p": "politics",
        "s": "sports", "w": "politics",
    ]
}
