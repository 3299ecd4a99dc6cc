internal import Text

/// Days put into as many columns as a chart can show: days, months or years.
struct TimeBins {
    enum Unit: String { case day, month, year }

    struct Bin: Equatable {
        /// `2026-08-01`, `2026-08`, `2026`
        var label: String
        var count: Int
    }

    let unit: Unit
    /// Without gaps.
    let bins: [Bin]
    /// Counts before the first and behind the last column: a few dates far away from all others would flatten the rest.
    let earlier: Int
    let later: Int

    private static let columns = 92

    /// - Parameter days: counts by days since 1970, ascending.
    init(_ days: [(key: Int, count: Int)]) {
        let total = days.reduce(0) { $0 + $1.count }
        let core = Self.core(days, total)
        guard let first = core.first, let last = core.last else {
            (unit, bins, earlier, later) = (.day, [], 0, 0)
            return
        }
        let span = last.key - first.key
        let unit: Unit = span < Self.columns ? .day : span < Self.columns * 30 ? .month : .year
        let (start, end) = (Self.place(first.key, unit), Self.place(last.key, unit))
        var counts = [Int](repeating: 0, count: end - start + 1)
        var (earlier, later) = (0, 0)
        for day in days {
            let place = Self.place(day.key, unit) - start
            if place < 0 {
                earlier += day.count
            } else if place < counts.count {
                counts[place] += day.count
            } else {
                later += day.count
            }
        }
        self.unit = unit
        bins = counts.enumerated().map { Bin(label: Self.label(start + $0, unit), count: $1) }
        (self.earlier, self.later) = (earlier, later)
    }

    /// All days when they fit; else without the outermost hundredth at either end.
    private static func core(_ days: [(key: Int, count: Int)], _ total: Int) -> ArraySlice<(key: Int, count: Int)> {
        guard let first = days.first, let last = days.last, last.key - first.key >= columns else { return days[...] }
        var (start, end) = (0, days.count - 1)
        var cut = 0
        while start < end, cut + days[start].count <= total / 100 {
            cut += days[start].count
            start += 1
        }
        cut = 0
        while end > start, cut + days[end].count <= total / 100 {
            cut += days[end].count
            end -= 1
        }
        return days[start...end]
    }

    private static func place(_ day: Int, _ unit: Unit) -> Int {
        guard unit != .day, let date = NewsDate(daysSinceEpoch: day) else { return day }
        return unit == .year ? date.year : date.year * 12 + date.month - 1
    }

    private static func label(_ place: Int, _ unit: Unit) -> String {
        switch unit {
        case .day: NewsDate(daysSinceEpoch: place)?.iso8601 ?? ""
        case .month: "\(place / 12)-" + String(101 + place % 12).dropFirst()
        case .year: "\(place)"
        }
    }
}
