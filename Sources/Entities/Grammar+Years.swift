import Model
import Text

/// Years, decades, centuries, quarters and seasons.
extension Grammar {
    // MARK: Years

    /// "1939-45", "1986/87", "1914-1918" anywhere; after "early", "the end of" and the like any year.
    func statedYears(at i: Int, floor: Int, afterPrefix: Bool) -> DateSpan? {
        guard let numeral = numeral(i), numeral.isPlain, numeral.length(0) == 4, (1500...2100).contains(numeral.part(0))
        else { return nil }
        if let range = yearRange(at: i, floor: floor) { return range }
        guard afterPrefix, let (year, end) = yearNumber(at: i) else { return nil }
        return DateSpan(start: i, end: end, year: year, statesYear: true)
    }

    private func yearRange(at i: Int, floor: Int) -> DateSpan? {
        guard let first = numeral(i)?.part(0) else { return nil }
        let between = i > floor && keyword(i - 1) == .between && keyword(i + 1) == .and
        let from =
            i > floor && keyword(i - 1) == .from
            && (keyword(i + 1) == .to || keyword(i + 1) == .until || keyword(i + 1) == .through)
            && !roles(i - 2).contains(.movement) && !roles(i - 3).contains(.movement)
        if between || from {
            guard let (last, end) = yearNumber(at: i + 2), last > first, last <= 2100, first >= 1700,
                !isSmallWord(end) || roles(end).contains(.notCounted)
            else { return nil }
            return interval(i - 1, end, first, last)
        }
        // "(1662 - 1674)": with spaces a hyphen joins years in a life's brackets only, a dash anywhere: "1972 – 1975".
        let isInBrackets = isSymbol(i - 1, "(") && isSymbol(i + 3, ")")
        let isLong = token(i + 1).end - token(i + 1).start > 1
        let isSpaced = (isInBrackets || isLong && isDash(i + 1)) && numeral(i + 2)?.length(0) == 4
        guard isDash(i + 1) || isSymbol(i + 1, "/"), isSpaced || (isGlued(i + 1) && isGlued(i + 2)),
            let second = numeral(i + 2), second.isPlain, !(isGlued(i) && (isDash(i - 1) || isSymbol(i - 1, "/")))
        else { return nil }
        if isDash(i + 3) || isSymbol(i + 3, "/") || isWord(i + 3), isGlued(i + 3) { return nil }
        let last: Int
        switch second.length(0) {
        case 4: last = second.part(0)
        case 2:
            last = first - first % 100 + second.part(0) + (second.part(0) == 0 ? 100 : 0)
        default: return nil
        }
        guard last > first, last <= 2100, last - first < 200 else { return nil }
        return interval(i, i + 3, first, last)
    }

    private func interval(_ start: Int, _ end: Int, _ first: Int, _ last: Int) -> DateSpan {
        DateSpan(
            start: start, end: end, statesYear: true,
            other: Calendar.spelled(year: first) + "/" + Calendar.spelled(year: last))
    }

    /// A year that only its surroundings show to be one: "in 2003", "(1987)", "the 2014 election", "1986 and 1987".
    func loneYear(at i: Int, floor: Int) -> Match? {
        guard let (year, end) = yearNumber(at: i), (1000...2100).contains(year), !isMeasured(end) else { return nil }
        guard !isDash(i - 1) || !isGlued(i) || keyword(i - 2) == .mid else { return nil }
        guard isEnglish, introducesYear(i, end, year: year, floor: floor) else { return nil }
        return Match(kind: .date, start: i, end: end, value: Calendar.spelled(year: year))
    }

