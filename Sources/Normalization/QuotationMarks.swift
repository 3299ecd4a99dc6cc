import Text

/// Repairs quotation marks and apostrophes that are certainly wrong, in any language.
///
/// Repaired: LaTeX quotes (` ``so'' `), two single marks in place of a double one, a double prime in place of a
/// quotation mark, accents in place of apostrophes between letters (`l´hiver`), marks doubled or escaped by an export
/// (`""so""`, `\"so\"`). Left alone: straight quotes, and every kind of correct mark with its national habits.
struct QuotationMarks {
    /// Returns how many marks were replaced. `text` is valid UTF-8.
    func apply(to text: inout [UInt8], with rewriter: inout Rewriter) -> Int {
        rewriter.rewrite(&text, Self.rewrite)
    }

    // MARK: -

    private static func rewrite(_ text: [UInt8], with rewriter: inout Rewriter) -> Int {
        let span = text.span
        let style = Style(of: span)
        var count = 0
        var index = 0
        // A doubled mark was opened in this paragraph and waits for its partner.
        var doubledIsOpen = false
        while index < span.count {
            let byte = span[index]
            if byte == 0x0A { doubledIsOpen = false }
            guard byte == 0x60 || byte == 0x27 || byte == 0x22 || byte == 0x5C || byte == 0xC2 || byte == 0xE2 else {
                index += 1
                continue
            }
            let run = Self.run(at: index, in: span)
            if let mark = style.replacement(of: run, in: span, doubledIsOpen: &doubledIsOpen) {
                rewriter.replace(run.range, of: text, with: mark)
                count += 1
            }
            index = run.range.upperBound
        }
        return count
    }

    /// A scalar and its immediate repetitions.
    private struct Run {
        var scalar: UInt32
        var length: Int
        var range: Range<Int>
    }

    private static func run(at start: Int, in text: Span<UInt8>) -> Run {
        let (scalar, size) = UTF8Text.decode(text, at: start)
        var end = start + size
        var length = 1
        while end < text.count, UTF8Text.decode(text, at: end).scalar == scalar {
            end += size
            length += 1
        }
        return Run(scalar: scalar, length: length, range: start..<end)
    }

    /// The habits of a text that decide between two right replacements.
    private struct Style {
        /// The text has ` `` `, so that `''` closes.
        var hasLaTeXQuotes = false
        var apostrophe: StaticString

        init(of text: Span<UInt8>) {
            var straight = false
            var curved = false
            for index in text.indices {
                switch text[index] {
                case 0x27: straight = true
                case 0x60: if Self.isPair(text, at: index) { hasLaTeXQuotes = true }
                case 0x99:
                    if index >= 2, text[index - 1] == 0x80, text[index - 2] == 0xE2 { curved = true }
                default: break
                }
            }
            apostrophe = straight && !curved ? "'" : "\u{2019}"
        }

        /// Exactly two accents: three fence code.
        private static func isPair(_ text: Span<UInt8>, at index: Int) -> Bool {
            func isAccent(_ position: Int) -> Bool { text.indices.contains(position) && text[position] == 0x60 }
            return isAccent(index + 1) && !isAccent(index + 2) && !isAccent(index - 1)
        }

        func replacement(of run: Run, in text: Span<UInt8>, doubledIsOpen: inout Bool) -> StaticString? {
            let before = text.scalar(before: run.range.lowerBound)?.scalar ?? 0x0A
            let after = text.scalar(after: run.range.upperBound) ?? 0x0A
            switch (run.scalar, run.length) {
            case (0x60, 2):
                return QuotationMarks.isBlank(after) ? nil : "\u{201C}"
            case (0x60, 1), (0xB4, 1):
                return ScalarClass.isLetter(before) && ScalarClass.isLetter(after) ? apostrophe : nil
            case (0x27, 2):
                // After a figure: seconds of arc, inches.
                guard !QuotationMarks.isDigit(before) || hasLaTeXQuotes,
                    !QuotationMarks.isBlank(before) || !QuotationMarks.isBlank(after)
                else { return nil }
                return hasLaTeXQuotes && !QuotationMarks.isBlank(before) ? "\u{201D}" : "\""
            case (0x2018, 2): return QuotationMarks.isBlank(after) ? nil : "\u{201C}"
            case (0x2019, 2): return QuotationMarks.isBlank(before) || QuotationMarks.isDigit(before) ? nil : "\u{201D}"
            case (0x2033, 1): return QuotationMarks.isDigit(before) ? nil : "\""
            case (0x22, 2): return doubled(before: before, after: after, isOpen: &doubledIsOpen)
            case (0x5C, 1) where after == 0x22 || after == 0x27: return ""
            default: return nil
            }
        }

        /// `""` opens before a letter; it closes only what a doubled mark has opened, since quotations nest.
        private func doubled(before: UInt32, after: UInt32, isOpen: inout Bool) -> StaticString? {
            if !isOpen, QuotationMarks.isBlank(before) || before == 0x28, ScalarClass.isLetter(after) {
                isOpen = true
                return "\""
            }
            guard isOpen, !QuotationMarks.isBlank(before), !ScalarClass.isLetter(after) else { return nil }
            isOpen = false
            return "\""
        }
    }

    private static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x0A || scalar == 0x09 }

    private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
}
