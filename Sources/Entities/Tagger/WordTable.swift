/// The distinct words met so far, each with its record and, per slot, the sum of the weights of its features.
///
/// A pure cache: what it says about a word depends on the word and the model alone, so it may be emptied at any time.
/// Seven words of eight are found here, and most of a word's features cost one vector addition.
struct WordTable {
    private(set) var records: [WordRecord] = []
    /// Of each record, about the document at hand.
    private(set) var uses: [WordUse] = []
    /// Of each record and slot; made when first asked for, as most words never stand near a name.
    private var sums: [LabelSum] = []
    /// Of each record, a bit for every slot whose sum is made.
    private var made: [UInt16] = []
    /// Of each record, the hash of its last three letters.
    private var endings: [UInt64] = []
    /// With `keepsRows`, the rows behind every sum, for training: those of vector i are `rows[rowStarts[i]..<rowStarts[i + 1]]`.
    private(set) var rows: [UInt32] = []
    private(set) var rowStarts: [Int32] = [0]
    /// Open addressing: the upper half of a word's hash, then its record; 0 is an empty slot, as record 0 is in none.
    private var slots: [UInt64]
    private let model: EntityModel
    private let keepsRows: Bool
    private var lower: [UInt8] = []

    /// What stands before and after every sentence.
    static let boundary: Int32 = 0
    /// Words kept from one document to the next.
    static let limit = 1 << 16
    private static let fewestSlots = 1 << 12

    init(_ model: EntityModel, keepsRows: Bool = false) {
        self.model = model
        self.keepsRows = keepsRows
        slots = [UInt64](repeating: 0, count: Self.fewestSlots)
        addBoundary()
    }

    /// Empties the table when it has grown too large. To be called between documents.
    mutating func trim() {
        guard records.count > Self.limit, !keepsRows else { return }
        records.removeAll()
        uses.removeAll()
        sums.removeAll()
        made.removeAll()
        endings.removeAll()
        slots = [UInt64](repeating: 0, count: Self.fewestSlots)
        addBoundary()
    }

    private mutating func addBoundary() {
        var record = WordRecord()
        record.lower = WordHash.of("\u{1}")
        record.collapsed = WordHash.of("\u{2}")
        record.shape = record.collapsed
        append(record, lower: [1])
    }

    // MARK: Looking up

    /// Guesses the record of each word by half of its hash; -1 for words that are not there. Nothing waits for a slot to come from
    /// memory before the next is asked for, which is most of what a look-up costs.
    func guess(_ hashes: [UInt64], into records: inout [Int32]) {
        let mask = slots.count - 1
        let slots = slots.span
        var records = records.mutableSpan
        for place in hashes.indices {
            let hash = hashes[place]
            var slot = Int(truncatingIfNeeded: hash) & mask
            var entry = slots[slot]
            while entry != 0, (entry ^ hash) &>> 32 != 0 {
                slot = (slot &+ 1) & mask
                entry = slots[slot]
            }
            records[place] = entry == 0 ? -1 : Int32(truncatingIfNeeded: entry)
        }
    }

    /// Notes the words of document `number` from `start` on, each with the one before and the one after that is the same.
    ///
    /// - Parameter records: as guessed.
    /// - Returns: the place of the first word of which the guess is wrong; the count where there is none.
    mutating func note(
        _ words: inout [Word], from start: Int, _ hashes: [UInt64], in number: Int32, records: [Int32],
        earlier: inout [Int32], later: inout [Int32]
    ) -> Int {
        let count = words.count
        let hashes = hashes.span
        let records = records.span
        var words = words.mutableSpan
        var earlier = earlier.mutableSpan
        var later = later.mutableSpan
        var uses = uses.mutableSpan
        var place = start
        while place < count {
            let index = Int(records[place])
            guard index >= 0, uses[index].hash == hashes[place] else { return place }
            let flags = words[place].flags.union(uses[index].flags)
            words[place].flags = flags
            let before = uses[index].note(place, in: number, isFirst: flags.contains(.sentenceFirst))
            earlier[place] = before
            later[place] = -1
            if before >= 0 { later[Int(before)] = Int32(truncatingIfNeeded: place) }
            place &+= 1
        }
        return count
    }

