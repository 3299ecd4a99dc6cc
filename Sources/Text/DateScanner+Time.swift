extension DateScanner {
    /// A time of day as found: `end` is the position after it and its zone.
    struct Clock {
        var value: NewsDate.Time
        var end: Int
        /// Written with a colon, an `h` or a.m./p.m., so that it cannot be some other number.
        var isMarked: Bool
    }

    /// The time that follows a date that ends at `start`. Hour 24 is returned as such, with minute and second 0.
    func timeAfterDate(_ start: Int, isMachine: Bool) -> NewsDate.Time? {
        if isMachine, byte(start) | 0x20 == 0x74 { return time(at: start + 1, isMachine: true)?.value }
        var index = start
        var words = 0
        var saysClock = false
        while index < bytes.count, index < start + 48 {
            let here = byte(index)
            if here.isASCIIDigit {
                guard let time = time(at: index, isMachine: false, dotted: saysClock) else { return nil }
                return time.isMarked ? time.value : nil
            }
            if here == 0x28 || here == 0xEF, let close = pastParenthesis(index) {
                index = close
                continue
            }
            let word = wordEnd(index)
            if word > index {
                words += 1
                guard words <= 3, isConnector(index, word) else { return nil }
                saysClock = true
                index = word
            } else if here == 0x0A || here == 0x3C || here == 0x3B {
                return nil
            } else {
                index += 1
            }
        }
        return nil
    }

    /// `(Tue)` and its full-width form.
    private func pastParenthesis(_ start: Int) -> Int? {
        let isWide = byte(start) == 0xEF
        if isWide, byte(start + 1) != 0xBC || byte(start + 2) != 0x88 { return nil }
        var index = start + 1
        while index < min(bytes.count, start + 24) {
            if !isWide, byte(index) == 0x29 { return index + 1 }
            if isWide, byte(index) == 0xEF, byte(index + 1) == 0xBC, byte(index + 2) == 0x89 { return index + 3 }
            index += 1
        }
        return nil
    }

    /// A word that may stand between a date and its time: a short particle (at, um, kl, à las) or a day of the week.
    private func isConnector(_ start: Int, _ end: Int) -> Bool {
        if end - start <= 4 { return true }
        guard end - start >= 6, end - start <= 9, byte(start).isASCIILetter else { return false }
        return byte(end - 3) | 0x20 == 0x64 && byte(end - 2) | 0x20 == 0x61 && byte(end - 1) | 0x20 == 0x79
    }

    /// `10:15`, `10:15:47.123`, `10h15`, `10 a.m.`, `10.15 Uhr`; in machine forms `101547` and `1015` too.
    ///
    /// `dotted` accepts `10.15` because a word before it announced a time.
    func time(at start: Int, isMachine: Bool, dotted: Bool = false) -> Clock? {
        let end = digitsEnd(start)
        guard end > start else { return nil }
        if isMachine, end - start == 4 || end - start == 6 {
            return closed(
                hour: number(start, start + 2), minute: number(start + 2, start + 4),
                second: end - start == 6 ? number(start + 4, end) : 0, hasSeconds: end - start == 6,
                end: pastFraction(end), isMachine: true, isMarked: true)
        }
        guard end - start <= 2 else { return nil }
        let hour = number(start, end)
        if byte(end) == 0x3A || byte(end) | 0x20 == 0x68, digitsEnd(end + 1) == end + 3 {
            return clock(hour: hour, minutesAt: end + 1, isMachine: isMachine, isMarked: true)
        }
        // 10 h 15
        if byte(end) == 0x20, byte(end + 1) | 0x20 == 0x68, byte(end + 2) == 0x20, digitsEnd(end + 3) == end + 5 {
            return clock(hour: hour, minutesAt: end + 3, isMachine: isMachine, isMarked: true)
        }
        if byte(end) == 0x2E, digitsEnd(end + 1) == end + 3, byte(end + 3) != 0x2E || !byte(end + 4).isASCIIDigit {
            let after = pastSpaces(end + 3)
            let saysUhr = matches(after, "uhr")
            if dotted || saysUhr || halfOfDay(after) != nil {
                return clock(hour: hour, minutesAt: end + 1, isMachine: false, isMarked: true)
            }
        }
        if halfOfDay(pastSpaces(end)) != nil {
            return closed(
                hour: hour, minute: 0, second: 0, hasSeconds: false, end: end, isMachine: false, isMarked: true)
        }
        return nil
    }

    private func clock(hour: Int, minutesAt start: Int, isMachine: Bool, isMarked: Bool) -> Clock? {
        var end = start + 2
        var second = 0
        var hasSeconds = false
        if byte(end) == 0x3A || byte(end) == 0x2E, digitsEnd(end + 1) == end + 3, byte(end + 3) != 0x2F {
            second = number(end + 1, end + 3)
            hasSeconds = true
            end = pastFraction(end + 3)
        } else if byte(end) == 0x3A, byte(end + 1).isASCIIDigit {
            return nil
        }
        return closed(
            hour: hour, minute: number(start, start + 2), second: second, hasSeconds: hasSeconds, end: end,
            isMachine: isMachine, isMarked: isMarked)
    }

    /// Adds a.m./p.m. and zone, and checks the whole.
    private func closed(
        hour: Int, minute: Int, second: Int, hasSeconds: Bool, end: Int, isMachine: Bool, isMarked: Bool
    ) -> Clock? {
        var hour = hour
        var end = end
        if let half = halfOfDay(pastSpaces(end)), hour <= 12 {
            if hour == 0, half.isAfternoon { return nil }
            hour = hour % 12 + (half.isAfternoon ? 12 : 0)
            end = half.end
        }
        guard hour <= 24, minute < 60, second <= 60, hour < 24 || minute == 0 && second == 0 else { return nil }
        let zone = zone(at: end, isMachine: isMachine || hasSeconds)
        return Clock(
            value: NewsDate.Time(hour: hour, minute: minute, second: min(second, 59), offset: zone?.offset),
            end: zone?.end ?? end, isMarked: isMarked)
    }

    private func pastFraction(_ end: Int) -> Int {
        (byte(end) == 0x2E || byte(end) == 0x2C) && byte(end + 1).isASCIIDigit ? digitsEnd(end + 1) : end
    }

    /// `am`, `p.m.`, `P. M.`, not the beginning of a word.
    private func halfOfDay(_ start: Int) -> (isAfternoon: Bool, end: Int)? {
        let first = byte(start) | 0x20
        guard first == 0x61 || first == 0x70 else { return nil }
        var index = start + 1
        if byte(index) == 0x2E { index += byte(index + 1) == 0x20 ? 2 : 1 }
        guard byte(index) | 0x20 == 0x6D else { return nil }
        index += 1
        if byte(index) == 0x2E { index += 1 }
        return byte(index).isASCIIAlphanumeric || byte(index) >= 0x80 ? nil : (first == 0x70, index)
    }

    // MARK: - zones

    /// The zone that follows a time ending at `start`: minutes east of UTC, nil for a name that leaves them open.
    ///
    /// `isMachine`: a bare `-11:00` is an offset; in prose `10:15-11:00` is a span of time.
    func zone(at start: Int, isMachine: Bool) -> (offset: Int?, end: Int)? {
        var index = pastSpaces(start)
        let isAdjacent = index == start
        if byte(index) == 0x28 { index += 1 }
        if let sign = sign(index) {
            guard isMachine || !isAdjacent || sign.value > 0 else { return nil }
            return offset(sign.value, digitsAt: sign.end)
        }
        var end = index
        while byte(end).isASCIILetter { end += 1 }
        let length = end - index
        guard length >= 1, length <= 5, byte(end) < 0x80, !byte(end).isASCIIDigit else { return nil }
        if length == 1 { return byte(index) | 0x20 == 0x7A ? (0, end) : nil }
        // `12:00 gmt` is common, `12:00 est` may be French: lower case only counts for the universal names.
        if matches(index, "utc") || matches(index, "gmt") || matches(index, "ut") && length == 2 {
            guard length <= 3 else { return nil }
            if let sign = sign(end), let shift = offset(sign.value, digitsAt: sign.end) { return shift }
            return (0, end)
        }
        guard bytes[index..<end].allSatisfy(\.isASCIIUpper) else { return nil }
        return Self.zones.first { matches(index, $0.name) && $0.name.utf8CodeUnitCount == length }
            .map { ($0.minutes, end) }
    }

    private func sign(_ index: Int) -> (value: Int, end: Int)? {
        if byte(index) == 0x2B { return (1, index + 1) }
        if byte(index) == 0x2D { return (-1, index + 1) }
        if byte(index) == 0xE2, byte(index + 1) == 0x88, byte(index + 2) == 0x92 { return (-1, index + 3) }
        return nil
    }

    /// `0530`, `05:30`, `05`, `5`: only offsets that some place has used, -12:00 to +14:00 in quarters of an hour.
    private func offset(_ sign: Int, digitsAt start: Int) -> (offset: Int?, end: Int)? {
        var end = digitsEnd(start)
        var minutes: Int
        switch end - start {
        case 4:
            guard number(start + 2, end) < 60 else { return nil }
            minutes = number(start, start + 2) * 60 + number(start + 2, end)
        case 1, 2:
            minutes = number(start, end) * 60
            if byte(end) == 0x3A, digitsEnd(end + 1) == end + 3, number(end + 1, end + 3) < 60 {
                minutes += number(end + 1, end + 3)
                end += 3
            }
        default:
            return nil
        }
        guard sign * minutes >= -720, sign * minutes <= 840, minutes % 15 == 0 else { return nil }
        return (sign * minutes, end)
    }

    /// Whether the ASCII letters at `start`, whatever their case, spell `name` (given in lower case).
    private func matches(_ start: Int, _ name: StaticString) -> Bool {
        name.withUTF8Buffer { letters in
            var index = 0
            while index < letters.count, byte(start + index) | 0x20 == letters[index] { index += 1 }
            return index == letters.count
        }
    }

    /// Zone names with one meaning in news. CST is RFC 822's (North America), BST the British summer; IST, AST, ET and
    /// the like mean several things and are left out.
    private static let zones: [(name: StaticString, minutes: Int)] = [
        ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300), ("mst", -420), ("mdt", -360), ("pst", -480),
        ("pdt", -420), ("akst", -540), ("akdt", -480), ("hst", -600), ("wet", 0), ("west", 60), ("bst", 60),
        ("cet", 60),
        ("cest", 120), ("mez", 60), ("mesz", 120), ("eet", 120), ("eest", 180), ("msk", 180), ("sast", 120),
        ("pkt", 300), ("wib", 420), ("hkt", 480), ("sgt", 480), ("awst", 480), ("jst", 540), ("kst", 540),
        ("acst", 570), ("aest", 600), ("aedt", 660), ("nzst", 720), ("nzdt", 780),
    ]
}
