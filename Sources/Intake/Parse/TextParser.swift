package import Model
internal import Text

/// Reads plain text files, and the `.story` files of the CNN/DailyMail collection with their `@highlight` blocks.
package struct TextParser {
    package init(configuration: Configuration) {}

    package mutating func parse(_ raw: RawRecord) -> ParseResult {
        var record = raw
        var repairs = Repairs()
        let bytes = Charset.utf8(
            record.bytes, declared: record.declaredCharset, isMarkup: false, source: &record.source, repairs: &repairs)
        var article = Article(id: record.identity(), source: record.source)
        article.repairs = repairs
        if record.source.format == .story {
            readStory(bytes, into: &article)
        } else {
            let layout = PlainText(bytes)
            article.title = layout.title
            article.text = layout.text
        }
        guard !article.text.isEmpty else {
            return .reject(record.rejected(.noText, "the record holds no text"))
        }
        return .draft(Draft(article: article, body: .text))
    }

    /// Paragraphs stand between blank lines; each `@highlight` line announces a paragraph of the summary.
    private func readStory(_ bytes: [UInt8], into article: inout Article) {
        var paragraphs: [[UInt8]] = []
        var highlights: [String] = []
        var current: [UInt8] = []
        var isHighlight = false
        func finish() {
            if !current.isEmpty {
                if isHighlight {
                    highlights.append(String(decoding: current, as: UTF8.self))
                } else {
                    paragraphs.append(current)
                }
            }
            current = []
        }
        for line in TextLines.all(bytes) {
            let content = TextLines.trim(bytes, line)
            if bytes[content].elementsEqual("@highlight".utf8) {
                finish()
                isHighlight = true
            } else if content.isEmpty {
                let hadHighlight = isHighlight && !current.isEmpty
                finish()
                // Text after a summary paragraph belongs to the story again.
                if hadHighlight { isHighlight = false }
            } else {
                if !current.isEmpty { current.append(0x20) }
                current.append(contentsOf: bytes[content])
            }
        }
        finish()
        article.text = Array(paragraphs.joined(separator: [0x0A]))
        article.description = highlights.isEmpty ? nil : highlights.joined(separator: "; ")
    }
}
