import Model

/// A number as written, with its fraction and its power of ten, before anyone knows of what.
struct Amount {
    var start: Int
    var end: Int
    var low: ExactNumber
    /// The upper bound of "10-15" and "5 to 6".
    var high: ExactNumber?
    /// Written with digits.
    var isNumeric = true
    /// "million" or the like stands in it.
    var hasPower = false

    /// `5200000`; a range as `10000000/15000000`.
    var text: String { high.map { low.text + "/" + $0.text } ?? low.text }

    func times(powerOfTen power: Int) -> Amount {
        var scaled = self
        scaled.low = low.times(powerOfTen: power)
        scaled.high = high.map { $0.times(powerOfTen: power) }
        return scaled
    }
}

extension Grammar {
    /// MONEY, PERCENT or QUANTITY with its unit behind it, or the relative DATE that a counted period makes.
    func measured(at i: Int, floor: Int) -> Match? {
        guard let (single, range) = amount(at: i, floor: floor) else { return nil }
        return range.flatMap { measured($0, floor: floor) } ?? measured(single, floor: floor)
    }

    private func measured(_ amount: Amount, floor: Int) -> Match? {
        if let percent = percent(amount, floor: floor) { return percent }
        guard isEnglish else { return money(amount) }
        return relativeDate(amount, floor: floor) ?? money(amount) ?? quantity(amount, floor: floor)
    }

    /// The number at `i`, alone and, where it begins one, as a range.
    func amount(at i: Int, floor: Int, afterSign: Bool = false) -> (single: Amount, range: Amount?)? {
        guard let single = number(at: i, floor: floor, afterSign: afterSign) else { return nil }
        return (single, range(from: single, floor: floor, afterSign: afterSign))
    }

    private func range(from first: Amount, floor: Int, afterSign: Bool) -> Amount? {
        let connector = first.end
        let isDash = isDash(connector) && token(connector + 1).kind == .number && isGlued(connector + 1)
        let isTo = isEnglish && keyword(connector) == .to
        let isBetween =
            isEnglish && keyword(connector) == .and && first.start > floor && keyword(first.start - 1) == .between
        guard isDash || isTo || isBetween, first.high == nil else { return nil }
        guard let second = number(at: connector + 1, floor: connector + 1, afterSign: afterSign),
            second.start == connector + 1
        else { return nil }
        var range = first
        range.end = second.end
        range.high = second.low
        range.hasPower = second.hasPower
        // "10-15 million": the power counts for both.
        if second.hasPower, !first.hasPower { range.low = first.low.times(powerOfTen: power(endingAt: second.end)) }
        return range
    }

    private func power(endingAt end: Int) -> Int { Int(entry(end - 1).power) }

    /// One number: digits or words, a fraction, a power of ten.
    private func number(at i: Int, floor: Int, afterSign: Bool) -> Amount? {
        var amount: Amount
        if let value = value(i) {
            amount = Amount(start: i, end: i + 1, low: value)
            takeFraction(&amount)
            if amount.end == i + 1, isEnglish { takeAndAHalf(&amount) }
        } else if token(i).kind == .fraction {
            guard let value = ExactNumber(0).adding(Int(token(i).index), over: 4) else { return nil }
            amount = Amount(start: i, end: i + 1, low: value)
        } else if isEnglish, let words = spelledNumber(at: i, floor: floor) {
            return words
        } else {
            return nil
        }
        takePower(&amount, afterSign: afterSign)
        return amount
    }

    /// "5-1/2", "5 1/2", "5½", "1/2".
    private func takeFraction(_ amount: inout Amount) {
        let i = amount.end
        if token(i).kind == .fraction, let sum = amount.low.adding(Int(token(i).index), over: 4) {
            amount.low = sum
            amount.end = i + 1
            return
        }
        if let sum = commonFraction(at: i - 1, of: ExactNumber(0)), isGlued(i) {
            amount.low = sum
            amount.end = i + 2
            return
        }
        let numerator = isDash(i) && isGlued(i) && isGlued(i + 1) ? i + 1 : i
        if let sum = commonFraction(at: numerator, of: amount.low) {
            amount.low = sum
            amount.end = numerator + 3
        }
    }

    /// `whole` and the fraction n/d that begins at `i`.
    private func commonFraction(at i: Int, of whole: ExactNumber) -> ExactNumber? {
        guard isSymbol(i + 1, "/"), isGlued(i + 1), isGlued(i + 2), let over = numeral(i), over.isPlain,
            let under = numeral(i + 2), under.isPlain, over.length(0) <= 2, under.length(0) <= 2,
            over.part(0) < under.part(0), !isSymbol(i + 3, "/")
        else { return nil }
        return whole.adding(over.part(0), over: under.part(0))
    }

