/// 64-bit hashes of words and of what is put together from them. The same on every machine and in every version: the
/// weights that ship are found by them.
enum WordHash {
    private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let second: UInt64 = 0xD6E8_FEB8_6659_FD93

    /// Of the bytes of a word.
    @inline(__always) static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let base = bytes.baseAddress else { return first }
        let raw = UnsafeRawPointer(base)
        var hash = UInt64(truncatingIfNeeded: bytes.count) &* first
        var i = 0
        while i &+ 8 <= bytes.count {
            let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
            hash = mixed(hash ^ eight)
            i &+= 8
        }
        var tail: UInt64 = 0
        var shift: UInt64 = 0
        while i < bytes.count {
            tail |= UInt64(bytes[i]) &<< shift
            shift &+= 8
            i &+= 1
        }
        return mixed(hash ^ tail)
    }

    static func of(_ text: [UInt8]) -> UInt64 { text.withUnsafeBufferPointer { of($0) } }
    static func of(_ text: StaticString) -> UInt64 {
        of(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always) static func mixed(_ value: UInt64) -> UInt64 {
        var v = value &* second
        v ^= v &>> 32
        v = v &* first
        return v ^ (v &>> 29)
    }

    /// Of two things in this order.
    @inline(__always) static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
        (a ^ (b &* first &+ 0x1234_5678_9ABC_DEF1)) &* second
    }

    /// A phrase, grown word by word from 0.
    @inline(__always) static func phrase(_ hash: UInt64, adding word: UInt64) -> UInt64 { mixed(hash &+ word) }
}
