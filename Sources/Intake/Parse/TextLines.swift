internal import Text

/// Lines of plain text as ranges into its bytes.
enum TextLines {
    /// Every line, empty ones included. LF, CR LF and a lone CR end a line; a form feed is one, too.
    static func all(_ bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D || byte == 0x0C {
                lines.append(start..<index)
                if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        return lines
    }

    /// Lines that hold something, without blanks around it.
    static func trimmed(_ bytes: [UInt8]) -> [Range<Int>] {
        all(bytes).map { trim(bytes, $0) }.filter { !$0.isEmpty }
    }

    static func trim(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
        var (start, end) = (line.lowerBound, line.upperBound)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The lines as paragraphs.
    static func joined(_ bytes: [UInt8], _ lines: [Range<Int>]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
        for line in lines {
            if !text.isEmpty { text.append(0x0A) }
            text.append(contentsOf: bytes[line])
        }
        return text
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte.isASCIISpace || byte == 0 }
}
