import Text

/// Resolves what news says about time against the day on which it was published.
///
/// Values are ISO 8601: `2014-06-03`, `2014-06`, `2014`, a week `2014-W23`, a decade `201` and a century `20` (the first
/// three, the first two digits of their years), intervals `2014-03-03/2014-03-05`; a quarter or a half of a year is an
/// interval of months. Seasons are the codes 21 (spring) to 24 (winter) of ISO 8601-2 in place of a month: `2012-21`.
struct Calendar {
    /// The day of publication; without it nothing relative has a value.
    let today: NewsDate?

    /// Which way the sentence looks from the day of publication.
    enum Tense {
        case past, reported, future, unknown
    }

    init(published: NewsDate?) { today = published }

    // MARK: Spelling

    static func spelled(year: Int) -> String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    static func spelled(year: Int, month: Int) -> String { spelled(year: year) + "-" + twoDigits(month) }

    static func spelled(_ date: NewsDate) -> String {
        spelled(year: date.year, month: date.month) + "-" + twoDigits(date.day)
    }

    static func spelled(decadeOf year: Int) -> String { String(spelled(year: year).prefix(3)) }

    static func spelled(_ season: Period, of year: Int) -> String {
        let code =
            switch season {
            case .spring: "21"
            case .summer: "22"
            case .autumn: "23"
            default: "24"
            }
        return spelled(year: year) + "-" + code
    }

    static func quarter(_ quarter: Int, of year: Int) -> String {
        spelled(year: year, month: quarter * 3 - 2) + "/" + spelled(year: year, month: quarter * 3)
    }

    static func half(_ half: Int, of year: Int) -> String {
        spelled(year: year, month: half * 6 - 5) + "/" + spelled(year: year, month: half * 6)
    }

    /// The ISO week that holds a day: its Thursday's year, counted from that year's first Thursday.
    static func spelled(weekOf date: NewsDate) -> String? {
        guard let thursday = NewsDate(daysSinceEpoch: date.daysSinceEpoch - date.weekday + 4),
            let newYear = NewsDate(year: thursday.year, month: 1, day: 1)
        else { return nil }
        let week = (thursday.daysSinceEpoch - newYear.daysSinceEpoch) / 7 + 1
        return spelled(year: thursday.year) + "-W" + twoDigits(week)
    }

    // MARK: Choosing a year or a day

    /// The day that a bare weekday means: the latest one up to the day of publication, or, where the sentence looks ahead,
    /// the first one from it on.
    func day(weekday: Int, _ tense: Tense) -> NewsDate? {
        guard let today else { return nil }
        let ahead = (weekday - today.weekday + 7) % 7
        return shifted(days: tense == .future || ahead == 0 ? ahead : ahead - 7)
    }

    /// "last Tuesday" never is today, nor is "next Tuesday".
    func day(weekday: Int, strictly sign: Int) -> NewsDate? {
        guard let today else { return nil }
        let ahead = (weekday - today.weekday + 7) % 7
        return shifted(days: sign > 0 ? (ahead == 0 ? 7 : ahead) : ahead - 7)
    }

    /// The year of a month without one. Past and future are taken at their word; under "said" up to three months ahead are
    /// likelier than nine behind; without a cue the nearest one is meant.
    func year(ofMonth month: Int, _ tense: Tense) -> Int? {
        guard let today else { return nil }
        let ahead = month - today.month
        switch tense {
        case .past: return ahead > 0 ? today.year - 1 : today.year
        case .future: return ahead < 0 ? today.year + 1 : today.year
        case .reported: return ahead > 3 ? today.year - 1 : ahead < -9 ? today.year + 1 : today.year
        case .unknown: return ahead > 6 ? today.year - 1 : ahead < -6 ? today.year + 1 : today.year
        }
    }

    /// The same for a day of a month; within the month of publication the day decides.
    func year(ofMonth month: Int, day: Int, _ tense: Tense) -> Int? {
        guard let today, let year = year(ofMonth: month, tense) else { return nil }
        guard month == today.month else { return year }
        switch tense {
        case .past where day > today.day: return year - 1
        case .future where day < today.day: return year + 1
        default: return year
        }
    }

    // MARK: Moving

