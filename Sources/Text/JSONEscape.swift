internal import Glibc

/// The escapes of JSON strings.
enum JSONEscape {
    /// Stands for a surrogate without its partner.
    static let loneSurrogate: UInt32 = 0x11_0000

    /// The scalar that the escape at `start` (its backslash) spells, together with a second escape where the two are a
    /// surrogate pair, and how many bytes that takes. Nil if four hexadecimal digits do not follow.
    static func unicode(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (scalar: UInt32, length: Int)? {
        guard let first = codeUnit(bytes, at: start) else { return nil }
        guard first & 0xF800 == 0xD800 else { return (first, 6) }
        if first < 0xDC00, let second = codeUnit(bytes, at: start + 6), second & 0xFC00 == 0xDC00 {
            return (0x1_0000 + (first & 0x3FF) << 10 + second & 0x3FF, 12)
        }
        return (loneSurrogate, 6)
    }

    private static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
            return nil
        }
        let (a, b) = (digit(bytes[start + 2]), digit(bytes[start + 3]))
        let (c, d) = (digit(bytes[start + 4]), digit(bytes[start + 5]))
        return a | b | c | d < 16 ? a << 12 | b << 8 | c << 4 | d : nil
    }

    /// The value of a hexadecimal digit; 16 of anything else.
    @inline(__always)
    private static func digit(_ byte: UInt8) -> UInt32 {
        let decimal = byte &- UInt8(ascii: "0")
        if decimal < 10 { return UInt32(decimal) }
        let letter = byte.asciiLowered &- UInt8(ascii: "a")
        return letter < 6 ? UInt32(letter) + 10 : 16
    }

    /// Resolves escapes that the parser has checked, copying what lies between them whole.
    static func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard let source = content.baseAddress else { return [] }
        // No escape spells more bytes than it has.
        return [UInt8](unsafeUninitializedCapacity: content.count) { buffer, count in
            guard let target = buffer.baseAddress else { return }
            var position = 0
            while position < content.count {
                if source[position] == UInt8(ascii: "\\") {
                    position += unescape(content, at: position, to: target, &count)
                    continue
                }
                let hit = memchr(source + position, Int32(UInt8(ascii: "\\")), content.count - position)
                let end = hit.map { UnsafeRawPointer($0) - UnsafeRawPointer(source) } ?? content.count
                memcpy(target + count, source + position, end - position)
                count += end - position
                position = end
            }
        }
    }

    /// Writes what the escape at `start` spells to `target + count`; answers its length.
    private static func unescape(
        _ content: UnsafeBufferPointer<UInt8>, at start: Int, to target: UnsafeMutablePointer<UInt8>, _ count: inout Int
    ) -> Int {
        guard start + 1 < content.count else { return 1 }
        func write(_ byte: UInt32) {
            target[count] = UInt8(truncatingIfNeeded: byte)
            count += 1
        }
        switch content[start + 1] {
        case UInt8(ascii: "n"): write(0x0A)
        case UInt8(ascii: "t"): write(0x09)
        case UInt8(ascii: "r"): write(0x0D)
        case UInt8(ascii: "b"): write(0x08)
        case UInt8(ascii: "f"): write(0x0C)
        case UInt8(ascii: "u"):
            guard let (spelt, length) = unicode(content, at: start) else { return 2 }
            let scalar = spelt == loneSurrogate ? 0xFFFD : spelt
            switch scalar {
            case ..<0x80: write(scalar)
            case ..<0x800:
                write(0xC0 | scalar >> 6)
                write(0x80 | scalar & 0x3F)
            case ..<0x1_0000:
                write(0xE0 | scalar >> 12)
                write(0x80 | scalar >> 6 & 0x3F)
                write(0x80 | scalar & 0x3F)
            default:
                write(0xF0 | scalar >> 18)
                write(0x80 | scalar >> 12 & 0x3F)
                write(0x80 | scalar >> 6 & 0x3F)
                write(0x80 | scalar & 0x3F)
            }
            return length
        case let plain: write(UInt32(plain))
        }
        return 2
    }
}
