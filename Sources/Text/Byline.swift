/// Bylines as newsrooms write them: `By Ann Lee, Bo Diaz and Cy Young in Rome`.
package enum Bylines {
    /// The names in a byline, in order, each once. Drops what introduces them ("By"), roles, agencies behind a name,
    /// places, e-mail addresses, handles and links. Cautious: what may be one inverted name (`Lee, Ann`) stays whole,
    /// and what reads like a sentence is no name.
    package static func split(_ text: String) -> [String] {
        // A byline of several hundred words is somebody's biography.
        guard text.utf8.count <= 2000 else { return [] }
        var names: [String] = []
        var seen: Set<String> = []
        for group in groups(of: BylineToken.tokens(of: text)) {
            for name in self.names(in: group) where seen.insert(name.lowercased()).inserted && names.count < 64 {
                names.append(name)
            }
        }
        // An agency is an author only where nobody else is.
        let people = names.filter { !isAgency($0) }
        return people.isEmpty ? names : people
    }

    /// Tokens between separators that cannot stand inside a name or its role.
    private static func groups(of tokens: [BylineToken]) -> [ArraySlice<BylineToken>] {
        tokens.split(separator: .hard)
    }

    private static func names(in group: ArraySlice<BylineToken>) -> [String] {
        let pieces = withoutIntroduction(group).split(separator: .and).flatMap(splitAtWeakAnd)
        // One part that is far too long makes the whole a sentence.
        guard pieces.allSatisfy({ piece in piece.split(separator: .comma).allSatisfy { $0.count <= longestName } })
        else {
            return []
        }
        // `Lee, Ann` and `Lee, Ann and Diaz, Bo` are inverted; `Ann, Bo and Cy` are three.
        let areInverted = pieces.allSatisfy(isInverted)
        return pieces.flatMap { piece -> [String] in
            if areInverted {
                let parts = piece.split(separator: .comma).map(words)
                return name(parts[0]).map { last in [last + ", " + parts[1].joined(separator: " ")] } ?? []
            }
            return commaSeparated(piece)
        }
    }

    /// Names between commas; a generation suffix returns to its name.
    private static func commaSeparated(_ piece: ArraySlice<BylineToken>) -> [String] {
        var names: [String] = []
        for part in piece.split(separator: .comma).map(words) {
            if let suffix = part.first, part.count == 1, generations.contains(suffix.lowercased()),
                let last = names.last
            {
                names[names.count - 1] = last + " " + suffix
            } else if let name = name(part) {
                names.append(name)
            }
        }
        return names
    }

    /// One word (perhaps behind a particle like "von"), a comma, and one to three words none of which is a role.
    private static func isInverted(_ piece: ArraySlice<BylineToken>) -> Bool {
        let parts = piece.split(separator: .comma).map(words)
        guard parts.count == 2, let last = parts[0].last, (1...3).contains(parts[1].count) else { return false }
        guard parts[0].dropLast().allSatisfy({ particles.contains($0.lowercased()) }), !isAgency(last) else {
            return false
        }
        return name(parts[1]) != nil && !isAgency(parts[1].joined(separator: " "))
            && !generations.contains(parts[1][0].lowercased())
    }

    /// A name from its words; nil for a role, a place, a sentence or nothing.
    private static func name(_ words: [String]) -> String? {
        var words = words
        // "Ann Lee in Rome", "Ann Lee for Example News"
        if let cut = words.indices.dropFirst(2).first(where: { places.contains(words[$0]) }) {
            words.removeSubrange(cut...)
        }
        while let last = words.last, degrees.contains(last.lowercased()), words.count > 1 { words.removeLast() }
        guard let last = words.last, words.count <= longestName else { return nil }
        if words.count == 1, degrees.contains(last.lowercased()) { return nil }
        guard !words.contains(where: { roles.contains(trimmed($0).lowercased()) }) else { return nil }
        // A full stop belongs to an abbreviation ("Jr.", "C.F."), not to a word.
        if last.hasSuffix("."), last.utf8.count > 3, last.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 1 {
            words[words.count - 1] = String(last.dropLast())
        }
        let name = words.joined(separator: " ")
        guard name.utf8.count <= 120, !nothings.contains(name.lowercased()), name.utf8.contains(where: isLetter) else {
            return nil
        }
        return name
    }

    private static func words(_ tokens: ArraySlice<BylineToken>) -> [String] {
        tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    }

    /// Drops "By", "Written by", "Von" and the like from the front, and the "By" of "and by".
    private static func withoutIntroduction(_ group: ArraySlice<BylineToken>) -> ArraySlice<BylineToken> {
        var rest = group
        while case .word(let word)? = rest.first {
            let lower = trimmed(word).lowercased()
            let isForeign = foreignIntroductions.contains(lower) && introduces(rest.prefix(3))
            let isVerb =
                introductions.contains(lower) && words(rest.prefix(3)).dropFirst().contains { $0.lowercased() == "by" }
            guard lower == "by" || isForeign || isVerb else { break }
            rest.removeFirst()
        }
        return rest.filter { $0 != .word("by") && $0 != .word("By") && $0 != .word("BY") }[...]
    }

    /// "Von Hans Maier", but not "Von Miller" and not "von der Heide".
    private static func introduces(_ tokens: ArraySlice<BylineToken>) -> Bool {
        let words = words(tokens)
        return words.count == 3 && !particles.contains(words[1].lowercased())
    }

    /// "und", "et", "y" may stand inside a name ("Ortega y Gasset"): they separate only what has two words each side.
    private static func splitAtWeakAnd(_ piece: ArraySlice<BylineToken>) -> [ArraySlice<BylineToken>] {
        for index in piece.indices.dropFirst(2).dropLast(2) {
            if case .word(let word) = piece[index], weakAnds.contains(word) {
                return [piece[..<index]] + splitAtWeakAnd(piece[(index + 1)...])
            }
        }
        return [piece]
    }

    private static func isAgency(_ name: String) -> Bool {
        let lower = name.lowercased()
        return agencies.contains(lower.hasPrefix("the ") ? String(lower.dropFirst(4)) : lower)
    }

    private static func trimmed(_ word: String) -> String {
        word.utf8.last.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") } == true
            ? String(word.dropLast()) : word
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }

    /// In words, with what may follow a name ("in New York", "for Example News").
    private static let longestName = 7

    private static let introductions: Set<String> = [
        "written", "posted", "reported", "reporting", "story", "text", "words", "report", "published", "edited",
    ]
    private static let foreignIntroductions: Set<String> = ["von", "par", "por", "door"]
    private static let weakAnds: Set<String> = ["und", "et", "y", "e", "en", "og", "och", "i"]
    private static let particles: Set<String> = [
        "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin", "ibn",
        "ter",
    ]
    private static let places: Set<String> = ["in", "for", "from", "at", "im", "à"]
    private static let generations: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
    private static let degrees: Set<String> = ["md", "m.d.", "phd", "ph.d.", "ph.d", "esq", "esq.", "mba", "rn"]
    private static let roles: Set<String> = [
        "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "writer", "writers", "staff",
        "columnist", "contributor", "contributors", "contributing", "journalist", "photographer", "producer", "bureau",
        "special", "newsroom", "desk", "team", "follow", "updated", "chief", "analyst", "redaktion", "redacción",
    ]
    private static let agencies: Set<String> = [
        "associated press", "ap", "reuters", "thomson reuters", "afp", "agence france-presse", "dpa", "bloomberg",
        "bloomberg news", "upi", "united press international", "pa", "pa media", "press association", "aap", "ansa",
        "efe", "tass",
        "xinhua", "kyodo", "pti", "ians", "ani", "apa", "cnn", "bbc", "bbc news", "canadian press",
    ]
    private static let nothings: Set<String> = ["none", "null", "n/a", "na", "nan", "unknown", "undefined", "nil"]
}

