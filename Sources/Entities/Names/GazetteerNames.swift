/// Place names by the gazetteer alone, for texts in languages that the tagger does not know.
enum GazetteerNames {
    /// Countries and towns. A town of one word has to be five bytes long and to stand inside a sentence somewhere, as words that
    /// begin sentences are often like names of towns.
    static func find(_ document: borrowing DocumentWords, _ model: EntityModel) -> [NameSpan] {
        var names: [NameSpan] = []
        var place = 0
        while place < document.words.count {
            let end = match(at: place, document, model)
            if end > place { names.append(NameSpan(start: place, end: end, type: Label.location)) }
            place = max(end, place + 1)
        }
        return names
    }

    private static let wanted = GazetteerList.country.bit | GazetteerList.city.bit

    private static func match(at place: Int, _ document: borrowing DocumentWords, _ model: EntityModel) -> Int {
        func record(_ place: Int) -> WordRecord { document.table.records[Int(document.records[place])] }
        let first = record(place)
        guard first.traits.contains(.hasUpper) else { return place }
        var best = place
        if first.lists & GazetteerList.country.bit != 0 { best = place + 1 }
        let word = document.words[place]
        let others = GazetteerList.dict.bit | GazetteerList.dict2.bit | GazetteerList.first.bit | GazetteerList.last.bit
        if first.lists & GazetteerList.city.bit != 0, first.lists & others == 0, word.end - word.start >= 5 {
            let seen = document.table.uses[Int(document.records[place])].seen
            if seen.contains(.inside), !seen.contains(.lowerCase) { best = place + 1 }
        }
        guard first.traits.contains(.beginsPhrase) else { return best }
        var hash = first.phrase
        var end = place + 1
        while end < document.words.count, end - place < 6, !document.words[end].flags.contains(.sentenceStart) {
            hash = WordHash.phrase(hash, adding: record(end).hash)
            let entry = model.phrases.find(hash)
            end += 1
            if entry.lists & wanted != 0 { best = end }
            if !entry.isPrefix { break }
        }
        return best
    }
}
