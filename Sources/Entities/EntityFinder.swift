package import Model
package import Text

/// Finds who and what a text names, by a statistical tagger, and its dates, times, amounts of money, percentages and quantities,
/// by grammars.
///
/// One per worker: its buffers grow to the longest text and are used again.
///
/// - DATE: a day, month, year or stretch of the calendar, absolute or relative. `value` is ISO 8601 as `Calendar` spells
///   it, nil where the text and the day of publication do not say. A part of the day belongs to its date ("Tuesday
///   night"), "from" and "between" to their range; other prepositions do not.
/// - TIME: a time of day, `value` `T15:00` or with its zone `T13:30Z`. A date beside it is a mention of its own.
/// - MONEY: `value` in the currency's main unit, `unit` its ISO 4217 code where it is certain (a bare "$" is USD).
/// - PERCENT: `value` the number; `unit` is set for percentage points only.
/// - QUANTITY: a measure with its `unit` (see `Unit`). Durations ("three years", "a two-hour talk") are quantities, as
///   they are no point of the calendar.
///
/// - PERSON, ORG, LOC, MISC, NORP: one entity for all mentions that name the same (see `NameResolver`).
///
/// A range of numbers ("$10-15 million", "5 to 6 percent") is one mention with `value` low/high: `10000000/15000000`.
package struct EntityFinder {
    private var tokenizer = Tokenizer()
    private var tagger: NameTagger
    private var resolver = NameResolver()
    private let places: PlaceResolver
    private let nouns: CapitalizedNouns

    /// What looked for the names of the last text.
    package private(set) var method = Entity.Method.tagger

    package init(model: EntityModel = .shipped) {
        tagger = NameTagger(model)
        places = PlaceResolver(table: model.places)
        nouns = CapitalizedNouns(places: model.places)
    }

    /// The entities of `text` (valid UTF-8), in the order of their first mention; mentions never overlap.
    ///
    /// - Parameters:
    ///   - published: resolves relative dates; without it they are found but have no value.
    ///   - language: BCP 47. English rules and the tagger run on English text only; nil lets the text's own words decide. Other
    ///     languages get the gazetteer's places and the forms that all share: ISO and numeric dates, day-month-year with month
    ///     names of nine languages, clock times, %, and currency signs.
    package mutating func entities(in text: Span<UInt8>, published: NewsDate?, language: String?) -> [Entity] {
        tokenizer.tokenize(text)
        let isEnglish = language.map(LanguageCensus.isEnglish(tag:)) ?? tokenizer.census.isLikelyEnglish
        method = isEnglish ? .tagger : .gazetteer
        let grammar = Grammar(
            tokenizer, calendar: Calendar(published: published), isEnglish: isEnglish,
            dayFirst: Self.dayFirst(language, isEnglish: isEnglish))
        let matches = tokenizer.triggers.isEmpty ? [] : grammar.matches(at: tokenizer.triggers)
        return text.withUnsafeBufferPointer { bytes in
            let found = names(in: bytes, isEnglish: isEnglish)
            let (names, amounts) = Self.withoutOverlaps(found, matches, tagger.document.words, grammar.tokens)
            var collector = EntityCollector(isASCII: tokenizer.isASCII)
            for match in amounts {
                let range = Int(grammar.tokens[match.start].start)..<Int(grammar.tokens[match.end - 1].end)
                collector.add(match, at: range, of: text)
            }
            guard !names.isEmpty else { return collector.entities }
            var groups = resolver.resolve(names, by: isEnglish ? .tagger : .gazetteer, tagger.document, bytes)
            groups = nouns.removed(from: groups, language: language)
            places.resolve(&groups, tagger.document)
            let writer = NameEntities(groups, tagger.document.words, bytes, isASCII: tokenizer.isASCII)
            return Self.merged(groups, writer, collector.entities)
        }
    }

    private mutating func names(in text: UnsafeBufferPointer<UInt8>, isEnglish: Bool) -> [NameSpan] {
        if isEnglish {
            tagger.tag(tokenizer.tokens, of: text)
            return tagger.names
        }
        tagger.read(tokenizer.tokens, of: text)
        return GazetteerNames.find(tagger.document, tagger.model)
    }

    /// Where a name and a date or an amount overlap, the longer one stays; of equals the date.
    private static func withoutOverlaps(
        _ names: [NameSpan], _ matches: [Grammar.Match], _ words: [Word], _ tokens: [Token]
    ) -> ([NameSpan], [Grammar.Match]) {
        var keptNames: [NameSpan] = []
        var keptMatches: [Grammar.Match] = []
        var next = 0
        for name in names {
            let (start, end) = (words[name.start].start, words[name.end - 1].end)
            while next < matches.count, tokens[matches[next].end - 1].end <= start {
                keptMatches.append(matches[next])
                next += 1
            }
            var wins = true
            var last = next
            while last < matches.count, tokens[matches[last].start].start < end {
                let length = tokens[matches[last].end - 1].end - tokens[matches[last].start].start
                if length >= end - start { wins = false }
                last += 1
            }
            guard wins else { continue }
            keptNames.append(name)
            next = last
        }
        keptMatches += matches[next...]
        return (keptNames, keptMatches)
    }

    /// Both in the order of their first mention, in which the amounts already are.
    private static func merged(_ groups: [NameGroup], _ writer: NameEntities, _ amounts: [Entity]) -> [Entity] {
        var order = groups.enumerated().map { (first: $1.mentions[0].bytes.lowerBound, group: $0) }
        order.sort { $0.first == $1.first ? $0.group < $1.group : $0.first < $1.first }
        var merged: [Entity] = []
        merged.reserveCapacity(groups.count + amounts.count)
        var next = 0
        for (_, group) in order {
            let entity = writer.entity(groups[group])
            while next < amounts.count, amounts[next].mentions[0].start < entity.mentions[0].start {
                merged.append(amounts[next])
                next += 1
            }
            merged.append(entity)
        }
        merged += amounts[next...]
        return merged
    }

    /// Whether 03/04 is the third of April: the United States say no, every other region yes, bare English nothing.
    private static func dayFirst(_ language: String?, isEnglish: Bool) -> Bool? {
        guard let language else { return isEnglish ? nil : true }
        if !isEnglish { return true }
        let region = language.uppercased().split { $0 == "-" || $0 == "_" }.dropFirst().last
        switch region {
        case nil: return nil
        case "US": return false
        case "CA", "PH": return nil
        default: return true
        }
    }
}
