import Model
import Text

/// Dates that name a month or a day of the week, and dates in digits.
extension Grammar {
    // MARK: Parts

    /// A day of the month at `i`, with its "th": 1...31, not part of something longer.
    private func dayNumber(at i: Int) -> (day: Int, end: Int)? {
        guard let numeral = numeral(i), numeral.isPlain, numeral.length(0) <= 2, (1...31).contains(numeral.part(0))
        else { return nil }
        let day = numeral.part(0)
        if keyword(i + 1) == .suffix, isGlued(i + 1) { return (day, i + 2) }
        if isWord(i + 1), isGlued(i + 1) { return nil }
        if isSymbol(i + 1, ":"), isGlued(i + 1), token(i + 2).kind == .number, isGlued(i + 2) { return nil }
        if isSymbol(i + 1, "/"), isGlued(i + 1) { return nil }
        return (day, i + 1)
    }

    /// A year of four digits at `i` ('87 of two): 1000...2199, not "1990s", not "2003 dollars".
    func yearNumber(at i: Int) -> (year: Int, end: Int)? {
        if isSymbol(i, "'"), isGlued(i + 1), let numeral = numeral(i + 1), numeral.isPlain, numeral.length(0) == 2 {
            if isWord(i + 2), isGlued(i + 2) { return nil }
            return (fullYear(numeral.part(0)), i + 2)
        }
        guard let numeral = numeral(i), numeral.isPlain, numeral.length(0) == 4, (1000...2199).contains(numeral.part(0))
        else { return nil }
        if isWord(i + 1), isGlued(i + 1) { return nil }
        if isSymbol(i + 1, ":") || isSymbol(i + 1, "%"), isGlued(i + 1),
            token(i + 2).kind == .number || isSymbol(i + 1, "%")
        {
            return nil
        }
        return (numeral.part(0), i + 1)
    }

    /// Two digits in the century that puts them nearest to publication, 1970...2069 without one.
    func fullYear(_ short: Int) -> Int {
        guard let today = calendar.today?.year else { return short < 70 ? 2000 + short : 1900 + short }
        let century = today - today % 100
        let candidates = [century - 100 + short, century + short, century + 100 + short]
        // At most twenty years ahead: '45 is 1945 and not 2045.
        return candidates.last { $0 <= today + 20 } ?? candidates[0]
    }

    /// The year behind a month or a day, after an optional comma or "of".
    private func trailingYear(at i: Int) -> (year: Int, end: Int)? {
        if let year = yearNumber(at: i) { return year }
        if isSymbol(i, ",") || keyword(i) == .of || (isDash(i) && isGlued(i)) { return yearNumber(at: i + 1) }
        return nil
    }

    /// The month word at `i`, and where it ends (an abbreviation's point included where something follows it).
    private func monthWord(at i: Int) -> (month: Int, end: Int)? {
        let entry = entry(i)
        guard entry.month > 0 else { return nil }
        if isEnglish {
            guard !entry.roles.isDisjoint(with: [.fullMonth, .shortMonth]) else { return nil }
            guard isCapital(i) || (entry.roles.contains(.fullMonth) && !entry.roles.contains(.doubtfulMonth))
            else { return nil }
        } else {
            guard !entry.roles.isDisjoint(with: [.fullMonth, .shortMonth, .foreignMonth]) else { return nil }
        }
        if entry.roles.contains(.shortMonth), isSymbol(i + 1, "."), isGlued(i + 1) { return (Int(entry.month), i + 2) }
        return (Int(entry.month), i + 1)
    }

    /// What says that the number before `i` is no day: "March 20 million", "June 5 percent".
    private func isCounted(_ i: Int) -> Bool {
        if isSymbol(i, "%") || isSymbol(i, "$") || token(i).kind == .currency { return true }
        let entry = entry(i)
        if entry.period != .none || entry.keyword == .percent || entry.keyword == .percentage { return true }
        return entry.power > 0 || entry.unit > 0 || entry.roles.contains(.currencySuffix)
            || (entry.keyword == .per && keyword(i + 1) == .cent)
    }

