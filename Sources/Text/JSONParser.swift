internal import Glibc

/// Reads RFC 8259 text into nodes: one pass, no recursion, nothing allocated but the list of nodes.
///
/// More tolerant than the RFC where real dumps break it and the meaning is plain: a BOM, NUL as white space, raw
/// control characters and malformed UTF-8 in strings, lone surrogate escapes, and the `NaN`/`Infinity` of Python's
/// writer (read as null).
struct JSONParser {
    private(set) var nodes: [JSONNode] = []
    private(set) var invalidSequences = 0

    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: JSONLimits
    /// All of the input is valid UTF-8, so no string needs a look of its own.
    private let isValid: Bool
    private var position = 0
    /// The containers around `position`, outermost first, as indices of `nodes`.
    private var open: [Int] = []

    /// Borrows `bytes`, which must outlive the parser.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
        isValid = UTF8Text.isValid(bytes.span)
        // A record of news has a dozen members.
        nodes.reserveCapacity(32)
        open.reserveCapacity(8)
    }

    mutating func parse() throws(JSONError) {
        guard bytes.count < UInt32.max else {
            throw JSONError(offset: 0, message: "documents of 4 GiB and more are not supported")
        }
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        skipSpace()
        guard position < bytes.count else { throw failure("there is no value") }
        var isFirst = try value()
        while let container = open.last {
            skipSpace()
            let isObject = nodes[container].kind == .object
            guard position < bytes.count else { throw unclosed(container) }
            if bytes[position] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                close(container)
                isFirst = false
                continue
            }
            if !isFirst { try comma(isObject: isObject, container: container) }
            if isObject { try key(container) }
            guard position < bytes.count else { throw unclosed(container) }
            isFirst = try value()
        }
        skipSpace()
        guard position == bytes.count else { throw failure("expected the end after the value, found \(found())") }
    }

    // MARK: - Structure

    /// Reads a scalar whole, or only the opening bracket of a container: then the answer is true.
    private mutating func value() throws(JSONError) -> Bool {
        switch bytes[position] {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): return try begin(.object)
        case UInt8(ascii: "["): return try begin(.array)
        case UInt8(ascii: "t"): try literal("true", .true)
        case UInt8(ascii: "f"): try literal("false", .false)
        case UInt8(ascii: "n"): try literal("null", .null)
        case UInt8(ascii: "N"): try literal("NaN", .null)
        case UInt8(ascii: "I"): try literal("Infinity", .null)
        case UInt8(ascii: "-") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "I"):
            try literal("-Infinity", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        default: throw failure("expected a value, found \(found())")
        }
        return false
    }

    private mutating func begin(_ kind: JSONNode.Kind) throws(JSONError) -> Bool {
        guard open.count < limits.depth else { throw failure("nested deeper than \(limits.depth) levels") }
        open.append(nodes.count)
        try append(kind, from: position, to: position + 1)
        return true
    }

    private mutating func close(_ container: Int) {
        position += 1
        nodes[container].end = UInt32(truncatingIfNeeded: position)
        nodes[container].next = UInt32(truncatingIfNeeded: nodes.count)
        open.removeLast()
    }

    private mutating func comma(isObject: Bool, container: Int) throws(JSONError) {
        guard bytes[position] == UInt8(ascii: ",") else {
            throw failure("expected \",\" or \"\(isObject ? "}" : "]")\", found \(found())")
        }
        position += 1
        skipSpace()
        guard position < bytes.count else { throw unclosed(container) }
    }

    private mutating func key(_ container: Int) throws(JSONError) {
        guard bytes[position] == UInt8(ascii: "\"") else { throw failure("expected a key in quotes, found \(found())") }
        try string()
        skipSpace()
        guard position < bytes.count else { throw unclosed(container) }
        guard bytes[position] == UInt8(ascii: ":") else {
            throw failure("expected \":\" after the key, found \(found())")
        }
        position += 1
        skipSpace()
    }

    private mutating func append(
        _ kind: JSONNode.Kind, from start: Int, to end: Int, isEscaped: Bool = false, isDamaged: Bool = false
    ) throws(JSONError) {
        guard nodes.count < limits.nodes else { throw failure("more than \(limits.nodes) values") }
        nodes.append(
            JSONNode(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: nodes.count + 1), kind: kind, isEscaped: isEscaped,
                isDamaged: isDamaged))
        position = end
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09, 0x00: position += 1
            default: return
            }
        }
    }

    // MARK: - Scalars

    private mutating func literal(_ word: StaticString, _ kind: JSONNode.Kind) throws(JSONError) {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count,
            word.withUTF8Buffer({ $0.elementsEqual(bytes[position..<position + length]) })
        else { throw failure("expected a value, found \(found())") }
        try append(kind, from: position, to: position + length)
    }

    private mutating func number() throws(JSONError) {
        var end = position
        if bytes[end] == UInt8(ascii: "-") { end += 1 }
        let whole = skipDigits(&end)
        guard whole > 0 else { throw failure("expected a digit after \"-\"", at: end) }
        guard whole == 1 || bytes[end - whole] != UInt8(ascii: "0") else {
            throw failure("a number must not begin with 0", at: end - whole)
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
            end += 1
            guard skipDigits(&end) > 0 else { throw failure("expected a digit after the decimal point", at: end) }
        }
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            end += 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
            guard skipDigits(&end) > 0 else { throw failure("expected a digit in the exponent", at: end) }
        }
        try append(.number, from: position, to: end)
    }

    private func skipDigits(_ end: inout Int) -> Int {
        let start = end
        while end < bytes.count, bytes[end] &- UInt8(ascii: "0") < 10 { end += 1 }
        return end - start
    }

    /// Finds the closing quote with `memchr`, which is many times faster than looking at each byte: first the next
    /// quote, then a backslash before it. After an escape only what it swallowed is searched again.
    private mutating func string() throws(JSONError) {
        let start = position
        var at = start + 1
        var quote = start
        var isEscaped = false
        while true {
            if quote < at {
                guard let next = find(UInt8(ascii: "\""), from: at, to: bytes.count) else {
                    throw failure("the document ends inside the string that begins at byte \(start)", at: bytes.count)
                }
                quote = next
            }
            guard let backslash = find(UInt8(ascii: "\\"), from: at, to: quote) else { break }
            isEscaped = true
            at = backslash
            repeat { at = try skipEscape(at) } while at < bytes.count && bytes[at] == UInt8(ascii: "\\")
        }
        var isDamaged = false
        if !isValid {
            var content = Array(bytes[start + 1..<quote])
            let damage = UTF8Text.repair(&content)
            invalidSequences += damage
            isDamaged = damage > 0
        }
        try append(.string, from: start, to: quote + 1, isEscaped: isEscaped, isDamaged: isDamaged)
    }

    private func find(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        guard start < end, let base = bytes.baseAddress, let hit = memchr(base + start, Int32(byte), end - start)
        else { return nil }
        return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }

    /// Checks the escape at `start` and answers where the text goes on; counts surrogates without a partner.
    private mutating func skipEscape(_ start: Int) throws(JSONError) -> Int {
        guard start + 1 < bytes.count else {
            throw failure("the document ends inside a string", at: bytes.count)
        }
        switch bytes[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        case UInt8(ascii: "u"):
            guard let (scalar, length) = JSONEscape.unicode(bytes, at: start) else {
                throw failure("expected four hexadecimal digits after \"\\u\"", at: start)
            }
            if scalar == JSONEscape.loneSurrogate { invalidSequences += 1 }
            return start + length
        default:
            throw failure("\"\\\" before \(found(start + 1)) is not an escape", at: start)
        }
    }

    // MARK: - Errors

    private func failure(_ message: String, at offset: Int? = nil) -> JSONError {
        JSONError(offset: offset ?? position, message: message)
    }

    private func unclosed(_ container: Int) -> JSONError {
        let kind = nodes[container].kind == .object ? "object" : "array"
        return failure(
            "the document ends inside the \(kind) that begins at byte \(nodes[container].start)", at: bytes.count)
    }

    private func found(_ offset: Int? = nil) -> String {
        let offset = offset ?? position
        guard offset < bytes.count else { return "the end" }
        let byte = bytes[offset]
        guard byte > 0x20, byte < 0x7F else {
            let digits = String(byte, radix: 16, uppercase: true)
            return "byte 0x" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
        return byte == UInt8(ascii: "\"") ? "a quote" : "\"\(Character(Unicode.Scalar(byte)))\""
    }
}
