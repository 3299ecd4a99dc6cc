/// Finds the first date in a short text. The grammar's time of day lives in `DateScanner+Time.swift`, month names in
/// `MonthNames.swift`; what is accepted is said at `NewsDate.parse`.
struct DateScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let monthFirst: Bool?
    /// A time that stood before the date: `10:15 a.m. EST, March 12, 2024`.
    private var earlierTime: NewsDate.Time?

    /// How the text ends the search once something looked like a date.
    enum Outcome {
        case date(NewsDate)
        /// It has the form of a date but names no day, or several.
        case impossible
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, monthFirst: Bool?) {
        self.bytes = bytes
        self.monthFirst = monthFirst
    }

    mutating func scan() -> NewsDate? {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isASCIIDigit {
                let end = digitsEnd(index)
                if mayStartNumber(index) {
                    if let time = time(at: index, isMachine: false), time.isMarked {
                        earlierTime = time.value
                        index = time.end
                        continue
                    }
                    if let outcome = numberLed(index, end) { return finish(outcome) }
                }
                index = end
            } else if byte.isASCIILetter || byte >= 0x80 {
                let end = wordEnd(index)
                if end == index {
                    index += 1
                    continue
                }
                if let outcome = monthLed(index, end) { return finish(outcome) }
                index = end
            } else {
                index += 1
            }
        }
        return nil
    }

    private func finish(_ outcome: Outcome) -> NewsDate? {
        guard case .date(var date) = outcome else { return nil }
        if date.time == nil, let earlierTime { date.time = earlierTime }
        return date
    }

    // MARK: - bytes and numbers

    /// The byte at `index`, 0 outside of the text.
    func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

    func digitsEnd(_ start: Int) -> Int {
        var end = start
        while byte(end).isASCIIDigit { end += 1 }
        return end
    }

    /// The value of at most nine digits.
    func number(_ start: Int, _ end: Int) -> Int {
        var value = 0
        for index in start..<min(end, start + 9) { value = value * 10 + Int(byte(index) &- 0x30) }
        return value
    }

    /// Exactly one or two digits at `start`.
    func oneOrTwo(_ start: Int) -> (value: Int, end: Int)? {
        let end = digitsEnd(start)
        return end - start == 1 || end - start == 2 ? (number(start, end), end) : nil
    }

    /// Passes ASCII spaces, no-break spaces and narrow no-break spaces.
    func pastSpaces(_ start: Int) -> Int {
        var index = start
        while true {
            if byte(index).isASCIISpace {
                index += 1
            } else if byte(index) == 0xC2, byte(index + 1) == 0xA0 {
                index += 2
            } else if byte(index) == 0xE2, byte(index + 1) == 0x80, byte(index + 2) == 0xAF {
                index += 3
            } else {
                return index
            }
        }
    }

    /// Whether the three bytes at `index` are those of one of two CJK characters.
    private func isMark(_ index: Int, _ chinese: (UInt8, UInt8, UInt8), _ korean: (UInt8, UInt8, UInt8)) -> Bool {
        let here = (byte(index), byte(index + 1), byte(index + 2))
        return here == chinese || here == korean
    }

    /// A number inside a word, a version or a longer number is none: `AP880212`, `1.12.03.2024`.
    private func mayStartNumber(_ index: Int) -> Bool {
        let before = byte(index - 1)
        if before.isASCIIAlphanumeric || before == 0x5F { return false }
        if ".,:/-".utf8.contains(before), byte(index - 2).isASCIIDigit { return false }
        return true
    }

    // MARK: - dates that begin with a number

    private func numberLed(_ start: Int, _ end: Int) -> Outcome? {
        switch end - start {
        case 1, 2: return dayLed(start, end)
        case 4: return yearLed(start, end)
        case 6, 8, 10, 12, 13, 14...18: return compact(start, end)
        default: return nil
        }
    }

    /// `19940519`, `19940519T1015Z`, `920527`, `20170717170300`, epochs.
    private func compact(_ start: Int, _ end: Int) -> Outcome? {
        let after = byte(end)
        func part(_ offset: Int, _ length: Int) -> Int { number(start + offset, start + offset + length) }
        func date(time: (hour: Int, minute: Int, second: Int)? = nil) -> NewsDate? {
            let year = part(0, 4)
            guard isPlausible(year: year) else { return nil }
            let clock = time.map {
                NewsDate.Time(
                    hour: $0.hour, minute: $0.minute, second: $0.second, offset: zone(at: end, isMachine: true)?.offset)
            }
            return NewsDate(year: year, month: part(4, 2), day: part(6, 2), time: clock)
        }
        switch end - start {
        case 6:
            // Nothing else tells six digits from any number, so they have to stand alone.
            guard !after.isASCIIAlphanumeric, byte(pastSpaces(end)) == 0, hasOnlyPunctuation(before: start),
                let date = NewsDate(year: fullYear(part(0, 2)), month: part(2, 2), day: part(4, 2))
            else { return nil }
            return .date(date)
        case 8:
            guard let date = date() else { return nil }
            if after | 0x20 == 0x74 { return withTime(date, after: end, isMachine: true) }
            return after.isASCIILetter ? nil : withTime(date, after: end, isMachine: false)
        case 10 where byte(start) == 0x31 && standsAlone(start, end):
            // 1999010112 could be an hour of 1999; epochs of ten digits began in September 2001.
            if isPlausible(year: part(0, 4)), NewsDate(year: part(0, 4), month: part(4, 2), day: part(6, 2)) != nil {
                return nil
            }
            return NewsDate(unixSeconds: part(0, 5) * 100_000 + part(5, 5)).map { .date($0) }
        case 12:
            return date(time: (part(8, 2), part(10, 2), 0)).map { .date($0) }
        case 13 where byte(start) == 0x31 && standsAlone(start, end):
            return NewsDate(unixSeconds: part(0, 5) * 100_000 + part(5, 5)).map { .date($0) }
        case 14...18:
            return date(time: (part(8, 2), part(10, 2), part(12, 2))).map { .date($0) }
        default:
            return nil
        }
    }

    private func standsAlone(_ start: Int, _ end: Int) -> Bool {
        pastSpaces(0) == start && pastSpaces(end) == bytes.count
    }

    private func hasOnlyPunctuation(before start: Int) -> Bool {
        bytes[..<start].allSatisfy { !$0.isASCIIAlphanumeric && $0 < 0x80 }
    }

    /// `2024-03-12`, `2024/3/12`, `2024-Mar-12`, `2024. március 12.`, `2024年3月12日`, `2024-072`, `2024-W11-2`.
    private func yearLed(_ start: Int, _ end: Int) -> Outcome? {
        let year = number(start, end)
        guard isPlausible(year: year) else { return nil }
        if isMark(end, (0xE5, 0xB9, 0xB4), (0xEB, 0x85, 0x84)) { return ideographic(year: year, after: end + 3) }
        let separator = byte(end)
        if separator == 0x2D || separator == 0x2F || separator == 0x2E {
            if let month = oneOrTwo(end + 1) {
                // `2024. 3. 12.` is Korean and Hungarian for the same.
                return dashed(year: year, month: month.value, after: month.end, separator: separator)
            }
            if separator == 0x2D, let outcome = ordinalOrWeek(year: year, at: end + 1) { return outcome }
        }
        var index = pastSpaces(separator == 0x2D || separator == 0x2F || separator == 0x2E ? end + 1 : end)
        if separator == 0x2E, index > end + 1, let month = oneOrTwo(index), byte(month.end) == 0x2E {
            return dashed(year: year, month: month.value, after: month.end, separator: separator)
        }
        let word = wordEnd(index)
        guard word > index, let month = month(index, word) else { return nil }
        index = pastSpaces(byte(word) == 0x2E || byte(word) == 0x2D || byte(word) == 0x2F ? word + 1 : word)
        guard let day = oneOrTwo(index), !byte(day.end).isASCIILetter else { return nil }
        return outcome(year: year, month: month.number, day: day.value, after: day.end)
    }

    private func dashed(year: Int, month: Int, after end: Int, separator: UInt8) -> Outcome? {
        guard byte(end) == separator else { return nil }
        let start = separator == 0x2E ? pastSpaces(end + 1) : end + 1
        guard let day = oneOrTwo(start) else { return nil }
        let next = byte(day.end)
        if next == separator && byte(day.end + 1).isASCIIDigit && separator == 0x2E { return nil }
        guard next | 0x20 == 0x74 || !next.isASCIILetter || next | 0x20 == 0x7A else { return nil }
        return outcome(
            year: year, month: month, day: day.value, after: day.end,
            isMachine: next | 0x20 == 0x74 && byte(day.end + 1).isASCIIDigit)
    }

    private func ordinalOrWeek(year: Int, at start: Int) -> Outcome? {
        guard let firstDay = NewsDate(year: year, month: 1, day: 1) else { return nil }
        var day: Int
        var end = digitsEnd(start)
        if end - start == 3 {
            day = number(start, end)
            guard (1...366).contains(day) else { return nil }
            day += firstDay.daysSinceEpoch - 1
        } else if byte(start) | 0x20 == 0x77, digitsEnd(start + 1) == start + 3, byte(start + 3) == 0x2D,
            digitsEnd(start + 4) == start + 5
        {
            let week = number(start + 1, start + 3)
            let weekday = number(start + 4, start + 5)
            guard (1...53).contains(week), (1...7).contains(weekday) else { return nil }
            // Week 1 is the week with 4 January.
            let fourth = firstDay.daysSinceEpoch + 3
            let monday = fourth - (NewsDate(daysSinceEpoch: fourth)?.weekday ?? 1) + 1
            day = monday + (week - 1) * 7 + weekday - 1
            end = start + 5
        } else {
            return nil
        }
        guard byte(end) | 0x20 == 0x74 || pastSpaces(end) == bytes.count, let date = NewsDate(daysSinceEpoch: day)
        else {
            return nil
        }
        return withTime(date, after: end, isMachine: true)
    }

    private func ideographic(year: Int, after start: Int) -> Outcome? {
        guard let month = oneOrTwo(pastSpaces(start)), isMark(month.end, (0xE6, 0x9C, 0x88), (0xEC, 0x9B, 0x94)),
            let day = oneOrTwo(pastSpaces(month.end + 3)), isMark(day.end, (0xE6, 0x97, 0xA5), (0xEC, 0x9D, 0xBC))
        else { return nil }
        return outcome(year: year, month: month.value, day: day.value, after: day.end + 3)
    }

    /// `12 March 2024`, `12-Mar-24`, `12. März 2024`, `12 de marzo de 2024`, `12.03.2024`, `24/12/2024`.
    private func dayLed(_ start: Int, _ end: Int) -> Outcome? {
        let day = number(start, end)
        let separator = byte(end)
        if separator == 0x2E || separator == 0x2F || separator == 0x2D, let second = pastDot(end, separator) {
            return numeric(day, second.value, after: second.end, separator: separator)
        }
        var index = pastOrdinal(end)
        let hasOrdinalDot = byte(index) == 0x2E
        if separator == 0x2E || separator == 0x2F || separator == 0x2D { index = max(index, end + 1) }
        index = pastSpaces(index)
        if byte(index) == 0x2D { index = pastSpaces(index + 1) }
        index = pastParticle(index)
        let word = wordEnd(index)
        guard word > index, let month = month(index, word) else { return nil }
        // `12. listopada 2024.` is October in Croatian, `12 listopada 2024` is November in Polish.
        if month.isNotAfterDot, hasOrdinalDot || separator == 0x2E { return nil }
        return yearAfter(day: day, month: month.number, at: word, isDayFirst: true)
    }

    /// The second number of `12.03.`, `12. 3.`, `12/03/`.
    private func pastDot(_ end: Int, _ separator: UInt8) -> (value: Int, end: Int)? {
        oneOrTwo(separator == 0x2E ? pastSpaces(end + 1) : end + 1)
    }

    private func numeric(_ first: Int, _ second: Int, after end: Int, separator: UInt8) -> Outcome? {
        guard byte(end) == separator else { return nil }
        let start = separator == 0x2E ? pastSpaces(end + 1) : end + 1
        let stop = digitsEnd(start)
        let length = stop - start
        guard length == 4 || length == 2, !byte(stop).isASCIILetter || byte(stop) | 0x20 == 0x74,
            !(byte(stop) == separator && byte(stop + 1).isASCIIDigit)
        else { return nil }
        if length == 2, first > 31 {
            // 92/05/27
            guard separator != 0x2E else { return nil }
            return outcome(year: fullYear(first), month: second, day: number(start, stop), after: stop)
        }
        let year = length == 4 ? number(start, stop) : fullYear(number(start, stop))
        guard isPlausible(year: year) else { return nil }
        let isMonthFirst: Bool
        if separator == 0x2E {
            isMonthFirst = second > 12
        } else if first == second {
            isMonthFirst = false
        } else if first > 12 || second > 12 {
            isMonthFirst = second > 12
        } else if let monthFirst {
            isMonthFirst = monthFirst
        } else {
            return .impossible
        }
        return outcome(
            year: year, month: isMonthFirst ? first : second, day: isMonthFirst ? second : first, after: stop)
    }

    /// `12th`, `1er`, `12º`, `12.`; an apostrophe or the like is left alone.
    private func pastOrdinal(_ end: Int) -> Int {
        let pair = (byte(end) | 0x20, byte(end + 1) | 0x20)
        let isPair =
            pair == (0x73, 0x74) || pair == (0x6E, 0x64) || pair == (0x72, 0x64) || pair == (0x74, 0x68)
            || pair == (0x65, 0x72)
        if isPair, !byte(end + 2).isASCIILetter { return end + 2 }
        if byte(end) == 0xC2, byte(end + 1) == 0xBA || byte(end + 1) == 0xB0 || byte(end + 1) == 0xAA { return end + 2 }
        return end
    }

    /// `de`, `of`, `d'`, `di`, `den` ... between the parts of a date.
    private func pastParticle(_ start: Int) -> Int {
        let first = byte(start) | 0x20
        let second = byte(start + 1) | 0x20
        if first == 0x64, byte(start + 1) == 0x27 { return start + 2 }
        if first == 0x64, byte(start + 1) == 0xE2, byte(start + 2) == 0x80, byte(start + 3) == 0x99 { return start + 4 }
        let isParticle = first == 0x64 && (second == 0x65 || second == 0x69) || first == 0x6F && second == 0x66
        if isParticle, byte(start + 2).isASCIISpace { return pastSpaces(start + 3) }
        if first == 0x64, second == 0x65, byte(start + 2) | 0x20 == 0x6C, byte(start + 3).isASCIISpace {
            return pastSpaces(start + 4)
        }
        return start
    }

    // MARK: - dates that begin with a month

    /// `April 29, 1990`, `Apr. 29th 1990`, `Aug 30 15:09:47 EDT 2017`, `Mar-12-2024`.
    private func monthLed(_ start: Int, _ end: Int) -> Outcome? {
        guard let month = month(start, end) else { return nil }
        var index = byte(end) == 0x2E ? end + 1 : end
        index = pastSpaces(byte(index) == 0x2D || byte(index) == 0x2F ? index + 1 : index)
        guard index > end, let day = oneOrTwo(index) else { return nil }
        return yearAfter(day: day.value, month: month.number, at: pastOrdinal(day.end), isDayFirst: false)
    }

    // MARK: - the year after day and month

    private func yearAfter(day: Int, month: Int, at end: Int, isDayFirst: Bool) -> Outcome? {
        var index = byte(end) == 0x2E ? end + 1 : end
        index = pastSpaces(index)
        let isHyphenated = byte(index) == 0x2D || byte(index) == 0x2F
        let hasComma = byte(index) == 0x2C
        if isHyphenated || hasComma { index = pastSpaces(index + 1) }
        index = pastParticle(index)
        var clock: NewsDate.Time?
        if let time = time(at: index, isMachine: false), time.isMarked {
            clock = time.value
            index = pastSpaces(byte(time.end) == 0x2C ? time.end + 1 : time.end)
        }
        let hasApostrophe = byte(index) == 0x27
        if hasApostrophe { index += 1 }
        let stop = digitsEnd(index)
        switch stop - index {
        case 4:
            let year = number(index, stop)
            guard isPlausible(year: year), !byte(stop).isASCIILetter || byte(stop) | 0x20 == 0x74 else { return nil }
            guard clock == nil else {
                return NewsDate(year: year, month: month, day: day, time: clock).map { .date($0) } ?? .impossible
            }
            return outcome(year: year, month: month, day: day, after: stop)
        case 2 where hasApostrophe || isDayFirst && !hasComma && clock == nil && endsTwoDigitYear(stop, isHyphenated):
            return outcome(year: fullYear(number(index, stop)), month: month, day: day, after: stop)
        default:
            return nil
        }
    }

    /// `27 May 92` states a year; `12 May 20 people` does not.
    private func endsTwoDigitYear(_ stop: Int, _ isHyphenated: Bool) -> Bool {
        if byte(stop).isASCIIAlphanumeric || byte(stop) >= 0x80 || byte(stop) == 0x25 { return false }
        if byte(stop) == 0x3A { return time(at: stop + 1, isMachine: false)?.isMarked ?? false }
        if ".,".utf8.contains(byte(stop)), byte(stop + 1).isASCIIDigit { return false }
        if isHyphenated { return true }
        let next = pastSpaces(stop)
        if byte(next).isASCIIDigit { return time(at: next, isMachine: false)?.isMarked ?? false }
        return !byte(next).isASCIILetter && byte(next) < 0x80
    }

    // MARK: - the result

    private func outcome(year: Int, month: Int, day: Int, after end: Int, isMachine: Bool = false) -> Outcome {
        guard let date = NewsDate(year: year, month: month, day: day) else { return .impossible }
        return withTime(date, after: end, isMachine: isMachine)
    }

    private func withTime(_ date: NewsDate, after end: Int, isMachine: Bool) -> Outcome {
        guard let time = timeAfterDate(end, isMachine: isMachine) else { return .date(date) }
        if time.hour == 24 {
            // ISO 8601: the end of a day is the beginning of the next.
            let midnight = NewsDate.Time(hour: 0, minute: 0, offset: time.offset)
            return .date(NewsDate(daysSinceEpoch: date.daysSinceEpoch + 1, time: midnight) ?? date)
        }
        return .date(NewsDate(year: date.year, month: date.month, day: date.day, time: time) ?? date)
    }

    private func isPlausible(year: Int) -> Bool { (1600...2199).contains(year) }

    private func fullYear(_ twoDigits: Int) -> Int { twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits }
}