    private func introducesYear(_ i: Int, _ end: Int, year: Int, floor: Int) -> Bool {
        let before = roles(i - 1)
        if year < 1500, keyword(i - 1) != .in { return false }
        let isPlausible = (1700...2099).contains(year)
        let countsSomething = isSmallWord(end) && !roles(end).contains(.notCounted)
        if before.contains(.beforeYear) {
            return !countsSomething
                || isPlausible && !roles(end).contains(.movement)
                    && (1900...2099).contains(year) && year % 100 != 0 && !isCrowd(end)
        }
        if isSymbol(i - 1, "("), isSymbol(end, ")"), isGlued(i) { return true }
        guard isPlausible else { return false }
        if roles(end).contains(.afterYear), (1900...2099).contains(year) {
            return keyword(i - 1) == .the || beginsSentence(i) || before.contains(.beforeLoneYear) || isSmallWord(i - 1)
        }
        if modifiesNoun(i, end, year: year) { return true }
        if countsSomething { return false }
        if before.contains(.beforeLoneYear) {
            // "to 2000" and "from 2000" after rose, fell: a value.
            guard keyword(i - 1) != .to, !roles(i - 2).contains(.movement), (1800...2099).contains(year) else {
                return false
            }
            return keyword(i - 1) != .from || !roles(i - 3).contains(.movement)
        }
        return followsYear(i, floor: floor)
    }

    /// "a 2008 raid", "the 2003 incident", "the 2012 Olympics"; not "the 2000 people", "the 1987 men".
    private func modifiesNoun(_ i: Int, _ end: Int, year: Int) -> Bool {
        guard isWord(end), roles(end).isDisjoint(with: [.notCounted, .crowd]) else { return false }
        switch keyword(i - 1) {
        case .a: return true
        case .the:
            guard (1900...2099).contains(year) else { return false }
            return isCapital(end) || (year % 100 != 0 && !token(end).flags.contains(.pluralForm))
        default: return false
        }
    }

    /// "In 2003 people left" may open a sentence; at its end the people were counted.
    private func isCrowd(_ i: Int) -> Bool {
        let isPlural = roles(i).contains(.crowd) || token(i).flags.contains(.pluralForm)
        return isPlural && !isSmallWord(i + 1)
    }

    func isMeasured(_ i: Int) -> Bool {
        let entry = entry(i)
        return entry.power > 0 || entry.unit > 0 || entry.roles.contains(.currencySuffix) || isSymbol(i, "%")
            || entry.keyword == .percent || entry.keyword == .per && keyword(i + 1) == .cent
            || token(i).kind == .fraction || (token(i).kind == .number && !token(i).flags.contains(.lineBefore))
    }

    /// "in 1986 and 1987": a year comes directly before, joined by "and", "or", a comma or "to".
    private func followsYear(_ i: Int, floor: Int) -> Bool {
        var j = i - 1
        if keyword(j) == .and || keyword(j) == .or || keyword(j) == .to { j -= 1 }
        if isSymbol(j, ",") { j -= 1 }
        // The mention before ends exactly there, and is a year itself.
        guard j != i - 1, j + 1 == floor, let previous = numeral(j) else { return false }
        return previous.isPlain && previous.length(0) == 4
    }

    /// "fiscal 2015", "fiscal year 2014/15", "FY 2015".
    func fiscalYear(at i: Int) -> DateSpan? {
        var j = i + 1
        if entry(j).period == .year { j += 1 }
        if let range = numeral(j) != nil ? yearRange(at: j, floor: j) : nil {
            return DateSpan(start: i, end: range.end, other: range.other)
        }
        if let (year, end) = yearNumber(at: j) {
            return DateSpan(start: i, end: end, other: Calendar.spelled(year: year))
        }
        return nil
    }

    // MARK: Decades and centuries

    /// the 1990s, 1990's, the early '90s, the 60s.
    func decade(at i: Int, floor: Int) -> DateSpan? {
        guard let numeral = numeral(i), numeral.isPlain, numeral.part(0) % 10 == 0 else { return nil }
        var end = i + 1
        if isSymbol(end, "'"), isGlued(end) { end += 1 }
        guard keyword(end) == .s, isGlued(end), !isCapital(end) || token(end).flags.contains(.allCapitals) else {
            return nil
        }
        end += 1
        var start = i
        let year: Int
        switch numeral.length(0) {
        case 4:
            guard (1000...2190).contains(numeral.part(0)) else { return nil }
            year = numeral.part(0)
        case 2:
            let apostrophe = isSymbol(i - 1, "'") && isGlued(i) && i - 1 >= floor
            guard apostrophe || keyword(i - 1) == .the else { return nil }
            if apostrophe { start = i - 1 }
            year = numeral.part(0) < 20 ? 2000 + numeral.part(0) : 1900 + numeral.part(0)
        default: return nil
        }
        if start > floor, keyword(start - 1) == .the { start -= 1 }
        return DateSpan(start: start, end: end, other: Calendar.spelled(decadeOf: year))
    }

