import Text

/// Puts quotation marks back that were torn from their paragraph by a line end.
///
/// An opening mark that ends a paragraph, a space after the sentence (`... he left. “`), moves to the head of the next
/// one. A closing mark alone at the head of a paragraph moves to the end of the one before. A paragraph that is nothing
/// but a mark goes to whichever neighbour lacks it. Marks whose direction the sign does not tell (`"`, and `”` where it
/// also opens) move only where the counts on both sides say which one they are. Nothing moves to a paragraph that
/// already begins with a mark.
struct TornQuotes {
    /// Returns how many marks moved. Paragraphs of `text` are separated by one line feed.
    func apply(to text: inout [UInt8], with rewriter: inout Rewriter) -> Int {
        rewriter.rewrite(&text, Self.rewrite)
    }

    /// Whether a mark would move between a paragraph, the first or the second one, and those beside it.
    static func areTorn(at paragraph: Range<Int>, in text: Span<UInt8>) -> Bool {
        if paragraph.lowerBound > 0 {
            let before = 0..<text.first(0x0A, in: 0..<text.count)
            if move(between: before, and: paragraph, in: text) != nil { return true }
        }
        return paragraph.upperBound < text.count
            && move(between: paragraph, and: line(after: paragraph, in: text), in: text) != nil
    }

    // MARK: -

    private static func rewrite(_ text: [UInt8], with rewriter: inout Rewriter) -> Int {
        let span = text.span
        var count = 0
        var before = 0..<span.first(0x0A, in: 0..<span.count)
        while before.upperBound < span.count {
            let after = Self.line(after: before, in: span)
            guard let move = Self.move(between: before, and: after, in: span) else {
                before = after
                continue
            }
            rewriter.cut(move.range, of: text)
            move.append(to: &rewriter.output)
            count += 1
            // What stands in `after` has changed: its other end is judged in the next round.
            guard after.upperBound < span.count else { break }
            before = Self.line(after: after, in: span)
        }
        return count
    }

    private static func line(after line: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
        let start = line.upperBound + 1
        return start..<text.first(0x0A, in: start..<text.count)
    }

    /// A range around a line end, to be replaced by the mark and a line end.
    private struct Move {
        var range: Range<Int>
        var mark: UInt32
        /// The mark opens the next paragraph; otherwise it closes the one before.
        var opens: Bool
        /// The mark was a paragraph of its own at the edge of the range: one line end less.
        var joins = false
        /// French sets a space between guillemets and text.
        var isSpaced: Bool

        func append(to bytes: inout [UInt8]) {
            if opens {
                if !joins { bytes.append(0x0A) }
                UTF8Text.append(mark, to: &bytes)
                if isSpaced { bytes.append(0x20) }
            } else {
                if isSpaced { bytes.append(0x20) }
                UTF8Text.append(mark, to: &bytes)
                if !joins { bytes.append(0x0A) }
            }
        }
    }

    private static func move(between before: Range<Int>, and after: Range<Int>, in text: Span<UInt8>) -> Move? {
        guard !before.isEmpty, !after.isEmpty else { return nil }
        // Nearly every boundary ends here: a mark is `"` or begins with C2 (guillemets) or E2.
        let last = text[before.upperBound - 1]
        if last == 0x22 || last >= 0x80, let move = openingMark(endingIn: before, followedBy: after, in: text) {
            return move
        }
        let first = text[after.lowerBound]
        if first == 0x22 || first >= 0xC2, let move = closingMark(beginning: after, precededBy: before, in: text) {
            return move
        }
        return nil
    }

