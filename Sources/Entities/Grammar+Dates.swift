import Model
import Text

/// Dates: the entry points. The forms are in `Grammar+CalendarDates`, `+RelativeDates` and `+Years`.
extension Grammar {
    /// The longest date that begins at `i`, with what belongs to it on its left ("the", "from", "earlier").
    func date(at i: Int, floor: Int) -> Match? {
        guard isEnglish else { return foreignDate(at: i) }
        if let prefixed = partOfPeriod(at: i, floor: floor) { return match(prefixed) }
        guard var span = core(at: i, floor: floor) else { return nil }
        span = ranged(span, floor: floor)
        return match(span)
    }

    func match(_ span: DateSpan) -> Match {
        Match(kind: .date, start: span.start, end: span.end, value: span.value)
    }

    /// One date without what may surround it.
    func core(at i: Int, floor: Int, afterPrefix: Bool = false) -> DateSpan? {
        let token = token(i)
        if token.kind == .number {
            return dayFirst(at: i, floor: floor) ?? decade(at: i, floor: floor) ?? centuryOrQuarter(at: i, floor: floor)
                ?? statedYears(at: i, floor: floor, afterPrefix: afterPrefix)
        }
        if isSymbol(i, "'") { return decade(at: i + 1, floor: floor) }
        guard token.kind == .word else { return nil }
        let entry = entry(i)
        if entry.weekday > 0, let span = weekday(at: i) { return span }
        if entry.month > 0, let span = monthFirst(at: i, afterPrefix: afterPrefix) { return span }
        switch entry.keyword {
        case .yesterday, .today, .tomorrow, .tonight: return deictic(at: i, floor: floor)
        case .last, .next, .this, .past, .previous, .following, .coming: return relativePeriod(at: i, floor: floor)
        case .recent: return recentPeriods(at: i)
        case .fiscal: return fiscalYear(at: i)
        case .q: return centuryOrQuarter(at: i, floor: floor)
        default: break
        }
        if entry.ordinal > 0, let span = centuryOrQuarter(at: i, floor: floor) { return span }
        switch entry.period {
        case .spring, .summer, .autumn, .winter: return season(at: i, floor: floor)
        case .weekend: return weekend(at: i, floor: floor)
        case .day, .week, .month, .year, .decade, .century: return articlePeriod(at: i, floor: floor)
        default: return nil
        }
    }

    // MARK: Ranges

    /// "from March 3 to April 5", "between May and July", "Monday to Friday": two dates as one interval.
    private func ranged(_ first: DateSpan, floor: Int) -> DateSpan {
        guard !first.isRange, first.other == nil, first.month != nil || first.weekday != nil || first.year != nil
        else { return first }
        let before = first.start > floor ? keyword(first.start - 1) : .none
        let connector = keyword(first.end)
        let joins: Bool
        switch connector {
        case .to, .through: joins = true
        case .until: joins = before == .from
        case .and: joins = before == .between
        default: joins = isDash(first.end)
        }
        guard joins, let second = core(at: first.end + 1, floor: first.end + 1, afterPrefix: true),
            second.start == first.end + 1, !second.isRange, second.other == nil,
            isSameGrain(first, second)
        else { return first }
        // "to June" after a verb of movement goes from one value to another, not from month to month.
        if connector == .to, before != .from, first.statesYear != second.statesYear, first.day == nil { return first }
        guard let value = interval(first, second) else {
            return DateSpan(start: outer(first, before), end: second.end)
        }
        return DateSpan(start: outer(first, before), end: second.end, other: value)
    }

    private func outer(_ span: DateSpan, _ before: Keyword) -> Int {
        before == .from || before == .between ? span.start - 1 : span.start
    }

    private func isSameGrain(_ a: DateSpan, _ b: DateSpan) -> Bool {
        (a.weekday != nil) == (b.weekday != nil) && (a.day != nil) == (b.day != nil)
            && (a.month != nil) == (b.month != nil)
    }

    private func interval(_ first: DateSpan, _ second: DateSpan) -> String? {
        var first = first
        var second = second
        if second.statesYear, !first.statesYear, let year = second.year, let a = first.month, let b = second.month {
            first.year = a <= b ? year : year - 1
        } else if first.statesYear, !second.statesYear, let year = first.year, let a = first.month, let b = second.month
        {
            second.year = a <= b ? year : year + 1
        }
        guard let from = first.value, var to = second.value else { return nil }
        if to < from {
            if first.weekday != nil, let start = first.date, let end = second.date {
                let days = ((end.weekday - start.weekday) % 7 + 7) % 7
                guard let shifted = start.moved(days: days) else { return nil }
                to = Calendar.spelled(shifted)
            } else if !second.statesYear, let year = second.year {
                second.year = year + 1
                guard let later = second.value else { return nil }
                to = later
            }
        }
        return from <= to ? from + "/" + to : nil
    }
}
