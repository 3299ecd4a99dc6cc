/// Ties the forms of one article together.
struct NameGrouping {
    var forms: [NameForm]
    let mentions: [NameMention]
    /// The first and the last form of each group; those between follow by `next`.
    private(set) var heads: [Int] = []
    private var tails: [Int] = []
    var probable: [[Int]] = []
    let table: [WordRecord]
    /// The document's words, and their records.
    let words: [Word]
    let records: [Int32]
    let text: UnsafeBufferPointer<UInt8>
    /// The forms in small letters, one after the other, and where each ends.
    private var small: [UInt8] = []
    private var smallEnds: [Int] = [0]

    init(
        _ forms: [NameForm], _ mentions: [NameMention], _ document: borrowing DocumentWords,
        _ text: UnsafeBufferPointer<UInt8>
    ) {
        self.forms = forms
        self.mentions = mentions
        self.text = text
        table = document.table.records
        words = document.words
        records = document.records
        for form in forms {
            LetterCase.lower(UnsafeBufferPointer(rebasing: text[form.bytes]), into: &small)
            smallEnds.append(small.count)
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

    // MARK: Looking at forms

    func lower(_ form: Int) -> ArraySlice<UInt8> { small[smallEnds[form]..<smallEnds[form + 1]] }
    func text(_ form: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: text[forms[form].bytes]) }
    func record(_ place: Int) -> WordRecord { table[Int(records[place])] }

    /// The words of two stretches of the document are the same.
    func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool { records[a].elementsEqual(records[b]) }

    /// All letters are capitals.
    private func isShouted(_ form: Int) -> Bool {
        !forms[form].words.isEmpty && words[forms[form].words].allSatisfy { $0.flags.contains(.allUpper) }
    }

    /// "NEW YORK" in a dateline is "New York".
    private mutating func capitals() {
        let shouted = forms.indices.filter { lower($0).count > 3 && isShouted($0) }
        guard !shouted.isEmpty else { return }
        var spelled: [UInt64: Int] = [:]
        for form in forms.indices where !isShouted(form) {
            let hash = lower(form).withUnsafeBufferPointer { WordHash.of($0) }
            if spelled[hash] == nil { spelled[hash] = form }
        }
        for form in shouted where forms[form].group < 0 {
            let hash = lower(form).withUnsafeBufferPointer { WordHash.of($0) }
            if let other = spelled[hash], forms[other].type == forms[form].type {
                join(form, group(of: other))
            }
        }
    }

    // MARK: Groups

    /// A new group of one form.
    @discardableResult mutating func found(_ form: Int) -> Int {
        forms[form].group = heads.count
        heads.append(form)
        tails.append(form)
        probable.append([])
        return heads.count - 1
    }

    mutating func join(_ form: Int, _ group: Int) {
        forms[form].group = group
        forms[tails[group]].next = form
        tails[group] = form
    }

    /// The group of a form, made where there is none.
    mutating func group(of form: Int) -> Int { forms[form].group >= 0 ? forms[form].group : found(form) }

    /// The fullest form of a group.
    private func best(of group: Int) -> Int {
        var best = heads[group]
        var form = forms[best].next
        while form >= 0 {
            if isFuller(form, than: best) { best = form }
            form = forms[form].next
        }
        return best
    }

    private func output() -> [NameGroup] {
        var groups: [NameGroup] = []
        groups.reserveCapacity(heads.count)
        for group in heads.indices {
            let best = best(of: group)
            var out = NameGroup(name: name(best), type: forms[best].type)
            out.isPeople = forms[best].isPeople && out.type == Label.miscellaneous
            out.probable = probable[group].map { name(self.best(of: $0)) }
            groups.append(out)
        }
        for mention in mentions { groups[forms[mention.form].group].mentions.append(mention) }
        return groups
    }

    private func name(_ form: Int) -> String { String(decoding: text(form), as: UTF8.self) }

    /// More words, then more bytes; the first mentioned of equals.
    private func isFuller(_ a: Int, than b: Int) -> Bool {
        let (first, second) = (forms[a], forms[b])
        if first.words.count != second.words.count { return first.words.count > second.words.count }
        if first.bytes.count != second.bytes.count { return first.bytes.count > second.bytes.count }
        // "New York" before "NEW YORK"
        if first.bytes.count > 3, !text(a).elementsEqual(text(b)) { return capitalLetters(a) < capitalLetters(b) }
        return first.first < second.first
    }

    private func capitalLetters(_ form: Int) -> Int {
        var count = 0
        for byte in text(form) where byte.isUpperLetter { count += 1 }
        return count
    }
}
