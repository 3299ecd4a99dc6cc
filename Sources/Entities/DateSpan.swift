import Text

/// A date as far as it was read: tokens `start..<end`, and as much of the calendar as they state.
struct DateSpan {
    var start: Int
    var end: Int
    var year: Int?
    var month: Int?
    var day: Int?
    /// The year stands in the text; otherwise it was chosen.
    var statesYear = false
    /// The second day or month of "March 3-5" and "June-July 2014".
    var lastDay: Int?
    var lastMonth: Int?
    /// A value that is no plain year, month or day.
    var other: String?
    /// 1...7 where the text names only the day of the week.
    var weekday: Int?

    var isRange: Bool { lastDay != nil || lastMonth != nil }

    /// ISO 8601, or nil where something is unknown or there is no such day.
    var value: String? {
        if let other { return other }
        guard let year else { return nil }
        guard let first = Self.spelled(year, month, day) else { return nil }
        if let lastDay {
            return Self.spelled(year, lastMonth ?? month, lastDay).map { first + "/" + $0 }
        }
        if let lastMonth, let month {
            // "June-July 2014" is one year; "December-January 2015" began the year before.
            guard lastMonth > month else {
                return Self.spelled(year - 1, month, nil).flatMap { start in
                    Self.spelled(year, lastMonth, nil).map { start + "/" + $0 }
                }
            }
            return Self.spelled(year, lastMonth, nil).map { first + "/" + $0 }
        }
        return first
    }

    private static func spelled(_ year: Int, _ month: Int?, _ day: Int?) -> String? {
        guard (1...9999).contains(year) else { return nil }
        guard let month else { return Calendar.spelled(year: year) }
        guard let day else { return Calendar.spelled(year: year, month: month) }
        return NewsDate(year: year, month: month, day: day).map(Calendar.spelled)
    }
}

extension DateSpan {
    /// The day, where it is one.
    var date: NewsDate? {
        guard let year, let month, let day else { return nil }
        return NewsDate(year: year, month: month, day: day)
    }
}

extension NewsDate {
    /// The day so many days later.
    func moved(days: Int) -> NewsDate? { NewsDate(daysSinceEpoch: daysSinceEpoch + days) }
}