    func shifted(days: Int) -> NewsDate? {
        guard let today else { return nil }
        let (target, overflow) = today.daysSinceEpoch.addingReportingOverflow(days)
        guard !overflow, abs(target) < 4_000_000 else { return nil }
        return NewsDate(daysSinceEpoch: target)
    }

    /// Year and month `months` after the month of publication.
    private func shifted(months: Int) -> (year: Int, month: Int)? {
        guard let today else { return nil }
        let target = today.year * 12 + today.month - 1 + months
        guard target >= 12, target < 120_000 else { return nil }
        return (target / 12, target % 12 + 1)
    }

    private func shifted(years: Int) -> Int? {
        guard let today, (1...9999).contains(today.year + years) else { return nil }
        return today.year + years
    }

    /// The period `count` periods away: yesterday is (-1, day), next month (1, month), ten years ago (-10, year).
    func period(_ period: Period, away count: Int) -> String? {
        guard abs(count) < 100_000 else { return nil }
        switch period {
        case .day: return shifted(days: count).map(Self.spelled)
        case .week: return shifted(days: count * 7).flatMap(Self.spelled(weekOf:))
        case .weekend: return weekend(away: count)
        case .month: return shifted(months: count).map { Self.spelled(year: $0.year, month: $0.month) }
        case .quarter: return shifted(months: count * 3).map { Self.quarter(($0.month + 2) / 3, of: $0.year) }
        case .year: return shifted(years: count).map(Self.spelled(year:))
        case .decade: return shifted(years: count * 10).map(Self.spelled(decadeOf:))
        case .century: return shifted(years: count * 100).map { String(Self.spelled(year: $0).prefix(2)) }
        case .spring, .summer, .autumn, .winter: return season(period, away: count)
        case .second, .minute, .hour, .none: return nil
        }
    }

    /// The stretch from publication `count` periods back or ahead: "the past two weeks".
    func stretch(_ count: Int, _ period: Period) -> String? {
        guard let today, abs(count) < 10_000, count != 0 else { return nil }
        let here: String?
        let there: String?
        switch period {
        case .day: (here, there) = (Self.spelled(today), shifted(days: count).map(Self.spelled))
        case .week: (here, there) = (Self.spelled(today), shifted(days: count * 7).map(Self.spelled))
        case .month, .quarter:
            here = Self.spelled(year: today.year, month: today.month)
            there = shifted(months: period == .month ? count : count * 3)
                .map { Self.spelled(year: $0.year, month: $0.month) }
        case .year, .decade, .century:
            let years = period == .year ? count : period == .decade ? count * 10 : count * 100
            (here, there) = (Self.spelled(year: today.year), shifted(years: years).map(Self.spelled(year:)))
        default: return nil
        }
        guard let here, let there else { return nil }
        return count < 0 ? there + "/" + here : here + "/" + there
    }

    /// Saturday and Sunday of the week of publication, or of another.
    private func weekend(away count: Int) -> String? {
        guard let today, let saturday = shifted(days: 6 - today.weekday + count * 7),
            let sunday = shifted(days: 7 - today.weekday + count * 7)
        else { return nil }
        return Self.spelled(saturday) + "/" + Self.spelled(sunday)
    }

    /// The weekend that "the weekend" means: the one under way or just over, or the coming one.
    func weekend(_ tense: Tense) -> String? {
        guard let today else { return nil }
        return weekend(away: tense == .future || today.weekday >= 6 ? 0 : -1)
    }

    /// Meteorological seasons of the northern hemisphere; a winter carries the year in which it begins.
    private func season(_ season: Period, away count: Int) -> String? {
        guard let today else { return nil }
        let first: Int
        switch season {
        case .spring: first = 3
        case .summer: first = 6
        case .autumn: first = 9
        default: first = 12
        }
        // January and February belong to the winter that began the year before.
        let month = season == .winter && today.month < 3 ? today.month + 12 : today.month
        let base = season == .winter && today.month < 3 ? today.year - 1 : today.year
        let year: Int
        if count == 0 {
            year = base
        } else if count < 0 {
            year = month > first + 2 ? base : base - 1
        } else {
            year = month < first ? base : base + 1
        }
        guard (1...9999).contains(year) else { return nil }
        return Self.spelled(season, of: year)
    }
}
