import Text

/// Cuts text into words. An ideograph or kana is a word; numbers are all the same word.
struct WordTokens {
    /// Hashes of the words of the last text that was read.
    private(set) var words: [UInt64] = []
    private(set) var digits = 0
    private(set) var capitals = 0
    private(set) var commas = 0

    mutating func read(_ range: Range<Int>, of text: [UInt8]) {
        words.removeAll(keepingCapacity: true)
        digits = 0
        capitals = 0
        commas = 0
        text.withUnsafeBufferPointer { text in
            var position = range.lowerBound
            let end = min(range.upperBound, text.count)
            while position < end {
                let length = Self.separator(at: position, end, text)
                if length > 0 {
                    if text[position] == UInt8(ascii: ",") { commas += 1 }
                    position += length
                } else if Self.isCharacterWord(text[position]) {
                    var hash = TokenHash.seed
                    let next = min(position + 3, end)
                    while position < next {
                        hash = TokenHash.extend(hash, by: text[position])
                        position += 1
                    }
                    words.append(hash)
                } else {
                    position = readWord(from: position, to: end, text)
                }
            }
        }
    }

    @inline(__always) private mutating func readWord(
        from start: Int, to end: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var position = start
        var hash = TokenHash.seed
        var isNumber = true
        while position < end {
            let byte = text[position]
            if byte < 0x80 {
                guard byte.isASCIIAlphanumeric else { break }
                if byte.isASCIIDigit {
                    digits += 1
                } else {
                    isNumber = false
                    if byte.isASCIIUpper { capitals += 1 }
                }
                hash = TokenHash.extend(hash, by: byte.asciiLowered)
            } else {
                if Self.isCharacterWord(byte) || Self.separator(at: position, end, text) > 0 { break }
                isNumber = false
                hash = TokenHash.extend(hash, by: byte)
            }
            position += 1
        }
        words.append(isNumber ? 1 : hash)
        return max(position, start + 1)
    }

    /// Bytes of the separator at `position`, 0 inside a word: ASCII signs, Latin-1 signs, general and CJK punctuation.
    @inline(__always) private static func separator(
        at position: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Int {
        let byte = text[position]
        if byte < 0x80 { return byte.isASCIIAlphanumeric ? 0 : 1 }
        if byte == 0xC2 { return 2 }
        guard position + 1 < end else { return 0 }
        if byte == 0xE2, text[position + 1] < 0xB0 { return 3 }
        if byte == 0xE3, text[position + 1] == 0x80 { return 3 }
        if byte == 0xEF, text[position + 1] >= 0xBC { return 3 }
        return 0
    }

    @inline(__always) private static func isCharacterWord(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xE9 }

    /// The words that are looked up: all of a short block, the first four of a longer one; and pairs.
    @inline(__always) static func forEachToken(_ words: [UInt64], width: Int, _ use: (UInt64) -> Void) {
        let count = width <= 120 ? min(words.count, 30) : min(words.count, 4)
        for position in 0..<count {
            use(words[position])
            if position > 0 { use(TokenHash.pair(words[position - 1], words[position])) }
        }
    }
}
