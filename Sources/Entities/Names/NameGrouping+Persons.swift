extension NameGrouping {
    /// People: full names that agree, then surnames and given names that only one of them bears.
    mutating func persons() {
        let people = forms.indices.filter { forms[$0].type == Label.person && forms[$0].group < 0 }
        guard !people.isEmpty else { return }
        let full = people.filter { forms[$0].words.count > 1 }
            .sorted { forms[$0].words.count > forms[$1].words.count }
        var bySurname: [Int32: [Int]] = [:]
        var byGiven: [Int32: [Int]] = [:]
        for form in full {
            let name = forms[form].words
            if isSurname(name), let bearers = bearers(of: name, bySurname), !bearers.isEmpty {
                tie(form, to: bearers)
                continue
            }
            let (given, last) = (records[name.lowerBound], records[name.upperBound - 1])
            let bearers = bySurname[last] ?? []
            if let same = bearers.first(where: { group in agrees(name, with: forms[heads[group]].words) }) {
                join(form, same)
                continue
            }
            let group = found(form)
            bySurname[last, default: []].append(group)
            byGiven[given, default: []].append(group)
            // The first surname of two, "Ortega" of "Luis Ortega Molina", and names by which people are known.
            for word in Set(records[name.dropFirst().dropLast()]) where word != given && word != last {
                byGiven[word, default: []].append(group)
            }
        }
        for form in people where forms[form].words.count == 1 && forms[form].group < 0 {
            let word = records[forms[form].words.lowerBound]
            var bearers = bySurname[word] ?? []
            if bearers.isEmpty { bearers = looseBearers(form, full) }
            if bearers.isEmpty { bearers = byGiven[word] ?? [] }
            tie(form, to: bearers)
        }
    }

    /// A part of a name is that of its only bearer; one of several bearers may be any of theirs.
    private mutating func tie(_ form: Int, to bearers: [Int]) {
        if bearers.count == 1 {
            join(form, bearers[0])
        } else if bearers.count > 1 {
            probable[found(form)] = bearers
        }
    }

    /// A name that begins with a particle is no full one: "Van der Meer", "De Wit".
    private func isSurname(_ name: Range<Int>) -> Bool {
        name.dropLast().allSatisfy { NameParticles.contains(record($0).lower) }
    }

    /// Those whose names end in a surname with particles, in small letters or not.
    private func bearers(of surname: Range<Int>, _ bySurname: [Int32: [Int]]) -> [Int]? {
        bySurname[records[surname.upperBound - 1]]?.filter { group in
            let name = forms[heads[group]].words
            return name.count > surname.count
                && zip(name.suffix(surname.count), surname).allSatisfy { record($0).lower == record($1).lower }
        }
    }

    /// Whether two full names with the same last word can be one person's.
    private func agrees(_ a: Range<Int>, with b: Range<Int>) -> Bool {
        if records[a.lowerBound] == records[b.lowerBound] { return true }
        // "Bakr al-Baghdadi" in "Abu Bakr al-Baghdadi"
        if a.count < b.count, isSame(b.suffix(a.count), a) { return true }
        // "G. W. Bush" and "George Bush"
        return isInitial(a.lowerBound, of: b.lowerBound) || isInitial(b.lowerBound, of: a.lowerBound)
    }

    private func isInitial(_ short: Int, of long: Int) -> Bool {
        let (a, b) = (bytes(short), bytes(long))
        return a.count <= 2 && (a.count == 1 || a.last == UInt8(ascii: ".")) && a.first == b.first
    }

    private func bytes(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[Int(words[place].start)..<Int(words[place].end)])
    }

    /// People whose surname has an article that this form leaves out, or the other way round.
    private func looseBearers(_ form: Int, _ full: [Int]) -> [Int] {
        let name = Self.bare(lower(form))
        guard name.count > 3 else { return [] }
        var groups: [Int] = []
        for other in full where Self.bare(surname(other)) == name && !groups.contains(forms[other].group) {
            groups.append(forms[other].group)
        }
        return groups
    }

    /// The last word of a form, in small letters.
    private func surname(_ form: Int) -> ArraySlice<UInt8> {
        let name = lower(form)
        return name.lastIndex(of: UInt8(ascii: " ")).map { name[($0 + 1)...] } ?? name
    }

    /// "al-abadi" without its article.
    private static func bare(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let hyphen = name.prefix(4).firstIndex(of: UInt8(ascii: "-")) else { return name }
        return name[(hyphen + 1)...]
    }

    /// A person of one name who bears nobody's, but one much like it.
    mutating func offerMisspellings() {
        let limit = 64
        let people = heads.indices.filter { forms[heads[$0]].type == Label.person }.prefix(limit)
        let full = people.filter { forms[heads[$0]].words.count > 1 }
        guard !full.isEmpty else { return }
        let titles = titles()
        let surnames = full.map { Array(surname(heads[$0])) }
        for group in people where probable[group].isEmpty && forms[heads[group]].next < 0 {
            guard forms[heads[group]].words.count == 1, lower(heads[group]).count >= 5 else { continue }
            let name = Array(lower(heads[group]))
            var likely: [Int] = []
            for (other, surname) in zip(full, surnames) where other != group {
                // The same title makes up for a letter or two.
                let bar = titles[group] != nil && titles[group] == titles[other] ? 0.82 : 0.9
                guard JaroWinkler.mayReach(bar, name, surname) else { continue }
                let likeness = JaroWinkler.similarity(name, surname)
                if likeness >= bar, likeness < 1 { likely.append(other) }
            }
            probable[group] = likely
        }
    }

    /// The first title of each group, by its words.
    private func titles() -> [Int: [UInt64]] {
        var titles: [Int: [UInt64]] = [:]
        for mention in mentions {
            guard let title = mention.title, titles[forms[mention.form].group] == nil else { continue }
            titles[forms[mention.form].group] = title.map { record($0).lower }
        }
        return titles
    }
}
