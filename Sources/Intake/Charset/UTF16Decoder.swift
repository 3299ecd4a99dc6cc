internal import Text

/// UTF-16 (Unicode Standard 3.9, D91) to UTF-8.
enum UTF16Decoder {
    /// Unpaired surrogates and an odd last byte become U+FFFD; returns how many did.
    static func decode(_ bytes: Span<UInt8>, from start: Int, bigEndian: Bool, into output: inout [UInt8]) -> Int {
        var replaced = 0
        var index = start
        func unit(_ at: Int) -> UInt32 {
            let first = UInt32(bytes[at])
            let second = UInt32(bytes[at + 1])
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        while index + 1 < bytes.count {
            var scalar = unit(index)
            index += 2
            if scalar & 0xF800 == 0xD800 {
                if scalar < 0xDC00, index + 1 < bytes.count, unit(index) & 0xFC00 == 0xDC00 {
                    scalar = 0x1_0000 + (scalar & 0x3FF) << 10 + (unit(index) & 0x3FF)
                    index += 2
                } else {
                    scalar = 0xFFFD
                    replaced += 1
                }
            }
            UTF8Text.append(scalar, to: &output)
        }
        if index < bytes.count {
            UTF8Text.append(0xFFFD, to: &output)
            replaced += 1
        }
        return replaced
    }

    /// Whether zero bytes stand where UTF-16 text without a byte order mark has them. Looks at the first KB.
    ///
    /// - Returns: nil when the bytes are no such text, otherwise whether it is big-endian.
    static func isBigEndianWithoutMark(_ bytes: Span<UInt8>) -> Bool? {
        let count = min(bytes.count, 1024) & ~1
        guard count >= 8 else { return nil }
        var even = 0
        var odd = 0
        for index in 0..<count where bytes[index] == 0 {
            if index & 1 == 0 { even += 1 } else { odd += 1 }
        }
        // Text in a Latin script has a zero in nearly every unit, markup of any language in a third of them.
        let half = count / 2
        if odd * 3 > half, even * 20 < odd { return false }
        if even * 3 > half, odd * 20 < even { return true }
        return nil
    }
}
