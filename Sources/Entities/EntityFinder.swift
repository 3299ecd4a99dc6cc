package import Model
package import Text

/// Finds the dates, times, amounts of money, percentages and quantities that a text names, by grammars.
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
/// A range of numbers ("$10-15 million", "5 to 6 percent") is one mention with `value` low/high: `10000000/15000000`.
package struct EntityFinder {
    private var tokenizer = Tokenizer()

    package init() {}

    /// The entities of `text` (valid UTF-8), in the order of their first mention; mentions never overlap.
    ///
    /// - Parameters:
    ///   - published: resolves relative dates; without it they are found but have no value.
    ///   - language: BCP 47. English rules run on English text only; nil lets the text's own words decide. Other languages
    ///     get the forms that all share: ISO and numeric dates, day-month-year with month names of nine languages,
    ///     clock times, %, and currency signs.
    package mutating func entities(in text: Span<UInt8>, published: NewsDate?, language: String?) -> [Entity] {
        tokenizer.tokenize(text)
        guard !tokenizer.triggers.isEmpty else { return [] }
        let isEnglish = language.map(LanguageCensus.isEnglish(tag:)) ?? tokenizer.census.isLikelyEnglish
        let grammar = Grammar(
            tokenizer, calendar: Calendar(published: published), isEnglish: isEnglish,
            dayFirst: Self.dayFirst(language, isEnglish: isEnglish))
        var collector = EntityCollector(isASCII: tokenizer.isASCII)
        for match in grammar.matches(at: tokenizer.triggers) {
            let bytes = Int(grammar.tokens[match.start].start)..<Int(grammar.tokens[match.end - 1].end)
            collector.add(match, at: bytes, of: text)
        }
        return collector.entities
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
