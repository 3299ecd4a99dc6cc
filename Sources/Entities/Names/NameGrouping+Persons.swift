extension NameGrouping {
    /// People: full names that agree, then surnames and given names that only one of them bears.
    mutating func persons() {
        let people = forms.indices.filter { forms[$0].type == Label.person && forms[$0].group < 0 }
        let full = people.filter { forms[$0].words.count > 1 }
            .sorted { forms[$0].words.count > forms[$1].words.count }
        var bySurname: [Int32: [Int]] = [:]
        var byGiven: [Int32: [Int]] = [:]
        for form in full {
            let words = forms[form].words
            guard let given = words.first, let last = words.last else { continue }
            let bearers = bySurname[last] ?? []
            if let same = bearers.first(where: { group in agrees(words, with: forms[members[group][0]].words) }) {
                join(form, same)
                continue
            }
            let group = found(form)
            bySurname[last, default: []].append(group)
            // "al-Abadi" is also "Abadi", "bin Laden" also "Laden".
            byGiven[given, default: []].append(group)
        }
        for form in people where forms[form].words.count == 1 && forms[form].group < 0 {
            let word = forms[form].words[0]
            var bearers = bySurname[word] ?? []
            if bearers.isEmpty { bearers = looseBearers(form, full) }
            if bearers.isEmpty { bearers = byGiven[word] ?? [] }
            if bearers.count == 1 {
                join(form, bearers[0])
            } else if bearers.count > 1 {
                probable[found(form)] = bearers
            }
        }
    }

    /// Whether two full names with the same last word can be one person's.
    private func agrees(_ a: [Int32], with b: [Int32]) -> Bool {
        if a[0] == b[0] { return true }
        // "Bakr al-Baghdadi" in "Abu Bakr al-Baghdadi"
        if a.count < b.count, b.suffix(a.count).elementsEqual(a) { return true }
        // "G. W. Bush" and "George Bush"
        return isInitial(a[0], of: b[0]) || isInitial(b[0], of: a[0])
    }

    private func isInitial(_ short: Int32, of long: Int32) -> Bool {
        guard let a = bytes(of: short), let b = bytes(of: long), let first = a.first else { return false }
        return a.count <= 2 && (a.count == 1 || a.last == UInt8(ascii: ".")) && b.first == first
    }

    /// The bytes of a word by its record, found where a form has it.
    private func bytes(of word: Int32) -> ArraySlice<UInt8>? {
        for form in forms {
            guard let place = form.words.firstIndex(of: word) else { continue }
            let parts = Array(form.text.utf8).split(separator: UInt8(ascii: " "))
            return parts.indices.contains(place) ? parts[place] : nil
        }
        return nil
    }

    /// People whose surname has an article that this form leaves out, or the other way round.
    private func looseBearers(_ form: Int, _ full: [Int]) -> [Int] {
        let name = Self.bare(lowerTexts[form][...])
        guard name.count > 3 else { return [] }
        var groups: [Int] = []
        for other in full {
            guard let last = lowerTexts[other].split(separator: UInt8(ascii: " ")).last, Self.bare(last) == name,
                !groups.contains(forms[other].group)
            else { continue }
            groups.append(forms[other].group)
        }
        return groups
    }

    /// "al-abadi" without its article.
    private static func bare(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let hyphen = name.firstIndex(of: UInt8(ascii: "-")), hyphen - name.startIndex <= 3 else { return name }
        return name[(hyphen + 1)...]
    }

    /// A person of one name who bears nobody's, but one much like it.
    mutating func offerMisspellings() {
        let limit = 64
        let people = members.indices.filter { forms[members[$0][0]].type == Label.person }.prefix(limit)
        for group in people where probable[group].isEmpty && members[group].count == 1 {
            let form = members[group][0]
            guard forms[form].words.count == 1, lowerTexts[form].count >= 5 else { continue }
            let title = title(of: group)
            var likely: [Int] = []
            for other in people where other != group && forms[members[other][0]].words.count > 1 {
                guard let surname = lowerTexts[members[other][0]].split(separator: UInt8(ascii: " ")).last else {
                    continue
                }
                let likeness = JaroWinkler.similarity(lowerTexts[form], Array(surname))
                // The same title makes up for a letter or two.
                let bar = title != nil && title == self.title(of: other) ? 0.82 : 0.9
                if likeness >= bar, likeness < 1 { likely.append(other) }
            }
            probable[group] = likely
        }
    }

    private func title(of group: Int) -> String? {
        for form in members[group] {
            for mention in forms[form].mentions {
                guard let title = mentions[mention].title else { continue }
                return title.map { String(records[Int(words[$0])].lower) }.joined(separator: " ")
            }
        }
        return nil
    }
}
