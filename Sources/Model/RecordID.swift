/// 128 bits that name a record for ever: the head of SHA-256 over its native id and its raw payload.
package struct RecordID: Sendable, Hashable, Comparable {
    package var high: UInt64
    package var low: UInt64

    @inlinable package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    @inlinable package static func < (a: RecordID, b: RecordID) -> Bool {
        a.high == b.high ? a.low < b.low : a.high < b.high
    }
}

extension RecordID: CustomStringConvertible {
    /// 32 lower-case hex digits.
    package var description: String {
        withDigits { digits in
            String(unsafeUninitializedCapacity: digits.count) { $0.initialize(fromContentsOf: digits) }
        }
    }

    /// Lends the digits of `description`.
    package func withDigits<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let words = SIMD4(Self.digits(high >> 32), Self.digits(high), Self.digits(low >> 32), Self.digits(low))
        return withUnsafeBytes(of: words) { body($0.assumingMemoryBound(to: UInt8.self)) }
    }

    /// The low 32 bits in eight hex digits, as they lie in memory.
    private static func digits(_ word: UInt64) -> UInt64 {
        // A half byte in each byte, the highest first in memory.
        var nibbles = (word & 0xFFFF) << 32 | (word >> 16 & 0xFFFF)
        nibbles = (nibbles & 0x00FF_0000_00FF) << 16 | (nibbles >> 8 & 0x00FF_0000_00FF)
        nibbles = (nibbles & 0x000F_000F_000F_000F) << 8 | (nibbles >> 4 & 0x000F_000F_000F_000F)
        let letters = (nibbles &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return (nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).littleEndian
    }

    /// Reads 32 hex digits.
    package init?(_ text: String) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }
}
