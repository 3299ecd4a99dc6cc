/// Every word that means something to a grammar, with all that it can mean. Immutable once built.
///
/// An open-addressed table over packed words: a miss, by far the most frequent answer, costs one multiplication and
/// one probe.
struct Lexicon: Sendable {
    static let shared = Lexicon()

    /// Entry 0 is the unknown word.
    private(set) var entries: [Entry] = [Entry()]
    private var keys: [(low: UInt64, high: UInt64)] = [(0, 0)]
    private var slots: [UInt16]
    private var building: [String: Int] = [:]

    private static let slotCount = 4096

    /// What one word can mean; most words mean one thing, a few ("second", "march", "pound") several.
    struct Entry: Sendable {
        var roles: Role = []
        var keyword = Keyword.none
        /// 1...12
        var month: UInt8 = 0
        /// 1 = Monday ... 7
        var weekday: UInt8 = 0
        /// 0...90, -1: none
        var cardinal: Int8 = -1
        /// first ... = 1...
        var ordinal: UInt8 = 0
        /// million = 6
        var power: UInt8 = 0
        /// Place in `Unit.names`; 0: none.
        var unit: UInt8 = 0
        /// Place in `Currency.all`; 0: none.
        var currency: UInt8 = 0
        /// Place in `Currency.countries`; 0: none.
        var country: UInt8 = 0
        var period = Period.none
        /// Place in `Zone.offsets`; 0: none.
        var zone: UInt8 = 0
    }

    @inline(__always) func find(_ key: WordKey) -> Int {
        guard key.count <= WordKey.longest else { return 0 }
        var slot = key.hash & (Self.slotCount - 1)
        while true {
            let candidate = Int(slots[slot])
            if candidate == 0 { return 0 }
            if keys[candidate].low == key.low, keys[candidate].high == key.high { return candidate }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
    }

    @inline(__always) func roles(_ entry: Int) -> Role { entries[entry].roles }

    private init() {
        slots = [UInt16](repeating: 0, count: Self.slotCount)
        addVocabulary()
        building = [:]
    }

    /// Changes the entry of each word of a blank-separated list, which is made where it is new.
    mutating func each(_ words: String, _ change: (inout Entry) -> Void) {
        for word in words.split(whereSeparator: \.isWhitespace) {
            let name = String(word)
            if let known = building[name] {
                change(&entries[known])
                continue
            }
            var entry = Entry()
            change(&entry)
            insert(WordKey(name), at: entries.count)
            building[name] = entries.count
            entries.append(entry)
        }
    }

    private mutating func insert(_ key: WordKey, at index: Int) {
        precondition(key.count <= WordKey.longest && index < Self.slotCount / 2, "lexicon word or table too long")
        keys.append((key.low, key.high))
        var slot = key.hash & (Self.slotCount - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
        slots[slot] = UInt16(index)
    }
}
