import Text

/// Repairs UTF-8 that was read as windows-1252 or ISO 8859-1 and encoded again: `â€œ` is `“`, `Ã©` is `é`.
///
/// A sequence is replaced only if it decodes to well-formed UTF-8 of a plausible character *and* its characters would
/// not meet in real text. `SÃO PAULO`, Finnish `HYVÄ”` or Portuguese `AMANHÃ…` stay. Where certain sequences outnumber
/// all other characters outside ASCII, the text as a whole went through the wrong encoding and the doubtful ones
/// follow.
///
/// Lone C1 controls are windows-1252 read as ISO 8859-1 and become the characters that were meant.
struct MojibakeRepair {
    private var candidates: [MojibakeCandidate] = []

    /// Returns how many sequences were replaced. `text` is valid UTF-8.
    mutating func apply(to text: inout [UInt8], with rewriter: inout Rewriter) -> Int {
        candidates.removeAll(keepingCapacity: true)
        let others = collect(from: text.span)
        guard !candidates.isEmpty else { return 0 }
        supportRuns()
        let certain = candidates.count { $0.strength == .certain && $0.script != .other }
        var count = 0
        for candidate in candidates {
            let believed =
                switch candidate.strength {
                case .certain: true
                case .likely: certain >= others
                case .possible, .inRun: certain > others
                case .never: false
                }
            guard believed else { continue }
            rewriter.cut(candidate.range, of: text)
            if candidate.scalar != 0 { UTF8Text.append(candidate.scalar, to: &rewriter.output) }
            count += 1
        }
        rewriter.finish(&text)
        return count
    }

    // MARK: - Finding

    /// Fills `candidates`; returns how many scalars outside ASCII belong to none.
    private mutating func collect(from text: Span<UInt8>) -> Int {
        var others = 0
        var index = 0
        var previous: UInt32 = 0x0A
        while index < text.count {
            if text[index] < 0x80 {
                previous = UInt32(text[index])
                index += 1
                continue
            }
            let (scalar, length) = UTF8Text.decode(text, at: index)
            if let candidate = candidate(in: text, at: index, scalar, length, after: previous) {
                candidates.append(candidate)
                index = candidate.range.upperBound
                previous = candidate.scalar == 0 ? 0x20 : candidate.scalar
            } else {
                others += 1
                index += length
                previous = scalar
            }
        }
        return others
    }

    private func candidate(
        in text: Span<UInt8>, at start: Int, _ scalar: UInt32, _ length: Int, after previous: UInt32
    ) -> MojibakeCandidate? {
        guard let lead = Windows1252.byte(of: scalar) else { return nil }
        if scalar >= 0xC2, scalar < 0xF5 {
            if let whole = sequence(
                in: text, at: start, lead: UInt8(truncatingIfNeeded: scalar), length, after: previous)
            {
                return whole
            }
            if let remains = remains(in: text, at: start, scalar, length, after: previous) { return remains }
        }
        // A control that is a byte of windows-1252.
        guard scalar < 0xA0, let meant = Windows1252.scalar(ofControl: UInt32(lead)) else { return nil }
        return MojibakeCandidate(range: start..<start + length, scalar: meant, script: .other, strength: .certain)
    }

    /// A complete sequence of two, three or four characters.
    private func sequence(
        in text: Span<UInt8>, at start: Int, lead: UInt8, _ length: Int, after previous: UInt32
    ) -> MojibakeCandidate? {
        let wanted = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
        var value = UInt32(lead) & (0x3F >> UInt32(wanted))
        var index = start + length
        var odd = false
        var last: UInt32 = 0
        for step in 0..<wanted {
            guard index < text.count, text[index] >= 0x80 else { return nil }
            let (scalar, length) = UTF8Text.decode(text, at: index)
            guard let byte = Windows1252.byte(of: scalar), Self.follows(byte, lead: lead, isSecond: step == 0) else {
                return nil
            }
            if !Self.meetsCapitals(scalar) { odd = true }
            value = value << 6 | UInt32(byte & 0x3F)
            index += length
            last = scalar
        }
        // A control (U+0080 to U+009F) is a byte of the next layer in text that was mangled twice.
        guard let script = MojibakeCandidate.Script(value) else { return nil }
        let next = index < text.count ? UTF8Text.decode(text, at: index).scalar : 0x0A
        let strength = Self.strength(
            of: script, lead: lead, last: last, isOdd: odd, after: previous, before: next)
        guard strength != .never else { return nil }
        return MojibakeCandidate(range: start..<index, scalar: value, script: script, strength: strength)
    }

