import Model
import Text

/// Dates that say how far they are from the day of publication.
extension Grammar {
    // MARK: Yesterday and the like

    func deictic(at i: Int, floor: Int) -> DateSpan? {
        // "USA Today", "Russia Today".
        if isCapital(i), isWord(i - 1), isCapital(i - 1), !beginsSentence(i), !roles(i - 1).contains(.fullWeekday) {
            if !token(i).flags.contains(.allCapitals) || token(i - 1).flags.contains(.allCapitals) == false {
                return nil
            }
        }
        var away = 0
        switch keyword(i) {
        case .yesterday: away = -1
        case .tomorrow: away = 1
        default: break
        }
        var span = DateSpan(start: i, end: i + 1)
        if away != 0, roles(i + 1).contains(.partOfDay) { span.end = i + 2 }
        // "the day before yesterday"
        let turn = keyword(i - 1)
        if away != 0, turn == (away < 0 ? .before : .after), keyword(i - 2) == .day, i - 2 >= floor {
            away *= 2
            span.start = i - 3 >= floor && keyword(i - 3) == .the ? i - 3 : i - 2
        }
        if span.start == i, i > floor, keyword(i - 1) == .earlier || keyword(i - 1) == .later { span.start = i - 1 }
        span.other = calendar.period(.day, away: away)
        return span
    }

    // MARK: Last, next, this

    /// last week, next March, this morning, the past two years, earlier this month.
    func relativePeriod(at i: Int, floor: Int) -> DateSpan? {
        let word = keyword(i)
        var start = i > floor && keyword(i - 1) == .the ? i - 1 : i
        if i > floor, keyword(i - 1) == .earlier || keyword(i - 1) == .later { start = i - 1 }
        if var counted = countedPeriods(at: i + 1, word) {
            counted.start = start
            return counted
        }
        var j = i + 1
        if keyword(j) == .fiscal { j += 1 }
        let sign = sign(of: word)
        let entry = entry(j)
        if entry.roles.contains(.fullWeekday), isCapital(j), word != .past {
            return relativeWeekday(at: j, start: start, sign: sign)
        }
        if entry.month > 0, entry.roles.contains(.fullMonth), isCapital(j), sign != nil {
            return relativeMonth(at: j, start: start, sign: sign)
        }
        if entry.roles.contains(.partOfDay) { return partOfDay(at: j, start: start, word) }
        switch entry.period {
        case .week, .weekend, .month, .quarter, .year, .decade, .century, .spring, .summer, .autumn, .winter:
            return DateSpan(start: start, end: j + 1, other: value(of: entry.period, word))
        case .day where start < i && sign != -1 && sign != 0:
            // "The next day" follows a day of the story, which need not be that of publication.
            return DateSpan(start: start, end: j + 1)
        default: return nil
        }
    }

    /// -1 last, 0 this, 1 next; nil for what counts from some other day than that of publication.
    private func sign(of word: Keyword) -> Int? {
        switch word {
        case .last, .past: -1
        case .this: 0
        case .next, .coming: 1
        default: nil
        }
    }

    private func value(of period: Period, _ word: Keyword) -> String? {
        switch word {
        // "The past year" reaches from then to now; "last year" is the calendar's.
        case .past: calendar.stretch(-1, period)
        case .coming where period != .weekend: calendar.period(period, away: 1)
        default: sign(of: word).flatMap { calendar.period(period, away: $0) }
        }
    }

    private func relativeWeekday(at j: Int, start: Int, sign: Int?) -> DateSpan? {
        var span = DateSpan(start: start, end: roles(j + 1).contains(.partOfDay) ? j + 2 : j + 1)
        let weekday = Int(entry(j).weekday)
        switch sign {
        case nil: return span
        case 0: span.other = calendar.day(weekday: weekday, thisTense(start, span.end)).map(Calendar.spelled)
        default: span.other = calendar.day(weekday: weekday, strictly: sign ?? 0).map(Calendar.spelled)
        }
        return span
    }

    /// "This Tuesday" lies ahead unless a verb says otherwise.
    private func thisTense(_ start: Int, _ end: Int) -> Calendar.Tense {
        let tense = tense(around: start, end)
        return tense == .past ? .past : .future
    }