    /// "two and a half".
    private func takeAndAHalf(_ amount: inout Amount) {
        let i = amount.end
        guard keyword(i) == .and, keyword(i + 1) == .a, keyword(i + 2) == .half,
            let sum = amount.low.adding(1, over: 2)
        else { return }
        amount.low = sum
        amount.end = i + 3
    }

    /// "million", "mln", "-million", and glued "m", "bn", "k".
    private func takePower(_ amount: inout Amount, afterSign: Bool) {
        var i = amount.end
        if isDash(i), isGlued(i), isGlued(i + 1), entry(i + 1).power > 0 { i += 1 }
        let entry = entry(i)
        guard entry.power > 0 else { return }
        if entry.roles.contains(.gluedPower) {
            guard isGlued(i), i == amount.end else { return }
            // A bare "5m" or "5k" is as often metres or kilometres: only beside a currency is it a number.
            guard afterSign || roles(i + 1).contains(.currencySuffix) else { return }
        }
        amount = amount.times(powerOfTen: Int(entry.power))
        amount.hasPower = true
        amount.end = i + 1
        // "two hundred thousand", "1.5 hundred million"
        if self.entry(amount.end).power > 3, entry.power <= 3, !roles(amount.end).contains(.gluedPower) {
            amount = amount.times(powerOfTen: Int(self.entry(amount.end).power))
            amount.end += 1
        }
    }

    // MARK: Numbers in words

    /// "five", "twenty-five", "two hundred and fifty thousand", "a million", "half a million".
    private func spelledNumber(at i: Int, floor: Int) -> Amount? {
        if keyword(i) == .half { return halfOf(i) }
        let first = entry(i)
        if first.power > 0, first.roles.contains(.trigger) {
            guard i > floor, keyword(i - 1) == .a else { return nil }
            var amount = Amount(
                start: i - 1, end: i + 1, low: ExactNumber(1, exponent: Int(first.power)), isNumeric: false,
                hasPower: true)
            if entry(i + 1).power > 3 {
                amount = amount.times(powerOfTen: Int(entry(i + 1).power))
                amount.end += 1
            }
            return amount
        }
        guard first.cardinal >= 0 else { return nil }
        return sum(ofWordsAt: i)
    }

    /// "half a million", "half a mile", "half an hour".
    private func halfOf(_ i: Int) -> Amount? {
        guard keyword(i + 1) == .a || keyword(i + 1) == .an else { return nil }
        var amount = Amount(start: i, end: i + 2, low: ExactNumber(5, exponent: -1), isNumeric: false)
        let power = Int(entry(i + 2).power)
        if power > 0, roles(i + 2).contains(.trigger) {
            amount = amount.times(powerOfTen: power)
            amount.hasPower = true
            amount.end = i + 3
        }
        return amount
    }

    private func sum(ofWordsAt i: Int) -> Amount {
        var total = 0
        var group = Int(entry(i).cardinal)
        var hasPower = false
        var j = i + 1
        // Twelve words spell any number below a trillion that news writes out.
        while j < i + 12 {
            let dashed = isDash(j) && isGlued(j) && isGlued(j + 1)
            let and = keyword(j) == .and && hasPower
            let k = dashed || and ? j + 1 : j
            let next = entry(k)
            if next.power == 2, !and, group < 100 {
                group = max(group, 1) * 100
                hasPower = true
            } else if next.power > 2, !and, !next.roles.contains(.gluedPower), next.power <= 12, group < 1000 {
                total += group * Self.powers[Int(next.power)]
                group = 0
                hasPower = true
            } else if next.cardinal >= 0, isAddable(Int(next.cardinal), to: group, dashed: dashed, after: and) {
                group += Int(next.cardinal)
            } else {
                break
            }
            j = k + 1
        }
        var amount = Amount(
            start: i, end: j, low: ExactNumber(total + group), isNumeric: false, hasPower: hasPower)
        takeAndAHalf(&amount)
        if amount.end > j { takePower(&amount, afterSign: false) }
        return amount
    }

    private static let powers = (0...12).map { power in (0..<power).reduce(1) { product, _ in product * 10 } }

    /// Whether "five" may follow "twenty", or "twenty" "two hundred".
    private func isAddable(_ value: Int, to group: Int, dashed: Bool, after and: Bool) -> Bool {
        if value == 0 { return false }
        if value < 10, group % 100 >= 20, group % 10 == 0 { return true }
        return !dashed && group % 100 == 0 && (group > 0 || and) && value < 100
    }
}
