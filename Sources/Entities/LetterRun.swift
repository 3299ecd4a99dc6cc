/// Eight bytes of text at once: how many letters they begin with, as small letters.
struct LetterRun {
    /// 0...8
    let length: Int
    /// The letters in small, the first one in the lowest byte; zero behind them.
    let folded: UInt64
    let hasSmallLetter: Bool

    private static let tops: UInt64 = 0x8080_8080_8080_8080
    private static let caseBits: UInt64 = 0x2020_2020_2020_2020

    /// `word` is eight bytes of text as a little-endian machine reads them.
    @inline(__always) init(_ word: UInt64) {
        let lower = word | Self.caseBits
        let ascii = lower & ~Self.tops
        // A byte of at least "a" sets its top bit in the first sum, one beyond "z" in the second; no sum carries over.
        let atLeastA = ascii &+ 0x1F1F_1F1F_1F1F_1F1F
        let beyondZ = ascii &+ 0x0505_0505_0505_0505
        let others = ~(atLeastA & ~beyondZ & ~lower) & Self.tops
        length = others.trailingZeroBitCount >> 3
        // A shift by 64 gives zero, and with it a mask of all ones.
        let mask = ~(UInt64.max << UInt64(length * 8))
        folded = lower & mask
        hasSmallLetter = word & Self.caseBits & mask != 0
    }
}
