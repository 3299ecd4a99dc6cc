internal import Model
internal import Text

/// The text of an IPTC 7901 message as European agencies write it: headline and byline down to a line that ends in
/// `=`, then paragraphs between blank lines.
struct IPTCText {
    private let lines: [WireMessage.Line]

    init(_ lines: [WireMessage.Line]) { self.lines = lines }

    func fill(_ article: inout Article) {
        let bodyStart = headline(&article)
        var text: [UInt8] = []
        var continues = false
        var paragraph: [UInt8] = []
        func finish() {
            if !paragraph.isEmpty {
                if !text.isEmpty { text.append(0x0A) }
                text.append(contentsOf: paragraph)
            }
            paragraph = []
        }
        for line in lines[bodyStart...] {
            if Self.isNotebook(line.text) { break }
            let isBreak = line.text.isEmpty || line.isIndented || !continues
            if isBreak { finish() }
            if !line.text.isEmpty {
                if !paragraph.isEmpty { paragraph.append(0x20) }
                paragraph.append(contentsOf: line.text)
            }
            continues = !line.text.isEmpty && line.mark == nil
        }
        finish()
        article.text = text
    }

    /// Takes title and authors; returns the index of the first line of the body.
    private func headline(_ article: inout Article) -> Int {
        guard let first = lines.firstIndex(where: { !$0.text.isEmpty }) else { return lines.count }
        // The head ends with "=" or with its paragraph, and never takes up the whole message.
        var end = first
        var closed = false
        while end < lines.count, end - first < 8, !lines[end].text.isEmpty {
            end += 1
            if lines[end - 1].mark == UInt8(ascii: "=") {
                closed = true
                break
            }
        }
        let hasBody = lines[end...].contains { !$0.text.isEmpty }
        guard hasBody, closed || end - first <= 3 && lines[first].text.count <= 100 && !lines[first].isIndented else {
            return first
        }
        var words: [String] = []
        for line in lines[first..<end] {
            let text = line.string
            if let names = WireByline.names(text) {
                article.authors += names
            } else if article.authors.isEmpty, !(words.isEmpty && Self.isLabel(text) && end - first > 1) {
                words.append(text)
            }
        }
        if !words.isEmpty { article.title = words.joined(separator: " ") }
        return end
    }

    /// `1ST LEAD`, `EXTRA`, `URGENT`, `CORRECTION`: capitals that say which version this is.
    private static func isLabel(_ text: String) -> Bool {
        text.utf8.count <= 40 && !text.utf8.contains(where: \.isASCIILower)
    }

    /// dpa's notebook for editors begins with a heading of its own; nothing below it is for publication.
    private static func isNotebook(_ line: [UInt8]) -> Bool {
        guard line.first == UInt8(ascii: "#") else { return false }
        let heading = String(decoding: line.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }, as: UTF8.self).lowercased()
        return heading == "notebook" || heading == "dpa notebook" || heading == "notizblock"
            || heading == "dpa-notizblock"
    }
}
