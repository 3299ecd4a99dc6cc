/// The distinct words met so far, each with its record and, per slot, the sum of the weights of its features.
///
/// A pure cache: what it says about a word depends on the word and the model alone, so it may be emptied at any time.
/// Seven words of eight are found here, and most of a word's features cost one vector addition.
struct WordTable {
    private(set) var records: [WordRecord] = []
    private(set) var sums: [SIMD16<Int16>] = []
    /// With `keepsRows`, the rows behind every sum, for training: those of vector i are `rows[rowStarts[i]..<rowStarts[i + 1]]`.
    private(set) var rows: [UInt32] = []
    private(set) var rowStarts: [Int32] = [0]
    private var slots: [Int32]
    private var mask: Int
    private let model: EntityModel
    private let keepsRows: Bool
    private var lower: [UInt8] = []

    /// What stands before and after every sentence.
    static let boundary: Int32 = 0
    /// Words kept from one document to the next.
    static let limit = 1 << 16

    init(_ model: EntityModel, keepsRows: Bool = false) {
        self.model = model
        self.keepsRows = keepsRows
        slots = [Int32](repeating: -1, count: 1 << 12)
        mask = slots.count - 1
        addBoundary()
    }

    /// Empties the table when it has grown too large. To be called between documents.
    mutating func trim() {
        guard records.count > Self.limit, !keepsRows else { return }
        records.removeAll()
        sums.removeAll()
        slots = [Int32](repeating: -1, count: 1 << 12)
        mask = slots.count - 1
        addBoundary()
    }

    private mutating func addBoundary() {
        var record = WordRecord()
        record.lower = WordHash.of("\u{1}")
        record.collapsed = WordHash.of("\u{2}")
        record.shape = record.collapsed
        addSums(record, Affixes(lower: [1]))
        records.append(record)
    }

    /// The record of a word, made where it is new.
    @inline(__always) mutating func record(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = WordHash.of(bytes)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let index = slots[slot]
            if index < 0 { return add(bytes, hash, slot) }
            if records[Int(index)].hash == hash { return index }
            slot = (slot &+ 1) & mask
        }
    }

    /// The record of a word by its hash; -1 where it has not been met.
    func find(_ hash: UInt64) -> Int32 {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let index = slots[slot]
            if index < 0 || records[Int(index)].hash == hash { return index }
            slot = (slot &+ 1) & mask
        }
    }

    /// Changes the part of a record that is about the document at hand.
    @inline(__always) mutating func update(_ index: Int32, _ change: (inout WordRecord) -> Void) {
        change(&records[Int(index)])
    }

    @inline(never) private mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ slot: Int
    ) -> Int32 {
        let index = Int32(records.count)
        slots[slot] = index
        lower.removeAll(keepingCapacity: true)
        LetterCase.lower(bytes, into: &lower)
        var record = WordRecord()
        record.hash = hash
        record.lowerBytes = WordHash.of(lower)
        WordShape.describe(bytes, &record)
        record.phrase = WordHash.phrase(0, adding: hash)
        var phrase = model.phrases.find(record.phrase)
        if record.traits.contains(.allUpper), phrase.lists == 0, bytes.count > 3 {
            phrase.lists = model.phrases.find(WordHash.phrase(0, adding: WordShape.titleHash(bytes, lower))).lists
        }
        record.lists = phrase.lists
        if phrase.isPrefix { record.traits.insert(.beginsPhrase) }
        let learned = model.lexicon.find(hash)
        record.gate = learned.gate
        let known = learned.fine > 0 ? learned : model.lexicon.find(record.lowerBytes)
        record.fine = known.fine
        record.coarse = known.coarse
        // "’s" is "'s".
        if record.traits.contains(.joiner), lower.first == 0xE2 { lower.replaceSubrange(0..<3, with: [0x27]) }
        for i in lower.indices where lower[i] &- UInt8(ascii: "0") < 10 { lower[i] = UInt8(ascii: "0") }
        record.lower = WordHash.of(lower)
        addSums(record, Affixes(lower: lower))
        records.append(record)
        if records.count * 2 > slots.count { grow() }
        return index
    }

    private mutating func addSums(_ record: WordRecord, _ affixes: Affixes) {
        for slot in Slot.allCases {
            var sum = SIMD16<Int16>.zero
            WordTemplates.each(slot, record, affixes: affixes) { hash in
                let row = model.row(hash)
                sum &+= model.weights(of: row)
                if keepsRows { rows.append(row) }
            }
            sums.append(sum)
            if keepsRows { rowStarts.append(Int32(rows.count)) }
        }
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for index in records.indices.dropFirst() {
            var slot = Int(truncatingIfNeeded: records[index].hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(index)
        }
    }
}
