/// Joins the tokenizer's tokens into the words that the tagger works on, and marks where sentences begin.
///
/// Only tokens without a space between them are ever joined, each by a rule that looks at most two tokens ahead, so the
/// whole is linear.
struct WordCutter {
    private let entries = Lexicon.shared.entries

    /// How the text before a word ended.
    private enum Ending { case open, sentence, abbreviation }

    func cut(_ tokens: [Token], of text: UnsafeBufferPointer<UInt8>, into words: inout [Word]) {
        words.removeAll(keepingCapacity: true)
        var ending = Ending.sentence
        var awaitsFirst = true
        var i = 0
        while i < tokens.count {
            let token = tokens[i]
            var next = i + 1
            if next < tokens.count, !tokens[next].flags.contains(.spaceBefore) { next = end(of: i, tokens, text) }
            var flags: Word.Flags = token.flags.contains(.spaceBefore) ? .spaceBefore : []
            if token.flags.contains(.lineBefore) || (ending != .open && begins(i, tokens, text, ending)) {
                flags.insert(.sentenceStart)
                awaitsFirst = true
                ending = .open
            }
            if token.kind == .word {
                if awaitsFirst { flags.insert(.sentenceFirst) }
                awaitsFirst = false
            }
            ending = Self.ending(after: i, next, tokens, ending)
            words.append(Word(start: token.start, end: tokens[next - 1].end, flags: flags))
            i = next
        }
    }

    // MARK: Sentences

    private static func ending(after i: Int, _ next: Int, _ tokens: [Token], _ before: Ending) -> Ending {
        let last = tokens[next - 1]
        guard last.kind == .symbol else { return .open }
        switch last.symbol {
        case UInt8(ascii: "."): return next - i > 1 && tokens[i].kind == .word ? .abbreviation : .sentence
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return .sentence
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return before
        default: return .open
        }
    }

    private func begins(_ i: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>, _ ending: Ending) -> Bool {
        let token = tokens[i]
        guard token.flags.contains(.spaceBefore) else { return false }
        switch token.kind {
        case .word:
            guard isCapital(token, text) else { return false }
            // After "U.S." and "Inc." only a small word with a capital, "The" or "He", is sure to begin a sentence.
            return ending == .sentence || entries[Int(token.index)].roles.contains(.english)
        case .symbol:
            let opens =
                token.symbol == UInt8(ascii: "\"") || token.symbol == UInt8(ascii: "'")
                || token.symbol == UInt8(ascii: "(") || token.symbol == UInt8(ascii: "[")
            return ending == .sentence && opens && i + 1 < tokens.count
                && !tokens[i + 1].flags.contains(.spaceBefore)
        case .number, .currency, .fraction: return ending == .sentence
        case .none: return false
        }
    }

    // MARK: Joining

    private func isCapital(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        token.kind == .word && (token.flags.contains(.capital) || LetterCase.isUpper(text, Int(token.start)))
    }

    private func isLetter(_ token: Token) -> Bool { token.kind == .word && token.end - token.start == 1 }