/// A word of a byline, or what stands between names.
private enum BylineToken: Equatable {
    case word(String)
    case comma
    case and
    /// Semicolon, line end, bar, bullet, spaced dash or slash.
    case hard

    static func tokens(of text: String) -> [BylineToken] {
        var outside: [BylineToken] = []
        var inside: [BylineToken] = []
        var depth = 0
        for token in raw(text) {
            switch token {
            case .word("("): depth += 1
            case .word(")"): depth = max(0, depth - 1)
            default: if depth > 0 { inside.append(token) } else { outside.append(token) }
            }
        }
        // Feeds write `ann@example.com (Ann Lee)`; elsewhere brackets hold an agency or a place.
        let hasName = outside.contains { if case .word = $0 { true } else { false } }
        return hasName ? outside : inside
    }

    private static func raw(_ text: String) -> [BylineToken] {
        var tokens: [BylineToken] = []
        var word: [UInt8] = []
        let bytes = Array(text.utf8)
        func finish() {
            defer { word.removeAll(keepingCapacity: true) }
            guard !word.isEmpty, let token = token(word) else { return }
            tokens.append(token)
        }
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case 0xC2 where position < bytes.count && (bytes[position] == 0xA0 || bytes[position] == 0xB7):
                // No-break space and middle dot.
                finish()
                if bytes[position] == 0xB7 { tokens.append(.hard) }
                position += 1
            case UInt8(ascii: ","):
                finish()
                tokens.append(.comma)
            case UInt8(ascii: ";"), UInt8(ascii: "|"), 0x0A, 0x0D:
                finish()
                tokens.append(.hard)
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"):
                finish()
                tokens.append(.word("("))
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"):
                finish()
                tokens.append(.word(")"))
            case 0...0x20:
                finish()
            default:
                word.append(byte)
            }
        }
        finish()
        return tokens
    }

    /// Nil for what is never part of a name.
    private static func token(_ word: [UInt8]) -> BylineToken? {
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "-", "–", "—", "/", "•", "·": return .hard
        case "&", "and", "And", "AND", "with": return .and
        default: break
        }
        let lower = text.lowercased()
        if word.contains(UInt8(ascii: "@")) || lower.hasPrefix("http:") || lower.hasPrefix("https:")
            || lower.hasPrefix("www.")
        {
            return nil
        }
        return .word(text)
    }
}
