import Text

/// Makes each paragraph one line: undoes wrapping and word division at line ends, and removes blank lines.
///
/// A small letter, a hyphen and a line end before a small letter are a divided word. The hyphen stays where the text
/// writes the word with a hyphen elsewhere (`well-known`), where the word has other hyphens, and after a single letter
/// (`e-mail`); before a conjunction it belongs to a shortened compound (`pre- and post-war`).
struct LineRepair {
    var joinsDividedWords: Bool
    private var layout = LineLayout()
    private var compounds: Set<UInt64> = []
    private var knowsCompounds = false

    init(joinsDividedWords: Bool) { self.joinsDividedWords = joinsDividedWords }

    /// Returns how many divided words and how many wrapped lines were joined. Lines of `text` have no spaces at their
    /// ends.
    mutating func apply(to text: inout [UInt8], with rewriter: inout Rewriter) -> (divided: Int, wrapped: Int) {
        layout.find(in: text.span)
        knowsCompounds = false
        var divided = 0
        var wrapped = 0
        var end = 0
        for index in layout.lines.indices {
            let line = layout.lines[index].range
            let gap = end..<line.lowerBound
            end = line.upperBound
            guard index > 0 else {
                if !gap.isEmpty { rewriter.cut(gap, of: text) }
                continue
            }
            let isWrapped = layout.isWrapped(before: index)
            switch join(at: gap, isWrapped: isWrapped, in: text.span) {
            case .dropHyphen:
                rewriter.cut(gap.lowerBound - 1..<gap.upperBound, of: text)
                divided += 1
            case .keepHyphen:
                rewriter.cut(gap, of: text)
                divided += 1
            case .space:
                rewriter.cut(gap, of: text)
                rewriter.output.append(0x20)
                wrapped += 1
            case .paragraph:
                if gap.count > 1 { rewriter.cut(gap.lowerBound + 1..<gap.upperBound, of: text) }
            }
        }
        if end < text.count { rewriter.cut(end..<text.count, of: text) }
        rewriter.finish(&text)
        return (divided, wrapped)
    }

    // MARK: -

    private enum Join { case dropHyphen, keepHyphen, space, paragraph }

    private mutating func join(at gap: Range<Int>, isWrapped: Bool, in text: Span<UInt8>) -> Join {
        let otherwise: Join = isWrapped && !touchesEastAsian(gap, in: text) ? .space : .paragraph
        guard gap.lowerBound > 1, text[gap.lowerBound - 1] == 0x2D else { return otherwise }
        let hyphen = gap.lowerBound - 1
        guard let before = text.scalar(before: hyphen)?.scalar, let after = text.scalar(after: gap.upperBound) else {
            return otherwise
        }
        guard joinsDividedWords, ScalarClass.isLower(before), ScalarClass.isLower(after) else {
            // A compound that was broken at its own hyphen: `Anglo-` `Saxon`.
            return isWrapped && ScalarClass.isLetter(before) && ScalarClass.isLetter(after) ? .keepHyphen : otherwise
        }
        let left = Self.word(endingAt: hyphen, in: text)
        let right = Self.word(startingAt: gap.upperBound, in: text)
        if Self.isConjunction(text, right) { return isWrapped ? .space : .paragraph }
        if text.scalar(after: right.upperBound) == 0x2D || text.scalar(before: left.lowerBound)?.scalar == 0x2D {
            return .keepHyphen
        }
        if UTF8Text.scalarCount(text.extracting(left)) == 1 { return .keepHyphen }
        if !knowsCompounds { learnCompounds(from: text) }
        return compounds.contains(Self.hash(left, right, in: text)) ? .keepHyphen : .dropHyphen
    }

    private func touchesEastAsian(_ gap: Range<Int>, in text: Span<UInt8>) -> Bool {
        ScalarClass.isEastAsian(text.scalar(before: gap.lowerBound)?.scalar ?? 0)
            || ScalarClass.isEastAsian(text.scalar(after: gap.upperBound) ?? 0)
    }

    /// Remembers every word with a hyphen inside a line.
    private mutating func learnCompounds(from text: Span<UInt8>) {
        knowsCompounds = true
        compounds.removeAll(keepingCapacity: true)
        var index = 0
        while true {
            index = text.first(0x2D, in: index..<text.count)
            guard index < text.count else { return }
            let left = Self.word(endingAt: index, in: text)
            let right = Self.word(startingAt: index + 1, in: text)
            if !left.isEmpty, !right.isEmpty { compounds.insert(Self.hash(left, right, in: text)) }
            index += 1
        }
    }

    private static func word(endingAt end: Int, in text: Span<UInt8>) -> Range<Int> {
        var start = end
        while let before = text.scalar(before: start), ScalarClass.isLetter(before.scalar) { start = before.start }
        return start..<end
    }

    private static func word(startingAt start: Int, in text: Span<UInt8>) -> Range<Int> {
        var end = start
        while end < text.count {
            let (scalar, length) = UTF8Text.decode(text, at: end)
            guard ScalarClass.isLetter(scalar) else { break }
            end += length
        }
        return start..<end
    }

    /// FNV-1a over the folded halves.
    private static func hash(_ left: Range<Int>, _ right: Range<Int>, in text: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in [left, right] {
            var index = part.lowerBound
            while true {
                let scalar = TextFolding.next(in: text, from: &index, to: part.upperBound)
                hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
                if scalar == 0 { break }
            }
        }
        return hash
    }

    private static let conjunctions: [StaticString] = [
        "and", "or", "to", "und", "oder", "bis", "bzw", "sowie", "et", "ou", "y", "o", "e", "u", "ed", "og", "och",
        "en",
        "of", "eller", "ja", "tai", "i", "lub", "a", "nebo", "ve", "veya",
    ]

    private static func isConjunction(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
        conjunctions.contains { conjunction in
            guard conjunction.utf8CodeUnitCount == word.count else { return false }
            return conjunction.withUTF8Buffer { bytes in
                for offset in 0..<word.count where bytes[offset] != text[word.lowerBound + offset] { return false }
                return true
            }
        }
    }
}
