/// Cuts titles, articles and possessives off the names that the tagger found, and looks around them for titles and roles.
struct NameTrimmer {
    private let titles = TitleWords.shared
    private static let articles: Set<UInt64> = [WordHash.of("the"), WordHash.of("a"), WordHash.of("an")]
    private static let of = WordHash.of("of")
    private static let secretary = WordHash.of("secretary")
    private static let comma = WordHash.of(",")
    private static let longestRole = 6

    /// The mention that a name makes.
    func mention(_ name: NameSpan, _ document: borrowing DocumentWords, by: NameMention.NameDecider) -> NameMention {
        func record(_ place: Int) -> WordRecord { document.table.records[Int(document.records[place])] }
        var (start, end) = (name.start, name.end)
        while end - start > 1, record(end - 1).traits.contains(.joiner) { end -= 1 }
        while end - start > 1, Self.articles.contains(record(start).lower) {
            // "The East Is Red" keeps its article, "the East" and "The US" at the beginning of a sentence do not.
            let isPart =
                record(start).traits.contains(.hasUpper) && name.type == Label.miscellaneous
                && !document.words[start].flags.contains(.sentenceFirst)
            if isPart { break }
            start += 1
        }
        if name.type == Label.person {
            while end - start > 1, titles.kind(record(start).lower) != nil,
                record(start + 1).traits.contains(.hasUpper)
            { start += 1 }
        }
        let bytes = Int(document.words[start].start)..<Int(document.words[end - 1].end)
        var mention = NameMention(words: start..<end, bytes: bytes, type: name.type, by: by)
        if name.type == Label.person { lookAround(&mention, document) }
        return mention
    }

    private func lookAround(_ mention: inout NameMention, _ document: borrowing DocumentWords) {
        var place = mention.words.lowerBound
        func before() -> WordRecord? {
            guard place > 0, !document.words[place].flags.contains(.sentenceStart) else { return nil }
            return document.table.records[Int(document.records[place - 1])]
        }
        let titleEnd = place
        while let record = before(), titles.kind(record.lower) == .title { place -= 1 }
        if place < titleEnd { mention.title = place..<titleEnd }
        let roleEnd = place
        while roleEnd - place < Self.longestRole, let record = before() {
            let kind = titles.kind(record.lower)
            if place == roleEnd, let start = secretary(endingAt: place, document) {
                place = start
            } else if kind == .role || (place < roleEnd && titles.isModifier(record.lower)) {
                place -= 1
            } else {
                break
            }
        }
        if place < roleEnd {
            mention.role = place..<roleEnd
        } else {
            mention.role = apposition(mention.words.upperBound, document)
        }
    }

    /// "Secretary of State" before a name.
    private func secretary(endingAt end: Int, _ document: borrowing DocumentWords) -> Int? {
        func lower(_ place: Int) -> UInt64 { document.table.records[Int(document.records[place])].lower }
        guard end >= 3, lower(end - 2) == Self.of, titles.kind(lower(end - 3)) == .role,
            document.table.records[Int(document.records[end - 1])].traits.contains(.hasUpper),
            !document.words[end - 1].flags.contains(.sentenceStart),
            !document.words[end - 2].flags.contains(.sentenceStart)
        else { return nil }
        return end - 3
    }

    /// ", the Iraqi prime minister"
    private func apposition(_ start: Int, _ document: borrowing DocumentWords) -> Range<Int>? {
        func lower(_ place: Int) -> UInt64 { document.table.records[Int(document.records[place])].lower }
        func continues(_ place: Int) -> Bool {
            place < document.words.count && !document.words[place].flags.contains(.sentenceStart)
        }
        guard continues(start), lower(start) == Self.comma else { return nil }
        var place = start + 1
        if continues(place), Self.articles.contains(lower(place)) { place += 1 }
        // A nationality, or an owner with a possessive.
        var skipped = 0
        while skipped < 3, continues(place), titles.kind(lower(place)) == nil,
            document.table.records[Int(document.records[place])].traits.contains(.hasUpper)
                || document.table.records[Int(document.records[place])].traits.contains(.joiner)
        {
            place += 1
            skipped += 1
        }
        let first = place
        var end = place
        while end - first < Self.longestRole, continues(place) {
            let word = lower(place)
            let isRole = titles.kind(word) == .role
            guard isRole || titles.isModifier(word) else { break }
            place += 1
            if isRole { end = place }
        }
        return end > first ? first..<end : nil
    }
}
