/// The gazetteer's lists as one hash table of phrases. A phrase is the hash of its words; the beginnings of longer phrases
/// are in the table too, so a search stops as soon as nothing longer can follow.
struct PhraseTable: Sendable {
    nonisolated(unsafe) private let base: UnsafeRawPointer
    private let mask: Int

    /// What the table knows of a phrase. 8 bytes: 32 of the hash, then these.
    struct Entry: Equatable {
        /// A bit for every list that the phrase is in.
        var lists: UInt16 = 0
        /// A longer phrase begins with this one.
        var isPrefix = false
    }

    init?(_ base: UnsafeRawPointer, bytes: Int) {
        let slots = bytes / 8
        guard slots.nonzeroBitCount == 1, slots * 8 == bytes else { return nil }
        self.base = base
        mask = slots - 1
    }

    @inline(__always) func find(_ hash: UInt64) -> Entry {
        let tag = UInt32(truncatingIfNeeded: hash &>> 32)
        var slot = Int(truncatingIfNeeded: hash) & mask
        // A damaged table without an empty slot must not hang the search.
        for _ in 0..<64 {
            let word = UInt64(littleEndian: base.load(fromByteOffset: slot &* 8, as: UInt64.self))
            if word == 0 { return Entry() }
            if UInt32(truncatingIfNeeded: word) == tag {
                return Entry(lists: UInt16(truncatingIfNeeded: word &>> 32), isPrefix: word &>> 48 & 1 == 1)
            }
            slot = (slot &+ 1) & mask
        }
        return Entry()
    }

    /// The section of a model that holds `entries`, the same bytes for the same entries.
    static func encode(_ entries: [UInt64: Entry]) -> [UInt8] {
        let slots = HashedSection.slots(for: entries.count)
        var table = [UInt64](repeating: 0, count: slots)
        for (hash, entry) in entries.sorted(by: { $0.key < $1.key }) {
            let word = hash &>> 32 | UInt64(entry.lists) &<< 32 | (entry.isPrefix ? 1 &<< 48 : 0) | 1 &<< 63
            HashedSection.insert(word, at: hash, into: &table)
        }
        return HashedSection.bytes(table)
    }
}

/// What the learned tables of words know about one.
struct WordLexicon: Sendable {
    nonisolated(unsafe) private let base: UnsafeRawPointer
    private let mask: Int

    struct Entry: Equatable {
        /// 1...500; 0 for a word without clusters.
        var fine: UInt16 = 0
        /// 1...64; 0 for a word without clusters.
        var coarse: UInt8 = 0
        var gate: GateClass = []
    }

    init?(_ base: UnsafeRawPointer, bytes: Int) {
        let slots = bytes / 8
        guard slots.nonzeroBitCount == 1, slots * 8 == bytes else { return nil }
        self.base = base
        mask = slots - 1
    }

    func find(_ hash: UInt64) -> Entry {
        let tag = UInt32(truncatingIfNeeded: hash &>> 32)
        var slot = Int(truncatingIfNeeded: hash) & mask
        for _ in 0..<64 {
            let word = UInt64(littleEndian: base.load(fromByteOffset: slot &* 8, as: UInt64.self))
            if word == 0 { return Entry() }
            if UInt32(truncatingIfNeeded: word) == tag {
                return Entry(
                    fine: UInt16(truncatingIfNeeded: word &>> 32),
                    coarse: UInt8(truncatingIfNeeded: word &>> 48) & 0x7F,
                    gate: GateClass(rawValue: UInt8(truncatingIfNeeded: word &>> 56) & 0x7F))
            }
            slot = (slot &+ 1) & mask
        }
        return Entry()
    }

    static func encode(_ entries: [UInt64: Entry]) -> [UInt8] {
        let slots = HashedSection.slots(for: entries.count)
        var table = [UInt64](repeating: 0, count: slots)
        for (hash, entry) in entries.sorted(by: { $0.key < $1.key }) {
            let word =
                hash &>> 32 | UInt64(entry.fine) &<< 32 | UInt64(entry.coarse) &<< 48
                | UInt64(entry.gate.rawValue) &<< 56 | 1 &<< 63
            HashedSection.insert(word, at: hash, into: &table)
        }
        return HashedSection.bytes(table)
    }
}

/// What words of small letters and digits can be to the names beside them; learned.
struct GateClass: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    /// Between two capitals: Bank "of" England.
    static let connector = GateClass(rawValue: 1)
    /// Behind a capital: the 1996 "elections".
    static let trailing = GateClass(rawValue: 2)
    /// Before a capital: "bin" Laden, "the" Hague.
    static let leading = GateClass(rawValue: 4)
    /// A name as it stands.
    static let name = GateClass(rawValue: 8)
}

/// Open addressing with 64-bit slots, as sections of a model hold it. Slot 0 is an empty one.
enum HashedSection {
    static func slots(for count: Int) -> Int {
        var slots = 16
        while slots * 4 < count * 5 { slots *= 2 }
        return slots
    }

    static func insert(_ word: UInt64, at hash: UInt64, into table: inout [UInt64]) {
        let mask = table.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while table[slot] != 0 { slot = (slot + 1) & mask }
        table[slot] = word
    }

    static func bytes(_ table: [UInt64]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(table.count * 8)
        for word in table { withUnsafeBytes(of: word.littleEndian) { out.append(contentsOf: $0) } }
        return out
    }
}
