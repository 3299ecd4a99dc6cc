/// Open addressing with 64-bit slots, as sections of a model hold it: the upper half of a key's hash in the lower half of
/// a slot, what is known of the key in the upper half. Slot 0 is an empty one.
struct HashedSection: Sendable {
    nonisolated(unsafe) private let base: UnsafeRawPointer
    private let mask: Int

    /// Nil unless `bytes` holds a power of two of slots.
    init?(_ base: UnsafeRawPointer, bytes: Int) {
        let slots = bytes / 8
        guard slots.nonzeroBitCount == 1, slots * 8 == bytes else { return nil }
        self.base = base
        mask = slots - 1
    }

    /// The slot of a key; 0 when the table does not know it.
    @inline(__always) func find(_ hash: UInt64) -> UInt64 {
        let tag = UInt32(truncatingIfNeeded: hash &>> 32)
        var slot = Int(truncatingIfNeeded: hash) & mask
        // A damaged table without an empty slot must not hang the search.
        for _ in 0..<64 {
            let word = UInt64(littleEndian: base.load(fromByteOffset: slot &* 8, as: UInt64.self))
            if word == 0 || UInt32(truncatingIfNeeded: word) == tag { return word }
            slot = (slot &+ 1) & mask
        }
        return 0
    }

    /// A section for keys by their hashes, each with what is known of it (the lower half of `knowledge` is not kept).
    /// The same bytes for the same entries.
    static func encode<Entry>(_ entries: [UInt64: Entry], _ knowledge: (Entry) -> UInt64) -> [UInt8] {
        var slots = 16
        while slots * 4 < entries.count * 5 { slots *= 2 }
        var table = [UInt64](repeating: 0, count: slots)
        for (hash, entry) in entries.sorted(by: { $0.key < $1.key }) {
            var slot = Int(truncatingIfNeeded: hash) & (slots - 1)
            while table[slot] != 0 { slot = (slot + 1) & (slots - 1) }
            table[slot] = hash &>> 32 | knowledge(entry) | 1 &<< 63
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(slots * 8)
        for word in table { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        return bytes
    }
}