    /// The record of a word, made where it is new.
    mutating func record(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32 {
        let known = find(hash)
        return known >= 0 ? known : add(bytes, hash)
    }

    /// The record of a word by its hash; -1 where it has not been met.
    func find(_ hash: UInt64) -> Int32 {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return -1 }
            let index = Int32(truncatingIfNeeded: entry)
            if (entry ^ hash) &>> 32 == 0, uses[Int(index)].hash == hash { return index }
            slot = (slot &+ 1) & mask
        }
    }

    /// Adds to what is seen of a word in the document at hand.
    mutating func see(_ seen: WordUse.Seen, of index: Int32) { uses[Int(index)].seen.formUnion(seen) }

    // MARK: Sums

    /// The number of a vector: of a record in a slot.
    @inline(__always) static func vector(_ index: Int32, _ slot: Slot) -> Int {
        Int(index) &* Slot.count &+ slot.rawValue
    }

    /// The sum of the weights of a word's features in a slot.
    @inline(__always) mutating func sum(_ index: Int32, _ slot: Slot) -> LabelSum {
        if made[Int(index)] & (1 &<< UInt16(slot.rawValue)) == 0 { make(index, slot) }
        return sums[Self.vector(index, slot)]
    }

    @inline(never) private mutating func make(_ index: Int32, _ slot: Slot) {
        var sum = LabelSum.zero
        WordTemplates.each(slot, records[Int(index)], ending: endings[Int(index)]) {
            sum &+= model.weights(of: model.row($0))
        }
        put(sum, index, slot)
    }

    private mutating func put(_ sum: LabelSum, _ index: Int32, _ slot: Slot) {
        sums[Self.vector(index, slot)] = sum
        made[Int(index)] |= 1 &<< UInt16(slot.rawValue)
    }

    // MARK: Adding

    @inline(never) private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32 {
        lower.removeAll(keepingCapacity: true)
        LetterCase.lower(bytes, into: &lower)
        var record = WordRecord()
        record.hash = hash
        record.lowerBytes = WordHash.of(lower)
        WordShape.describe(bytes, &record)
        record.phrase = WordHash.phrase(0, adding: record.hash)
        var phrase = model.phrases.find(record.phrase)
        if record.traits.contains(.allUpper), phrase.lists == 0, bytes.count > 3 {
            phrase.lists = model.phrases.find(WordHash.phrase(0, adding: WordShape.titleHash(bytes, lower))).lists
        }
        record.lists = phrase.lists
        if phrase.isPrefix { record.traits.insert(.beginsPhrase) }
        let learned = model.lexicon.find(record.hash)
        record.gate = learned.gate
        let known = learned.fine > 0 ? learned : model.lexicon.find(record.lowerBytes)
        record.fine = known.fine
        record.coarse = known.coarse
        // "’s" is "'s".
        if record.traits.contains(.joiner), lower.first == 0xE2 { lower.replaceSubrange(0..<3, with: [0x27]) }
        for i in lower.indices where lower[i] &- UInt8(ascii: "0") < 10 { lower[i] = UInt8(ascii: "0") }
        record.lower = WordHash.of(lower)
        let index = Int32(records.count)
        append(record, lower: lower)
        if records.count * 2 > slots.count { grow() } else { enter(index) }
        return index
    }

    private mutating func append(_ record: WordRecord, lower: [UInt8]) {
        let index = Int32(records.count)
        records.append(record)
        uses.append(WordUse(record))
        sums.append(contentsOf: repeatElement(.zero, count: Slot.count))
        made.append(0)
        endings.append(lower.withUnsafeBufferPointer { Affixes.ending($0, 3) })
        if keepsRows {
            keepRows(index, record, lower)
        } else if Gate.mayBeCandidate(record) {
            var sum = LabelSum.zero
            lower.withUnsafeBufferPointer {
                WordTemplates.current(record, lower: $0) { sum &+= model.weights(of: model.row($0)) }
            }
            put(sum, index, .current)
        }
    }

    private mutating func keepRows(_ index: Int32, _ record: WordRecord, _ lower: [UInt8]) {
        lower.withUnsafeBufferPointer { lower in
            WordTemplates.current(record, lower: lower) { rows.append(model.row($0)) }
        }
        rowStarts.append(Int32(rows.count))
        for slot in Slot.allCases.dropFirst() {
            WordTemplates.each(slot, record, ending: endings[Int(index)]) { rows.append(model.row($0)) }
            rowStarts.append(Int32(rows.count))
        }
    }

    private mutating func enter(_ index: Int32) {
        let mask = slots.count - 1
        let hash = uses[Int(index)].hash
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot &+ 1) & mask }
        slots[slot] = (hash &>> 32) &<< 32 | UInt64(index)
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        for index in records.indices.dropFirst() { enter(Int32(index)) }
    }
}