    /// 21st century, the third quarter of 2014, Q3 2014, the first half of last year.
    func centuryOrQuarter(at i: Int, floor: Int) -> DateSpan? {
        guard let (ordinal, afterOrdinal, isLetter) = ordinal(at: i) else { return nil }
        var j = afterOrdinal
        if isDash(j), isGlued(j) { j += 1 }
        let start = i > floor && keyword(i - 1) == .the ? i - 1 : i
        if !isLetter, entry(j).period == .century || keyword(j) == .century, (1...29).contains(ordinal) {
            return DateSpan(start: start, end: j + 1, other: twoDigits(ordinal - 1))
        }
        let isHalf = !isLetter && keyword(j) == .half && ordinal <= 2
        guard isLetter || isHalf || (entry(j).period == .quarter && ordinal <= 4) else { return nil }
        let end = isLetter ? j : j + 1
        let (year, afterYear) = yearOfPart(at: end)
        if let year, let afterYear {
            let value = isHalf ? Calendar.half(ordinal, of: year) : Calendar.quarter(ordinal, of: year)
            return DateSpan(start: start, end: afterYear, other: value)
        }
        if let afterYear { return DateSpan(start: start, end: afterYear) }
        return isHalf ? nil : DateSpan(start: start, end: end)
    }

    /// "third", "3rd", or the "Q3" and "3Q" that need no "quarter" behind them.
    private func ordinal(at i: Int) -> (value: Int, end: Int, isLetter: Bool)? {
        if entry(i).ordinal > 0 { return (Int(entry(i).ordinal), i + 1, false) }
        if keyword(i) == .q, isCapital(i), isGlued(i + 1), let numeral = numeral(i + 1), numeral.isPlain,
            (1...4).contains(numeral.part(0)), !(isWord(i + 2) && isGlued(i + 2))
        {
            return (numeral.part(0), i + 2, true)
        }
        guard let numeral = numeral(i), numeral.isPlain, numeral.length(0) <= 2, isGlued(i + 1) else { return nil }
        if keyword(i + 1) == .suffix { return (numeral.part(0), i + 2, false) }
        if keyword(i + 1) == .q, isCapital(i + 1), (1...4).contains(numeral.part(0)) {
            return (numeral.part(0), i + 2, true)
        }
        return nil
    }

    /// The year behind a quarter: "2014", "of 2014", "of fiscal 2015", "of last year"; the end is nil where there is none.
    private func yearOfPart(at i: Int) -> (year: Int?, end: Int?) {
        var j = i
        if isSymbol(j, ","), yearNumber(at: j + 1) != nil { j += 1 }
        if keyword(j) == .of || keyword(j) == .in { j += 1 }
        if keyword(j) == .the, keyword(j + 1) == .fiscal { j += 1 }
        if keyword(j) == .fiscal { j += 1 }
        if entry(j).period == .year, yearNumber(at: j + 1) != nil { j += 1 }
        if let (year, end) = yearNumber(at: j), !isMeasured(end) { return (year, end) }
        let away: Int
        switch keyword(j) {
        case .last: away = -1
        case .this: away = 0
        case .next: away = 1
        default: return (nil, nil)
        }
        guard entry(j + 1).period == .year else { return (nil, nil) }
        return (calendar.today.map { $0.year + away }, j + 2)
    }

    // MARK: Seasons

    /// spring 2012, the fall of 1989, winter 1986/87; without a year a season is no date.
    func season(at i: Int, floor: Int) -> DateSpan? {
        var j = i + 1
        if keyword(j) == .of || isSymbol(j, ",") { j += 1 }
        guard let (year, end) = yearNumber(at: j), (1500...2100).contains(year), !isMeasured(end) else { return nil }
        let start = i > floor && keyword(i - 1) == .the ? i - 1 : i
        var span = DateSpan(start: start, end: end, other: Calendar.spelled(entry(i).period, of: year))
        if let range = yearRange(at: j, floor: j) { span.end = range.end }
        return span
    }
}
