/// Finds the phrases of the gazetteer that are longer than one word.
struct PhraseMatcher {
    /// Per word of the sentence, a bit for each list in which a phrase begins here, goes on, or ends.
    private(set) var begins: [UInt16] = []
    private(set) var inside: [UInt16] = []
    private(set) var ends: [UInt16] = []

    private static let longest = 8

    mutating func match(
        _ range: Range<Int>, _ gate: borrowing Gate, _ document: borrowing DocumentWords, _ model: EntityModel
    ) {
        let count = range.count
        for array in [\PhraseMatcher.begins, \.inside, \.ends] {
            self[keyPath: array].removeAll(keepingCapacity: true)
            self[keyPath: array].append(contentsOf: repeatElement(0, count: count))
        }
        for start in 0..<count where gate.open[start] {
            let first = document.table.records[Int(document.records[range.lowerBound + start])]
            guard first.traits.contains(.beginsPhrase) else { continue }
            longestMatches(from: start, first.phrase, range, document, model)
        }
    }

    private mutating func longestMatches(
        from start: Int, _ first: UInt64, _ range: Range<Int>, _ document: borrowing DocumentWords,
        _ model: EntityModel
    ) {
        // The ends of matches, the longest last.
        var found: [(end: Int, lists: UInt16)] = []
        var hash = first
        var end = start + 1
        while end < range.count, end - start < Self.longest {
            hash = WordHash.phrase(
                hash, adding: document.table.records[Int(document.records[range.lowerBound + end])].hash)
            let entry = model.phrases.find(hash)
            end += 1
            if entry.lists != 0 { found.append((end, entry.lists)) }
            if !entry.isPrefix { break }
        }
        var taken = begins[start] | inside[start] | ends[start]
        for match in found.reversed() {
            let lists = match.lists & ~taken
            guard lists != 0 else { continue }
            taken |= lists
            begins[start] |= lists
            ends[match.end - 1] |= lists
            for middle in start + 1..<match.end - 1 { inside[middle] |= lists }
        }
    }
}
