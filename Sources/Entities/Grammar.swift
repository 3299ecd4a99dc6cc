import Model

/// The recognisers of one text: small rules over its tokens that never look at bytes again.
///
/// A recogniser starts at a token index and either returns what it found, with the token range it covers, or nil. None
/// looks back beyond `floor` (the end of the mention before) for tokens to take in, so mentions never overlap. All of them
/// look only a bounded way ahead and back, so the whole is linear in the number of tokens.
struct Grammar {
    let tokens: [Token]
    let numerals: [Numeral]
    let calendar: Calendar
    /// English rules run; otherwise only forms that every language shares.
    let isEnglish: Bool
    /// Whether 03/04/1987 is the third of April; nil where the text does not say.
    let dayFirst: Bool?
    /// Something else in the text is in pounds sterling, so bare "pounds" are money too.
    let poundsAreMoney: Bool
    private let entries = Lexicon.shared.entries

    init(_ tokenizer: borrowing Tokenizer, calendar: Calendar, isEnglish: Bool, dayFirst: Bool?) {
        tokens = tokenizer.tokens
        numerals = tokenizer.numerals
        self.calendar = calendar
        self.isEnglish = isEnglish
        self.dayFirst = dayFirst
        poundsAreMoney = tokenizer.sawSterling
    }

    /// What a recogniser found: tokens `start..<end`.
    struct Match {
        var kind: Entity.Kind
        var start: Int
        var end: Int
        var value: String?
        var unit: String?
    }

    /// Everything found, in order, without overlaps.
    func matches(at triggers: [Int32]) -> [Match] {
        var found: [Match] = []
        var floor = 0
        for trigger in triggers where trigger >= floor {
            guard let match = match(at: Int(trigger), floor: floor) else { continue }
            found.append(match)
            floor = match.end
        }
        return found
    }

    private func match(at i: Int, floor: Int) -> Match? {
        if let money = money(signAt: i, floor: floor) { return money }
        let token = tokens[i]
        if token.kind == .number, let date = numericDate(at: i) { return date }
        if let time = time(at: i, floor: floor) { return time }
        // A day number goes before an amount: "5 March" and "26 Dec" are no amounts of anything.
        if let date = date(at: i, floor: floor) { return date }
        if let amount = measured(at: i, floor: floor) { return amount }
        return token.kind == .number ? loneYear(at: i, floor: floor) : nil
    }

    // MARK: Looking at tokens; every index is allowed

    @inline(__always) func token(_ i: Int) -> Token { i >= 0 && i < tokens.count ? tokens[i] : .none }

    @inline(__always) func entry(_ i: Int) -> Lexicon.Entry {
        let token = token(i)
        return entries[token.kind == .word ? Int(token.index) : 0]
    }

    @inline(__always) func keyword(_ i: Int) -> Keyword { entry(i).keyword }
    @inline(__always) func roles(_ i: Int) -> Role { entry(i).roles }
    @inline(__always) func symbol(_ i: Int) -> UInt8 { token(i).symbol }
    @inline(__always) func isSymbol(_ i: Int, _ symbol: Unicode.Scalar) -> Bool {
        token(i).symbol == UInt8(ascii: symbol)
    }

    /// Nothing between this token and the one before.
    @inline(__always) func isGlued(_ i: Int) -> Bool {
        i > 0 && i < tokens.count && !tokens[i].flags.contains(.spaceBefore)
    }

    func isCapital(_ i: Int) -> Bool { token(i).flags.contains(.capital) }
    func isWord(_ i: Int) -> Bool { token(i).kind == .word }
    func isSmallWord(_ i: Int) -> Bool { isWord(i) && !isCapital(i) }

    func numeral(_ i: Int) -> Numeral? {
        let token = token(i)
        return token.kind == .number ? numerals[Int(token.index)] : nil
    }

    /// The value of a number token in the text's convention.
    func value(_ i: Int) -> ExactNumber? { numeral(i)?.value(decimalComma: !isEnglish) }

    /// A dash, with or without spaces around it.
    func isDash(_ i: Int) -> Bool { isSymbol(i, "-") }

    /// The token is the first of a line or of a sentence.
    func beginsSentence(_ i: Int) -> Bool {
        if i <= 0 || token(i).flags.contains(.lineBefore) { return true }
        switch symbol(i - 1) {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "."):
            guard token(i).flags.contains(.spaceBefore), isCapital(i) || !isWord(i) else { return false }
            let before = token(i - 2)
            return !roles(i - 2).contains(.abbreviation) && !(before.kind == .word && before.end - before.start == 1)
        default: return false
        }
    }
}
