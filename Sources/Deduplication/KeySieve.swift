/// Tells of most keys that they are not among some given ones: a bit for every stretch of keys that has one of them.
///
/// Keys are hashes, so they are spread evenly; there are 16 to 32 stretches to each.
struct KeySieve {
    private var bits: [UInt64]
    private let shift: UInt64
    private let mask: UInt64

    /// - Parameters:
    ///   - keyBits: how many of the lower bits of the keys are used.
    ///   - count: how many keys there will be, about.
    init(keyBits: Int, count: Int) {
        var stretchBits = 6
        while stretchBits < keyBits, 1 << stretchBits < 16 * count { stretchBits += 1 }
        bits = Array(repeating: 0, count: 1 << (stretchBits - 6))
        shift = UInt64(keyBits - stretchBits)
        mask = 1 << UInt64(stretchBits) - 1
    }

    mutating func insert(_ key: UInt64) {
        let stretch = key &>> shift & mask
        bits[Int(truncatingIfNeeded: stretch &>> 6)] |= 1 &<< (stretch & 63)
    }

    @inline(__always)
    func mayContain(_ key: UInt64) -> Bool {
        let stretch = key &>> shift & mask
        return bits[Int(truncatingIfNeeded: stretch &>> 6)] &>> (stretch & 63) & 1 == 1
    }
}
