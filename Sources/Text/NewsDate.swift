/// A publication date as news formats state it: a day, often a time, sometimes a zone.
///
/// Proleptic Gregorian. No calendar library, no locale: equal input gives equal output everywhere.
package struct NewsDate: Sendable, Hashable {
    package var year: Int
    /// 1...12
    package var month: Int
    /// 1...31, valid in its month
    package var day: Int
    package var time: Time?

    package struct Time: Sendable, Hashable {
        package var hour: Int
        package var minute: Int
        package var second: Int
        /// Minutes east of UTC; nil where the source does not say.
        package var offset: Int?

        package init(hour: Int, minute: Int, second: Int = 0, offset: Int? = nil) {
            self.hour = hour
            self.minute = minute
            self.second = second
            self.offset = offset
        }
    }

    /// Nil for a day that does not exist, a year outside 1...9999, or a time outside the day (a leap second counts as
    /// :59).
    package init?(year: Int, month: Int, day: Int, time: Time? = nil) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        if var time {
            if time.second == 60 { time.second = 59 }
            guard (0...23).contains(time.hour), (0...59).contains(time.minute), (0...59).contains(time.second),
                (-1080...1080).contains(time.offset ?? 0)
            else { return nil }
            self.time = time
        }
    }

    /// 28 to 31.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `2026-11-22`, `2026-11-22T09:30:00`, `2026-11-22T09:30:00Z`, `2026-11-22T09:30:00+01:00`.
    package var iso8601: String {
        String(unsafeUninitializedCapacity: 25) { room in
            var end = 0
            func put(_ sign: Unicode.Scalar?, _ number: Int, _ width: Int) {
                if let sign {
                    room[end] = UInt8(truncatingIfNeeded: sign.value)
                    end += 1
                }
                var rest = number
                for place in (end..<end + width).reversed() {
                    room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                    rest /= 10
                }
                end += width
            }
            put(nil, year, 4)
            put("-", month, 2)
            put("-", day, 2)
            guard let time else { return end }
            put("T", time.hour, 2)
            put(":", time.minute, 2)
            put(":", time.second, 2)
            guard let offset = time.offset else { return end }
            if offset == 0 {
                room[end] = UInt8(ascii: "Z")
                return end + 1
            }
            put(offset < 0 ? "-" : "+", abs(offset) / 60, 2)
            put(":", abs(offset) % 60, 2)
            return end
        }
    }

    /// Days since 1970-01-01 of the date as written (Howard Hinnant, "chrono-compatible low-level date algorithms").
    package var daysSinceEpoch: Int {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that is so many days after 1970-01-01; nil outside the years 1 to 9999.
    package init?(daysSinceEpoch days: Int, time: Time? = nil) {
        guard (-719_162...2_932_896).contains(days) else { return nil }
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, time: time)
    }

    /// 1 = Monday ... 7 = Sunday (ISO 8601).
    package var weekday: Int {
        let day = (daysSinceEpoch + 3) % 7
        return day < 0 ? day + 8 : day + 1
    }
}
