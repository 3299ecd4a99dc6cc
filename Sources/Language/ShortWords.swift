/// Words of at most five letters in a table where each has a slot of its own.
struct ShortWords {
    /// The letters, the first one lowest, and the place in the list above them; 0 for an empty slot.
    private var slots: [UInt64]

    /// Words of lower-case letters. Traps when two fall into one slot: then `multiplier` needs another value.
    init(_ list: [String]) {
        slots = Array(repeating: 0, count: 64)
        for (kind, text) in list.enumerated() {
            let word = text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
            let slot = Self.slot(of: word)
            precondition(slots[slot] == 0 && text.utf8.count <= 5, "\(text) has no slot of its own")
            slots[slot] = UInt64(kind) << Self.lettersBits | word
        }
    }

    /// Place in the list.
    @inline(__always)
    func kind(of word: UInt64) -> Int? {
        let entry = slots[Self.slot(of: word)]
        guard entry & (1 << Self.lettersBits - 1) == word else { return nil }
        return Int(truncatingIfNeeded: entry >> Self.lettersBits)
    }

    private static let lettersBits: UInt64 = 40
    /// Found by trial for the list of `EnglishWords`.
    private static let multiplier: UInt64 = 0x647E_C154_3B6B_D0A5

    private static func slot(of word: UInt64) -> Int { Int(truncatingIfNeeded: (word &* multiplier) >> 58) }
}
