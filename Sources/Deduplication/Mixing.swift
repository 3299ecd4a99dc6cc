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

    static func hash(_ bytes: [UInt8]) -> UInt64 {
        // Eight bytes before the first, which `hash(_:from:to:)` reads past.
        let padded = [UInt8](repeating: 0, count: 8) + bytes
        return padded.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return 0 }
            return hash(base, from: 8, to: raw.count)
        }
    }

    /// A hash of a stretch of bytes, eight at a time. The eight bytes before its end must be readable, whatever they are.
    @inline(__always)
    static func hash(_ base: UnsafeRawPointer, from start: Int, to end: Int) -> UInt64 {
        var hash = k0 ^ UInt64(truncatingIfNeeded: end &- start)
        var i = start
        while i &+ 8 <= end {
            hash = mix(hash ^ base.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian, k1)
            i &+= 8
        }
        // The bytes that are left, the first one uppermost.
        let last = base.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self).bigEndian
        let tail = last & ((1 &<< UInt64(truncatingIfNeeded: 8 &* (end &- i))) &- 1)
        return mix(hash ^ tail, k0)
    }
}
