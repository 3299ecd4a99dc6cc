import Model

extension Grammar {
    /// Money with its sign or code in front: $5, US$5.2 million, EUR 20m, Rs 500, C$10-15 million.
    func money(signAt i: Int, floor: Int) -> Match? {
        let sign = token(i)
        let currency: Int
        var first = i + 1
        switch sign.kind {
        case .currency: currency = Int(sign.index)
        case .word where entry(i).roles.contains(.currencyPrefix):
            guard isCode(i) else { return nil }
            currency = Int(entry(i).currency)
            if isSymbol(first, "."), isGlued(first), token(first + 1).kind == .number { first += 1 }
        default: return nil
        }
        guard token(first).kind == .number || (sign.kind == .currency && token(first).kind == .fraction) else {
            return nil
        }
        guard !token(first).flags.contains(.lineBefore) else { return nil }
        guard let amount = signedAmount(at: first) else { return nil }
        let (start, code) = country(before: i, currency: Currency.all[currency], floor: floor)
        let value = Currency.all[currency].isMinor ? amount.times(powerOfTen: -2) : amount
        return Match(kind: .money, start: start, end: amount.end, value: value.text, unit: code)
    }

    /// An amount after its sign. In "$5-$6 million" and "$5 to $6 million" the million counts for the five as well.
    private func signedAmount(at i: Int) -> Amount? {
        guard let (single, range) = amount(at: i, floor: i, afterSign: true) else { return nil }
        // "$10 to 15 million" is a range; "$5 to 6 people" is not.
        if let range, keyword(single.end) != .to || range.hasPower { return range }
        guard !single.hasPower, let power = powerAfterSecondSign(single) else { return single }
        return single.times(powerOfTen: power)
    }

    private func powerAfterSecondSign(_ first: Amount) -> Int? {
        let i = first.end
        guard isDash(i) || keyword(i) == .to, token(i + 1).kind == .currency,
            let second = amount(at: i + 2, floor: i + 2, afterSign: true)?.single, second.hasPower,
            first.low.exponent == 0, first.low.mantissa < 1000, let plain = value(i + 2),
            plain.exponent != 0 || plain.mantissa > first.low.mantissa
        else { return nil }
        return Int(entry(second.end - 1).power)
    }

    /// A code is in capitals; of the abbreviations "Rs" and "Dm" only the first letter has to be.
    private func isCode(_ i: Int) -> Bool {
        let flags = token(i).flags
        return flags.contains(.allCapitals) || (flags.contains(.capital) && token(i).end - token(i).start == 2)
    }

    /// Takes in what says whose dollar it is: US$, C$, HK$, U.S.$.
    private func country(before i: Int, currency: Currency, floor: Int) -> (start: Int, code: String?) {
        guard currency.family == "dollar", isGlued(i) else { return (i, currency.code) }
        if i - 4 >= floor, isSymbol(i - 1, "."), keyword(i - 2) == .s, isSymbol(i - 3, "."), keyword(i - 4) == .u {
            return (i - 4, "USD")
        }
        guard i > floor, roles(i - 1).contains(.dollarPrefix), isCapital(i - 1),
            let code = Currency.code(family: "dollar", country: Int(entry(i - 1).country))
        else { return (i, currency.code) }
        return (i - 1, code)
    }

