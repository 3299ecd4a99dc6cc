import Model
import Text

/// Removes what nobody can see, and makes every space a space and every line end a line feed.
///
/// - C0 controls but tab and line feed, DEL, C1 controls and noncharacters go. CR LF, CR, VT, FF, U+2028 and U+2029
///   become line feeds.
/// - Zero-width and directional characters go, except joiners in scripts that need them (and between emoji),
///   directional marks in texts with right-to-left letters, and the tags of flags. Variation selectors stay.
/// - A soft hyphen goes; one at the end of a line takes the line end with it.
/// - All other spaces of Unicode become U+0020.
/// - Private-use characters go where they stand alone (icon fonts) and stay beside one another and beside East Asian
///   characters, where they are rare characters of an older encoding.
struct CharacterCleanup {
    /// Joins lines at soft hyphens.
    var joinsLines: Bool
    /// The text has right-to-left letters.
    private var keepsDirection = false

    init(joinsLines: Bool) { self.joinsLines = joinsLines }

    /// Counts its repairs in `repairs`; returns whether `text`, valid UTF-8, changed.
    mutating func apply(
        to text: inout [UInt8], suspecting suspicion: Suspicion, with rewriter: inout Rewriter, repairs: inout Repairs
    ) -> Bool {
        keepsDirection = suspicion.contains(.rightToLeft)
        let tally = rewrite(text, with: &rewriter)
        // CR LF that became LF counts as no repair, but it is a change.
        let changed = rewriter.isTouched
        rewriter.finish(&text)
        tally.add(to: &repairs)
        return changed
    }

    // MARK: -

    private func rewrite(_ text: [UInt8], with rewriter: inout Rewriter) -> Tally {
        var tally = Tally()
        var index = 0
        // The last scalar that stays.
        var previous: UInt32 = 0x0A
        let span = text.span
        while index < span.count {
            let byte = span[index]
            if byte < 0x7F, byte >= 0x20 || byte == 0x0A || byte == 0x09 {
                previous = UInt32(byte)
                index += 1
                continue
            }
            let (scalar, length) = UTF8Text.decode(span, at: index)
            let end = index + length
            switch verdict(on: scalar, in: span, before: end, after: previous) {
            case .keep: previous = scalar
            case .remove(let repair):
                tally.count(repair)
                rewriter.cut(index..<end, of: text)
            case .joinLines(let next):
                tally.hyphenation += 1
                rewriter.cut(index..<next, of: text)
                index = next
                continue
            case .space:
                tally.whitespace += 1
                rewriter.replace(index..<end, of: text, with: " ")
                previous = 0x20
            case .lineFeed:
                tally.whitespace += 1
                rewriter.replace(index..<end, of: text, with: "\n")
                previous = 0x0A
            case .carriageReturn:
                // The line feed behind it stays: removing the one of CR LF is no repair of the text but of its file.
                rewriter.cut(index..<end, of: text)
            }
            index = end
        }
        return tally
    }

    private enum Verdict {
        case keep, space, lineFeed, carriageReturn
        case remove(Repair)
        /// Leave out everything up to the position.
        case joinLines(Int)
    }

    private struct Tally {
        var controls = 0
        var invisible = 0
        var whitespace = 0
        var hyphenation = 0

        mutating func count(_ repair: Repair) {
            if repair == .controls { controls += 1 } else { invisible += 1 }
        }

        func add(to repairs: inout Repairs) {
            if controls > 0 { repairs[.controls] += controls }
            if invisible > 0 { repairs[.invisible] += invisible }
            if whitespace > 0 { repairs[.whitespace] += whitespace }
            if hyphenation > 0 { repairs[.hyphenation] += hyphenation }
        }
    }

    private func verdict(
        on scalar: UInt32, in text: Span<UInt8>, before next: Int, after previous: UInt32
    ) -> Verdict {
        switch scalar {
        case 0x0D: return next < text.count && text[next] == 0x0A ? .carriageReturn : .lineFeed
        case 0x0B, 0x0C, 0x2028, 0x2029: return .lineFeed
        case 0..<0x20, 0x7F..<0xA0: return .remove(.controls)
        case 0xAD: return softHyphen(in: text, before: next)
        case 0xA0: return .space
        case 0xA1..<0x600: return .keep
        default: break
        }
        if ScalarClass.isSpace(scalar) { return .space }
        if ScalarClass.isNoncharacter(scalar) { return .remove(.controls) }
        if ScalarClass.isInvisible(scalar) {
            return isMeaningful(scalar, after: previous) ? .keep : .remove(.invisible)
        }
        if ScalarClass.isPrivateUse(scalar) {
            let following = next < text.count ? UTF8Text.decode(text, at: next).scalar : 0
            return supportsPrivateUse(previous) || supportsPrivateUse(following) ? .keep : .remove(.invisible)
        }
        return .keep
    }

    private func isMeaningful(_ scalar: UInt32, after previous: UInt32) -> Bool {
        if scalar == 0x200C || scalar == 0x200D { return ScalarClass.takesJoiner(previous) }
        if ScalarClass.isBidiControl(scalar) { return keepsDirection }
        // Subdivision flags: a black flag followed by tags.
        if scalar >= 0xE0020 { return previous == 0x1F3F4 || previous >= 0xE0020 && previous <= 0xE007F }
        return false
    }

    private func supportsPrivateUse(_ scalar: UInt32) -> Bool {
        ScalarClass.isPrivateUse(scalar) || ScalarClass.isEastAsian(scalar)
    }

    private func softHyphen(in text: Span<UInt8>, before next: Int) -> Verdict {
        guard joinsLines else { return .remove(.invisible) }
        var index = next
        while index < text.count, text[index] == 0x20 || text[index] == 0x09 || text[index] == 0x0D { index += 1 }
        guard index < text.count, text[index] == 0x0A else { return .remove(.invisible) }
        while index < text.count, text[index] == 0x20 || text[index] == 0x09 || text[index] == 0x0A { index += 1 }
        guard index < text.count, ScalarClass.isLower(UTF8Text.decode(text, at: index).scalar) else {
            return .remove(.invisible)
        }
        return .joinLines(index)
    }
}
