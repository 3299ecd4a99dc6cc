/// What the tagger may have passed over: names that it found elsewhere in the article, and the surnames of those whom the
/// article names in full.
struct RepeatableForms {
    /// Something to look for.
    struct Candidate {
        /// Where its words stand in the document.
        var words: Range<Int>
        /// The form that it is; nil for the surname of a full name that is no form yet.
        var form: Int?
        /// Only inside a sentence, where a capital is no formality.
        var isInsideOnly = false
    }

    /// By the record of the first word.
    private var candidates: [Int32: [Candidate]] = [:]
    /// A bit for each first word, by its record's lowest bits: nearly all words are told by them.
    private var filter = SIMD16<UInt64>.zero

    init(_ forms: [NameForm], _ full: FullNames, _ document: borrowing DocumentWords) {
        var single: Set<Int32> = []
        for (place, form) in forms.enumerated() where !form.words.isEmpty {
            let first = document.records[form.words.lowerBound]
            if form.words.count > 1 {
                guard document.words[form.words.lowerBound].flags.contains(.hasUpper) else { continue }
                add(Candidate(words: form.words, form: place), first)
                continue
            }
            single.insert(first)
            guard form.type == Label.person, full.bear(first) else { continue }
            addSurname(form.words, form, at: place, document)
        }
        for form in forms where form.words.count > 1 && form.type == Label.person {
            let last = form.words.upperBound - 1
            guard single.insert(document.records[last]).inserted else { continue }
            addSurname(last..<last + 1, nil, at: nil, document)
        }
    }

    private mutating func add(_ candidate: Candidate, _ first: Int32) {
        candidates[first, default: []].append(candidate)
        filter[Int(first >> 6) & 15] |= 1 &<< UInt64(first & 63)
    }

    /// A surname must never stand in small letters here. A word that the dictionary has must not begin a sentence, and the name
    /// of a month or a day ("May", "Sun") is left to the tagger, and so is a form that the tagger mostly passed over.
    private mutating func addSurname(
        _ words: Range<Int>, _ form: NameForm?, at place: Int?, _ document: borrowing DocumentWords
    ) {
        let index = document.records[words.lowerBound]
        let (record, use) = (document.table.records[Int(index)], document.table.uses[Int(index)])
        guard record.traits.contains(.hasUpper), !use.seen.contains(.lowerCase),
            record.lists & GazetteerList.date.bit == 0
        else { return }
        let isInDictionary = record.lists & (GazetteerList.dict.bit | GazetteerList.dict2.bit) != 0
        let isDoubtful = form.map { $0.count * 2 < Int(use.count) } ?? false
        add(Candidate(words: words, form: place, isInsideOnly: isInDictionary || isDoubtful), index)
    }

    var isEmpty: Bool { candidates.isEmpty }

    /// The candidate with the most words that stands at `place`.
    @inline(__always) func longest(at place: Int, before limit: Int, _ document: borrowing DocumentWords) -> Candidate?
    {
        let first = document.records[place]
        guard filter[Int(first >> 6) & 15] & (1 &<< UInt64(first & 63)) != 0 else { return nil }
        return search(first, at: place, before: limit, document)
    }

    private func search(
        _ first: Int32, at place: Int, before limit: Int, _ document: borrowing DocumentWords
    ) -> Candidate? {
        guard let candidates = candidates[first] else { return nil }
        var best: Candidate?
        for candidate in candidates {
            let end = place + candidate.words.count
            guard end <= limit, candidate.words.count > (best?.words.count ?? 0),
                document.records[place..<end].elementsEqual(document.records[candidate.words])
            else { continue }
            // A single word beside another capital is part of some other name.
            if candidate.words.count == 1, isCapital(place - 1, document) || isCapital(place + 1, document) { continue }
            if candidate.isInsideOnly, document.words[place].flags.contains(.sentenceFirst) { continue }
            best = candidate
        }
        return best
    }

    private func isCapital(_ place: Int, _ document: borrowing DocumentWords) -> Bool {
        document.words.indices.contains(place) && document.words[place].flags.contains(.hasUpper)
    }
}
