/// Bylines as newsrooms write them: `By Ann Lee, Bo Diaz and Cy Young in Rome`.
package enum Bylines {
    /// The names in a byline, in order, each once. Drops what introduces them ("By"), roles, agencies behind a name,
    /// places, e-mail addresses, handles and links. Cautious: what may be one inverted name (`Lee, Ann`) stays whole,
    /// and what reads like a sentence is no name.
    package static func split(_ text: String) -> [String] {
        if isPlainName(text) { return [text] }
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

    /// Whether a byline is a name and nothing else at a glance, as most are in records that list their authors: two or three
    /// words of ASCII letters with one capital each, none of which means anything here.
    private static func isPlainName(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count <= 3 * longestPlainWord else { return false }
            let words = bytes.split(separator: 0x20, maxSplits: 3, omittingEmptySubsequences: false)
            return (2...3).contains(words.count)
                && words.allSatisfy { word in
                    (2...longestPlainWord).contains(word.count) && word[word.startIndex].isASCIIUpper
                        && word.dropFirst().allSatisfy(\.isASCIILower)
                        && !vocabulary.contains(String(decoding: word.lazy.map(\.asciiLowered), as: UTF8.self))
                }
        }
    }

    /// Bytes; a string of so many needs no memory of its own.
    private static let longestPlainWord = 15

    /// The names in a line that begins as a byline does ("By Ann Lee", "27 July 2026, by Ann Lee"); none in any other line.
    package static func introduced(_ text: String) -> [String] {
        guard text.utf8.count <= 200, !text.hasSuffix("."), !text.hasSuffix("?") else { return [] }
        var names: [String] = []
        for group in groups(of: BylineToken.tokens(of: text)) where introduction(of: group) != nil {
            // A sentence may begin with "by", too.
            names += self.names(in: group).filter { name in
                let words = name.split(separator: " ")
                return words.count >= 2 && words.allSatisfy { particles.contains(String($0)) || !startsLower($0) }
            }
        }
        return names
    }

    private static func startsLower(_ word: Substring) -> Bool {
        word.unicodeScalars.first.map(\.properties.isLowercase) ?? false
    }

    /// Tokens between separators that cannot stand inside a name or its role.
    private static func groups(of tokens: [BylineToken]) -> [ArraySlice<BylineToken>] {
        tokens.split(separator: .hard)
    }

    private static func names(in group: ArraySlice<BylineToken>) -> [String] {
        guard let group = withoutIntroduction(group) else { return [] }
        let pieces = group.split(separator: .and).flatMap(splitAtWeakAnd)
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

    /// A name from its words; nil for a role, a place, a date, a sentence or nothing.
    private static func name(_ words: [String]) -> String? {
        var words = words
        // "Ann Lee in Rome", "Ann Lee for Example News", "Ann Lee All Articles"
        if let cut = words.indices.dropFirst(2).first(where: {
            places.contains(words[$0]) || ends.contains(words[$0].lowercased())
        }) {
            words.removeSubrange(cut...)
        }
        // "Head of Harbours", "Friends of the Light"
        if words.count > 1, words[1] == "of" || words[1] == "für" { return nil }
        while let last = words.last, degrees.contains(last.lowercased()), words.count > 1 { words.removeLast() }
        while let last = words.last, !isASCII(last), titlesBehind.contains(last) { words.removeLast() }
        guard let last = words.last, words.count <= longestName else { return nil }
        if words.count == 1, degrees.contains(last.lowercased()) { return nil }
        if words.contains(where: { roles.contains(trimmed($0).lowercased()) || isNoPartOfName($0) }) { return nil }
        // A full stop belongs to an abbreviation ("Jr.", "C.F."), not to a word.
        if last.hasSuffix("."), last.utf8.count > 3, last.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 1 {
            words[words.count - 1] = String(last.dropLast())
        }
        let name = withoutTitleBehind(words.joined(separator: " "))
        guard name.utf8.count <= 120, !nothings.contains(name.lowercased()), name.utf8.contains(where: isLetter) else {
            return nil
        }
        // Two lower-case letters are somebody's sign ("gr/bp").
        if name.utf8.count <= 2, name.utf8.allSatisfy(\.isASCIILower) { return nil }
        return name
    }

    private static func isNoPartOfName(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return true }
        return first.isASCIIDigit || word.utf8.contains { "?!{}=%*#".utf8.contains($0) }
    }

    private static func isASCII(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0x80 } }

    /// 山田太郎記者 is 山田太郎, a reporter.
    private static func withoutTitleBehind(_ name: String) -> String {
        if isASCII(name) { return name }
        for title in titlesBehind where name.hasSuffix(title) && name.utf8.count > title.utf8.count {
            return String(name.unicodeScalars.dropLast(title.unicodeScalars.count))
        }
        return name
    }

    private static func words(_ tokens: ArraySlice<BylineToken>) -> [String] {
        tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    }

    /// Drops "By", "Written by", "Von", "27 July 2026, by", "View all posts by" and the like from the front, and the
    /// "By" of "and by". Nil where what follows had another part in the work: "Edited by Ann Lee", "Foto: Bo Diaz".
    private static func withoutIntroduction(_ group: ArraySlice<BylineToken>) -> ArraySlice<BylineToken>? {
        var rest = group
        for _ in 0..<3 {
            guard let end = introduction(of: rest) else { break }
            if words(rest[..<end]).contains(where: { otherParts.contains(trimmed($0).lowercased()) }) { return nil }
            rest = rest[end...]
        }
        let kept = rest.filter { $0 != .word("by") && $0 != .word("By") && $0 != .word("BY") }
        return kept[...]
    }

    /// Where the words that introduce a name end; nil where none do.
    private static func introduction(of tokens: ArraySlice<BylineToken>) -> Int? {
        // What has passed is no name, so a "by" may still come.
        var isIntroduction = false
        for index in tokens.indices.prefix(9) {
            guard case .word(let word) = tokens[index] else {
                // "27 July 2026, by"
                if !isIntroduction { return nil }
                continue
            }
            let lower = trimmed(word).lowercased()
            let isFirst = index == tokens.startIndex
            if lower == "by", isFirst || isIntroduction { return index + 1 }
            if foreignIntroductions.contains(lower), isFirst ? introduces(tokens.prefix(3)) : isIntroduction {
                return index + 1
            }
            // "Autor: Ann Lee", "作者 李雷"
            if word.hasSuffix(":"), index - tokens.startIndex < 3 { return index + 1 }
            if isFirst, wideIntroductions.contains(word) { return index + 1 }
            if isNoPartOfName(word) || introductions.contains(lower) {
                isIntroduction = true
            } else if !isIntroduction {
                return nil
            }
        }
        return nil
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
        return agencies.contains(lower.hasPrefix("the ") ? String(lower.dropFirst(4)) : lower) || isDomain(name)
    }

    /// `beispiel.de`
    private static func isDomain(_ name: String) -> Bool {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), !name.utf8.contains(0x20) else { return false }
        let top = name.utf8[name.utf8.index(after: dot)...]
        return (2...4).contains(top.count) && top.allSatisfy(\.isASCIILower) && name.utf8[..<dot].count >= 3
    }

    private static func trimmed(_ word: String) -> String {
        word.utf8.last.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") } == true
            ? String(word.dropLast()) : word
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }
}
