/// Writes a JSON text (RFC 8259), or lines of them, into a buffer that is reused from record to record.
///
/// No whitespace, keys in the order written. The caller keeps the nesting right: every `begin` has its `end`, and
/// inside an object every value follows a `key`.
package struct JSONWriter: Sendable {
    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {}

    /// Starts afresh and keeps the memory.
    package mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    /// Ends a line: what follows is a JSON text of its own.
    package mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    package mutating func beginObject() { open(UInt8(ascii: "{")) }
    package mutating func endObject() { close(UInt8(ascii: "}")) }
    package mutating func beginArray() { open(UInt8(ascii: "[")) }
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    package mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a key that the program itself spells: ASCII letters and underscores, which nothing in JSON escapes.
    package mutating func key(fixed name: StaticString) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    /// Writes text that is valid UTF-8.
    package mutating func string(utf8 text: Span<UInt8>) {
        separate()
        text.withUnsafeBufferPointer { quote($0) }
    }

    package mutating func integer(_ number: some BinaryInteger) {
        if let small = Int(exactly: number) { return integer(small) }
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    package mutating func integer(_ number: Int) {
        separate()
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        guard rest >= 10 else { return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)) }
        var count = 2
        var left = rest / 100
        while left > 0 {
            left /= 10
            count += 1
        }
        bytes.append(contentsOf: repeatElement(0, count: count))
        var place = bytes.count
        repeat {
            place -= 1
            bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
    }

    package mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

    package mutating func null() { word("null") }

    /// Writes a number rounded to `decimals` places (0...15), without trailing zeros but with one place at least, so
    /// that readers which guess column types always see a fraction. What is not finite becomes null.
    package mutating func double(_ number: Double, decimals: Int) {
        guard number.isFinite else { return null() }
        separate()
        let places = min(max(decimals, 0), 15)
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (number.magnitude * scale).rounded()
        guard scaled < 9e15 else {
            // Beyond 2^53 there are no decimals left to round.
            return bytes.append(contentsOf: number.description.utf8)
        }
        var digits = Array(String(UInt64(scaled)).utf8)
        while digits.count <= places { digits.insert(UInt8(ascii: "0"), at: 0) }
        var fraction = digits[(digits.count - places)...]
        while fraction.count > 1, fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        if number < 0, scaled > 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(contentsOf: digits[..<(digits.count - places)])
        bytes.append(UInt8(ascii: "."))
        if fraction.isEmpty { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: fraction)
    }

    /// Writes a value that is JSON already.
    package mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
    }

    private mutating func open(_ bracket: UInt8) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func word(_ text: StaticString) {
        separate()
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Every value but a container begins here: the comma before it if it is not the first, and the mark for the next.
    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

// MARK: - Strings

extension JSONWriter {
    private mutating func quote(_ text: String) {
        var text = text
        text.withUTF8 { quote($0) }
    }

    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        var position = 0
        while let special = Self.nextSpecial(in: text, from: position) {
            position = special + 1
            if text[special] == 0xE2 {
                // U+2028 and U+2029 end a line in JavaScript and for careless line readers.
                guard special + 2 < text.count, text[special + 1] == 0x80, text[special + 2] & 0xFE == 0xA8 else {
                    continue
                }
                position = special + 3
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<special]))
            escape(text[special], last: text[position - 1])
            start = position
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8, last: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0xE2: bytes.append(contentsOf: last == 0xA8 ? "u2028".utf8 : "u2029".utf8)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 15
            bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        }
    }

    /// Position of the next byte that may need escaping: a C0 control, `"`, `\`, or 0xE2 (which leads U+2028).
    private static func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var position = start
        while position &+ 16 <= text.count {
            let hits = specials(text, at: position)
            if hits != SIMD2(repeating: 0) {
                let (half, word) = hits[0] != 0 ? (0, hits[0]) : (8, hits[1])
                return position &+ half &+ word.littleEndian.trailingZeroBitCount >> 3
            }
            position &+= 16
        }
        while position < text.count {
            let byte = text[position]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2 { return position }
            position += 1
        }
        return nil
    }

    /// All bits of those of sixteen bytes that may need escaping. Comparisons of two vectors are one instruction each;
    /// those with a scalar would be a loop.
    @inline(__always)
    private static func specials(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> SIMD2<UInt64> {
        typealias Bytes = SIMD16<UInt8>
        let here = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: position, as: Bytes.self)
        // Signed comparison, as there is no other: 00 becomes -128.
        let controls =
            SIMD16<Int8>(truncatingIfNeeded: here &- Bytes(repeating: 0x80)) .< SIMD16<Int8>(repeating: -0x60)
        let others =
            here .== Bytes(repeating: 0x22) .| here .== Bytes(repeating: 0x5C) .| here .== Bytes(repeating: 0xE2)
        return unsafeBitCast(controls .| others, to: SIMD2<UInt64>.self)
    }
}
