/// Ties the forms of one article together.
struct NameGrouping {
    var forms: [NameForm]
    let mentions: [NameMention]
    /// Forms by the place of their group.
    var members: [[Int]] = []
    var probable: [[Int]] = []
    let records: [WordRecord]
    let lowerTexts: [[UInt8]]
    let words: [Int32]
    let text: UnsafeBufferPointer<UInt8>

    init(
        _ forms: [NameForm], _ mentions: [NameMention], _ document: borrowing DocumentWords,
        _ text: UnsafeBufferPointer<UInt8>
    ) {
        self.forms = forms
        self.mentions = mentions
        self.text = text
        records = document.table.records
        words = document.records
        lowerTexts = forms.map { form in
            var lower: [UInt8] = []
            Array(form.text.utf8).withUnsafeBufferPointer { LetterCase.lower($0, into: &lower) }
            return lower
        }
    }

    mutating func group() -> [NameGroup] {
        aliases()
        capitals()
        persons()
        organizations()
        countries()
        for form in forms.indices where forms[form].group < 0 { found(form) }
        offerMisspellings()
        return output()
    }

    /// "NEW YORK" in a dateline is "New York".
    private mutating func capitals() {
        var small: [[UInt8]: Int] = [:]
        for form in forms.indices where small[lowerTexts[form]] == nil && !isShouted(form) {
            small[lowerTexts[form]] = form
        }
        for form in forms.indices where forms[form].group < 0 && lowerTexts[form].count > 3 && isShouted(form) {
            if let other = small[lowerTexts[form]], forms[other].type == forms[form].type {
                join(form, group(of: other))
            }
        }
    }

    /// All letters are capitals.
    private func isShouted(_ form: Int) -> Bool {
        !forms[form].words.isEmpty && forms[form].words.allSatisfy { records[Int($0)].traits.contains(.allUpper) }
    }

    /// A new group of one form.
    @discardableResult mutating func found(_ form: Int) -> Int {
        forms[form].group = members.count
        members.append([form])
        probable.append([])
        return members.count - 1
    }

    mutating func join(_ form: Int, _ group: Int) {
        forms[form].group = group
        members[group].append(form)
    }

    /// The group of a form, made where there is none.
    mutating func group(of form: Int) -> Int { forms[form].group >= 0 ? forms[form].group : found(form) }

    private func output() -> [NameGroup] {
        var groups: [NameGroup] = []
        for group in members.indices {
            let all = members[group]
            var best = all[0]
            for form in all where Self.isFuller(forms[form], than: forms[best]) { best = form }
            var out = NameGroup(name: forms[best].text, type: forms[best].type)
            out.isPeople = forms[best].isPeople && out.type == Label.miscellaneous
            out.mentions = all.flatMap { forms[$0].mentions }.sorted().map { mentions[$0] }
            out.probable = probable[group].map { other in
                var best = members[other][0]
                for form in members[other] where Self.isFuller(forms[form], than: forms[best]) { best = form }
                return forms[best].text
            }
            groups.append(out)
        }
        return groups
    }

    /// More words, then more bytes; the first mentioned of equals.
    static func isFuller(_ a: NameForm, than b: NameForm) -> Bool {
        if a.words.count != b.words.count { return a.words.count > b.words.count }
        if a.text.utf8.count != b.text.utf8.count { return a.text.utf8.count > b.text.utf8.count }
        // "New York" before "NEW YORK"
        if a.text != b.text, a.text.utf8.count > 3 {
            return a.text.utf8.lazy.filter(\.isUpperLetter).count < b.text.utf8.lazy.filter(\.isUpperLetter).count
        }
        return (a.mentions.first ?? 0) < (b.mentions.first ?? 0)
    }
}
