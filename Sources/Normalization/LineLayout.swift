import Text

/// The lines of a text, and whether they are the work of a typewriter: filled up to a margin, paragraphs set apart by
/// blank lines or indentation.
struct LineLayout {
    struct Line {
        var range: Range<Int>
        /// A blank line stands before this one, as `Spacing` puts one before a line that begins to be indented.
        var opensBlock: Bool
        /// Scalars of the line and of its first word; known only where lines may be wrapped.
        fileprivate var width = 0
        fileprivate var wordWidth = 0
    }

    private(set) var lines: [Line] = []
    /// Scalars in the longest line that has a neighbour, when lines are wrapped at a margin.
    private var margin: Int?

    /// Finds the lines of `text`, whose lines have no spaces at their ends. Blank lines are none.
    mutating func find(in text: Span<UInt8>) {
        lines.removeAll(keepingCapacity: true)
        var start = 0
        var opensBlock = false
        while start < text.count {
            let end = text.first(0x0A, in: start..<text.count)
            if end > start {
                lines.append(Line(range: start..<end, opensBlock: opensBlock && !lines.isEmpty))
                opensBlock = false
            } else {
                opensBlock = true
            }
            start = end + 1
        }
        margin = wrapMargin(of: text)
    }

    /// Whether the break before line `index` was made by the margin and not by the writer.
    func isWrapped(before index: Int) -> Bool {
        guard let margin, !lines[index].opensBlock else { return false }
        return index == 1 || isFull(index - 1, margin: margin)
    }

    // MARK: -

    /// The evidence: several blocks, and nearly every line inside a block too long to take the first word
    /// of the next one: but for the first, which may have had a dateline before it. Text whose paragraphs are lines, verse
    /// and tables do not look like this.
    private mutating func wrapMargin(of text: Span<UInt8>) -> Int? {
        var breaks = 0
        var blocks = 1
        for line in lines.dropFirst() {
            if line.opensBlock { blocks += 1 } else { breaks += 1 }
        }
        guard blocks > 1, breaks >= 3 else { return nil }
        // Of most texts every byte is a scalar.
        let isASCII = UTF8Text.scalarCount(text) == text.count
        var widest = 0
        for index in lines.indices {
            Self.measure(&lines[index], in: text, isASCII: isASCII)
            if index > 0, !lines[index].opensBlock { widest = max(widest, lines[index - 1].width, lines[index].width) }
        }
        guard (32...120).contains(widest) else { return nil }
        var full = lines[1].opensBlock ? 0 : 1
        var continuing = 0
        for index in lines.indices.dropFirst() where !lines[index].opensBlock {
            if index > 1, isFull(index - 1, margin: widest) { full += 1 }
            if ScalarClass.isLower(text.scalar(after: lines[index].range.lowerBound) ?? 0) { continuing += 1 }
        }
        return full * 10 >= breaks * 9 && continuing * 5 >= breaks * 2 ? widest : nil
    }

    /// Whether the first word of the next line would not have fitted into line `index` (give or take three).
    private func isFull(_ index: Int, margin: Int) -> Bool {
        lines[index].width + 1 + lines[index + 1].wordWidth > margin - 3
    }

    private static func measure(_ line: inout Line, in text: Span<UInt8>, isASCII: Bool) {
        let word = line.range.lowerBound..<text.first(0x20, in: line.range)
        line.width = isASCII ? line.range.count : UTF8Text.scalarCount(text.extracting(line.range))
        line.wordWidth = isASCII ? word.count : UTF8Text.scalarCount(text.extracting(word))
    }
}
