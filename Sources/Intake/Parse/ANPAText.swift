internal import Model
internal import Text

/// The text of an ANPA 1312 message: lines set apart by `^` above paragraphs that are indented.
struct ANPAText {
    private let lines: [WireMessage.Line]

    init(_ lines: [WireMessage.Line]) { self.lines = lines }

    func fill(_ article: inout Article) {
        var paragraphs: [[UInt8]] = []
        var summaries: [String] = []
        var isHead = true
        var sawSlug = false
        var afterByline = false
        var mayContinue = false
        for line in lines {
            if line.text.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "*") }) {
                mayContinue = false
                continue
            }
            if isHead, line.isSetApart {
                let text = line.string
                if !sawSlug, Self.isSlug(text) {
                    sawSlug = true
                } else if Self.isDeskNote(text) {
                    continue
                } else if let names = WireByline.names(text) {
                    article.authors += names
                    afterByline = true
                } else if article.title == nil, !afterByline {
                    article.title = text
                } else if afterByline, line.mark == UInt8(ascii: "="),
                    article.authors.count == 1 || Self.isAffiliation(text)
                {
                    // "AP Sports Writer" and the like follow the name.
                    if !Self.isAffiliation(text) {
                        paragraphs.append(line.text)
                        isHead = false
                    }
                } else if !afterByline, line.mark == UInt8(ascii: "<") {
                    summaries.append(text)
                } else {
                    paragraphs.append(line.text)
                }
                continue
            }
            isHead = false
            if mayContinue, !line.isIndented, !line.isSetApart, !line.isRow, !paragraphs.isEmpty {
                paragraphs[paragraphs.count - 1] += [0x20] + line.text
            } else {
                paragraphs.append(line.text)
            }
            mayContinue = line.mark == nil && !line.isRow && !line.isSetApart
        }
        if article.title == nil, let slug = lines.first(where: \.isSetApart)?.string {
            article.title = Self.readable(slug)
        }
        article.description = summaries.isEmpty ? nil : summaries.joined(separator: " ")
        article.text = Array(paragraphs.joined(separator: [0x0A]))
    }

    /// `BC-US--Giant Lobster Death, 1st Ld-Writethru,127`: cycle, then keywords, then the number of words.
    private static func isSlug(_ text: String) -> Bool {
        let head = text.prefix(3).lowercased()
        return ["bc-", "am-", "pm-", "ap-"].contains(head)
            || text.utf8.last?.isASCIIDigit == true && text.contains("--")
    }

    /// Words for editors, not for readers.
    private static func isDeskNote(_ text: String) -> Bool {
        [
            "eds:", "eds.", "ap photo", "ap video", "ap graphic", "with photo", "with ap photo", "for use", "note:",
            "embargo",
        ]
        .contains { text.lowercased().hasPrefix($0) }
    }

    private static func isAffiliation(_ text: String) -> Bool {
        let lowered = text.lowercased()
        return ["writer", "correspondent", "editor", "reporter", "columnist", "staff"].contains {
            lowered.hasSuffix($0)
        }
            || ["associated press", "the associated press", "reuters", "for the associated press"].contains(lowered)
    }

    private static func readable(_ slug: String) -> String {
        var rest = slug[...]
        if let range = rest.firstRange(of: "--") { rest = rest[range.upperBound...] }
        if let comma = rest.lastIndex(of: ","), rest[comma...].dropFirst().allSatisfy(\.isNumber) {
            rest = rest[..<comma]
        }
        return String(rest)
    }
}
