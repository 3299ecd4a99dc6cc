import Text

/// Puts the kept blocks together: one line per paragraph, one line per row of a table.
enum ArticleText {
    static func text(of page: borrowing AnalyzedPage) -> [UInt8] {
        var out: [UInt8] = []
        var lastRow: Int32 = -1
        for (index, block) in page.arena.blocks.enumerated() where page.verdicts.isKept(index) {
            let row = index < page.tables.row.count ? page.tables.row[index] : -1
            if !out.isEmpty { out.append(row >= 0 && row == lastRow ? 0x20 : 0x0A) }
            lastRow = row
            appendLine(page.parts.text, block.text.bounds, to: &out)
        }
        return out
    }

    private static func appendLine(_ text: [UInt8], _ range: Range<Int>, to out: inout [UInt8]) {
        out.append(contentsOf: text[range])
        let start = out.count - range.count
        guard out.index(of: 0x0A, in: start..<out.count) != nil else { return }
        // A line break inside a paragraph, with the blanks around it, is a blank.
        var to = start
        for position in start..<out.count {
            let byte = out[position] == 0x0A ? 0x20 : out[position]
            if byte == 0x20, to > start, out[to - 1] == 0x20 { continue }
            out[to] = byte
            to += 1
        }
        out.removeLast(out.count - to)
    }

    /// The article as JSON-LD gives it, where the page shows less than half of that.
    static func longer(_ shown: [UInt8], structured: String) -> [UInt8] {
        var paragraphs: [UInt8] = []
        for line in structured.split(whereSeparator: \.isNewline) {
            guard let clean = FactText.clean(String(line)) else { continue }
            if !paragraphs.isEmpty { paragraphs.append(0x0A) }
            paragraphs.append(contentsOf: clean.utf8)
        }
        return shown.count * 2 < paragraphs.count ? paragraphs : shown
    }
}
