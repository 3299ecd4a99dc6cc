/// Hashes that are the same on every machine and in every version: what the index keeps is made of them.
enum Mixing {
    static let k0: UInt64 = 0xA076_1D64_78BD_642F
    static let k1: UInt64 = 0xE703_7ED1_A0B4_28DB

    /// The 128-bit product of two words folded to 64 bits (Wang Yi's wyhash).
    @inline(__always)
    static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    static func hash(_ bytes: [UInt8]) -> UInt64 { hash(bytes.span, 0..<bytes.count) }

    /// A hash of a stretch of bytes, eight at a time.
    static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        bytes.withUnsafeBytes { raw in
            var hash = k0 ^ UInt64(range.count)
            var i = range.lowerBound
            while i + 8 <= range.upperBound {
                hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian, k1)
                i += 8
            }
            var tail: UInt64 = 0
            while i < range.upperBound {
                tail = tail << 8 | UInt64(raw[i])
                i += 1
            }
            return mix(hash ^ tail, k0)
        }
    }
}
