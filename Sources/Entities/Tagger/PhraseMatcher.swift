/// Finds the phrases of the gazetteer that are longer than one word.
struct PhraseMatcher {
    /// A bit for each list in which a phrase begins at a word, goes on, or ends.
    struct Marks {
        var begins: UInt16 = 0
        var inside: UInt16 = 0
        var ends: UInt16 = 0
    }

    /// Per word of the sentence.
    private(set) var marks: [Marks] = []

    private static let longest = 8

    mutating func match(
        _ range: Range<Int>, _ gate: borrowing Gate, _ document: borrowing DocumentWords, _ model: EntityModel
    ) {
        let count = range.count
        marks.removeAll(keepingCapacity: true)
        marks.append(contentsOf: repeatElement(Marks(), count: count))
        for start in 0..<count where gate.open[start] {
            let record = Int(document.records[range.lowerBound + start])
            guard document.table.records[record].traits.contains(.beginsPhrase) else { continue }
            longestMatches(from: start, document.table.records[record].phrase, range, document, model)
        }
    }

    private mutating func longestMatches(
        from start: Int, _ first: UInt64, _ range: Range<Int>, _ document: borrowing DocumentWords,
        _ model: EntityModel
    ) {
        // The lists of the phrases of two words, of three, and so on.
        var found = SIMD8<UInt16>.zero
        var hash = first
        var end = start + 1
        while end < range.count, end - start < Self.longest {
            hash = WordHash.phrase(
                hash, adding: document.table.records[Int(document.records[range.lowerBound + end])].hash)
            let entry = model.phrases.find(hash)
            end += 1
            found[end - start - 2] = entry.lists
            if !entry.isPrefix { break }
        }
        var taken = marks[start].begins | marks[start].inside | marks[start].ends
        while end > start + 1 {
            let lists = found[end - start - 2] & ~taken
            if lists != 0 {
                taken |= lists
                marks[start].begins |= lists
                marks[end - 1].ends |= lists
                for middle in start + 1..<end - 1 { marks[middle].inside |= lists }
            }
            end -= 1
        }
    }
}
