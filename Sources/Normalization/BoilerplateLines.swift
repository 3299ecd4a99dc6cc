import Text

/// Finds lines at the head and the tail of an article that belong to the page or the agency: `Read more: ...`,
/// `(Reporting by ...)`, `ENDS`, invitations to newsletters, notices of rights.
///
/// Only whole paragraphs within the first or last 15 % of the article (and always the first two and last four) can be
/// boilerplate, and each rule bounds their length, so that a sentence which happens to begin like one survives.
struct BoilerplateLines {
    private static let trie: PhraseTrie = {
        var trie = PhraseTrie()
        trie.insert(BoilerplatePhrases.whole, .whole)
        trie.insert(BoilerplatePhrases.labels, .label)
        trie.insert(BoilerplatePhrases.openings, .opening)
        trie.insert(BoilerplatePhrases.invitations, .invitation)
        trie.insert(BoilerplatePhrases.credits, .credit)
        trie.insert(BoilerplatePhrases.rights, .rights)
        trie.insert(BoilerplatePhrases.copyright, .copyright)
        trie.insert(BoilerplatePhrases.brief, .brief)
        trie.insert(BoilerplatePhrases.dated, .dated)
        trie.insert(BoilerplatePhrases.followings, .following)
        return trie
    }()

    private static let offers = words(BoilerplatePhrases.offers)
    private static let networks = words(BoilerplatePhrases.networks)

    private static func words(_ table: String) -> [[UInt8]] {
        table.utf8.split(whereSeparator: { $0 == 0x7C || $0 == 0x0A }).map { Array($0) }
    }

    /// Longest lines that each rule cuts, in bytes.
    private enum Limit {
        static let label = 240
        static let opening = 180
        static let invitation = 280
        static let brief = 64
        static let dated = 90
        /// Credits and notices of rights; no line longer than this is looked at.
        static let any = 360
    }

    private let trie = Self.trie

    /// Marks boilerplate as removed and returns how many paragraphs that is.
    func mark(in text: Span<UInt8>, _ paragraphs: inout Paragraphs) -> Int {
        var left = paragraphs.isRemoved.count { !$0 }
        var count = 0
        // From each end inwards: the zone is a share of what is left, and moves on over what was cut.
        var kept = 0
        for index in paragraphs.ranges.indices.reversed() where !paragraphs.isRemoved[index] {
            if kept >= max(4, left * 15 / 100) { break }
            if isBoilerplate(text.extracting(paragraphs.ranges[index])) {
                paragraphs.isRemoved[index] = true
                count += 1
                left -= 1
            } else {
                kept += 1
            }
        }
        kept = 0
        for index in paragraphs.ranges.indices where !paragraphs.isRemoved[index] {
            if kept >= max(2, left * 15 / 100) { break }
            if isBoilerplate(text.extracting(paragraphs.ranges[index])) {
                paragraphs.isRemoved[index] = true
                count += 1
                left -= 1
            } else {
                kept += 1
            }
        }
        return count
    }

    /// Whether one paragraph is boilerplate by its words alone.
    func isBoilerplate(_ line: Span<UInt8>) -> Bool {
        guard line.count <= Limit.any, !line.isEmpty, trie.mayBegin(line) else { return false }
        if Self.isEndMark(line) { return true }
        var node = PhraseTrie.root
        var index = Self.skipOrnaments(line)
        let isBracketed = index > 0 && (line[index - 1] == 0x28 || line[index - 1] == 0x5B)
        // The last scalar fed: words are separated by one space in the phrases, by anything in the line.
        var spacePending = false
        while index < line.count {
            let (scalar, length) = UTF8Text.decode(line, at: index)
            let fold = scalar == 0xA9 ? scalar : TextFolding.folded(scalar)
            if fold == 0 {
                spacePending = true
                index += length
                continue
            }
            if spacePending {
                guard let next = trie.next(from: node, by: 0x20) else { return false }
                node = next
                spacePending = false
            }
            guard let next = step(from: node, by: fold) else { return false }
            node = next
            index += length
            let rules = trie.rules(at: node)
            if !rules.isEmpty, Self.isWordEnd(line, at: index, after: scalar),
                holds(rules, for: line, from: index, isBracketed: isBracketed)
            {
                return true
            }
        }
        return false
    }

    // MARK: -

    private func step(from node: Int32, by fold: UInt32) -> Int32? {
        if fold < 0x80 { return trie.next(from: node, by: UInt8(truncatingIfNeeded: fold)) }
        guard let scalar = Unicode.Scalar(fold) else { return nil }
        var node = node
        for byte in UTF8.encode(scalar) ?? .init() {
            guard let next = trie.next(from: node, by: byte) else { return nil }
            node = next
        }
        return node
    }

