internal import Text

/// Eight bytes of a text with which a word may begin.
struct WordHead {
    private let word: UInt64

    /// The bytes, the first one lowermost, with their letters in lower case; digits stay what they are.
    let lower: UInt64
    /// How many ASCII letters they begin with.
    let letters: Int

    /// - Parameter word: the bytes, the first one lowermost.
    @inline(__always)
    init(_ word: UInt64) {
        self.word = word
        lower = word | 0x2020_2020_2020_2020
        // The upper bit of every byte that is one of A to Z when it is in upper case.
        let upper = word & 0x5F5F_5F5F_5F5F_5F5F
        let isLetter = (upper &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(upper &+ 0x2525_2525_2525_2525)
        letters = Self.leading(isLetter & ~word)
    }

    /// The digits that they begin with, and the points and commas between two of them, all as points: the bytes, the first
    /// one lowermost, and how many of them these are.
    @inline(__always)
    var number: (bytes: UInt64, count: Int) {
        // The upper bit of every byte that is a digit, and of every one that is such a point or comma.
        let seven = word & 0x7F7F_7F7F_7F7F_7F7F
        let isDigit =
            (seven &+ 0x5050_5050_5050_5050) & ~(seven &+ 0x4646_4646_4646_4646) & ~word & 0x8080_8080_8080_8080
        let isOther = (seven | 0x0202_0202_0202_0202) ^ 0x2E2E_2E2E_2E2E_2E2E &+ 0x7F7F_7F7F_7F7F_7F7F
        let isPoint = ~(isOther | word) & isDigit &<< 8 & isDigit &>> 8
        return (word | isPoint &>> 6, Self.leading(isDigit | isPoint))
    }

    /// `Tokens.Look.capital` for a word that begins with one, no bit for any other word and for digits.
    @inline(__always)
    var capital: UInt8 { UInt8(truncatingIfNeeded: ~word >> 5 & 1) &* Tokens.Look.capital.rawValue }

    @inline(__always)
    var isCapital: Bool { capital != 0 }

    /// - Parameter place: 0 to 7
    @inline(__always)
    func byte(at place: Int) -> UInt8 { UInt8(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: 8 &* place)) }

    /// How many bytes have their upper bit set before the first that has not.
    @inline(__always)
    private static func leading(_ bits: UInt64) -> Int { (~bits & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3 }

    // MARK: What stands between words

    /// Whether a word of letters ends before a byte that is none.
    @inline(__always)
    static func isEnded(by byte: UInt8) -> Bool { byte < 0x80 && !byte.isASCIIDigit && byte != UInt8(ascii: "'") }

    /// `Tokens.Look.opensSentence` for a byte between two words, one of ASCII, that ends a sentence or a line.
    @inline(__always)
    static func stop(_ byte: UInt8) -> UInt8 {
        // A bit for each of the first 64 characters.
        UInt8(truncatingIfNeeded: stops &>> UInt64(byte)) & (~byte >> 6) & 1 &* Tokens.Look.opensSentence.rawValue
    }

    private static let stops: UInt64 =
        1 << 0x0A | 1 << 0x21 | 1 << 0x22 | 1 << 0x27 | 1 << 0x2E | 1 << 0x3A | 1 << 0x3F  // line feed ! " ' . : ?
}
