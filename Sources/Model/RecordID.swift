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
        String(unsafeUninitializedCapacity: 32) { digits in
            for place in 0..<32 {
                let word = place < 16 ? high : low
                let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * (place & 15))) & 15
                digits[place] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
            }
            return 32
        }
    }

    /// Reads 32 hex digits.
    package init?(_ text: String) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }
}