    private func relativeMonth(at j: Int, start: Int, sign: Int?) -> DateSpan? {
        let month = Int(entry(j).month)
        var span = DateSpan(start: start, end: j + 1, month: month)
        if isWord(j + 1), isCapital(j + 1), !token(j + 1).flags.contains(.lineBefore) { return nil }
        if let dated = monthFirst(at: j, afterPrefix: true), dated.day != nil {
            (span.day, span.end) = (dated.day, dated.end)
            if dated.statesYear { return DateSpan(start: start, end: dated.end, other: dated.value) }
        }
        guard let today = calendar.today else { return span }
        switch sign {
        case -1: span.year = month < today.month ? today.year : today.year - 1
        case 1: span.year = month > today.month ? today.year : today.year + 1
        default: span.year = today.year
        }
        return span
    }

    private func partOfDay(at j: Int, start: Int, _ word: Keyword) -> DateSpan? {
        switch word {
        case .this: return DateSpan(start: start, end: j + 1, other: calendar.period(.day, away: 0))
        case .last: return DateSpan(start: start, end: j + 1, other: calendar.period(.day, away: -1))
        default: return nil
        }
    }

    /// "recent weeks": a mention, but no stretch that a calendar could show.
    func recentPeriods(at i: Int) -> DateSpan? {
        guard [.day, .week, .month, .year, .decade].contains(entry(i + 1).period), isPlural(i + 1) else { return nil }
        return DateSpan(start: i, end: i + 2)
    }

    /// "two years" of "the past two years", "few weeks", "couple of days".
    private func countedPeriods(at i: Int, _ word: Keyword) -> DateSpan? {
        guard word != .this else { return nil }
        var count: Int?
        var j = i
        if let amount = amount(at: i, floor: i)?.single {
            count = amount.low.smallInteger
            j = amount.end
        } else if keyword(i) == .few || keyword(i) == .several {
            j = i + 1
        } else if keyword(i) == .couple {
            j = keyword(i + 1) == .of ? i + 2 : i + 1
        } else {
            return nil
        }
        let period = entry(j).period
        guard [.day, .week, .month, .year, .decade].contains(period) else { return nil }
        let sign = sign(of: word)
        return DateSpan(
            start: i, end: j + 1,
            other: sign.flatMap { sign in count.flatMap { $0 < 10_000 ? calendar.stretch(sign * $0, period) : nil } })
    }

    // MARK: Ago and later

    /// two weeks ago, three months earlier, ten days from now, in two days. What is earlier or later than another event has
    /// no value here.
    func relativeDate(_ amount: Amount, floor: Int) -> Match? {
        let i = amount.end
        let entry = entry(i)
        guard entry.roles.contains(.duration), entry.period.rawValue >= Period.hour.rawValue, amount.high == nil
        else { return nil }
        // "down from 27,200 week ago": the number is not the week's.
        guard amount.low == ExactNumber(1) || isPlural(i) else { return nil }
        guard let (direction, end) = direction(after: i + 1) else {
            return inSoMany(amount, entry.period, floor: floor)
        }
        let value = away(amount, entry.period, direction)
        let kind: Entity.Kind = entry.period == .hour ? .time : .date
        return Match(kind: kind, start: amount.start, end: end, value: value)
    }

    private func away(_ amount: Amount, _ period: Period, _ direction: Direction) -> String? {
        guard let count = amount.low.smallInteger, count < 100_000 else { return nil }
        switch direction {
        case .ago: return calendar.period(period, away: -count)
        case .fromNow: return calendar.period(period, away: count)
        case .elsewhere: return nil
        }
    }

    private enum Direction { case ago, fromNow, elsewhere }

    private func direction(after i: Int) -> (Direction, end: Int)? {
        switch keyword(i) {
        case .ago: return (.ago, i + 1)
        case .earlier, .later: return (.elsewhere, i + 1)
        case .hence: return (.fromNow, i + 1)
        case .from where keyword(i + 1) == .now || keyword(i + 1) == .today || keyword(i + 1) == .tomorrow:
            return (keyword(i + 1) == .tomorrow ? .elsewhere : .fromNow, i + 2)
        default: return nil
        }
    }

