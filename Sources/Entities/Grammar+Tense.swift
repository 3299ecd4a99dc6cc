extension Grammar {
    /// Which way the sentence looks around a date at tokens `start..<end`.
    ///
    /// A preposition that decides comes first (since: back; until, by: ahead). Then the nearest cue before the date in its
    /// sentence, then the nearest one after it. "Was due" looks ahead, because "due" is nearer than "was".
    func tense(around start: Int, _ end: Int) -> Calendar.Tense {
        switch keyword(start - 1) {
        case .since: return .past
        case .until, .by: return .future
        default: break
        }
        var i = start - 1
        while i >= 0, i > start - 16, !beginsSentence(i + 1) {
            if let tense = cue(i) { return tense }
            i -= 1
        }
        i = end
        while i < tokens.count, i < end + 10, !beginsSentence(i) {
            if let tense = cue(i) { return tense }
            i += 1
        }
        return .unknown
    }

    private func cue(_ i: Int) -> Calendar.Tense? {
        let token = token(i)
        guard token.kind == .word else { return nil }
        let roles = roles(i)
        if roles.contains(.reporting) { return .reported }
        if roles.contains(.future) { return .future }
        if roles.contains(.scheduled), !token.flags.contains(.capital) { return .future }
        // "Will be offered": the participle of a passive has the tense of what stands before "be".
        if self.roles(i - 1).contains(.infinitiveBe) { return nil }
        if roles.contains(.past) || (token.flags.contains(.pastForm) && !token.flags.contains(.capital)) {
            return .past
        }
        return nil
    }

}
