import Text

/// Signs that end sentences, in the scripts of the world's newspapers.
enum Punctuation {
    /// Sentence ends in a stretch of text, and whether it closes with one.
    ///
    /// A full stop counts when a blank or the end follows, so that numbers, hosts and `e.g.this` do not.
    static func sentences(in range: Range<Int>, of text: [UInt8]) -> (count: Int, isLast: Bool) {
        var count = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = text[position]
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
                let next = position + 1
                if next == range.upperBound || text[next] <= 0x22 || text[next] == 0x27 || text[next] == 0xC2
                    || text[next] >= 0xE2
                {
                    count += 1
                }
            } else if byte >= 0xD6 && byte <= 0xEF, isWideEnd(at: position, in: range, of: text) {
                count += 1
            }
            position += 1
        }
        return (count, isEnd(range, of: text))
    }

    /// 。！？．｡ of East Asia, । ॥ of India, ؟ ۔ of Arabic and Urdu, ։ of Armenian, … everywhere.
    private static func isWideEnd(at position: Int, in range: Range<Int>, of text: [UInt8]) -> Bool {
        let first = text[position]
        guard position + 1 < range.upperBound else { return false }
        let second = text[position + 1]
        if first == 0xD8 { return second == 0x9F }
        if first == 0xDB { return second == 0x94 }
        if first == 0xD6 { return second == 0x89 }
        guard position + 2 < range.upperBound else { return false }
        let third = text[position + 2]
        switch (first, second) {
        case (0xE3, 0x80): return third == 0x82
        case (0xEF, 0xBC): return third == 0x81 || third == 0x9F || third == 0x8E
        case (0xEF, 0xBD): return third == 0xA1
        case (0xE0, 0xA5): return third == 0xA4 || third == 0xA5
        case (0xE2, 0x80): return third == 0xA6
        default: return false
        }
    }

    private static func isEnd(_ range: Range<Int>, of text: [UInt8]) -> Bool {
        var end = range.upperBound
        // Up to three closing quotes, brackets or blanks after the sign.
        for _ in 0..<3 {
            guard end > range.lowerBound else { return false }
            let last = text[end - 1]
            if last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") || last == UInt8(ascii: ")") || last == 0x20
                || last == UInt8(ascii: "]")
            {
                end -= 1
            } else if end - 3 >= range.lowerBound, text[end - 3] == 0xE2, text[end - 2] == 0x80,
                last >= 0x98 && last <= 0x9F || last == 0xB9 || last == 0xBA
            {
                end -= 3
            } else if end - 2 >= range.lowerBound, text[end - 2] == 0xC2, last == 0xBB || last == 0xAB {
                end -= 2
            } else if end - 3 >= range.lowerBound, text[end - 3] == 0xE3, text[end - 2] == 0x80,
                last == 0x8D || last == 0x8F
            {
                end -= 3
            } else {
                break
            }
        }
        guard end > range.lowerBound else { return false }
        switch text[end - 1] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        default: break
        }
        for length in 2...3 where end - length >= range.lowerBound && text[end - length] >= 0xC0 {
            return isWideEnd(at: end - length, in: range.lowerBound..<end, of: text)
        }
        return false
    }
}