    /// "In two days" is a day to come where the sentence looks ahead; in "the first in 20 years" it is a duration.
    private func inSoMany(_ amount: Amount, _ period: Period, floor: Int) -> Match? {
        let start = amount.start
        guard start > floor, keyword(start - 1) == .in, period != .hour, keyword(amount.end + 1) != .of,
            !roles(start - 2).contains(.superlative), !roles(start - 3).contains(.superlative),
            tense(around: start - 1, amount.end + 1) == .future
        else { return nil }
        return Match(kind: .date, start: start - 1, end: amount.end + 1, value: away(amount, period, .fromNow))
    }

    /// "a year ago", "years ago", "a few days earlier", "year-ago", and "the week of March 3".
    func articlePeriod(at i: Int, floor: Int) -> DateSpan? {
        var j = i + 1
        if isDash(j), isGlued(j), keyword(j + 1) == .ago { j += 1 }
        if entry(i).period == .year, let (year, end) = yearNumber(at: i + 1), !isMeasured(end) {
            let start = i > floor && keyword(i - 1) == .the ? i - 1 : i
            return DateSpan(start: start, end: end, year: year, statesYear: true)
        }
        guard let (direction, end) = direction(after: j) else { return nil }
        var start = i
        var isOne = true
        switch i > floor ? keyword(i - 1) : .none {
        case .a, .an: start = i - 1
        case .few, .several:
            isOne = false
            start = i - 2 >= floor && keyword(i - 2) == .a ? i - 2 : i - 1
        case .of where keyword(i - 2) == .couple:
            isOne = false
            start = i - 3 >= floor && keyword(i - 3) == .a ? i - 3 : i - 2
        default:
            let isPlural = isPlural(i)
            isOne = !isPlural && direction == .ago
            // "later that day": a lone singular needs "ago".
            if !isPlural, direction != .ago { return nil }
        }
        guard start >= floor else { return nil }
        let value: String? =
            switch direction {
            case .ago where isOne: calendar.period(entry(i).period, away: -1)
            case .fromNow where isOne: calendar.period(entry(i).period, away: 1)
            default: nil
            }
        return DateSpan(start: start, end: end, other: value)
    }

    /// "weeks" and not "week".
    private func isPlural(_ i: Int) -> Bool { roles(i).contains(.plural) }

    // MARK: Parts of periods

    /// early March, mid-June, late 2013, the end of April, the start of the year, early next week. The value is the period's:
    /// ISO 8601 has no code for its beginning.
    func partOfPeriod(at i: Int, floor: Int) -> DateSpan? {
        var j = i + 1
        switch keyword(i) {
        case .early, .late:
            if isDash(j) { j += 1 }
            if keyword(j) == .in || keyword(j) == .on { j += 1 }
        case .mid:
            if isDash(j) { j += 1 }
        case .end, .start, .middle:
            if isDash(j), isGlued(j), keyword(i) == .end {
                j += 1
            } else {
                guard keyword(j) == .of else { return nil }
                j += 1
            }
        default: return nil
        }
        guard var span = innerPeriod(at: j) else { return nil }
        span.start = i > floor && keyword(i - 1) == .the ? i - 1 : i
        span.weekday = nil
        return span
    }

    private func innerPeriod(at i: Int) -> DateSpan? {
        let j = keyword(i) == .the ? i + 1 : i
        if let span = core(at: j, floor: i, afterPrefix: true), span.start <= j { return span }
        guard j > i else { return nil }
        switch entry(j).period {
        case .week, .month, .quarter, .year, .decade, .century:
            return DateSpan(start: i, end: j + 1, other: calendar.period(entry(j).period, away: 0))
        default: return nil
        }
    }

    /// "the weekend", "over the weekend".
    func weekend(at i: Int, floor: Int) -> DateSpan? {
        guard i > floor, keyword(i - 1) == .the else { return nil }
        return DateSpan(start: i - 1, end: i + 1, other: calendar.weekend(tense(around: i - 1, i + 1)))
    }
}
