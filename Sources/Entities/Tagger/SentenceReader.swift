/// Walks through the candidates of a document, sentence by sentence and run by run.
struct SentenceReader {
    private var gate = Gate()
    private var matcher = PhraseMatcher()
    private var collector: FeatureCollector

    /// - Parameter keepsRows: features are kept, to learn from, instead of being added up.
    init(keepsRows: Bool = false) { collector = FeatureCollector(keepsRows: keepsRows) }

    /// Calls `candidate` with the features of each candidate word, and `endOfRun` with the words of each run of candidates, in
    /// order.
    mutating func read(
        _ document: inout DocumentWords, _ model: EntityModel,
        candidate: (_ place: Int, _ features: borrowing FeatureCollector, _ document: borrowing DocumentWords) -> Void,
        endOfRun: (Range<Int>) -> Void
    ) {
        var start = 0
        let count = document.words.count
        while start < count {
            var end = start + 1
            while end < count, !document.words[end].flags.contains(.sentenceStart) { end += 1 }
            if gate.mark(start..<end, document) {
                matcher.match(start..<end, gate, document, model)
                runs(start..<end, &document, model, candidate, endOfRun)
            }
            start = end
        }
    }

    private mutating func runs(
        _ range: Range<Int>, _ document: inout DocumentWords, _ model: EntityModel,
        _ candidate: (_ place: Int, _ features: borrowing FeatureCollector, _ document: borrowing DocumentWords) ->
            Void,
        _ endOfRun: (Range<Int>) -> Void
    ) {
        let sentence = FeatureCollector.Sentence(range: range, isShouting: Self.isShouting(range, document))
        var place = range.lowerBound
        while place < range.upperBound {
            guard gate.open[place - range.lowerBound] else {
                place += 1
                continue
            }
            var end = place
            while end < range.upperBound, gate.open[end - range.lowerBound] { end += 1 }
            var capitals = FeatureCollector.Run(start: place, end: place)
            for word in place..<end {
                if word >= capitals.end { capitals = Self.capitals(from: word, to: end, document) }
                collector.collect(word, in: sentence, run: capitals, matcher, &document, model)
                candidate(word, collector, document)
            }
            endOfRun(place..<end)
            place = end
        }
    }

    /// The words from `start` on that all have a capital, or all have none.
    private static func capitals(from start: Int, to limit: Int, _ document: borrowing DocumentWords)
        -> FeatureCollector.Run
    {
        func hasUpper(_ place: Int) -> Bool { document.words[place].flags.contains(.hasUpper) }
        let kind = hasUpper(start)
        var end = start + 1
        while end < limit, hasUpper(end) == kind { end += 1 }
        return FeatureCollector.Run(start: start, end: end)
    }

    /// A headline in capitals: four words with letters or more, most of them without a small one.
    private static func isShouting(_ range: Range<Int>, _ document: borrowing DocumentWords) -> Bool {
        var letters = 0
        var upper = 0
        for word in document.words[range] {
            if word.flags.contains(.hasLetter) { letters += 1 }
            if word.flags.contains(.allUpper) { upper += 1 }
        }
        return upper >= 3 && upper * 4 >= letters * 3
    }
}
