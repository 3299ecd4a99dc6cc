/// A word of up to 16 bytes, folded to small letters, packed into two machine words: equal keys are equal words.
struct WordKey: Equatable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    private(set) var count = 0

    /// Longer words are in no lexicon; the key then equals no other.
    static let longest = 16

    @inline(__always) mutating func append(_ byte: UInt8) {
        if count < 8 {
            low |= UInt64(byte) << UInt64(count &* 8)
        } else if count < Self.longest {
            high |= UInt64(byte) << UInt64((count &- 8) &* 8)
        }
        count &+= 1
    }

    /// Appends the `length` low bytes of `bytes`, the first of them lowest; the others are zero.
    @inline(__always) mutating func append(_ bytes: UInt64, length: Int) {
        if count == 0 {
            low = bytes
        } else if count < 8 {
            low |= bytes << UInt64(count &* 8)
            high |= bytes >> UInt64((8 &- count) &* 8)
        } else if count < Self.longest {
            high |= bytes << UInt64((count &- 8) &* 8)
        }
        count &+= length
    }

    /// The small letter of an ASCII or Latin-1 letter, byte by byte of its UTF-8.
    @inline(__always) static func folded(_ byte: UInt8, after previous: UInt8) -> UInt8 {
        if byte.isUpperLetter { return byte | 0x20 }
        return previous == 0xC3 && byte >= 0x80 && byte <= 0x9E ? byte | 0x20 : byte
    }

    init() {}

    init(_ word: some StringProtocol) {
        var previous: UInt8 = 0
        for byte in word.utf8 {
            append(Self.folded(byte, after: previous))
            previous = byte
        }
    }

    @inline(__always) var hash: Int {
        let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 44)
    }
}