    /// Fills in the year that the text leaves out.
    private func dated(_ span: DateSpan) -> DateSpan {
        guard span.year == nil, let month = span.month else { return span }
        var span = span
        let tense = tense(around: span.start, span.end)
        span.year =
            span.day.flatMap { calendar.year(ofMonth: month, day: $0, tense) } ?? calendar.year(ofMonth: month, tense)
        return span
    }

    // MARK: Day first

    /// 26 February 1987, 26th of February, 3-5 March, 3 and 4 March 2014, 26-Feb-1987.
    func dayFirst(at i: Int, floor: Int) -> DateSpan? {
        guard let (day, afterDay) = dayNumber(at: i) else { return nil }
        var start = i
        var lastDay: Int?
        var j = afterDay
        if isDash(j) || keyword(j) == .to || keyword(j) == .and || isSymbol(j, "&"),
            let (second, afterSecond) = dayNumber(at: j + 1), second > day
        {
            if monthAfterDay(at: afterSecond) != nil {
                lastDay = second
                j = afterSecond
            }
        }
        guard let (month, afterMonth) = monthAfterDay(at: j) else { return nil }
        var span = DateSpan(start: start, end: afterMonth, month: month, day: day, lastDay: lastDay)
        if let (year, end) = trailingYear(at: afterMonth) {
            (span.year, span.end, span.statesYear) = (year, end, true)
        } else if isSymbol(afterMonth - 1, ".") {
            span.end = trimmedPoint(afterMonth)
        }
        if keyword(j) == .of || afterDay > i + 1, i > floor, keyword(i - 1) == .the { start = i - 1 }
        if lastDay != nil, start == i, i > floor, keyword(i - 1) == .from || keyword(i - 1) == .between {
            start = i - 1
        }
        span.start = start
        return dated(span)
    }

    private func monthAfterDay(at i: Int) -> (month: Int, end: Int)? {
        if keyword(i) == .of || keyword(i) == .de || (isDash(i) && isGlued(i) && isGlued(i + 1)) {
            return monthWord(at: i + 1)
        }
        if isSymbol(i, "."), isGlued(i), !isEnglish { return monthWord(at: i + 1) }
        guard !token(i).flags.contains(.lineBefore) else { return nil }
        return monthWord(at: i)
    }

    /// "26 Feb." at the end of a sentence: the point is the sentence's.
    private func trimmedPoint(_ end: Int) -> Int { beginsSentence(end) || end >= tokens.count ? end - 1 : end }

    // MARK: Month first

    /// February 26, 1987; Feb. 26; March 3-5; March 3 to 5, 2014; June 2014; June-July 2014; a bare June in good company.
    func monthFirst(at i: Int, afterPrefix: Bool) -> DateSpan? {
        guard let (month, j) = monthWord(at: i) else { return nil }
        var span = DateSpan(start: i, end: j, month: month)
        if let day = monthDay(span, at: j) { return dated(day) }
        if let (year, end) = trailingYear(at: j), !isCounted(end) {
            (span.year, span.end, span.statesYear) = (year, end, true)
            return span
        }
        if isDash(j) || isSymbol(j, "/"), isGlued(j), let (second, end) = monthWord(at: j + 1), isGlued(j + 1) {
            span.lastMonth = second
            span.end = end
            if let (year, end) = trailingYear(at: end) { (span.year, span.end, span.statesYear) = (year, end, true) }
            if span.year == nil { return dated(span) }
            return span
        }
        return bareMonth(span, afterPrefix: afterPrefix)
    }

    private func monthDay(_ month: DateSpan, at i: Int) -> DateSpan? {
        guard let (day, afterDay) = dayNumber(at: i), !isCounted(afterDay), !token(i).flags.contains(.lineBefore)
        else { return nil }
        // "In March 5 March babies": the number belongs to the month that follows.
        if monthAfterDay(at: afterDay) != nil, !isDash(afterDay), !isCapital(afterDay + 1) || keyword(afterDay) == .of {
            return nil
        }
        var span = month
        span.day = day
        span.end = afterDay
        if let (last, end) = lastDay(after: afterDay, first: day) {
            span.lastDay = last
            span.end = end
        }
        if let (year, end) = trailingYear(at: span.end), isSymbol(span.end, ",") || !isCounted(end) {
            (span.year, span.end, span.statesYear) = (year, end, true)
        }
        if span.lastDay != nil, keyword(span.start - 1) == .from || keyword(span.start - 1) == .between {
            span.start -= 1
        }
        return span
    }

