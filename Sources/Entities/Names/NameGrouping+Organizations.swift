extension NameGrouping {
    private static let open = WordHash.of("(")
    private static let close = WordHash.of(")")
    private static let legalForms: Set<UInt64> = Set(
        [
            "inc", "inc.", "corp", "corp.", "corporation", "co", "co.", "company", "ltd", "ltd.", "limited", "plc",
            "llc",
            "llp", "ag", "gmbh", "sa", "s.a.", "nv", "n.v.", "group", "holdings", "holding", "ab", "oyj", "spa", "bhd",
        ].map { WordHash.of(Array($0.utf8)) })

    /// "Islamic State of Iraq and the Levant (ISIL)", either way round.
    mutating func aliases() {
        for (first, second) in zip(mentions, mentions.dropFirst()) {
            let gap = first.words.upperBound
            guard second.words.lowerBound == gap + 1, records[Int(words[gap])].lower == Self.open,
                second.words.upperBound < words.count,
                records[Int(words[second.words.upperBound])].lower == Self.close
            else { continue }
            let (a, b) = (first.form, second.form)
            guard a != b, forms[a].group < 0 || forms[b].group < 0 else { continue }
            if abbreviates(b, a) { unite(b, with: a) } else if abbreviates(a, b) { unite(a, with: b) }
        }
    }

    private mutating func unite(_ short: Int, with long: Int) {
        if forms[short].group >= 0 {
            guard forms[long].group < 0 else { return }
            join(long, forms[short].group)
        } else {
            join(short, group(of: long))
        }
        forms[short].type = forms[long].type
    }

    /// Whether the letters of one form are found in order in the other, the first of them at the beginning of a word.
    private func abbreviates(_ short: Int, _ long: Int) -> Bool {
        let letters = lowerTexts[short].filter { $0 != UInt8(ascii: ".") }
        guard forms[short].words.count == 1, (2...10).contains(letters.count), forms[long].words.count > 1,
            forms[short].text.utf8.contains(where: \.isUpperLetter)
        else { return false }
        let name = lowerTexts[long]
        for start in name.indices where name[start] == letters[0] && (start == 0 || !Self.isLetter(name[start - 1])) {
            var next = 0
            for byte in name[start...] where next < letters.count && byte == letters[next] { next += 1 }
            if next == letters.count { return true }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte >= 0x80 }

    /// Legal forms left out, acronyms without brackets, names without their first or last words.
    mutating func organizations() {
        let all = forms.indices.filter { forms[$0].type == Label.organization }
        var byStem: [[Int32]: Int] = [:]
        var byInitials: [[UInt8]: [Int]] = [:]
        for form in all.sorted(by: { forms[$0].words.count > forms[$1].words.count }) {
            let stem = stem(of: form)
            if let same = byStem[stem] {
                if forms[form].group < 0 { join(form, group(of: same)) }
                continue
            }
            byStem[stem] = form
            guard forms[form].words.count > 1 else { continue }
            for initials in initials(of: form) { byInitials[initials, default: []].append(form) }
        }
        for form in all where forms[form].group < 0 && forms[form].words.count == 1 {
            let record = records[Int(forms[form].words[0])]
            let letters = Array(forms[form].text.utf8).filter { $0 != UInt8(ascii: ".") }
            guard record.traits.contains(.allUpper), letters.count >= 3, let long = byInitials[letters], long.count == 1
            else { continue }
            join(form, group(of: long[0]))
        }
        parts(all)
    }

    private func stem(of form: Int) -> [Int32] {
        var stem = forms[form].words
        while stem.count > 1, let last = stem.last, Self.legalForms.contains(records[Int(last)].lower) {
            stem.removeLast()
        }
        return stem
    }

    /// First letters of its words, with and without the small ones.
    private func initials(of form: Int) -> [[UInt8]] {
        let parts = Array(forms[form].text.utf8).split(separator: UInt8(ascii: " "))
        let all = parts.compactMap(\.first).map { $0 &- 0x61 < 26 ? $0 & ~0x20 : $0 }
        let capitals = parts.compactMap(\.first).filter(\.isUpperLetter)
        return all == capitals ? [all] : [all, capitals]
    }

    /// "Central Command" in "US Central Command": two words or more at either end of just one longer name.
    private mutating func parts(_ all: [Int]) {
        let limit = 100
        for form in all.prefix(limit) where forms[form].group < 0 && forms[form].words.count > 1 {
            let words = forms[form].words
            let longer = all.prefix(limit).filter { other in
                forms[other].words.count > words.count
                    && (forms[other].words.suffix(words.count).elementsEqual(words)
                        || forms[other].words.prefix(words.count).elementsEqual(words))
            }
            if longer.count == 1, longer[0] != form { join(form, group(of: longer[0])) }
        }
    }

    /// Names of one country: "US", "the United States". Peoples: "Iraqi", "Iraqis".
    mutating func countries() {
        var groups: [UInt8: Int] = [:]
        var peoples: [UInt8: Int] = [:]
        for form in forms.indices where forms[form].group < 0 {
            if forms[form].type == Label.location {
                let country = Country.shared.named(forms[form].hash)
                guard country > 0, !Self.isPart(forms[form].text) else { continue }
                if let group = groups[country] { join(form, group) } else { groups[country] = found(form) }
            } else if forms[form].type == Label.miscellaneous, forms[form].isPeople {
                let country = Country.shared.demonym(forms[form].hash)
                guard country > 0 else { continue }
                if let group = peoples[country] { join(form, group) } else { peoples[country] = found(form) }
            }
        }
    }

    /// Countries within the United Kingdom stay themselves.
    private static func isPart(_ name: String) -> Bool {
        ["England", "Scotland", "Wales", "Northern Ireland"].contains(name)
    }
}
