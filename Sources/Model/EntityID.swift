/// 64 bits that name an entity in every article and every run: the head of SHA-256 over what identifies it.
package struct EntityID: Sendable, Hashable, Comparable {
    package var value: UInt64

    @inlinable package init(value: UInt64) { self.value = value }

    @inlinable package static func == (a: EntityID, b: EntityID) -> Bool { a.value == b.value }
    @inlinable package static func < (a: EntityID, b: EntityID) -> Bool { a.value < b.value }
}

extension EntityID: CustomStringConvertible {
    /// 16 lower-case hex digits.
    package var description: String {
        String(unsafeUninitializedCapacity: 16) { digits in
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * place)) & 15
                digits[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 16
        }
    }
}
