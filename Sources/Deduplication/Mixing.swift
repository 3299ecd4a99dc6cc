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

    /// A hash of some bytes, eight at a time.
    static func hash(_ bytes: Span<UInt8>) -> UInt64 {
        var hash = k0 ^ UInt64(truncatingIfNeeded: bytes.count)
        let whole = bytes.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
            hash = mix(hash ^ bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian, k1)
        }
        // The bytes that are left, the first one uppermost.
        var tail: UInt64 = 0
        for i in whole..<bytes.count { tail = tail << 8 | UInt64(bytes[i]) }
        return mix(hash ^ tail, k0)
    }

    /// The same of the first `count` bytes (less than eight) of a word, the first one lowermost.
    @inline(__always)
    static func hash(_ word: UInt64, count: Int) -> UInt64 {
        mix(k0 ^ UInt64(truncatingIfNeeded: count) ^ head(word, count), k0)
    }

    /// The same of eight bytes and the first `count` (less than eight) of eight more.
    @inline(__always)
    static func hash(_ first: UInt64, then second: UInt64, count: Int) -> UInt64 {
        mix(mix(k0 ^ UInt64(truncatingIfNeeded: 8 &+ count) ^ first, k1) ^ head(second, count), k0)
    }

    /// The first of the bytes of a word, from the lowermost on; the first of them uppermost.
    @inline(__always)
    private static func head(_ word: UInt64, _ count: Int) -> UInt64 {
        // In two steps, since a shift by 64 for none of them would be one by 0.
        (word.byteSwapped &>> 8) &>> UInt64(truncatingIfNeeded: 56 &- 8 &* count)
    }

    /// The same of a stretch of bytes. The eight bytes before its end must be readable, whatever they are.
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
