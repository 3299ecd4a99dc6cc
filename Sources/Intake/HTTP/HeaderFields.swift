internal import Glibc
internal import Text

/// A block of `Name: value` lines, as HTTP, WARC and mail write it (RFC 9112, 5; RFC 5322, 2.2).
///
/// Reads what is out there: line feeds with or without carriage returns, folded lines, repeated names, junk lines.
struct HeaderFields {
    private struct Field {
        var name: String
        /// Where the value stands in the bytes, folds included.
        var value: Range<Int>
    }

    /// What a line without a colon means.
    enum Junk {
        /// It is passed over; only a blank line ends the block.
        case isSkipped
        /// The block has ended without a blank line.
        case endsBlock
    }

    private var fields: [Field] = []
    /// First byte after the blank line that ends the block.
    private(set) var end: Int
    /// Whether a blank line ended it.
    private(set) var isTerminated = false

    /// Reads from `start` on; the block never reaches beyond `limit`.
    init(_ bytes: Span<UInt8>, from start: Int, limit: Int, junk: Junk) {
        end = start
        while end < limit {
            let lineStart = end
            let newline = ByteScan.firstLineFeed(bytes, from: lineStart, to: limit)
            var lineEnd = newline ?? limit
            let next = newline.map { $0 + 1 } ?? limit
            if lineEnd > lineStart, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
            if lineEnd == lineStart {
                end = next
                isTerminated = true
                return
            }
            let first = bytes[lineStart]
            if first == 0x20 || first == 0x09, !fields.isEmpty {
                fields[fields.count - 1].value = fields[fields.count - 1].value.lowerBound..<lineEnd
            } else if let colon = Self.colon(bytes, lineStart..<lineEnd) {
                var nameEnd = colon
                while nameEnd > lineStart, bytes[nameEnd - 1].isASCIISpace { nameEnd -= 1 }
                let name = bytes.extracting(lineStart..<nameEnd).withUnsafeBufferPointer {
                    String(decoding: $0.map(\.asciiLowered), as: UTF8.self)
                }
                fields.append(Field(name: name, value: colon + 1..<lineEnd))
            } else if junk == .endsBlock || first == UInt8(ascii: "<") {
                return
            }
            end = next
        }
    }

    /// First value of the name (lower case): unfolded, trimmed; bytes that are not UTF-8 are read as windows-1252.
    func value(_ name: StaticString, in bytes: Span<UInt8>) -> String? {
        let wanted = name.description
        guard let field = fields.first(where: { $0.name == wanted }) else { return nil }
        return Self.text(bytes, field.value)
    }

    /// The value's raw bytes, unfolded and trimmed.
    func rawValue(_ name: StaticString, in bytes: Span<UInt8>) -> [UInt8]? {
        let wanted = name.description
        guard let field = fields.first(where: { $0.name == wanted }) else { return nil }
        return Self.unfolded(bytes, field.value)
    }

    /// The last value of the name: where servers repeat a field, the application's own comes after the default.
    func lastValue(_ name: StaticString, in bytes: Span<UInt8>) -> String? {
        let wanted = name.description
        guard let field = fields.last(where: { $0.name == wanted }) else { return nil }
        return Self.text(bytes, field.value)
    }

    var isEmpty: Bool { fields.isEmpty }

    /// The colon that ends a field name: the bytes before it are a name, not prose.
    private static func colon(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
        for index in line {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") { return index > line.lowerBound ? index : nil }
            if byte.isASCIISpace {
                // A blank may stand before the colon, not inside the name.
                var next = index
                while next < line.upperBound, bytes[next].isASCIISpace { next += 1 }
                let isColon = next < line.upperBound && bytes[next] == UInt8(ascii: ":")
                return isColon && index > line.lowerBound ? next : nil
            }
            if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "<") { return nil }
        }
        return nil
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        let raw = unfolded(bytes, range)
        if UTF8Text.isValid(raw.span) { return String(decoding: raw, as: UTF8.self) }
        let decision = Charset.decide(raw.span, isMarkup: false)
        return String(decoding: Charset.utf8(raw, decision).bytes, as: UTF8.self)
    }

    private static func unfolded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var value: [UInt8] = []
        value.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A || byte == 0x0D {
                while index < range.upperBound, bytes[index].isASCIISpace { index += 1 }
                if !value.isEmpty { value.append(0x20) }
            } else if !(value.isEmpty && byte.isASCIISpace) {
                value.append(byte)
            }
        }
        while let last = value.last, last.isASCIISpace { value.removeLast() }
        return value
    }
}

/// Searches over bytes that lines are cut with.
enum ByteScan {
    static func firstLineFeed(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> Int? {
        guard start < limit else { return nil }
        return bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress, let hit = memchr(base + start, 0x0A, limit - start) else { return nil }
            return UnsafeRawPointer(hit) - base
        }
    }
}
