/// What the learned tables of words know about one.
struct WordLexicon: Sendable {
    private let section: HashedSection

    struct Entry: Equatable {
        /// 1...500; 0 for a word without clusters.
        var fine: UInt16 = 0
        /// 1...64; 0 for a word without clusters.
        var coarse: UInt8 = 0
        var gate: GateClass = []
    }

    init?(_ base: UnsafeRawPointer, bytes: Int) {
        guard let section = HashedSection(base, bytes: bytes) else { return nil }
        self.section = section
    }

    func find(_ hash: UInt64) -> Entry {
        let word = section.find(hash)
        return Entry(
            fine: UInt16(truncatingIfNeeded: word &>> 32), coarse: UInt8(truncatingIfNeeded: word &>> 48) & 0x7F,
            gate: GateClass(rawValue: UInt8(truncatingIfNeeded: word &>> 56) & 0x7F))
    }

    /// The section of a model that holds `entries`, the same bytes for the same entries.
    static func encode(_ entries: [UInt64: Entry]) -> [UInt8] {
        HashedSection.encode(entries) {
            UInt64($0.fine) &<< 32 | UInt64($0.coarse) &<< 48 | UInt64($0.gate.rawValue) &<< 56
        }
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
