/// Cuts UTF-8 text into words, numbers and signs, in one pass, and looks each word up in the lexicon on the way.
///
/// Its buffers are kept from text to text: no allocation per token, and none per text once they have grown.
struct Tokenizer {
    private(set) var tokens: [Token] = []
    private(set) var numerals: [Numeral] = []
    /// Places in `tokens` at which a grammar may begin.
    private(set) var triggers: [Int32] = []
    private(set) var census = LanguageCensus()
    private(set) var isASCII = true
    /// "Sterling", "pence" or a £ occurs.
    private(set) var sawSterling = false

    private let lexicon = Lexicon.shared

    /// Tokens, numerals and triggers of `text`. Places are 32 bits: of a text beyond 2 GiB nothing is read.
    ///
    /// Any bytes will do; what is not well-formed UTF-8 counts as letters.
    mutating func tokenize(_ text: Span<UInt8>) {
        tokens.removeAll(keepingCapacity: true)
        numerals.removeAll(keepingCapacity: true)
        triggers.removeAll(keepingCapacity: true)
        census = LanguageCensus()
        isASCII = true
        sawSterling = false
        guard Int32(exactly: text.count) != nil else { return }

        var flags: Token.Flags = [.lineBefore, .spaceBefore]
        var i = 0
        while i < text.count {
            let byte = text[i]
            let class_ = ByteClass.of(byte)
            switch class_ {
            case .space:
                flags.insert(.spaceBefore)
                i += 1
                continue
            case .line:
                flags.formUnion([.spaceBefore, .lineBefore])
                i += 1
                continue
            case .letter:
                i = word(text, i, flags)
            case .digit:
                i = number(text, i, flags)
            case .sign:
                i = sign(text, i, byte, flags)
            case .high:
                isASCII = false
                let glyph = Glyph(text, at: i)
                if glyph.kind == .space {
                    flags.insert(.spaceBefore)
                    i += glyph.length
                    continue
                }
                i = glyph.kind == .letter ? word(text, i, flags) : sign(i, glyph, flags)
            }
            flags = []
        }
    }

    private mutating func word(_ text: Span<UInt8>, _ start: Int, _ before: Token.Flags) -> Int {
        var key = WordKey()
        var flags = before
        var i = start
        var small = false
        var foreign = false
        if text[start].isUpperLetter { flags.insert(.capital) }
        while true {
            let letters = takeLetters(text, i, &key, &small)
            i += letters
            guard i < text.count, text[i] >= 0x80 else { break }
            isASCII = false
            let glyph = Glyph(text, at: i)
            if glyph.kind != .letter { break }
            foreign = true
            for k in i..<i + glyph.length { key.append(WordKey.folded(text[k], after: k > i ? text[k - 1] : 0)) }
            i += glyph.length
        }
        var entry = lexicon.find(key)
        // "Q3", "EUR20" and "Rs500" are two tokens; "B52" is one word.
        if i < text.count, ByteClass.of(text[i]) == .digit, !lexicon.roles(entry).contains(.beforeDigits) {
            while i < text.count, ByteClass.of(text[i]) == .digit || ByteClass.of(text[i]) == .letter { i += 1 }
            entry = 0
        }
        if !small { flags.insert(.allCapitals) }
        if i - start > 3, text[i - 1] | 0x20 == UInt8(ascii: "d"), text[i - 2] | 0x20 == UInt8(ascii: "e") {
            flags.insert(.pastForm)
        }
        if i - start > 2, text[i - 1] | 0x20 == UInt8(ascii: "s"), text[i - 2] | 0x20 != UInt8(ascii: "s") {
            flags.insert(.pluralForm)
        }
        let roles = lexicon.roles(entry)
        if !roles.isDisjoint(with: [.trigger, .sterling]) {
            if roles.contains(.trigger) { triggers.append(Int32(tokens.count)) }
            if roles.contains(.sterling) { sawSterling = true }
        }
        census.count(roles, beyondASCII: foreign)
        tokens.append(
            Token(start: UInt32(start), end: UInt32(i), index: UInt32(entry), kind: .word, flags: flags, symbol: 0))
        return i
    }

