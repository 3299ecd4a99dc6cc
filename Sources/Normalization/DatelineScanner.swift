import Text

/// Reads the parts of a dateline from left to right.
struct DatelineScanner {
    private let line: [UInt8]
    private var index = 0
    private var hasDate = false
    private var hasAgency = false
    /// An agency, or what stands in its place after a place in capitals.
    private var hasBracket = false
    private var placeIsUpper = true
    private var placeWords = 0
    private var placeLetters = 0

    init(_ line: Span<UInt8>) {
        self.line = line.extracting(0..<min(line.count, Dateline.limit)).withUnsafeBufferPointer { Array($0) }
    }

    mutating func scan() -> Dateline? {
        skipSpaces()
        let start = index
        if index < line.count, line[index] == 0x28 { return scanBareAgency() }
        guard let place = scanPlace() else { return nil }
        var end = index
        while true {
            if let story = dash() {
                guard isPlausible(start..<end, place: place, story: story) else { return nil }
                return Dateline(range: start..<end, place: place, storyStart: story)
            }
            guard scanPart() else { return nil }
            end = index
        }
    }

    /// `(CNN) -- `: a known agency and nothing else; it stands in for the place.
    private mutating func scanBareAgency() -> Dateline? {
        let start = index
        guard scanBracketed(from: start, closing: 0x29), hasAgency else { return nil }
        let range = start..<index
        guard let story = dash(), line.count - story >= 12, beginsStory(at: story) else { return nil }
        return Dateline(range: range, place: start + 1..<range.upperBound - 1, storyStart: story)
    }

    // MARK: - Parts

    private mutating func skipSpaces() {
        while index < line.count, line[index] == 0x20 { index += 1 }
    }

    /// Words with capitals, and the small words between them. Stops before a comma, bracket, slash or dash.
    private mutating func scanPlace() -> Range<Int>? {
        let start = index
        var end = start
        while index < line.count {
            let word = nextWord()
            guard !word.isEmpty else { break }
            if isCapitalized(word) {
                placeWords += 1
                note(word)
                end = word.upperBound
            } else if placeWords == 0 || !Self.isParticle(line[word]) {
                index = word.lowerBound
                break
            }
            // A slash joins two places: `JERUSALEM/GAZA`.
            if index < line.count, line[index] == 0x2F, index + 1 < line.count, line[index + 1].isASCIIUpper {
                index += 1
                continue
            }
            guard index + 1 < line.count, line[index] == 0x20, !startsPart(at: index + 1) else { break }
            index += 1
        }
        index = end
        guard placeWords >= 1, placeWords <= 6, placeLetters >= 3 else { return nil }
        return start..<end
    }

    /// `, region or date`, `(agency)`, `/agency/`, or a date without a comma.
    private mutating func scanPart() -> Bool {
        guard index < line.count, index < 120 else { return false }
        var at = index
        while at < line.count, line[at] == 0x20 { at += 1 }
        guard at < line.count else { return false }
        switch line[at] {
        case 0x28: return scanBracketed(from: at, closing: 0x29)
        case 0x5B: return scanBracketed(from: at, closing: 0x5D)
        case 0x2F: return scanBracketed(from: at, closing: 0x2F)
        case 0x2C:
            index = at + 1
            while index < line.count, line[index] == 0x20 { index += 1 }
            return scanDate() || scanRegion()
        default:
            index = at
            return scanDate()
        }
    }

    private mutating func scanBracketed(from start: Int, closing: UInt8) -> Bool {
        guard !hasBracket, let close = line[(start + 1)...].firstIndex(of: closing), close - start <= 40 else {
            return false
        }
        let inside = start + 1..<close
        guard inside.contains(where: { line[$0].isASCIILetter || line[$0] >= 0x80 }) else { return false }
        hasBracket = true
        hasAgency = hasAgency || closing == 0x2F || Self.namesAgency(line[inside])
        index = close + 1
        return true
    }

    /// A day, a month and perhaps a weekday and a year, in the order of any language.
    private mutating func scanDate() -> Bool {
        let start = index
        var months = 0
        var numbers = 0
        var words = 0
        while words < 7 {
            let word = nextWord()
            guard !word.isEmpty else { break }
            if isNumber(word) {
                numbers += 1
            } else if Self.isMonth(line[word]) {
                months += 1
            } else if !Self.isDateWord(line[word]) {
                index = word.lowerBound
                break
            }
            words += 1
            var next = index
            if next < line.count, line[next] == 0x2C { next += 1 }
            guard next < line.count, line[next] == 0x20, next + 1 < line.count, !startsPart(at: next + 1),
                dashLength(at: next) == 0
            else { break }
            // A comma goes on with the year only.
            if next > index, !line[next + 1].isASCIIDigit { break }
            index = next + 1
        }
        while index > start, line[index - 1] == 0x20 || line[index - 1] == 0x2C { index -= 1 }
        guard months == 1, (1...2).contains(numbers), !hasDate else {
            index = start
            return false
        }
        hasDate = true
        return true
    }

    /// `England` in `LONDON, England`, `Ore.` in `PORTLAND, Ore.`
    private mutating func scanRegion() -> Bool {
        var words = 0
        while index < line.count, words < 3 {
            let word = nextWord()
            guard !word.isEmpty, isCapitalized(word) || (words > 0 && Self.isParticle(line[word])) else { return false }
            words += 1
            guard index + 1 < line.count, line[index] == 0x20, !startsPart(at: index + 1), dashLength(at: index) == 0
            else { break }
            index += 1
        }
        return words > 0
    }