    /// Sequences that lost a byte on the way: 9D, which windows-1252 lacks, and A0, which became a plain space.
    private func remains(
        in text: Span<UInt8>, at start: Int, _ scalar: UInt32, _ length: Int, after previous: UInt32
    ) -> MojibakeCandidate? {
        let index = start + length
        let follower = index < text.count ? UTF8Text.decode(text, at: index) : (scalar: 0x0A, length: 0)
        switch scalar {
        case 0xE2 where follower.scalar == 0x20AC:
            // Of all characters that begin with E2 80 only U+201D has a last byte that gets lost.
            var end = index + follower.length
            if end < text.count, UTF8Text.decode(text, at: end) == (0xFFFD, 3) { end += 3 }
            return MojibakeCandidate(range: start..<end, scalar: 0x201D, script: .symbol, strength: .certain)
        case 0xC3 where follower.scalar == 0x20 && !ScalarClass.isUpper(previous):
            return MojibakeCandidate(range: start..<index, scalar: 0xE0, script: .latin, strength: .possible)
        case 0xC2
        where !ScalarClass.isLetter(previous) && !ScalarClass.isLower(follower.scalar)
            && (follower.scalar < 0x80):
            let endsSentence = previous != 0x20 && previous != 0x0A && follower.scalar == 0x20
            return MojibakeCandidate(
                range: start..<index, scalar: 0, script: .latin, strength: endsSentence ? .likely : .possible)
        default: return nil
        }
    }

    // MARK: - Judging

    /// Table 3-7 of the Unicode Standard: which bytes may follow a lead byte.
    private static func follows(_ byte: UInt8, lead: UInt8, isSecond: Bool) -> Bool {
        guard byte & 0xC0 == 0x80 else { return false }
        guard isSecond else { return true }
        switch lead {
        case 0xE0: return byte >= 0xA0
        case 0xED: return byte < 0xA0
        case 0xF0: return byte >= 0x90
        case 0xF4: return byte < 0x90
        default: return true
        }
    }

    /// Characters that real text sets directly after a letter: quotation marks, dashes, ellipses, signs, footnote
    /// figures.
    private static func meetsCapitals(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0xA9, 0xAA, 0xAB, 0xAE, 0xB2, 0xB3, 0xB4, 0xB7, 0xB9, 0xBA, 0xBB, 0x2013, 0x2014, 0x2018...0x201D,
            0x2026, 0x203A, 0x2039, 0x2122:
            true
        default: false
        }
    }

    /// Characters among those above after which a letter follows naturally, too.
    private static func joinsWords(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0xAB, 0xB7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x2026: true
        default: false
        }
    }

    private static func strength(
        of script: MojibakeCandidate.Script, lead: UInt8, last: UInt32, isOdd: Bool, after previous: UInt32,
        before next: UInt32
    ) -> MojibakeCandidate.Strength {
        switch script {
        case .latin: return latinStrength(lead: lead, last: last, isOdd: isOdd, after: previous, before: next)
        case .combining: return isOdd && ScalarClass.isLetter(previous) ? .certain : .never
        case .latinAdditional: return isOdd || ScalarClass.isLetter(next) ? .certain : .possible
        case .symbol: return isOdd ? .certain : .possible
        case .emoji: return .certain
        default: return .inRun
        }
    }

    /// `Ã©` and its like: a capital with an accent and something behind it.
    private static func latinStrength(
        lead: UInt8, last: UInt32, isOdd: Bool, after previous: UInt32, before next: UInt32
    ) -> MojibakeCandidate.Strength {
        if isOdd { return .certain }
        // No orthography puts a capital after a small letter without a reason, and none of these marks is one.
        if ScalarClass.isLower(previous) { return .certain }
        let afterCapital = ScalarClass.isUpper(previous)
        if !joinsWords(last), ScalarClass.isLetter(next) { return .certain }
        // A word of the one letter Â or Ã does not exist, so what follows was never set after it.
        if lead <= 0xC3, last < 0x100, !afterCapital { return .certain }
        return .possible
    }

    /// Letters of other scripts stand in runs; and what touches a certain sequence came out of the same accident.
    private mutating func supportRuns() {
        for index in candidates.indices.dropFirst() {
            let before = candidates[index - 1]
            let here = candidates[index]
            guard before.range.upperBound == here.range.lowerBound else { continue }
            if here.strength == .inRun, before.script == here.script,
                before.strength == .inRun || before.strength == .certain
            {
                candidates[index].strength = .certain
                candidates[index - 1].strength = .certain
            } else if here.strength == .possible, before.strength == .certain, before.script != .other {
                candidates[index].strength = .certain
            }
        }
    }
}
