/// Writes a JSON text (RFC 8259), or lines of them, into a buffer that is reused from record to record.
///
/// No whitespace, keys in the order written. The caller keeps the nesting right: every `begin` has its `end`, and
/// inside an object every value follows a `key`.
package struct JSONWriter: Sendable {
    private var room = ByteRoom()
    private var needsComma = false

    package init() {}

    /// Number of bytes written so far.
    package var count: Int { room.count }

    /// A copy of what has been written so far.
    package var bytes: [UInt8] { room.bytes }

    /// Lends what has been written so far.
    package func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result { room.withBytes(body) }

    /// Starts afresh and keeps the memory.
    package mutating func clear() {
        room.clear()
        needsComma = false
    }

    /// Ends a line: what follows is a JSON text of its own.
    package mutating func endLine() {
        room.append(0x0A)
        needsComma = false
    }

    package mutating func beginObject() { open(UInt8(ascii: "{")) }
    package mutating func endObject() { close(UInt8(ascii: "}")) }
    package mutating func beginArray() { open(UInt8(ascii: "[")) }
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    package mutating func key(_ name: String) {
        separate()
        quote(name)
        room.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a key that the program itself spells: ASCII letters and underscores, which nothing in JSON escapes.
    package mutating func key(fixed name: StaticString) {
        let comma = needsComma
        name.withUTF8Buffer { name in
            room.append(most: name.count + 4) { bytes in
                if comma { bytes.append(UInt8(ascii: ",")) }
                bytes.append(UInt8(ascii: "\""))
                bytes.append(name)
                bytes.append(UInt8(ascii: "\""))
                bytes.append(UInt8(ascii: ":"))
            }
        }
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

    /// Writes ASCII that nothing in JSON escapes.
    package mutating func string(plain text: UnsafeBufferPointer<UInt8>) {
        separate()
        room.append(most: text.count + 2) { bytes in
            bytes.append(UInt8(ascii: "\""))
            bytes.append(text)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    package mutating func integer(_ number: some BinaryInteger) {
        if let small = Int(exactly: number) { return integer(small) }
        separate()
        room.append(String(number))
    }

    package mutating func integer(_ number: Int) {
        separate()
        room.append(most: 20) { bytes in
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            bytes.append(decimal: number.magnitude)
        }
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
            return room.append(number.description)
        }
        var digits = Array(String(UInt64(scaled)).utf8)
        while digits.count <= places { digits.insert(UInt8(ascii: "0"), at: 0) }
        var fraction = digits[(digits.count - places)...]
        while fraction.count > 1, fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        if number < 0, scaled > 0 { room.append(UInt8(ascii: "-")) }
        room.append(digits[..<(digits.count - places)])
        room.append(UInt8(ascii: "."))
        if fraction.isEmpty { room.append(UInt8(ascii: "0")) }
        room.append(fraction)
    }

    /// Writes a value that is JSON already.
    package mutating func raw(_ json: [UInt8]) {
        separate()
        room.append(json[...])
    }

    private mutating func open(_ bracket: UInt8) {
        if needsComma { room.append(UInt8(ascii: ",")) }
        room.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        room.append(bracket)
        needsComma = true
    }

    private mutating func word(_ text: StaticString) {
        separate()
        text.withUTF8Buffer { room.append($0) }
    }

    /// Every value but a container begins here: the comma before it if it is not the first, and the mark for the next.
    private mutating func separate() {
        if needsComma { room.append(UInt8(ascii: ",")) }
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
        var position = 0
        repeat {
            let end = min(position + Self.stretch, text.count)
            // A look at sixteen bytes may go that far beyond the end.
            room.append(most: Self.longestEscape * (end - position) + 2 * 16 + 2) { bytes in
                if position == 0 { bytes.append(UInt8(ascii: "\"")) }
                position = Self.write(text, from: position, to: end, into: &bytes)
                if position == text.count { bytes.append(UInt8(ascii: "\"")) }
            }
        } while position < text.count
    }

    /// Bytes of a string that are written in one go.
    private static let stretch = 512

    /// Writes what stands before `end`, and perhaps a little more.
    ///
    /// - Returns: where it stopped.
    @inline(__always)
    private static func write(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into bytes: inout ByteRoom.Place
    ) -> Int {
        var position = start
        while position < end {
            if position &+ 16 <= text.count {
                let here = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
                let plain = countPlain(here)
                bytes.append(here, first: plain)
                position &+= plain
                if plain == 16 { continue }
            }
            let byte = text[position]
            // U+2028 and U+2029 end a line in JavaScript and for careless line readers.
            let isSeparator =
                byte == 0xE2 && position + 2 < text.count && text[position + 1] == 0x80
                && text[position + 2] & 0xFE == 0xA8
            if isSeparator {
                escape(byte, last: text[position + 2], into: &bytes)
                position += 3
            } else if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                escape(byte, last: byte, into: &bytes)
                position += 1
            } else {
                bytes.append(byte)
                position += 1
            }
        }
        return position
    }

    /// `\u001f`
    private static let longestEscape = 6

    private static func escape(_ byte: UInt8, last: UInt8, into bytes: inout ByteRoom.Place) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0xE2: for byte in last == 0xA8 ? "u2028".utf8 : "u2029".utf8 { bytes.append(byte) }
        default:
            for byte in "u00".utf8 { bytes.append(byte) }
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 15
            bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        }
    }

    /// How many of sixteen bytes stand before the first that may need escaping: a C0 control, `"`, `\`, or 0xE2 (which leads
    /// U+2028).
    @inline(__always)
    private static func countPlain(_ here: SIMD16<UInt8>) -> Int {
        typealias Bytes = SIMD16<UInt8>
        // Comparisons of two vectors are one instruction each; those with a scalar would be a loop. Signed comparison, as
        // there is no other: 00 becomes -128.
        let controls =
            SIMD16<Int8>(truncatingIfNeeded: here &- Bytes(repeating: 0x80)) .< SIMD16<Int8>(repeating: -0x60)
        let others =
            here .== Bytes(repeating: 0x22) .| here .== Bytes(repeating: 0x5C) .| here .== Bytes(repeating: 0xE2)
        let hits = unsafeBitCast(controls .| others, to: SIMD2<UInt64>.self)
        if hits[0] != 0 { return hits[0].littleEndian.trailingZeroBitCount >> 3 }
        return 8 &+ hits[1].littleEndian.trailingZeroBitCount >> 3
    }
}
