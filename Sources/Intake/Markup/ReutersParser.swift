internal import Model
internal import Text

/// Reuters-21578: one `<REUTERS>` element of a `.sgm` file.
struct ReutersParser {
    func parse(_ record: RawRecord) -> ParseResult {
        var input = MarkupInput(record, mayDeclareCharset: false)
        let tree = MarkupTree(input.bytes, .xml)
        guard let document = tree.first("reuters") else {
            return input.reject(.malformedMarkup, "no <REUTERS> element in the record")
        }
        input.record.source.recordID = tree.attribute("newid", of: document)
        let text = tree.first("text", in: document)
        let kind = text.flatMap { tree.attribute("type", of: $0) } ?? "NORM"
        let title = text.flatMap { tree.line(tree.first("title", in: $0)) }

        var run: [UInt8] = []
        var writer = ParagraphWriter()
        if let text {
            if let body = tree.first("body", in: text) {
                writer.droppedControls = tree.appendText(of: body, into: &run)
            } else {
                for child in tree.children(of: text) where tree.nodes[child].kind != .element {
                    writer.droppedControls += tree.appendText(of: child, into: &run)
                }
            }
        }
        writer.run = Self.withoutSignature(run)
        writer.endRun(.lines)
        guard !writer.text.isEmpty, !(kind == "BRIEF" && Self.isPlaceholder(writer.text)) else {
            return input.reject(.noText, title.map { "headline only: \($0)" } ?? "neither a body nor a headline")
        }
        var article = input.article()
        article.title = title
        article.dateline = MarkupText.dateline(text.flatMap { tree.line(tree.first("dateline", in: $0)) })
        article.authors = MarkupByline.authors(text.flatMap { tree.line(tree.first("author", in: $0)) })
        article.published = tree.line(tree.first("date", in: document)).flatMap { NewsDate.parse($0) }
        article.section = tree.first("topics", in: document).flatMap { tree.line(tree.first("d", in: $0)) }
        return input.draft(article, writer, isCut: tree.isCut, emptyDetail: "")
    }

    /// The body without the line `Reuter` that ends a story.
    private static func withoutSignature(_ run: [UInt8]) -> [UInt8] {
        var end = run.count
        while end > 0, run[end - 1].isASCIISpace { end -= 1 }
        var start = end
        while start > 0, run[start - 1] != 0x0A { start -= 1 }
        let line = run[start..<end].drop { $0.isASCIISpace }
        if line.count <= 8, line.lazy.map(\.asciiLowered).starts(with: "reuter".utf8) { return Array(run[..<start]) }
        // Sometimes it stands at the end of the last line: `(33.7).   REUTER`.
        let word = run[..<end].suffix(6)
        if end > 8, word.lazy.map(\.asciiLowered).elementsEqual("reuter".utf8), run[end - 7].isASCIISpace {
            let text = run[..<(end - 6)]
            let sentence = text.reversed().drop { $0.isASCIISpace }.first
            if sentence == 0x2E || sentence == 0x22 || sentence == 0x29 { return Array(text) }
        }
        return Array(run[..<end])
    }

    /// What the makers of the collection put where a brief has no body; asterisks marked it as urgent.
    private static func isPlaceholder(_ text: [UInt8]) -> Bool {
        let words = text.drop { $0 == 0x2A || $0.isASCIISpace }
        return words.isEmpty || words.elementsEqual("Blah blah blah.".utf8)
    }
}
