/// The forms of an article's names that are names wherever else they stand in it.
struct RepeatableForms {
    private var byFirst: [Int32: [Int]] = [:]
    /// A bit for each first word, by its record's lowest bits: nearly all words are told by them.
    private var filter = SIMD16<UInt64>.zero

    init(_ forms: [NameForm], _ document: borrowing DocumentWords) {
        var surnames: Set<Int32> = []
        for form in forms where form.words.count > 1 && form.type == Label.person {
            surnames.insert(document.records[form.words.upperBound - 1])
        }
        for (place, form) in forms.enumerated() where Self.isRepeatable(form, surnames, document) {
            let first = document.records[form.words.lowerBound]
            byFirst[first, default: []].append(place)
            filter[Int(first >> 6) & 15] |= 1 &<< UInt64(first & 63)
        }
    }

    var isEmpty: Bool { byFirst.isEmpty }

    /// A single word has to be the surname of somebody in full, in no dictionary, and never in small letters here: of other
    /// single words that the tagger passed over, most were rightly so.
    private static func isRepeatable(
        _ form: NameForm, _ surnames: Set<Int32>, _ document: borrowing DocumentWords
    ) -> Bool {
        guard !form.words.isEmpty else { return false }
        let first = document.records[form.words.lowerBound]
        guard form.words.count == 1 else { return document.words[form.words.lowerBound].flags.contains(.hasUpper) }
        guard form.type == Label.person, surnames.contains(first) else { return false }
        let dictionary = GazetteerList.dict.bit | GazetteerList.dict2.bit | GazetteerList.date.bit
        let use = document.table.uses[Int(first)]
        return document.table.records[Int(first)].lists & dictionary == 0 && !use.seen.contains(.lowerCase)
            && form.count * 2 >= Int(use.count)
    }

    /// The form with the most words that stands at `place`.
    @inline(__always) func longest(
        at place: Int, before limit: Int, _ forms: [NameForm], _ document: borrowing DocumentWords
    ) -> Int? {
        let first = document.records[place]
        guard filter[Int(first >> 6) & 15] & (1 &<< UInt64(first & 63)) != 0 else { return nil }
        return search(first, at: place, before: limit, forms, document)
    }

    private func search(
        _ first: Int32, at place: Int, before limit: Int, _ forms: [NameForm], _ document: borrowing DocumentWords
    ) -> Int? {
        guard let candidates = byFirst[first] else { return nil }
        var best: Int?
        for candidate in candidates {
            let words = forms[candidate].words
            let end = place + words.count
            guard end <= limit, words.count > (best.map { forms[$0].words.count } ?? 0),
                document.records[place..<end].elementsEqual(document.records[words])
            else { continue }
            // A single word beside another capital is part of some other name.
            if words.count == 1, isCapital(place - 1, document) || isCapital(place + 1, document) { continue }
            best = candidate
        }
        return best
    }

    private func isCapital(_ place: Int, _ document: borrowing DocumentWords) -> Bool {
        document.words.indices.contains(place) && document.words[place].flags.contains(.hasUpper)
    }
}
