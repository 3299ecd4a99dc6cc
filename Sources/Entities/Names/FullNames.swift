/// The people whom an article names in full, by their surnames.
struct FullNames {
    /// Records of last words.
    private var surnames: Set<Int32> = []

    init(_ forms: [NameForm], _ document: borrowing DocumentWords) {
        for form in forms where form.words.count > 1 && form.type == Label.person {
            // A title of a work taken for a person has other small words in it.
            guard form.words.allSatisfy({ Self.isOfName($0, document) }) else { continue }
            surnames.insert(document.records[form.words.upperBound - 1])
        }
    }

    private static func isOfName(_ place: Int, _ document: borrowing DocumentWords) -> Bool {
        document.words[place].flags.contains(.hasUpper)
            || NameParticles.contains(document.table.records[Int(document.records[place])].lower)
    }

    var isEmpty: Bool { surnames.isEmpty }

    /// Whether some full name ends in this word.
    func bear(_ record: Int32) -> Bool { surnames.contains(record) }

    /// Whether a form is a surname of theirs and no more: one word, or one with particles before it ("Van der Meer"). Letters
    /// behind a name ("VC") are none.
    func bear(_ form: NameForm, _ document: borrowing DocumentWords) -> Bool {
        guard let last = form.words.last, bear(document.records[last]),
            !document.words[last].flags.contains(.allUpper)
        else { return false }
        return form.words.dropLast().allSatisfy { place in
            NameParticles.contains(document.table.records[Int(document.records[place])].lower)
        }
    }
}

/// Small words that belong to the surname behind them.
enum NameParticles {
    private static let hashes: Set<UInt64> = Set(
        [
            "van", "von", "vom", "zu", "zur", "de", "der", "den", "ter", "ten", "del", "della", "delle", "di", "da",
            "das",
            "do", "dos", "du", "des", "la", "le", "el", "al", "bin", "bint", "ibn", "ben", "af", "av",
        ].map { WordHash.of(Array($0.utf8)) })

    /// - Parameter lower: the hash of the word in small letters.
    static func contains(_ lower: UInt64) -> Bool { hashes.contains(lower) }
}
