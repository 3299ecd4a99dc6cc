internal import Text

/// Finds the end of a JSON value by its brackets and quotes alone. Keeps its place between two blocks of bytes.
struct JSONScanner {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isScalar = false

    /// Scans on from `start`, where the value begins or where the last call stopped.
    ///
    /// - Returns: the position behind the value's last byte, or nil when the bytes end inside the value.
    mutating func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        while position < bytes.count {
            if isInString {
                guard let next = endOfString(in: bytes, from: position) else { return nil }
                position = next
                isInString = false
                if depth == 0 { return position }
                continue
            }
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                if isScalar { return position }
                isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if isScalar { return position }
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return position }
                depth -= 1
                if depth == 0 { return position + 1 }
            default:
                if depth == 0 {
                    if byte == UInt8(ascii: ",") || byte.isASCIISpace { return position }
                    isScalar = true
                }
            }
            position += 1
        }
        return nil
    }

    /// True between the brackets of an object or array, outside its strings.
    var isBetweenTokens: Bool { depth > 0 && !isInString }

    /// Whether a number or word at the end of the input is all there is.
    var endsWithInput: Bool { isScalar && depth == 0 }

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

    /// Whether the bytes hold exactly one value, white space around it aside.
    static func isOneValue(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var scanner = JSONScanner()
        guard let end = scanner.end(in: bytes, from: bytes.skippingSpace(from: 0)) else { return false }
        return bytes.skippingSpace(from: end) == bytes.count
    }
}
