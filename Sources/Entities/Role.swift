/// What a word can do in a sentence, as far as the grammars ask.
struct Role: OptionSet, Sendable {
    let rawValue: UInt64

    /// A grammar may begin here.
    static let trigger = Role(rawValue: 1 << 0)
    /// Digits glued to the word are a token of their own ("EUR20").
    static let beforeDigits = Role(rawValue: 1 << 1)

    // MARK: Months and days
    /// An English month spelt out.
    static let fullMonth = Role(rawValue: 1 << 2)
    /// An English abbreviation of one.
    static let shortMonth = Role(rawValue: 1 << 3)
    /// A month that is more often something else: March, April, May, June, August.
    static let doubtfulMonth = Role(rawValue: 1 << 4)
    /// A month in one of the other languages.
    static let foreignMonth = Role(rawValue: 1 << 5)
    static let fullWeekday = Role(rawValue: 1 << 6)
    static let weekdays = Role(rawValue: 1 << 7)
    static let shortWeekday = Role(rawValue: 1 << 8)
    static let partOfDay = Role(rawValue: 1 << 9)
    /// "Black" Friday, "Ash" Wednesday: not a date but a name.
    static let beforeNamedDay = Role(rawValue: 1 << 10)
    /// "Sunday" Times: a newspaper.
    static let afterNamedDay = Role(rawValue: 1 << 11)

    // MARK: What surrounds a date
    /// May stand before a month.
    static let beforeMonth = Role(rawValue: 1 << 12)
    /// A year may follow, whatever comes after it.
    static let beforeYear = Role(rawValue: 1 << 13)
    /// A year may follow, if no noun comes after it.
    static let beforeLoneYear = Role(rawValue: 1 << 14)
    /// A noun that a year may modify: the 2014 "election".
    static let afterYear = Role(rawValue: 1 << 15)
    /// A word that no number counts: after it the number before was a year.
    static let notCounted = Role(rawValue: 1 << 16)
    /// Moves a quantity: "rose" from 1500 to 2000.
    static let movement = Role(rawValue: 1 << 17)
    /// The "first" in 20 years: a duration, not a date to come.
    static let superlative = Role(rawValue: 1 << 18)

    // MARK: Tense
    static let past = Role(rawValue: 1 << 19)
    /// Said, told: past, yet what follows may lie ahead.
    static let reporting = Role(rawValue: 1 << 20)
    static let future = Role(rawValue: 1 << 21)
    /// Be: the participle behind it says nothing about the time.
    static let infinitiveBe = Role(rawValue: 1 << 35)
    /// A verb whose present announces: it "starts" in March.
    static let scheduled = Role(rawValue: 1 << 36)
    /// Every, each: no single day.
    static let recurring = Role(rawValue: 1 << 37)
    /// Mornings, evenings: no single day either.
    static let partsOfDay = Role(rawValue: 1 << 38)

    // MARK: Language
    static let english = Role(rawValue: 1 << 22)
    static let otherLanguage = Role(rawValue: 1 << 23)

    // MARK: Amounts
    /// A code that stands before a number: EUR, Rs.
    static let currencyPrefix = Role(rawValue: 1 << 24)
    /// A word that follows a number: dollars, dlrs.
    static let currencySuffix = Role(rawValue: 1 << 25)
    /// A multiplier only when glued to its number: 20m, 5k.
    static let gluedPower = Role(rawValue: 1 << 26)
    /// A unit only when glued to its number.
    static let gluedUnit = Role(rawValue: 1 << 27)
    /// A time zone in capitals.
    static let zone = Role(rawValue: 1 << 28)
    /// Gives a bare "pounds" away as money.
    static let sterling = Role(rawValue: 1 << 29)
    /// Counts seconds, minutes, hours, days, ...
    static let duration = Role(rawValue: 1 << 30)
    /// "weeks" and not "week".
    static let plural = Role(rawValue: 1 << 33)
    /// People, men, ...: a plural without an "s".
    static let crowd = Role(rawValue: 1 << 34)
    /// Before a "$": the country whose dollar it is.
    static let dollarPrefix = Role(rawValue: 1 << 31)
    /// An abbreviation whose point does not end a sentence.
    static let abbreviation = Role(rawValue: 1 << 32)
}

/// Single words that a rule names.
enum Keyword: UInt8, Sendable {
    case none
    case the, a, an, and, or, of, to, through, from, between, on, `in`, at, by, until, since, over, per, than
    case last, next, this, past, previous, following, coming, recent
    case ago, earlier, later, before, after, now, hence, early, mid, late, end, start, middle
    case half, quarter, quarters, few, several, couple, dozen, fiscal, season, weekend, century
    case yesterday, today, tomorrow, tonight, noon, midnight
    case am, pm, p, m, s, t, o, clock, q, hours, local, time
    case percent, cent, percentage, point, points, basis
    case square, cubic, nautical, metric, troy, light, celsius, fahrenheit, c, f, h, old
    case us, u, hong, kong, new, zealand, sterling, day, hour, second, de, del, suffix, pc, times
}

/// Stretches of the calendar, and the clock's parts that can be counted.
enum Period: UInt8, Sendable {
    case none, second, minute, hour, day, week, weekend, month, quarter, year, decade, century
    case spring, summer, autumn, winter
}
