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
            guard second.words.lowerBound == gap + 1, record(gap).lower == Self.open,
                second.words.upperBound < words.count, record(second.words.upperBound).lower == Self.close
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
        let letters = lower(short).filter { $0 != UInt8(ascii: ".") }
        guard forms[short].words.count == 1, (2...10).contains(letters.count), forms[long].words.count > 1,
            text(short).contains(where: { $0.isUpperLetter })
        else { return false }
        let name = Array(lower(long))
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
        guard !all.isEmpty else { return }
        var byStem: [UInt64: Int] = [:]
        var full: [Int] = []
        for form in all.sorted(by: { forms[$0].words.count > forms[$1].words.count }) {
            let stem = stem(of: form)
            if let same = byStem[stem] {
                if forms[form].group < 0 { join(form, group(of: same)) }
                continue
            }
            byStem[stem] = form
            if forms[form].words.count > 1 { full.append(form) }
        }
        acronyms(all, of: full)
        parts(all)
    }

    /// The hash of a form's words without a legal form behind them.
    private func stem(of form: Int) -> UInt64 {
        var stem = forms[form].words
        while stem.count > 1, Self.legalForms.contains(record(stem.upperBound - 1).lower) { stem.removeLast() }
        if stem.count == forms[form].words.count { return forms[form].hash }
        return stem.reduce(0) { WordHash.phrase($0, adding: record($1).hash) }
    }

    /// "WHO" beside just one organisation with these initials.
    private mutating func acronyms(_ all: [Int], of full: [Int]) {
        let short = all.filter { form in
            forms[form].group < 0 && forms[form].words.count == 1
                && words[forms[form].words.lowerBound].flags.contains(.allUpper)
        }
        guard !short.isEmpty, !full.isEmpty else { return }
        var byInitials: [[UInt8]: [Int]] = [:]
        for form in full { for initials in initials(of: form) { byInitials[initials, default: []].append(form) } }
        for form in short {
            let letters = text(form).filter { $0 != UInt8(ascii: ".") }
            guard letters.count >= 3, let long = byInitials[letters], long.count == 1 else { continue }
            join(form, group(of: long[0]))
        }
    }

    /// First letters of its words, with and without the small ones.
    private func initials(of form: Int) -> [[UInt8]] {
        var all: [UInt8] = []
        var capitals: [UInt8] = []
        var last = UInt8(ascii: " ")
        for byte in text(form) {
            if last == UInt8(ascii: " "), byte != last {
                all.append(byte &- 0x61 < 26 ? byte & ~0x20 : byte)
                if byte.isUpperLetter { capitals.append(byte) }
            }
            last = byte
        }
        return all == capitals ? [all] : [all, capitals]
    }

    /// "Central Command" in "US Central Command": two words or more at either end of just one longer name.
    private mutating func parts(_ all: [Int]) {
        let limit = 100
        for form in all.prefix(limit) where forms[form].group < 0 && forms[form].words.count > 1 {
            let name = forms[form].words
            var longer = -1
            var count = 0
            for other in all.prefix(limit) where forms[other].words.count > name.count {
                let words = forms[other].words
                guard isSame(words.suffix(name.count), name) || isSame(words.prefix(name.count), name) else { continue }
                longer = other
                count += 1
            }
            if count == 1 { join(form, group(of: longer)) }
        }
    }

    /// Names of one country: "US", "the United States". Peoples: "Iraqi", "Iraqis".
    mutating func countries() {
        var groups: [UInt8: Int] = [:]
        var peoples: [UInt8: Int] = [:]
        for form in forms.indices where forms[form].group < 0 {
            if forms[form].type == Label.location {
                let country = Country.shared.named(forms[form].hash)
                guard country > 0, !Self.partsOfKingdom.contains(forms[form].hash) else { continue }
                if let group = groups[country] { join(form, group) } else { groups[country] = found(form) }
            } else if forms[form].type == Label.miscellaneous, forms[form].isPeople {
                let country = Country.shared.demonym(forms[form].hash)
                guard country > 0 else { continue }
                if let group = peoples[country] { join(form, group) } else { peoples[country] = found(form) }
            }
        }
    }

    /// Countries within the United Kingdom stay themselves.
    private static let partsOfKingdom = Set(
        ["England", "Scotland", "Wales", "Northern Ireland"].map { Country.hash($0) })
}
