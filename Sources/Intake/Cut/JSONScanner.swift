internal import Text

/// Finds the end of a JSON value by its brackets and quotes alone. Keeps its place between two blocks of bytes.
struct JSONScanner {
    enum Outcome: Equatable {
        /// The bytes end inside the value.
        case incomplete
        /// The position behind the value's last byte.
        case end(Int)
        /// The value was never closed: its next sibling begins at this position.
        case broken(Int)
    }

    /// The blanks before the value, when it is the first on its line. A line that begins with the same blanks and an
    /// opening brace, where no brace may stand, is the next value and not a part of this one.
    private let indent: [UInt8]?
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isScalar = false
    /// The last byte outside strings that was no white space.
    private var last: UInt8 = 0

    init(indent: [UInt8]? = nil) { self.indent = indent }

    /// Scans on from `start`, where the value begins or where the last call stopped.
    mutating func scan(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Outcome {
        var position = start
        while position < bytes.count {
            if isInString {
                let end = endOfString(in: bytes, from: position)
                if let sibling = sibling(in: bytes, from: position, before: end ?? bytes.count) {
                    return .broken(sibling)
                }
                guard let end else { return .incomplete }
                position = end
                isInString = false
                last = UInt8(ascii: "\"")
                if depth == 0 { return .end(position) }
                continue
            }
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                if isScalar { return .end(position) }
                isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if isScalar { return .end(position) }
                // Inside an object a brace can only follow a colon.
                if depth == 1, last != UInt8(ascii: ":"), begins(sibling: bytes, at: position) {
                    return .broken(position)
                }
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return .end(position) }
                depth -= 1
                if depth == 0 { return .end(position + 1) }
            default:
                if depth == 0 {
                    if byte == UInt8(ascii: ",") || byte.isASCIISpace { return .end(position) }
                    isScalar = true
                }
            }
            if !byte.isASCIISpace { last = byte }
            position += 1
        }
        return .incomplete
    }

    /// Whether a number or word at the end of the input is all there is.
    var endsWithInput: Bool { isScalar && depth == 0 }

    // MARK: - Strings

    private mutating func endOfString(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        while position < bytes.count {
            if isEscaped {
                isEscaped = false
                position += 1
                continue
            }
            guard let quote = bytes.index(of: UInt8(ascii: "\""), from: position) else {
                isEscaped = hasOddBackslashes(bytes, before: bytes.count, notBefore: position)
                return nil
            }
            if !hasOddBackslashes(bytes, before: quote, notBefore: position) { return quote + 1 }
            position = quote + 1
        }
        return nil
    }

    private func hasOddBackslashes(_ bytes: UnsafeRawBufferPointer, before end: Int, notBefore start: Int) -> Bool {
        var position = end
        while position > start, bytes[position - 1] == UInt8(ascii: "\\") { position -= 1 }
        return (end - position) & 1 == 1
    }

    // MARK: - Siblings

    /// The first line inside a string that looks like the beginning of the next value. (A raw line feed in a string is an
    /// error in itself.)
    private func sibling(in bytes: UnsafeRawBufferPointer, from start: Int, before end: Int) -> Int? {
        guard let indent else { return nil }
        var position = start
        while let line = bytes.index(of: 0x0A, from: position), line < end {
            position = line + 1
            let brace = position + indent.count
            if bytes.holds(indent, at: position), begins(sibling: bytes, at: brace) { return brace }
        }
        return nil
    }

    /// An opening brace behind a line feed and the right blanks, with a quote or a closing brace as its next.
    private func begins(sibling bytes: UnsafeRawBufferPointer, at brace: Int) -> Bool {
        guard let indent, brace < bytes.count, bytes[brace] == UInt8(ascii: "{"), brace > indent.count,
            bytes[brace - indent.count - 1] == 0x0A, bytes.holds(indent, at: brace - indent.count)
        else { return false }
        let next = bytes.skippingSpace(from: brace + 1)
        return next < bytes.count && (bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "}"))
    }

    /// Whether the bytes hold exactly one value, white space around it aside.
    static func isOneValue(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var scanner = JSONScanner()
        guard case .end(let end) = scanner.scan(bytes, from: bytes.skippingSpace(from: 0)) else { return false }
        return bytes.skippingSpace(from: end) == bytes.count
    }
}
