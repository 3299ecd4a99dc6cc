/// Character references of HTML (which include those of XML): `&amp;`, `&#8217;`, `&#x2019;`.
///
/// Follows the tokenizer of the HTML standard (13.2.5.72 to 13.2.5.80): the longest name wins, 106 old names need no
/// semicolon, numbers 128 to 159 mean windows-1252, impossible numbers mean U+FFFD. What is no reference stays as it
/// is.
package enum CharacterReferences {
    /// Appends `bytes` to `output` with every reference replaced by what it stands for, in UTF-8.
    ///
    /// `inAttribute`: an old name without semicolon before `=` or a letter or digit stays (`?a=b&copy=1` is a query).
    package static func decode(_ bytes: Span<UInt8>, into output: inout [UInt8], inAttribute: Bool = false) {
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            var index = 0
            while index < buffer.count {
                guard buffer[index] == 0x26 else {
                    index += 1
                    continue
                }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
                let length = decodeOne(buffer, at: index, into: &output, inAttribute: inAttribute)
                start = index + length
                index += max(1, length)
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
        }
    }

    /// Decodes the one reference that starts at the `&` at `index` and returns its length in bytes; appends nothing and
    /// returns 0 when there is none.
    package static func decodeOne(
        _ bytes: Span<UInt8>, at index: Int, into output: inout [UInt8], inAttribute: Bool = false
    ) -> Int {
        bytes.withUnsafeBufferPointer { decodeOne($0, at: index, into: &output, inAttribute: inAttribute) }
    }

    /// The code point that the numeric reference at `index` names, as written (no remapping), and the reference's
    /// length in bytes; nil when there is none. Numbers too large for a code point give `UInt32.max`.
    package static func number(_ bytes: Span<UInt8>, at index: Int) -> (codePoint: UInt32, length: Int)? {
        bytes.withUnsafeBufferPointer { number($0, at: index) }
    }

    // MARK: -

    private static func decodeOne(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into output: inout [UInt8], inAttribute: Bool
    ) -> Int {
        guard index >= 0, index + 1 < bytes.count, bytes[index] == 0x26 else { return 0 }
        if bytes[index + 1] == 0x23 {
            guard let number = number(bytes, at: index) else { return 0 }
            UTF8Text.append(remapped(number.codePoint), to: &output)
            return number.length
        }
        return named(bytes, at: index, into: &output, inAttribute: inAttribute)
    }

    private static func number(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (codePoint: UInt32, length: Int)? {
        guard index >= 0, index + 2 < bytes.count, bytes[index] == 0x26, bytes[index + 1] == 0x23 else { return nil }
        var at = index + 2
        let isHex = bytes[at] | 0x20 == 0x78
        if isHex { at += 1 }
        let first = at
        var value: UInt32 = 0
        while at < bytes.count {
            guard let digit = isHex ? bytes[at].asciiHexValue : bytes[at].asciiDigitValue else { break }
            // Once out of range it stays there, however many digits follow.
            value = value > 0x10_FFFF ? .max : value * (isHex ? 16 : 10) + UInt32(digit)
            at += 1
        }
        guard at > first else { return nil }
        if at < bytes.count, bytes[at] == 0x3B { at += 1 }
        return (value > 0x10_FFFF ? .max : value, at - index)
    }

    private static func remapped(_ codePoint: UInt32) -> UInt32 {
        switch codePoint {
        case 0: 0xFFFD
        case 0x80...0x9F: windows1252[Int(codePoint) - 0x80]
        default: codePoint
        }
    }

    private static func named(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into output: inout [UInt8], inAttribute: Bool
    ) -> Int {
        let start = index + 1
        let limit = min(bytes.count, start + longestName)
        var end = start
        while end < limit, bytes[end].isASCIIAlphanumeric { end += 1 }
        guard end > start else { return 0 }
        let table = table
        if end < bytes.count, bytes[end] == 0x3B,
            let entry = table.find(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        {
            append(entry, of: table, to: &output)
            return end + 1 - index
        }
        // The longest of the old names that is a prefix.
        end = min(end, start + longestOldName)
        while end - start >= 2 {
            if let entry = table.find(UnsafeBufferPointer(rebasing: bytes[start..<end])), entry.mark == 0x21 {
                if inAttribute, end < bytes.count, bytes[end] == 0x3D || bytes[end].isASCIIAlphanumeric { return 0 }
                append(entry, of: table, to: &output)
                return end - index
            }
            end -= 1
        }
        return 0
    }

    private static func append(_ entry: NameTable.Entry, of table: NameTable, to output: inout [UInt8]) {
        table.withValue(of: entry) { value in
            var scalar: UInt32 = 0
            for byte in value {
                if let digit = byte.asciiHexValue {
                    scalar = scalar << 4 | UInt32(digit)
                } else {
                    UTF8Text.append(scalar, to: &output)
                    scalar = 0
                }
            }
            UTF8Text.append(scalar, to: &output)
        }
    }

    /// `CounterClockwiseContourIntegral`.
    private static let longestName = 31
    /// `frac12`, `middot`, `Aacute` ...
    private static let longestOldName = 6

    static let table = NameTable(namedReferences, marks: [0x3A, 0x21])

    /// What 0x80 to 0x9F mean in windows-1252; the five unused ones stay C1 controls, as in the standard's table.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