    /// The "5" of "March 3-5", "March 3 to 5", "March 3 and 5".
    private func lastDay(after i: Int, first: Int) -> (day: Int, end: Int)? {
        guard isDash(i) || keyword(i) == .to || keyword(i) == .through || keyword(i) == .and || isSymbol(i, "&"),
            let (day, end) = dayNumber(at: i + 1), day > first, !isCounted(end), monthAfterDay(at: end) == nil
        else { return nil }
        if keyword(i) == .and || keyword(i) == .to {
            // "on March 3 and 4 people died", "rose on March 3 to 5 points".
            if isSmallWord(end), !roles(end).contains(.notCounted) { return nil }
        }
        return (day, end)
    }

    /// A month alone. Names that are also words or people need a preposition; abbreviations never stand alone.
    private func bareMonth(_ span: DateSpan, afterPrefix: Bool) -> DateSpan? {
        let i = span.start
        let entry = entry(i)
        guard entry.roles.contains(.fullMonth), isCapital(i) else { return nil }
        let hasCompany = afterPrefix || roles(i - 1).contains(.beforeMonth) || isDash(i - 1)
        // "October Revolution", "April Jones", "May Day".
        let beginsName =
            isWord(i + 1) && isCapital(i + 1) && roles(i + 1).isDisjoint(with: [.fullMonth, .fullWeekday])
            && !token(i + 1).flags.contains(.lineBefore) && !token(i).flags.contains(.allCapitals)
        if beginsName { return nil }
        if entry.roles.contains(.doubtfulMonth) {
            guard hasCompany else { return nil }
            if token(i).flags.contains(.allCapitals), entry.month == 3 || entry.month == 5 { return nil }
        } else if !hasCompany, isWord(i - 1), isCapital(i - 1), !beginsSentence(i), roles(i - 1).isEmpty {
            return nil
        }
        return dated(span)
    }

    // MARK: Days of the week

    /// Tuesday, Tuesday night, Tuesday, March 3, 2014, Tue 3 Mar. A bare day follows the rule of `Calendar.day(weekday:_:)`.
    func weekday(at i: Int) -> DateSpan? {
        let entry = entry(i)
        if let dated = weekdayWithDate(at: i) { return dated }
        guard isCapital(i) else { return nil }
        if entry.roles.contains(.weekdays) { return DateSpan(start: i, end: i + 1) }
        guard entry.roles.contains(.fullWeekday) else { return nil }
        if isCapital(i - 1), roles(i - 1).contains(.beforeNamedDay), !beginsSentence(i) { return nil }
        if isCapital(i + 1), roles(i + 1).contains(.afterNamedDay) { return nil }
        var end = i + 1
        if roles(end).contains(.partsOfDay) { return DateSpan(start: i, end: end + 1) }
        if roles(end).contains(.partOfDay) { end += 1 }
        if roles(i - 1).contains(.recurring) { return DateSpan(start: i, end: end) }
        var span = DateSpan(start: i, end: end, weekday: Int(entry.weekday))
        if let day = calendar.day(weekday: Int(entry.weekday), tense(around: i, end)) {
            (span.year, span.month, span.day) = (day.year, day.month, day.day)
        }
        return span
    }

    private func weekdayWithDate(at i: Int) -> DateSpan? {
        let roles = roles(i)
        guard isCapital(i), roles.contains(.fullWeekday) || roles.contains(.shortWeekday) else { return nil }
        var j = i + 1
        if roles.contains(.shortWeekday), isSymbol(j, "."), isGlued(j) { j += 1 }
        if isSymbol(j, ",") { j += 1 }
        if keyword(j) == .the, numeral(j + 1) != nil { j += 1 }
        guard !token(j).flags.contains(.lineBefore) else { return nil }
        let date =
            numeral(j) != nil
            ? dayFirst(at: j, floor: j) : entry(j).month > 0 ? monthFirst(at: j, afterPrefix: false) : nil
        guard var date, date.day != nil, date.start == j else { return nil }
        date.start = i
        return date
    }

