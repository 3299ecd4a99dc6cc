import Model

extension Grammar {
    /// A time of day: 10:15, 3 p.m., 10.15am, 1330 GMT, seven o'clock, noon. Values are ISO 8601: `T15:00`, `T13:30Z`.
    func time(at i: Int, floor: Int) -> Match? {
        switch keyword(i) {
        case .noon where isEnglish: return finished(i, i + 1, hour: 12, minute: 0)
        case .midnight where isEnglish: return finished(i, i + 1, hour: 0, minute: 0)
        default: break
        }
        if let numeral = numeral(i) {
            return clock(numeral, at: i, floor: floor)
        }
        guard isEnglish, (1...12).contains(entry(i).cardinal) else { return nil }
        let hour = Int(entry(i).cardinal)
        if let end = endOfOClock(i + 1) { return finished(i, end, hour: hour, minute: 0) }
        if let half = halfOfDay(at: i + 1) { return finished(i, half.end, hour: hour, minute: 0, afternoon: half.isPM) }
        return nil
    }

    private func clock(_ numeral: Numeral, at i: Int, floor: Int) -> Match? {
        let hour = numeral.part(0)
        if numeral.isPlain, numeral.length(0) <= 2, isSymbol(i + 1, ":"), isGlued(i + 1), isGlued(i + 2) {
            return colonTime(hour, at: i, floor: floor)
        }
        guard isEnglish else { return nil }
        if numeral.isPlain, numeral.length(0) <= 2 {
            if let half = halfOfDay(at: i + 1), (1...12).contains(hour) {
                return finished(i, half.end, hour: hour, minute: 0, afternoon: half.isPM)
            }
            if let end = endOfOClock(i + 1), (1...12).contains(hour) { return finished(i, end, hour: hour, minute: 0) }
            return nil
        }
        if numeral.groups == 2, numeral.isDotted, numeral.length(0) <= 2, numeral.length(1) == 2 {
            let minute = numeral.part(1)
            guard minute < 60 else { return nil }
            if let half = halfOfDay(at: i + 1), (1...12).contains(hour) {
                return finished(i, half.end, hour: hour, minute: minute, afternoon: half.isPM)
            }
            if isZone(i + 1), hour <= 23 { return finished(i, i + 1, hour: hour, minute: minute) }
            return nil
        }
        // "1330 GMT", "0900 hours"
        guard numeral.isPlain, numeral.length(0) == 4, hour / 100 <= 23, hour % 100 < 60 else { return nil }
        if isZone(i + 1) || (keyword(i + 1) == .local && keyword(i + 2) == .time) {
            return finished(i, i + 1, hour: hour / 100, minute: hour % 100)
        }
        if keyword(i + 1) == .hours, hour < 1000 || keyword(i - 1) == .at {
            return finished(i, i + 2, hour: hour / 100, minute: hour % 100)
        }
        return nil
    }

    /// 10:15, 22:15:30. Scores, ratios and verses look the same: a name or a bracket before it, or odd minutes, say so.
    private func colonTime(_ hour: Int, at i: Int, floor: Int) -> Match? {
        guard let minutes = numeral(i + 2), minutes.isPlain, minutes.length(0) == 2, minutes.part(0) < 60, hour <= 23,
            !(isSymbol(i - 1, ":") && isGlued(i))
        else { return nil }
        var end = i + 3
        if isSymbol(end, ":"), isGlued(end), isGlued(end + 1), let seconds = numeral(end + 1) {
            guard seconds.length(0) == 2, seconds.part(0) < 60 else { return nil }
            end += 2
        }
        let minute = minutes.part(0)
        if isEnglish, let half = halfOfDay(at: end), (1...12).contains(hour) {
            return finished(i, half.end, hour: hour, minute: minute, afternoon: half.isPM)
        }
        if isZone(end) { return finished(i, end, hour: hour, minute: minute) }
        let isAfterName = isWord(i - 1) && isCapital(i - 1) && roles(i - 1).isEmpty && !beginsSentence(i)
        if isAfterName || isSymbol(i - 1, "(") || isSymbol(end, ":") || isDash(i - 1) && isGlued(i) { return nil }
        return finished(i, end, hour: hour, minute: minute)
    }

    /// am, a.m., pm, p.m., with or without a space before.
    private func halfOfDay(at i: Int) -> (isPM: Bool, end: Int)? {
        switch keyword(i) {
        case .am: return (false, i + 1)
        case .pm: return (true, i + 1)
        case .a, .p:
            guard isSymbol(i + 1, "."), isGlued(i + 1), keyword(i + 2) == .m else { return nil }
            let end = isSymbol(i + 3, ".") && isGlued(i + 3) ? i + 4 : i + 3
            return (keyword(i) == .p, end)
        default: return nil
        }
    }

    private func endOfOClock(_ i: Int) -> Int? {
        keyword(i) == .o && isSymbol(i + 1, "'") && keyword(i + 2) == .clock ? i + 3 : nil
    }

    private func isZone(_ i: Int) -> Bool {
        roles(i).contains(.zone) && token(i).flags.contains(.allCapitals) && token(i).end - token(i).start > 1
    }

    /// Takes in the zone behind `end` and spells the value.
    private func finished(_ start: Int, _ end: Int, hour: Int, minute: Int, afternoon: Bool? = nil) -> Match {
        var hour = hour
        if let afternoon { hour = hour % 12 + (afternoon ? 12 : 0) }
        var value = "T" + twoDigits(hour) + ":" + twoDigits(minute)
        var end = end
        if isZone(end) {
            value += Zone.suffix(Int(entry(end).zone))
            end += 1
        } else if isEnglish, keyword(end) == .local, keyword(end + 1) == .time {
            end += 2
        }
        return Match(kind: .time, start: start, end: end, value: value)
    }
}
