internal import Text

/// The layout of a plain text, undone: a headline in the first line, paragraphs out of lines broken at a fixed width.
struct PlainText {
    private(set) var title: String?
    /// Paragraphs separated by one line feed.
    private(set) var text: [UInt8]

    /// - Parameters:
    ///   - bytes: valid UTF-8.
    ///   - hasTitle: whether a first line that looks like a headline is taken as one.
    init(_ bytes: [UInt8], hasTitle: Bool = true) {
        var lines = TextLines.all(bytes).map { Line(bytes, $0) }
        while let last = lines.last, last.isBlank { lines.removeLast() }
        lines = Array(lines.drop(while: \.isBlank))
        let width = Self.wrapWidth(lines)
        if hasTitle, let count = Self.headlineLines(bytes, lines, width: width) {
            let words = TextLines.joined(bytes, lines[..<count].map(\.content)).map { $0 == 0x0A ? 0x20 : $0 }
            title = String(decoding: words, as: UTF8.self)
            lines.removeFirst(count)
        }
        text = []
        text.reserveCapacity(bytes.count)
        var previous: Line?
        for line in lines {
            if !line.isBlank {
                let joins = width.flatMap { width in previous.map { line.continues($0, bytes, width: width) } } ?? false
                if !text.isEmpty { text.append(joins ? 0x20 : 0x0A) }
                text.append(contentsOf: bytes[line.content])
            }
            previous = line.isBlank ? nil : line
        }
    }

    private struct Line {
        /// Without surrounding blanks.
        let content: Range<Int>
        /// Blanks in front; a tab counts as eight.
        let indent: Int
        /// Unicode scalars.
        let length: Int
        let isQuoted: Bool

        init(_ bytes: [UInt8], _ range: Range<Int>) {
            content = TextLines.trim(bytes, range)
            indent = bytes[range.lowerBound..<content.lowerBound].reduce(0) { $0 + ($1 == 0x09 ? 8 : 1) }
            length = UTF8Text.scalarCount(bytes.span.extracting(content))
            isQuoted = content.first.map { bytes[$0] == UInt8(ascii: ">") || bytes[$0] == UInt8(ascii: "|") } ?? false
        }

        var isBlank: Bool { content.isEmpty }

        /// Whether this line goes on with the paragraph of the one before.
        func continues(_ previous: Line, _ bytes: [UInt8], width: Int) -> Bool {
            if isQuoted || previous.isQuoted { return false }
            if indent >= previous.indent + 2, indent - previous.indent < 30 { return false }
            if startsListItem(bytes) { return false }
            // A line far from full ends its paragraph: the next word would have fitted.
            let nextWord = bytes[content].prefix { !$0.isASCIISpace }.count
            let wasFull = previous.length + 1 + nextWord > width * 3 / 4
            return wasFull || !previous.endsSentence(bytes)
        }

        private func startsListItem(_ bytes: [UInt8]) -> Bool {
            let head = Array(bytes[content].prefix(4))
            guard head.count >= 2 else { return false }
            if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(head[0]), head[1] == 0x20 {
                return true
            }
            let isNumber = head[0].isASCIIDigit && head.dropFirst().contains { $0 == UInt8(ascii: ".") || $0 == 0x29 }
            return isNumber && !head.dropFirst().contains { !$0.isASCIIDigit && $0 != 0x2E && $0 != 0x29 && $0 != 0x20 }
        }

        func endsSentence(_ bytes: [UInt8]) -> Bool {
            var end = content.upperBound
            // Closing quotation marks and brackets may follow the full stop; curly ones are three bytes.
            while end > content.lowerBound {
                let byte = bytes[end - 1]
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")") {
                    end -= 1
                } else if end - content.lowerBound >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
                    byte == 0x9D || byte == 0x99
                {
                    end -= 3
                } else {
                    break
                }
            }
            guard end > content.lowerBound else { return false }
            return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(bytes[end - 1])
        }
    }

    /// The column at which lines are broken; nil for text with one paragraph a line.
    private static func wrapWidth(_ lines: [Line]) -> Int? {
        // Lines that another follows: the last line of a paragraph may have any length.
        var inner: [Int] = []
        var longest = 0
        for (index, line) in lines.enumerated() where !line.isBlank && !line.isQuoted {
            longest = max(longest, line.length)
            if index + 1 < lines.count, !lines[index + 1].isBlank { inner.append(line.length) }
        }
        guard inner.count >= 2, longest <= 100 else { return nil }
        inner.sort()
        let high = inner[inner.count * 9 / 10]
        let full = inner.filter { $0 >= 45 && $0 * 10 >= high * 7 }.count
        return high >= 50 && full * 5 >= inner.count * 3 ? high : nil
    }

    /// How many lines at the start are a headline.
    private static func headlineLines(_ bytes: [UInt8], _ lines: [Line], width: Int?) -> Int? {
        var count = 0
        while count < lines.count, !lines[count].isBlank, count < 3 { count += 1 }
        guard count > 0, let body = lines[count...].first(where: { !$0.isBlank }) ?? (count > 1 ? lines[1] : nil) else {
            return nil
        }
        func isHeadline(_ line: Line) -> Bool {
            line.length <= 150 && !line.isQuoted && !line.endsSentence(bytes)
                && bytes[line.content].contains { $0.isASCIILetter || $0 >= 0x80 }
        }
        let first = lines[0]
        guard isHeadline(first) else { return nil }
        let isSetOff = count < lines.count && lines[count].isBlank
        if count == 1 {
            // One line above a blank one; a body of such lines alone has no headline.
            return isSetOff && (body.length > first.length || width != nil || body.endsSentence(bytes)) ? 1 : nil
        }
        if isSetOff, count == 2, width != nil, isHeadline(lines[1]), lines[1].length < 60 { return 2 }
        if width != nil { return nil }
        return lines[1].length >= first.length * 2 && lines[1].length > 100 ? 1 : nil
    }
}
