/// A document as the tagger reads it: its words, their records, and which of them are the same.
struct DocumentWords {
    private(set) var table: WordTable
    private var cutter = WordCutter()
    private(set) var words: [Word] = []
    /// The record of each word.
    private(set) var records: [Int32] = []
    /// For words with a capital: the places of the same word before and after; -1 where there is none.
    private(set) var earlier: [Int32] = []
    private(set) var later: [Int32] = []
    private var document: Int32 = 0

    init(_ model: EntityModel, keepsRows: Bool = false) {
        table = WordTable(model, keepsRows: keepsRows)
    }

    mutating func read(_ tokens: [Token], of text: UnsafeBufferPointer<UInt8>) {
        table.trim()
        document &+= 1
        cutter.cut(tokens, of: text)
        words = cutter.words
        let count = words.count
        records.removeAll(keepingCapacity: true)
        records.reserveCapacity(count)
        earlier.removeAll(keepingCapacity: true)
        later.removeAll(keepingCapacity: true)
        earlier.append(contentsOf: repeatElement(-1, count: count))
        later.append(contentsOf: repeatElement(-1, count: count))
        for place in 0..<count {
            let word = words[place]
            let bytes = UnsafeBufferPointer(rebasing: text[Int(word.start)..<Int(word.end)])
            let index = table.record(of: bytes)
            records.append(index)
            note(index, at: place, first: word.flags.contains(.sentenceFirst))
        }
    }

    /// Keeps count of a word's occurrences in the document.
    @inline(__always) private mutating func note(_ index: Int32, at place: Int, first: Bool) {
        let hasUpper = table.records[Int(index)].traits.contains(.hasUpper)
        let number = document
        var before: Int32 = -1
        table.update(index) { record in
            if record.document != number {
                record.document = number
                record.count = 0
                record.last = -1
                record.seen = []
            }
            guard hasUpper else { return }
            before = record.last
            record.last = Int32(place)
            record.count &+= 1
            if !first { record.seen.insert(.inside) }
        }
        if before >= 0 {
            earlier[place] = before
            later[Int(before)] = Int32(place)
        }
    }

    /// Whether the word of a record with a capital also occurs in small letters in this document.
    mutating func occursInSmallLetters(_ index: Int32) -> Bool {
        let record = table.records[Int(index)]
        if record.seen.contains(.lookedUp) { return record.seen.contains(.lowerCase) }
        let other = table.find(record.lowerBytes)
        let found = other >= 0 && other != index && table.records[Int(other)].document == document
        table.update(index) { $0.seen.formUnion(found ? [.lookedUp, .lowerCase] : .lookedUp) }
        return found
    }
}