    /// Money with its word behind the number: 5 mln dlrs, 20 cents, 1.2bn euros, five million Swiss francs, 50p.
    func money(_ amount: Amount) -> Match? {
        var i = amount.end
        if isDash(i), isGlued(i), isGlued(i + 1) { i += 1 }
        if let match = pence(amount, at: i) { return match }
        if let code = codeAfter(amount, at: i) {
            return Match(kind: .money, start: amount.start, end: i + 1, value: amount.text, unit: code)
        }
        guard isEnglish || keyword(i) == .none else { return nil }
        let (word, country) = countryAdjective(at: i)
        let entry = entry(word)
        guard entry.roles.contains(.currencySuffix), entry.currency > 0 else { return nil }
        guard isEnglish || Currency.all[Int(entry.currency)].family == "euro" else { return nil }
        let currency = Currency.all[Int(entry.currency)]
        guard isMoney(currency, amount, word: word, hasCountry: country > 0) else { return nil }
        var end = word + 1
        let family = currency.family == "cent" ? "dollar" : currency.family
        var code = Currency.code(family: family, country: country) ?? currency.code
        if currency.family == "pound" {
            if keyword(end) == .sterling {
                end += 1
                code = "GBP"
            } else if country == 0 {
                code = "GBP"
            }
        }
        let value = currency.isMinor ? amount.times(powerOfTen: -2) : amount
        return Match(kind: .money, start: amount.start, end: end, value: value.text, unit: code)
    }

    private func pence(_ amount: Amount, at i: Int) -> Match? {
        guard isEnglish, keyword(i) == .p, isGlued(i), !isCapital(i), amount.isNumeric, i == amount.end,
            !(isSymbol(i + 1, ".") && isGlued(i + 1) && keyword(i + 2) == .m)
        else { return nil }
        return Match(
            kind: .money, start: amount.start, end: i + 1, value: amount.times(powerOfTen: -2).text, unit: "GBP")
    }

    /// "20 EUR", "500 USD"; and a sign behind the number, as most of Europe writes it: "5 €".
    private func codeAfter(_ amount: Amount, at i: Int) -> String? {
        let token = token(i)
        if token.kind == .currency, amount.isNumeric, !isEnglish || Currency.all[Int(token.index)].code == "EUR",
            self.token(i + 1).kind != .number || !isGlued(i + 1)
        {
            return Int(token.index) == Currency.cent ? nil : Currency.all[Int(token.index)].code
        }
        guard roles(i).contains(.currencyPrefix), token.flags.contains(.allCapitals), token.end - token.start == 3
        else { return nil }
        // "20 EUR 30" is a table, not an amount.
        return self.token(i + 1).kind == .number ? nil : Currency.all[Int(entry(i).currency)].code
    }

    /// Steps over "Swiss", "U.S.", "Hong Kong", "New Zealand", "west German"; returns where the currency's word should be.
    private func countryAdjective(at i: Int) -> (word: Int, country: Int) {
        if keyword(i) == .u, isSymbol(i + 1, "."), keyword(i + 2) == .s, isSymbol(i + 3, ".") {
            return (i + 4, Currency.country("us"))
        }
        if keyword(i) == .hong, keyword(i + 1) == .kong { return (i + 2, Currency.country("hk")) }
        if keyword(i) == .new, keyword(i + 1) == .zealand { return (i + 2, Currency.country("nz")) }
        let country = Int(entry(i).country)
        let length = token(i).end - token(i).start
        return country > 0 && (length > 2 || keyword(i) == .us) ? (i + 1, country) : (i, 0)
    }

    /// Keeps words that are money only in company: pounds of weight, marks at school, games won.
    private func isMoney(_ currency: Currency, _ amount: Amount, word: Int, hasCountry: Bool) -> Bool {
        if hasCountry { return true }
        let isPlural = token(word).end - token(word).start > UInt32(currency.family.utf8.count)
        switch currency.family {
        case "pound":
            if keyword(word + 1) == .sterling { return true }
            if keyword(word + 1) == .of { return poundsAreMoney && amount.hasPower }
            return poundsAreMoney || (amount.hasPower && isPlural)
        case "won": return amount.hasPower || (amount.isNumeric && (amount.low.smallInteger ?? 0) >= 1000)
        case "mark", "crown":
            // "Took 5 marks off" is school; prices have more digits.
            let isPrice = amount.low.exponent < 0 || amount.low.mantissa >= 20
            return amount.hasPower || (amount.isNumeric && isPlural && isPrice)
        case "sterling", "rand": return amount.hasPower || amount.isNumeric
        default: return true
        }
    }
}