    private func holds(_ rules: PhraseTrie.Rules, for line: Span<UInt8>, from end: Int, isBracketed: Bool) -> Bool {
        if rules.contains(.opening), line.count <= Limit.opening { return true }
        if rules.contains(.whole), !Self.hasWords(line, from: end) { return true }
        if rules.contains(.label), line.count <= Limit.label, Self.hasLabelMark(line, at: end) { return true }
        if rules.contains(.credit), isBracketed, Self.endsInBracket(line) { return true }
        if rules.contains(.brief), line.count <= Limit.brief { return true }
        if rules.contains(.dated), line.count <= Limit.dated, Self.hasDigit(line, from: end) { return true }
        if rules.contains(.rights) { return true }
        if rules.contains(.copyright), Self.isNotice(line, after: end) { return true }
        if rules.contains(.invitation), line.count <= Limit.invitation, Self.mentions(Self.offers, line) { return true }
        if rules.contains(.following), line.count <= Limit.opening, Self.mentions(Self.networks, line) { return true }
        return false
    }

    /// Brackets, bullets, dashes and quotation marks before the first word.
    private static func skipOrnaments(_ line: Span<UInt8>) -> Int {
        var index = 0
        while index < line.count {
            let (scalar, length) = UTF8Text.decode(line, at: index)
            if scalar == 0xA9 || TextFolding.folded(scalar) != 0 { break }
            index += length
        }
        return index
    }

    /// East Asian phrases end wherever they end.
    private static func isWordEnd(_ line: Span<UInt8>, at index: Int, after last: UInt32) -> Bool {
        guard let next = line.scalar(after: index) else { return true }
        return TextFolding.folded(next) == 0 || ScalarClass.isEastAsian(last)
    }

    private static func hasWords(_ line: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        return TextFolding.next(in: line, from: &index, to: line.count) != 0
    }

    /// A colon, arrow, bar or dash after the phrase.
    private static func hasLabelMark(_ line: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        while index < line.count, line[index] == 0x20 { index += 1 }
        switch line.scalar(after: index) {
        case 0x3A, 0x3E, 0x7C, 0xBB, 0xFF1A, 0x203A, 0x2192, 0x25B6, 0x25BA, 0x27A1, 0x2794, 0x1F449: return true
        case 0x2D, 0x2013, 0x2014: return index > start
        default: return false
        }
    }

    private static func endsInBracket(_ line: Span<UInt8>) -> Bool {
        var index = line.count
        while let (scalar, start) = line.scalar(before: index) {
            if scalar == 0x29 || scalar == 0x5D { return true }
            guard scalar == 0x2E || scalar == 0x20 else { return false }
            index = start
        }
        return false
    }

    /// `-30-`, `###`: the typesetter's end of a story.
    private static func isEndMark(_ line: Span<UInt8>) -> Bool {
        guard line.count <= 16 else { return false }
        var digits: [UInt8] = []
        var hashes = 0
        var dashes = 0
        var index = 0
        while index < line.count {
            let (scalar, length) = UTF8Text.decode(line, at: index)
            index += length
            switch scalar {
            case 0x30...0x39: digits.append(UInt8(truncatingIfNeeded: scalar))
            case 0x23: hashes += 1
            case 0x2D, 0x2013, 0x2014: dashes += 1
            case 0x20: break
            default: return false
            }
        }
        return digits == [0x33, 0x30] && dashes >= 2 && hashes == 0 || hashes >= 2 && digits.isEmpty && dashes == 0
    }

    private static func hasDigit(_ line: Span<UInt8>, from start: Int) -> Bool {
        (start..<line.count).contains { line[$0].isASCIIDigit }
    }

    /// `Copyright 2020 ...`, `Copyright The Herald`, not `Copyright law has ...`.
    private static func isNotice(_ line: Span<UInt8>, after start: Int) -> Bool {
        var index = start
        while let scalar = line.scalar(after: index), scalar != 0xA9, TextFolding.folded(scalar) == 0 {
            index += UTF8Text.decode(line, at: index).length
        }
        guard let next = line.scalar(after: index), next == 0xA9 || !ScalarClass.isLower(next) else {
            // `(c)` in small letters.
            return index + 1 < line.count && line[index] == 0x63 && line[index + 1] == 0x29
        }
        return true
    }

    private static func mentions(_ words: [[UInt8]], _ line: Span<UInt8>) -> Bool {
        words.contains { contains(line, $0) }
    }

    /// Whether `word`, in lower case, occurs in `line`. ASCII case does not count.
    private static func contains(_ line: Span<UInt8>, _ word: [UInt8]) -> Bool {
        guard let head = word.first, word.count <= line.count else { return false }
        for start in 0...line.count - word.count where line[start].asciiLowered == head {
            var offset = 1
            while offset < word.count, line[start + offset].asciiLowered == word[offset] { offset += 1 }
            if offset == word.count { return true }
        }
        return false
    }
}
