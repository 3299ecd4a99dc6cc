internal import Text

/// Numbers for the element names of one record, so that names are compared once and numbers after that.
///
/// A name is known by the 64-bit FNV-1a hash of its lower-case letters. Two names of one record that share a hash would
/// be taken for one another, which costs that record a field and nothing else.
struct MarkupNames {
    private var hashes: [UInt64] = []
    private var ranges: [Range<Int32>] = []
    /// Number plus one by hash; 0 = free. At most half full, a power of two.
    private var slots = [Int32](repeating: 0, count: 64)

    private static let limit = 10_000

    /// Where the first tag of this name has it.
    func range(of number: Int32) -> Range<Int>? {
        guard Int(number) < ranges.count else { return nil }
        return Int(ranges[Int(number)].lowerBound)..<Int(ranges[Int(number)].upperBound)
    }

    /// The number of a name given in lower case.
    func find(_ name: UnsafeBufferPointer<UInt8>) -> Int32? {
        let found = slots[slot(of: Self.hash(name))]
        return found == 0 ? nil : found - 1
    }

    /// The number of the name at `range`, a new one if need be; nil beyond ten thousand names.
    mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32? {
        let hash = Self.hash(UnsafeBufferPointer(rebasing: bytes[range]))
        let place = slot(of: hash)
        if slots[place] != 0 { return slots[place] - 1 }
        guard hashes.count < Self.limit else { return nil }
        hashes.append(hash)
        ranges.append(Int32(range.lowerBound)..<Int32(range.upperBound))
        slots[place] = Int32(hashes.count)
        if hashes.count * 2 > slots.count { grow() }
        return Int32(hashes.count - 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() { slots[slot(of: hash)] = Int32(number + 1) }
    }

    /// Where `hash` is, or the free slot where it belongs.
    private func slot(of hash: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        while slots[place] != 0, hashes[Int(slots[place]) - 1] != hash { place = (place + 1) & (slots.count - 1) }
        return place
    }

    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte.asciiLowered)) &* 0x100_0000_01B3 }
        return hash
    }
}
