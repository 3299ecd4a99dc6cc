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
            if !split(mention, document, text) { add(mention, document, text) }
        }
        addPairs(floor..<document.words.count, document, text)
        decideTypes()
        if by == .tagger { addRepetitions(document, text) }
        var groups = NameGrouping(forms, mentions, document, text)
        return groups.group()
    }

    private mutating func add(
        _ mention: NameMention, _ document: borrowing DocumentWords, _ text: UnsafeBufferPointer<UInt8>
    ) {
        var hash: UInt64 = 0
        for place in mention.words {
            hash = WordHash.phrase(hash, adding: document.table.records[Int(document.records[place])].hash)
        }
        let words = Array(document.records[mention.words])
        add(mention, hash, words, text)
    }

    private mutating func add(
        _ mention: NameMention, _ hash: UInt64, _ words: [Int32], _ text: UnsafeBufferPointer<UInt8>
    ) {
        let place: Int
        if let known = places[hash] {
            place = known
        } else {
            place = forms.count
            places[hash] = place
            let cut = String(decoding: UnsafeBufferPointer(rebasing: text[mention.bytes]), as: UTF8.self)
            forms.append(NameForm(hash: hash, words: words, text: cut))
            forms[place].isPeople = countries.isPeople(hash)
        }
        forms[place].mentions.append(mentions.count)
        forms[place].votes[mention.type] &+= 1
        mentions.append(mention)
        mentions[mentions.count - 1].form = place
    }

    /// "US-Iraq talks": pairs of countries and peoples that the tagger took for an adjective.
    private mutating func addPairs(
        _ range: Range<Int>, _ document: borrowing DocumentWords, _ text: UnsafeBufferPointer<UInt8>
    ) {
        for place in range {
            let traits = document.table.records[Int(document.records[place])].traits
            guard traits.isSuperset(of: [.hyphenated, .hasUpper]) else { continue }
            let word = document.words[place]
            let mention = NameMention(
                words: place..<place + 1, bytes: Int(word.start)..<Int(word.end), type: Label.location, by: .gazetteer)
            _ = split(mention, document, text)
        }
    }

    /// "US-Iraq" and "Israeli-Palestinian" name two things. False where the mention is no such pair.
    private mutating func split(
        _ mention: NameMention, _ document: borrowing DocumentWords, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
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
            add(part, hash, [], text)
        }
        return true
    }

    /// One sense per document.
    private mutating func decideTypes() {
        for place in forms.indices {
            var type = mentions[forms[place].mentions[0]].type
            for other in 0..<4 where forms[place].votes[other] > forms[place].votes[type] { type = other }
            if forms[place].isPeople, type != Label.person { type = Label.miscellaneous }
            forms[place].type = type
        }
    }

    /// Names that the tagger missed although it found them elsewhere in the article.
    private mutating func addRepetitions(_ document: borrowing DocumentWords, _ text: UnsafeBufferPointer<UInt8>) {
        var byFirst: [Int32: [Int]] = [:]
        var surnames: Set<Int32> = []
        for form in forms where form.words.count > 1 && form.type == Label.person {
            if let last = form.words.last { surnames.insert(last) }
        }
        for (place, form) in forms.enumerated() where isRepeatable(form, surnames, document) {
            byFirst[form.words[0], default: []].append(place)
        }
        guard !byFirst.isEmpty else { return }
        let found = mentions
        var next = 0
        var place = 0
        var added: [NameMention] = []
        while place < document.words.count {
            while next < found.count, found[next].words.upperBound <= place { next += 1 }
            if next < found.count, found[next].words.contains(place) {
                place = found[next].words.upperBound
                continue
            }
            let limit = next < found.count ? found[next].words.lowerBound : document.words.count
            guard let candidates = byFirst[document.records[place]],
                let form = longest(candidates, at: place, before: limit, document)
            else {
                place += 1
                continue
            }
            let words = place..<place + forms[form].words.count
            let bytes = Int(document.words[place].start)..<Int(document.words[words.upperBound - 1].end)
            added.append(NameMention(words: words, bytes: bytes, type: forms[form].type, by: .coreference, form: form))
            place = words.upperBound
        }
        guard !added.isEmpty else { return }
        mentions = (found + added).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
        for form in forms.indices { forms[form].mentions.removeAll(keepingCapacity: true) }
        for (index, mention) in mentions.enumerated() { forms[mention.form].mentions.append(index) }
    }

    /// A single word has to be the surname of somebody in full, in no dictionary, and never in small letters here: of other
    /// single words that the tagger passed over, most were rightly so.
    private func isRepeatable(
        _ form: NameForm, _ surnames: Set<Int32>, _ document: borrowing DocumentWords
    ) -> Bool {
        guard let first = form.words.first else { return false }
        let record = document.table.records[Int(first)]
        guard form.words.count == 1 else { return record.traits.contains(.hasUpper) }
        let dictionary = GazetteerList.dict.bit | GazetteerList.dict2.bit | GazetteerList.date.bit
        return form.type == Label.person && surnames.contains(first) && record.lists & dictionary == 0
            && !record.seen.contains(.lowerCase) && form.mentions.count * 2 >= Int(record.count)
    }

    private func longest(
        _ candidates: [Int], at place: Int, before limit: Int, _ document: borrowing DocumentWords
    ) -> Int? {
        var best: Int?
        for candidate in candidates {
            let words = forms[candidate].words
            let end = place + words.count
            guard end <= limit, words.count > (best.map { forms[$0].words.count } ?? 0),
                document.records[place..<end].elementsEqual(words)
            else { continue }
            // A single word beside another capital is part of some other name.
            if words.count == 1, isCapital(place - 1, document) || isCapital(place + 1, document) { continue }
            best = candidate
        }
        return best
    }

    private func isCapital(_ place: Int, _ document: borrowing DocumentWords) -> Bool {
        document.words.indices.contains(place)
            && document.table.records[Int(document.records[place])].traits.contains(.hasUpper)
    }
}
