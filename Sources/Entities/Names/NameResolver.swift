import Model

/// Makes entities of the names in one article: which mentions name the same thing, of what type it is, and what the text says
/// about it beside its name. One per worker.
///
/// Within an article a form has one sense: every mention of "Rodriguez" is the same, of the type that most of them were
/// given. Forms are tied together by rules on their words, never by likeness; what is only likely is offered as `probable`.
struct NameResolver {
    private let trimmer = NameTrimmer()
    private let countries = Country.shared
    private(set) var mentions: [NameMention] = []
    private(set) var forms: [NameForm] = []
    private var places: [UInt64: Int] = [:]

    /// - Parameter names: in order, without overlaps.
    mutating func resolve(
        _ names: [NameSpan], by: NameMention.NameDecider, _ document: borrowing DocumentWords,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> [NameGroup] {
        mentions.removeAll(keepingCapacity: true)
        forms.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        var floor = 0
        for name in names {
            addPairs(floor..<name.start, document, text)
            floor = name.end
            let mention = trimmer.mention(name, document, by: by)
            if !split(mention, text) { add(mention, document) }
        }
        addPairs(floor..<document.words.count, document, text)
        decideTypes()
        if by == .tagger { addMissed(document) }
        var groups = NameGrouping(forms, mentions, document, text)
        forms.removeAll()
        return groups.group()
    }

    private mutating func add(_ mention: NameMention, _ document: borrowing DocumentWords) {
        var hash: UInt64 = 0
        for place in mention.words {
            hash = WordHash.phrase(hash, adding: document.table.records[Int(document.records[place])].hash)
        }
        add(mention, hash, mention.words)
    }

    private mutating func add(_ mention: NameMention, _ hash: UInt64, _ words: Range<Int>) {
        let place: Int
        if let known = places[hash] {
            place = known
        } else {
            place = forms.count
            places[hash] = place
            var form = NameForm(hash: hash, words: words, bytes: mention.bytes, first: mentions.count)
            form.isPeople = countries.isPeople(hash)
            forms.append(form)
        }
        forms[place].count += 1
        forms[place].votes[mention.type] &+= 1
        mentions.append(mention)
        mentions[mentions.count - 1].form = place
    }

    /// "US-Iraq talks": pairs of countries and peoples that the tagger took for an adjective.
    private mutating func addPairs(
        _ range: Range<Int>, _ document: borrowing DocumentWords, _ text: UnsafeBufferPointer<UInt8>
    ) {
        for place in range {
            let word = document.words[place]
            guard word.flags.isSuperset(of: [.hyphenated, .hasUpper]) else { continue }
            let mention = NameMention(
                words: place..<place + 1, bytes: Int(word.start)..<Int(word.end), type: Label.location, by: .gazetteer)
            _ = split(mention, text)
        }
    }

    /// "US-Iraq" and "Israeli-Palestinian" name two things. False where the mention is no such pair.
    private mutating func split(_ mention: NameMention, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard mention.words.count == 1,
            let hyphen = text[mention.bytes].firstIndex(of: UInt8(ascii: "-")),
            hyphen > mention.bytes.lowerBound, hyphen + 1 < mention.bytes.upperBound
        else { return false }
        let halves = [mention.bytes.lowerBound..<hyphen, hyphen + 1..<mention.bytes.upperBound]
        let hashes = halves.map { WordHash.phrase(0, adding: WordHash.of(UnsafeBufferPointer(rebasing: text[$0]))) }
        guard hashes.allSatisfy({ countries.named($0) > 0 || countries.isPeople($0) }) else { return false }
        for (half, hash) in zip(halves, hashes) {
            var part = mention
            part.bytes = half
            part.type = countries.named(hash) > 0 ? Label.location : Label.miscellaneous
            add(part, hash, mention.words.lowerBound..<mention.words.lowerBound)
        }
        return true
    }

    /// One sense per document.
    private mutating func decideTypes() {
        for place in forms.indices {
            var type = mentions[forms[place].first].type
            for other in 0..<4 where forms[place].votes[other] > forms[place].votes[type] { type = other }
            if forms[place].isPeople, type != Label.person { type = Label.miscellaneous }
            forms[place].type = type
        }
    }

    /// People whom the tagger took for things, and names that it passed over although it found them elsewhere in the article.
    private mutating func addMissed(_ document: borrowing DocumentWords) {
        let full = FullNames(forms, document)
        // The surname of somebody in the article is hardly a thing of the same name.
        for place in forms.indices where forms[place].type == Label.miscellaneous && !forms[place].isPeople {
            if full.bear(forms[place], document) { forms[place].type = Label.person }
        }
        let candidates = RepeatableForms(forms, full, document)
        guard !candidates.isEmpty else { return }
        var added: [NameMention] = []
        var floor = 0
        for place in 0...mentions.count {
            let limit = place < mentions.count ? mentions[place].words.lowerBound : document.words.count
            while floor < limit {
                guard let candidate = candidates.longest(at: floor, before: limit, document) else {
                    floor += 1
                    continue
                }
                let words = floor..<floor + candidate.words.count
                let bytes = Int(document.words[floor].start)..<Int(document.words[words.upperBound - 1].end)
                let form = candidate.form ?? surname(words, bytes, document)
                added.append(
                    NameMention(words: words, bytes: bytes, type: forms[form].type, by: .coreference, form: form))
                floor = words.upperBound
            }
            if place < mentions.count { floor = max(floor, mentions[place].words.upperBound) }
        }
        guard !added.isEmpty else { return }
        mentions = (mentions + added).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
        for form in forms.indices { forms[form].count = 0 }
        for (place, mention) in mentions.enumerated() {
            if forms[mention.form].count == 0 { forms[mention.form].first = place }
            forms[mention.form].count += 1
        }
    }

    /// The form of a surname that the tagger found in full names only, made where it is new.
    private mutating func surname(_ words: Range<Int>, _ bytes: Range<Int>, _ document: borrowing DocumentWords) -> Int
    {
        let record = document.table.records[Int(document.records[words.lowerBound])]
        let hash = WordHash.phrase(0, adding: record.hash)
        if let known = places[hash] { return known }
        var form = NameForm(hash: hash, words: words, bytes: bytes, first: 0)
        form.type = Label.person
        places[hash] = forms.count
        forms.append(form)
        return forms.count - 1
    }
}
