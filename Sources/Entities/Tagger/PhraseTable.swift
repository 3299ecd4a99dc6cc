/// The gazetteer's lists as one hash table of phrases. A phrase is the hash of its words; the beginnings of longer phrases
/// are in the table too, so a search stops as soon as nothing longer can follow.
struct PhraseTable: Sendable {
    private let section: HashedSection

    /// What the table knows of a phrase. 8 bytes: 32 of the hash, then these.
    struct Entry: Equatable {
        /// A bit for every list that the phrase is in.
        var lists: UInt16 = 0
        /// A longer phrase begins with this one.
        var isPrefix = false
    }

    init?(_ base: UnsafeRawPointer, bytes: Int) {
        guard let section = HashedSection(base, bytes: bytes) else { return nil }
        self.section = section
    }

    @inline(__always) func find(_ hash: UInt64) -> Entry {
        let word = section.find(hash)
        return Entry(lists: UInt16(truncatingIfNeeded: word &>> 32), isPrefix: word &>> 48 & 1 == 1)
    }

    /// The section of a model that holds `entries`, the same bytes for the same entries.
    static func encode(_ entries: [UInt64: Entry]) -> [UInt8] {
        HashedSection.encode(entries) { UInt64($0.lists) &<< 32 | ($0.isPrefix ? 1 &<< 48 : 0) }
    }
}
