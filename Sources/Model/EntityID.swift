/// 64 bits that name an entity in every article and every run: the head of SHA-256 over what identifies it.
package struct EntityID: Sendable, Hashable, Comparable {
    package var value: UInt64

    @inlinable package init(value: UInt64) { self.value = value }

    @inlinable package static func < (a: EntityID, b: EntityID) -> Bool { a.value < b.value }
}

extension EntityID: CustomStringConvertible {
    /// 16 lower-case hex digits.
    package var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