    // MARK: - Words

    /// Letters, digits and the marks inside names, up to a space, comma, bracket or slash.
    private mutating func nextWord() -> Range<Int> {
        let start = index
        while index < line.count {
            let byte = line[index]
            if byte == 0x20 || byte == 0x2C || byte == 0x28 || byte == 0x5B || byte == 0x2F || byte == 0x5F { break }
            if byte == 0x2D, index + 1 >= line.count || line[index + 1] == 0x2D || line[index + 1] == 0x20 { break }
            if byte == 0xE2, index + 2 < line.count, line[index + 1] == 0x80, line[index + 2] & 0xFE == 0x94 { break }
            if byte == 0xE2, index + 2 < line.count, line[index + 1] == 0x80, line[index + 2] == 0x93 { break }
            if byte < 0x80, !byte.isASCIIAlphanumeric, byte != 0x2E, byte != 0x27, byte != 0x2D { break }
            index += 1
        }
        return start..<index
    }

    /// Whether a bracket, a slash or a dash stands here: no word.
    private func startsPart(at position: Int) -> Bool {
        position < line.count
            && (line[position] == 0x28 || line[position] == 0x5B || line[position] == 0x2F
                || dashLength(at: position) > 0)
    }

    private func isCapitalized(_ word: Range<Int>) -> Bool {
        guard let first = line[word].first else { return false }
        if first.isASCIIUpper { return true }
        guard first >= 0xC3 else { return false }
        return ScalarClass.isUpper(scalar(at: word.lowerBound))
    }

    private mutating func note(_ word: Range<Int>) {
        var position = word.lowerBound
        while position < word.upperBound {
            let value = scalar(at: position)
            if ScalarClass.isLetter(value) {
                placeLetters += 1
                if !ScalarClass.isUpper(value) { placeIsUpper = false }
            } else if line[position].isASCIIDigit {
                // Places have no figures; `COVID-19` and `G20` do.
                placeLetters = -100
            }
            position += max(1, length(at: position))
        }
    }

    private func scalar(at position: Int) -> UInt32 { UTF8Text.decode(line.span, at: position).scalar }

    private func length(at position: Int) -> Int { UTF8Text.decode(line.span, at: position).length }

    private func isNumber(_ word: Range<Int>) -> Bool {
        var digits = 0
        for byte in line[word] {
            if byte.isASCIIDigit { digits += 1 } else if byte != 0x2E { return false }
        }
        return digits == 1 || digits == 2 || digits == 4
    }

    // MARK: - The dash

    /// Length of the dash at `position`, with the spaces around it, or 0.
    ///
    /// Hyphens and the underscore of old wires need a space before them; a long dash does not.
    private func dashLength(at position: Int) -> Int {
        var at = position
        // `(EFE).- `
        if at + 1 < line.count, line[at] == 0x2E, line[at + 1] == 0x2D {
            return at + 2 < line.count && line[at + 2] == 0x20 ? 3 : 0
        }
        while at < line.count, line[at] == 0x20 { at += 1 }
        let spaced = at > position || position > 0 && line[position - 1] == 0x20
        guard at < line.count else { return 0 }
        var end = at
        if line[at] == 0x2D {
            while end < line.count, line[end] == 0x2D { end += 1 }
            let doubled = end - at == 2 || end - at == 3
            guard doubled || (spaced && end - at == 1 && end < line.count && line[end] == 0x20) else { return 0 }
        } else if line[at] == 0x5F {
            end += 1
            guard spaced, end < line.count, line[end] == 0x20 else { return 0 }
        } else if line[at] == 0xE2, at + 2 < line.count, line[at + 1] == 0x80, (0x93...0x95).contains(line[at + 2]) {
            end += 3
        } else {
            return 0
        }
        while end < line.count, line[end] == 0x20 { end += 1 }
        return end - position
    }

    /// The start of the story when a dash stands at `index`.
    private func dash() -> Int? {
        let length = dashLength(at: index)
        return length > 0 ? index + length : nil
    }

    // MARK: - Judging

    private func isPlausible(_ range: Range<Int>, place: Range<Int>, story: Int) -> Bool {
        let scalars = UTF8Text.scalarCount(line.span.extracting(range))
        guard scalars <= (hasAgency ? 80 : 60), line.count - story >= 12, beginsStory(at: story) else { return false }
        if hasAgency || hasDate { return true }
        guard placeIsUpper, !Self.isLabel(line[place]) else { return false }
        if hasBracket || range.upperBound > place.upperBound { return true }
        // Capitals and a dash alone: four words at most, and no acronym.
        return placeWords <= 4 && (placeWords > 1 || placeLetters > 4 || Self.isShortPlace(line[place]))
    }

    /// Capital, figure, quotation mark: not the rest of a sentence.
    private func beginsStory(at position: Int) -> Bool {
        let scalar = scalar(at: position)
        if ScalarClass.isLower(scalar) { return hasAgency }
        return ScalarClass.isLetter(scalar) || !(scalar == 0x28 || scalar == 0x2D)
    }
}