    /// Where the word that begins at token `i` ends; the next token stands close to it.
    private func end(of i: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> Int {
        switch tokens[i].kind {
        case .word, .number: return compound(i, tokens, text)
        case .symbol: return signed(i, tokens, text)
        case .currency, .fraction, .none: return i + 1
        }
    }

    private func isGlued(_ i: Int, _ tokens: [Token]) -> Bool {
        i < tokens.count && !tokens[i].flags.contains(.spaceBefore)
    }

    /// `'s`, `@name`, `#topic`, `...`
    private func signed(_ i: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> Int {
        let token = tokens[i]
        let next = tokens[i + 1]
        switch token.symbol {
        case UInt8(ascii: "'"):
            return !token.flags.contains(.spaceBefore) && isSuffix(next, text) ? i + 2 : i + 1
        case UInt8(ascii: "@"), UInt8(ascii: "#"):
            var j = i + 1
            while isGlued(j, tokens),
                tokens[j].kind == .word || tokens[j].kind == .number || tokens[j].symbol == UInt8(ascii: "_")
            {
                j += 1
            }
            return j
        case UInt8(ascii: "."), UInt8(ascii: "-"):
            var j = i + 1
            while isGlued(j, tokens), tokens[j].symbol == token.symbol { j += 1 }
            return j
        default: return i + 1
        }
    }

    /// What follows an apostrophe in "it's", "don't", "they've": a word of its own.
    private func isSuffix(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard token.kind == .word, token.end - token.start <= 2 else { return false }
        let first = text[Int(token.start)] | 0x20
        guard token.end - token.start == 2 else {
            return first == UInt8(ascii: "s") || first == UInt8(ascii: "t") || first == UInt8(ascii: "d")
                || first == UInt8(ascii: "m")
        }
        let second = text[Int(token.start) + 1] | 0x20
        return second == UInt8(ascii: "e")
            ? first == UInt8(ascii: "r") || first == UInt8(ascii: "v")
            : first == UInt8(ascii: "l") && second == UInt8(ascii: "l")
    }

    private func compound(_ i: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> Int {
        // The part since the last hyphen or point.
        var part = i
        var j = i + 1
        while isGlued(j, tokens) {
            let sign = tokens[j]
            let next = isGlued(j + 1, tokens) ? tokens[j + 1] : Token.none
            switch (sign.kind, sign.symbol) {
            case (.word, _):
                // "3rd", "20m"
                guard tokens[j - 1].kind == .number else { return j }
                j += 1
                continue
            case (.symbol, UInt8(ascii: "-")):
                guard hyphenJoins(part, isInner: part > i, next, j, tokens, text) else { return j }
            case (.symbol, UInt8(ascii: "'")):
                guard next.kind == .word, tokens[part].kind == .word, !isSuffix(next, text) else { return j }
            case (.symbol, UInt8(ascii: "&")):
                guard isCapital(tokens[part], text), isCapital(next, text) else { return j }
            case (.symbol, UInt8(ascii: "@")), (.symbol, UInt8(ascii: "_")):
                guard next.kind == .word || next.kind == .number else { return j }
            case (.symbol, UInt8(ascii: ".")):
                if isLetter(tokens[part]), isLetter(next) { break }
                if next.kind == .word, !isCapital(next, text), tokens[part].kind == .word { break }
                return pointJoins(part, i, tokens, text) ? j + 1 : j
            case (.symbol, UInt8(ascii: ":")):
                return isAddress(i, j, tokens, text) ? endOfRun(j, tokens) : j
            default: return j
            }
            part = j + 1
            j += 2
        }
        return j
    }

    /// The point of "U.S.", of an initial and of an abbreviation that is written with a capital.
    private func pointJoins(_ part: Int, _ i: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let token = tokens[part]
        guard token.kind == .word else { return false }
        if isLetter(token) { return part > i || isCapital(token, text) }
        return part == i && isCapital(token, text) && entries[Int(token.index)].roles.contains(.abbreviation)
    }

    private func isAddress(_ i: Int, _ j: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard j == i + 1, tokens[i].end - tokens[i].start >= 4, tokens[i].end - tokens[i].start <= 5,
            isGlued(j + 1, tokens), tokens[j + 1].symbol == UInt8(ascii: "/")
        else { return false }
        return text[Int(tokens[i].start)] | 0x20 == UInt8(ascii: "h")
    }

    private func endOfRun(_ j: Int, _ tokens: [Token]) -> Int {
        var j = j
        while isGlued(j, tokens) { j += 1 }
        return j
    }

    /// Whether the hyphen at `j` makes one word of the part before it and `next`.
    private func hyphenJoins(
        _ part: Int, isInner: Bool, _ next: Token, _ j: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let token = tokens[part]
        let length = token.end - token.start
        guard next.kind == .word || next.kind == .number else { return false }
        if token.kind == .number { return next.kind == .word }
        let left = isCapital(token, text)
        if next.kind == .number { return left }
        if isCapital(next, text) { return left || isInner && length <= 4 || isParticle(token, text) }
        // Small on the right: "live-fire", "Wi-fi" and "Stratford-upon-Avon", but not "US-led" or "London-based".
        if !left { return true }
        if length == 1 || (length == 2 && !token.flags.contains(.allCapitals)) { return true }
        return next.end - next.start <= 4 && isGlued(j + 2, tokens) && tokens[j + 2].symbol == UInt8(ascii: "-")
            && isGlued(j + 3, tokens) && isCapital(tokens[j + 3], text)
    }

    /// A small word that is part of the name after it: "al-Abadi", "el-Sisi", "ash-Sharqi".
    private func isParticle(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = Int(token.end - token.start)
        guard length >= 2, length <= 4 else { return false }
        let start = Int(token.start)
        if length == 2 {
            return text[start] == UInt8(ascii: "a") || text[start] == UInt8(ascii: "e")
                || text[start] == UInt8(ascii: "u")
        }
        if length == 3 {
            return text[start] == UInt8(ascii: "a") && text[start + 1] == UInt8(ascii: "s")
                || text[start] == UInt8(ascii: "b")
                || text[start] == UInt8(ascii: "i") && text[start + 1] == UInt8(ascii: "b")
        }
        return false
    }
}
