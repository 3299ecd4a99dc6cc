/// A document as the tagger reads it: its words, their records, and which of them are the same.
struct DocumentWords {
    private(set) var table: WordTable
    private let cutter = WordCutter()
    private(set) var words: [Word] = []
    /// The record of each word.
    private(set) var records: [Int32] = []
    /// For words with a capital: the places of the same word before and after; -1 where there is none.
    private(set) var earlier: [Int32] = []
    private(set) var later: [Int32] = []
    private var hashes: [UInt64] = []
    private var document: Int32 = 0

    init(_ model: EntityModel, keepsRows: Bool = false) {
        table = WordTable(model, keepsRows: keepsRows)
    }

    mutating func read(_ tokens: [Token], of text: UnsafeBufferPointer<UInt8>) {
        table.trim()
        document &+= 1
        cutter.cut(tokens, of: text, into: &words)
        let count = words.count
        Self.resize(&records, count)
        Self.resize(&earlier, count)
        Self.resize(&later, count)
        hashes.removeAll(keepingCapacity: true)
        for word in words { hashes.append(WordHash.of(Self.bytes(of: word, text))) }
        table.guess(hashes, into: &records)
        var place = 0
        while true {
            place = table.note(
                &words, from: place, hashes, in: document, records: records, earlier: &earlier, later: &later)
            guard place < count else { break }
            records[place] = table.record(of: Self.bytes(of: words[place], text), hashes[place])
        }
    }

    @inline(__always) private static func bytes(
        of word: Word, _ text: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[Int(word.start)..<Int(word.end)])
    }

    /// What is in it does not matter: every place is written.
    private static func resize(_ places: inout [Int32], _ count: Int) {
        if places.count > count { places.removeLast(places.count - count) }
        if places.count < count { places.append(contentsOf: repeatElement(-1, count: count - places.count)) }
    }

    /// Whether the word of a record with a capital also occurs in small letters in this document.
    mutating func occursInSmallLetters(_ index: Int32) -> Bool {
        let seen = table.uses[Int(index)].seen
        if seen.contains(.lookedUp) { return seen.contains(.lowerCase) }
        let other = table.find(table.records[Int(index)].lowerBytes)
        let found = other >= 0 && other != index && table.uses[Int(other)].document == document
        table.see(found ? [.lookedUp, .lowerCase] : .lookedUp, of: index)
        return found
    }

    /// The sum of the weights of a word's features in a slot.
    @inline(__always) mutating func sum(_ index: Int32, _ slot: Slot) -> LabelSum { table.sum(index, slot) }
}