    /// Takes the ASCII letters from `start` on into the key; returns how many.
    @inline(__always) private func takeLetters(
        _ text: Span<UInt8>, _ start: Int, _ key: inout WordKey, _ small: inout Bool
    ) -> Int {
        var i = start
        let bytes = text.bytes
        while i + 8 <= text.count {
            let run = LetterRun(UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)))
            key.append(run.folded, length: run.length)
            small = small || run.hasSmallLetter
            i += run.length
            if run.length < 8 { return i - start }
        }
        while i < text.count, ByteClass.of(text[i]) == .letter {
            small = small || text[i] & 0x20 != 0
            key.append(text[i] | 0x20)
            i += 1
        }
        return i - start
    }

    private mutating func number(_ text: Span<UInt8>, _ start: Int, _ flags: Token.Flags) -> Int {
        var numeral = Numeral()
        var i = start
        if text[start] == UInt8(ascii: ".") {
            numeral.endGroup(value: 0)
            numeral.beginGroup(after: UInt8(ascii: "."))
            i += 1
        }
        while true {
            var value: Int32 = 0
            while i < text.count, ByteClass.of(text[i]) == .digit {
                numeral.append(digit: text[i])
                value = value < 0 || value > 99_999_999 ? -1 : value * 10 + Int32(text[i] &- UInt8(ascii: "0"))
                i += 1
            }
            numeral.endGroup(value: value)
            guard i + 1 < text.count, ByteClass.of(text[i + 1]) == .digit else { break }
            let separator = text[i]
            guard separator == UInt8(ascii: ".") || (separator == UInt8(ascii: ",") && joinsDigits(text, i + 1))
            else { break }
            numeral.beginGroup(after: separator)
            i += 1
        }
        triggers.append(Int32(tokens.count))
        tokens.append(
            Token(
                start: UInt32(start), end: UInt32(i), index: UInt32(numerals.count), kind: .number, flags: flags,
                symbol: 0))
        numerals.append(numeral)
        return i
    }

    /// Whether the comma before `start` belongs to the number: three digits follow it (a thousand) or fewer (a decimal comma).
    /// Four are a year: "June 26,1987".
    private func joinsDigits(_ text: Span<UInt8>, _ start: Int) -> Bool {
        var i = start
        while i < text.count, i - start < 4, ByteClass.of(text[i]) == .digit { i += 1 }
        return i - start < 4
    }

    private mutating func sign(_ text: Span<UInt8>, _ i: Int, _ byte: UInt8, _ flags: Token.Flags) -> Int {
        if byte == UInt8(ascii: "."), i + 1 < text.count, ByteClass.of(text[i + 1]) == .digit,
            flags.contains(.spaceBefore) || tokens.last?.kind == .currency || tokens.last?.symbol == UInt8(ascii: "-")
        {
            return number(text, i, flags)
        }
        if byte == UInt8(ascii: "$") {
            triggers.append(Int32(tokens.count))
            append(.currency, i, 1, Currency.dollar, 0, flags)
        } else {
            append(.symbol, i, 1, 0, byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte, flags)
        }
        return i + 1
    }

    private mutating func sign(_ i: Int, _ glyph: Glyph, _ flags: Token.Flags) -> Int {
        switch glyph.kind {
        case .currency:
            if Int(glyph.value) == Currency.poundSign { sawSterling = true }
            triggers.append(Int32(tokens.count))
            append(.currency, i, glyph.length, Int(glyph.value), 0, flags)
        case .fraction:
            triggers.append(Int32(tokens.count))
            append(.fraction, i, glyph.length, Int(glyph.value), 0, flags)
        case .symbol, .letter, .space:
            append(.symbol, i, glyph.length, 0, glyph.value, flags)
        }
        return i + glyph.length
    }

    private mutating func append(
        _ kind: Token.Kind, _ start: Int, _ length: Int, _ index: Int, _ symbol: UInt8, _ flags: Token.Flags
    ) {
        tokens.append(
            Token(
                start: UInt32(start), end: UInt32(start + length), index: UInt32(index), kind: kind, flags: flags,
                symbol: symbol))
    }
}
