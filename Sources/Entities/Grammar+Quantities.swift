import Model

extension Grammar {
    // MARK: Percentages

    /// 5 percent, 5.2 per cent, 5 pct, 5%, -0.3 %, three percentage points (unit "percentage point").
    func percent(_ amount: Amount, floor: Int) -> Match? {
        var i = amount.end
        if isDash(i), isGlued(i), isGlued(i + 1), isWord(i + 1) { i += 1 }
        var unit: String?
        let end: Int
        if isSymbol(i, "%") {
            end = i + 1
        } else if !isEnglish {
            return nil
        } else if keyword(i) == .percent || (keyword(i) == .pc && isGlued(i) && amount.isNumeric) {
            end = i + 1
        } else if keyword(i) == .per, keyword(i + 1) == .cent {
            end = i + 2
        } else if keyword(i) == .percentage, keyword(i + 1) == .point || keyword(i + 1) == .points {
            (unit, end) = ("percentage point", i + 2)
        } else {
            return nil
        }
        // "5% to 6%" are two; "-5%" has its sign, "2-5%" was a range, "up-5%" is nothing.
        if isDash(amount.start - 1), amount.start - 1 >= floor, isGlued(amount.start), amount.high == nil,
            !isGlued(amount.start - 1)
        {
            let negative = ExactNumber(-amount.low.mantissa, exponent: amount.low.exponent)
            return Match(kind: .percent, start: amount.start - 1, end: end, value: negative.text, unit: unit)
        }
        return Match(kind: .percent, start: amount.start, end: end, value: amount.text, unit: unit)
    }

    // MARK: Quantities

    /// A number with a unit of measure, durations included: 5 km, 10-mile, 20,000 barrels per day, two hours.
    func quantity(_ amount: Amount, floor: Int) -> Match? {
        guard let (unit, end) = unit(after: amount, floor: floor) else { return nil }
        return Match(kind: .quantity, start: amount.start, end: end, value: amount.text, unit: Unit.names[unit])
    }

    private func unit(after amount: Amount, floor: Int) -> (unit: Int, end: Int)? {
        var i = amount.end
        let hyphen = isDash(i) && isGlued(i) && isGlued(i + 1)
        if hyphen { i += 1 }
        if let degrees = degrees(amount, at: i) { return degrees }
        if let compound = compoundUnit(at: i) { return rated(compound.unit, compound.end) }
        if keyword(i) == .basis, keyword(i + 1) == .point || keyword(i + 1) == .points {
            return (Unit.index("basis point"), i + 2)
        }
        let word = entry(i)
        if word.currency > 0, word.roles.contains(.currencySuffix), word.unit == 0 {
            // Pounds that turned out not to be money.
            guard Currency.all[Int(word.currency)].family == "pound" else { return nil }
            return (Unit.index("pound"), i + 1)
        }
        guard word.unit > 0, word.unit != Unit.degree else { return nil }
        if word.roles.contains(.duration), !isDuration(amount, at: i, hyphen: hyphen) { return nil }
        if isSymbol(i + 1, "/"), isGlued(i + 1), keyword(i + 2) == .h, isGlued(i + 2) {
            let rate = Unit.rate(Int(word.unit), per: "hour")
            return rate > 0 ? (rate, i + 3) : (Int(word.unit), i + 1)
        }
        if symbol(i + 1) == Glyph.squared || symbol(i + 1) == Glyph.cubed, isGlued(i + 1) {
            let unit = Unit.compound(symbol(i + 1) == Glyph.squared ? "square" : "cubic", Int(word.unit))
            return unit > 0 ? (unit, i + 2) : nil
        }
        if hyphen, isDash(i + 1), isGlued(i + 1), keyword(i + 2) == .old { return (Int(word.unit), i + 3) }
        return rated(Int(word.unit), i + 1)
    }

    /// 20°C, 70 degrees Fahrenheit. "Two degrees" without a scale are as often academic.
    private func degrees(_ amount: Amount, at i: Int) -> (unit: Int, end: Int)? {
        let isSign = symbol(i) == Glyph.degree
        guard isSign || entry(i).unit == Unit.degree else { return nil }
        let scale = keyword(i + 1)
        let isLetter = (scale == .c || scale == .f) && isCapital(i + 1)
        if scale == .celsius || (isLetter && scale == .c) { return (Unit.index("degree Celsius"), i + 2) }
        if scale == .fahrenheit || (isLetter && scale == .f) { return (Unit.index("degree Fahrenheit"), i + 2) }
        return amount.isNumeric ? (Unit.degree, i + 1) : nil
    }

    /// Square kilometres, cubic feet, nautical miles, metric tons, troy ounces, light years.
    private func compoundUnit(at i: Int) -> (unit: Int, end: Int)? {
        var next = i + 1
        if isDash(next), isGlued(next), isGlued(next + 1) { next += 1 }
        let base = Int(entry(next).unit)
        guard base > 0 else { return nil }
        let name: String
        switch keyword(i) {
        case .square: name = "square \(Unit.names[base])"
        case .cubic: name = "cubic \(Unit.names[base])"
        case .nautical: name = "nautical \(Unit.names[base])"
        case .troy: name = "troy \(Unit.names[base])"
        case .light: name = "light-\(Unit.names[base])"
        case .metric: name = Unit.names[base] == "ton" ? "tonne" : Unit.names[base]
        default: return nil
        }
        let unit = Unit.index(name)
        return unit > 0 ? (unit, next + 1) : nil
    }

    /// "barrels per day", "barrels a day", "miles an hour".
    private func rated(_ unit: Int, _ end: Int) -> (unit: Int, end: Int) {
        guard keyword(end) == .per || keyword(end) == .a || keyword(end) == .an else { return (unit, end) }
        let period: String
        switch entry(end + 1).period {
        case .hour: period = "hour"
        case .day: period = "day"
        case .second: period = "second"
        default: return (unit, end)
        }
        let rate = Unit.rate(unit, per: period)
        return rate > 0 ? (rate, end + 2) : (unit, end)
    }

    /// Keeps "one day" of a story, "two second halves" and "2014 year" out of the durations.
    private func isDuration(_ amount: Amount, at i: Int, hyphen: Bool) -> Bool {
        if keyword(i) == .second { return hyphen || amount.low == ExactNumber(1) }
        if keyword(i) == .day, !hyphen, !amount.isNumeric, amount.low == ExactNumber(1) { return false }
        return true
    }
}