    private static func openingMark(
        endingIn before: Range<Int>, followedBy after: Range<Int>, in text: Span<UInt8>
    ) -> Move? {
        guard let (mark, start) = text.scalar(before: before.upperBound), QuoteCount.isMark(mark),
            let next = text.scalar(after: after.lowerBound), !QuoteCount.isMark(next), !isDash(next)
        else { return nil }
        var end = start
        if start > before.lowerBound {
            guard text[start - 1] == 0x20, start - 1 > before.lowerBound,
                let terminal = text.scalar(before: start - 1)?.scalar, endsClause(terminal)
            else { return nil }
            end = start - 1
        }
        let here = QuoteCount(text, before.lowerBound..<start)
        guard opens(mark, after: here, before: QuoteCount(text, after)) else {
            return nil
        }
        let spaced = (mark == 0xAB || mark == 0x2039) && (here.hasSpacedGuillemets || isSpaced(after, in: text))
        return Move(
            range: end..<after.lowerBound, mark: mark, opens: true, joins: end == before.lowerBound, isSpaced: spaced)
    }

    /// Whether `mark` at the end of a paragraph opens what follows. `here` counts the paragraph without it.
    private static func opens(_ mark: UInt32, after here: QuoteCount, before next: QuoteCount) -> Bool {
        switch mark {
        case 0x201E, 0x201A: return true
        case 0x201C:
            // After `„` this mark closes. After an open `“` it may be a closing one turned the wrong way.
            if here.low > here.closing(for: 0x201E) { return false }
            return here.left <= here.right || next.right > next.left
        case 0x2018: return true
        case 0xAB: return here.guillemetsRight <= here.guillemetsLeft && !here.pointsInward
        case 0x2039: return true
        case 0x22: return here.straight % 2 == 0 && next.straight % 2 == 1
        case 0x201D:
            return here.left + here.low + next.left + next.low == 0 && here.right % 2 == 0 && next.right % 2 == 1
        default: return false
        }
    }

    private static func closingMark(
        beginning after: Range<Int>, precededBy before: Range<Int>, in text: Span<UInt8>
    ) -> Move? {
        let (mark, length) = UTF8Text.decode(text, at: after.lowerBound)
        guard QuoteCount.isMark(mark) else { return nil }
        var rest = after.lowerBound + length
        if rest < after.upperBound {
            guard text[rest] == 0x20 || isClosingPunctuation(text[rest]) else { return nil }
            while rest < after.upperBound, text[rest] == 0x20 { rest += 1 }
        }
        let here = QuoteCount(text, before)
        guard
            closes(
                mark, after: here, before: QuoteCount(text, rest..<after.upperBound), isAlone: rest == after.upperBound)
        else { return nil }
        let spaced = mark == 0xBB && here.hasSpacedGuillemets
        return Move(
            range: before.upperBound..<rest, mark: mark, opens: false, joins: rest == after.upperBound, isSpaced: spaced
        )
    }

    /// Whether `mark` at the head of a paragraph closes what stands before. `next` counts the paragraph without it.
    private static func closes(_ mark: UInt32, after here: QuoteCount, before next: QuoteCount, isAlone: Bool) -> Bool {
        switch mark {
        case 0x201D: return here.left + here.low > here.closing(for: 0x201C)
        case 0x201C: return here.low > here.closing(for: 0x201E)
        case 0xBB: return here.guillemetsLeft > here.guillemetsRight && !here.pointsInward
        case 0x203A: return here.singleLeft > here.singleRight
        case 0x22: return here.straight % 2 == 1 && (isAlone || next.straight % 2 == 0)
        default: return false
        }
    }

    private static func isSpaced(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        QuoteCount(text, range).hasSpacedGuillemets
    }

    /// What may stand before a mark that was torn off: the end of a sentence, a quotation, or an introduction.
    private static func endsClause(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21, 0x22, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0xBB, 0x2019, 0x201C, 0x201D, 0x2026, 0x3002:
            true
        default: false
        }
    }

    private static func isClosingPunctuation(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x2E || byte == 0x3A || byte == 0x3B || byte == 0x21 || byte == 0x3F || byte == 0x29
    }

    /// Dialogue that begins with a dash needs no mark.
    private static func isDash(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0x2013 || scalar == 0x2014 }
}