    // MARK: Digits

    /// 1987-02-26, 26/02/1987, 26.02.1987, 2014/06/03, in any language.
    func numericDate(at i: Int) -> Match? {
        guard let first = numeral(i) else { return nil }
        if first.groups == 3, first.isDotted {
            guard first.length(0) <= 2, first.length(1) <= 2, first.length(2) == 4 else { return nil }
            return numericMatch(i, i + 1, year: first.part(2), month: first.part(1), day: first.part(0))
        }
        guard first.isPlain, isDash(i + 1) || isSymbol(i + 1, "/"), isGlued(i + 1), isGlued(i + 2), isGlued(i + 3),
            symbol(i + 1) == symbol(i + 3), isGlued(i + 4), let second = numeral(i + 2), second.isPlain,
            let third = numeral(i + 4), third.isPlain, second.length(0) <= 2, !isSymbol(i + 5, "/") || !isGlued(i + 5),
            !(isGlued(i) && (isDash(i - 1) || isSymbol(i - 1, "/")))
        else { return nil }
        if first.length(0) == 4, third.length(0) <= 2 {
            return numericMatch(i, i + 5, year: first.part(0), month: second.part(0), day: third.part(0))
        }
        guard first.length(0) <= 2 else { return nil }
        let year: Int
        switch third.length(0) {
        case 4: year = third.part(0)
        case 2 where isEnglish && isSymbol(i + 1, "/"): year = fullYear(third.part(0))
        default: return nil
        }
        return slashed(i, first.part(0), second.part(0), year: year, isShort: third.length(0) == 2)
    }

    /// Day and month in either order: decided by what is over 12, then by the language; otherwise a mention without a value.
    private func slashed(_ i: Int, _ a: Int, _ b: Int, year: Int, isShort: Bool) -> Match? {
        guard (1000...2199).contains(year), (1...31).contains(a), (1...31).contains(b), a <= 12 || b <= 12 else {
            return nil
        }
        if a == b || a > 12 { return numericMatch(i, i + 5, year: year, month: b, day: a) }
        if b > 12 { return numericMatch(i, i + 5, year: year, month: a, day: b) }
        if let dayFirst {
            return numericMatch(i, i + 5, year: year, month: dayFirst ? b : a, day: dayFirst ? a : b)
        }
        return isShort ? nil : Match(kind: .date, start: i, end: i + 5)
    }

    private func numericMatch(_ start: Int, _ end: Int, year: Int, month: Int, day: Int) -> Match? {
        guard (1000...2199).contains(year), let date = NewsDate(year: year, month: month, day: day) else { return nil }
        return Match(kind: .date, start: start, end: end, value: Calendar.spelled(date))
    }

    // MARK: Other languages

    /// "26. Februar 1987", "26 de febrero de 1987", "1er mars", "März 2014": the order is the same everywhere.
    func foreignDate(at i: Int) -> Match? {
        if token(i).kind == .number, var span = dayFirst(at: i, floor: i) {
            if !span.statesYear, keyword(span.end) == .de || keyword(span.end) == .del,
                let (year, end) = yearNumber(at: span.end + 1)
            {
                (span.year, span.end, span.statesYear) = (year, end, true)
            }
            return match(span)
        }
        guard !roles(i).isDisjoint(with: [.fullMonth, .foreignMonth]), let (month, j) = monthWord(at: i) else {
            return nil
        }
        let k = keyword(j) == .de || keyword(j) == .del ? j + 1 : j
        guard let (year, end) = yearNumber(at: k), (1500...2100).contains(year) else { return nil }
        return Match(kind: .date, start: i, end: end, value: Calendar.spelled(year: year, month: month))
    }
}
