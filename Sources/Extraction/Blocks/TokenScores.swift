/// What the tokens of some names or words have meant on the pages of the training: most, least and sum of their scores.
struct TokenScores: Equatable {
    var most: Int16 = 0
    var least: Int16 = 0
    var sum: Int32 = 0

    @inline(__always) mutating func add(_ score: Int8) {
        most = max(most, Int16(score))
        least = min(least, Int16(score))
        sum &+= Int32(score)
    }

    @inline(__always) mutating func add(_ other: TokenScores) {
        most = max(most, other.most)
        least = min(least, other.least)
        sum &+= other.sum
    }
}

/// Where a token stands; the same token has another score in each place.
enum TokenPlace: UInt64, CaseIterable {
    /// The block's own element, the three elements around it, everything above.
    case own = 0x2545_F491_4F6C_DD1D
    case near = 0x9E6C_63D0_676A_9A99
    case far = 0xD6E8_FEB8_6659_FD93
    /// A word of a short block, or of the beginning of a longer one.
    case word = 0xA076_1D64_78BD_642F
}

/// Hashes of tokens, 64 bits wide while they are made and 32 in the table.
enum TokenHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always) static func extend(_ hash: UInt64, by byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    @inline(__always) static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first &* 0x9E37_79B9_7F4A_7C15) ^ second
    }

    @inline(__always) static func entry(_ hash: UInt64, _ place: TokenPlace) -> UInt32 {
        UInt32(truncatingIfNeeded: ((hash ^ place.rawValue) &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
}
