/// What the tagger knows about a word wherever it occurs. Plain data, a cache line long; the feature hashes below are computed
/// once per distinct word and then added up as vectors (see `WordTable`).
struct WordRecord {
    /// Of the bytes as written.
    var hash: UInt64 = 0
    /// Of the lower-case form.
    var lowerBytes: UInt64 = 0
    /// Of the lower-case form with every digit 0.
    var lower: UInt64 = 0
    /// X for upper case, x for lower case, 0 for digits, other signs as they are; up to 12 characters.
    var shape: UInt64 = 0
    /// The shape with runs shortened to one.
    var collapsed: UInt64 = 0
    /// The phrase hash of the word alone, and that of its Title form for words in capitals.
    var phrase: UInt64 = 0
    var fine: UInt16 = 0
    var coarse: UInt8 = 0
    var gate: GateClass = []
    var lists: UInt16 = 0
    var traits: Traits = []

    struct Traits: OptionSet {
        let rawValue: UInt8
        static let hasUpper = Traits(rawValue: 1)
        /// Two or more letters, all of them upper-case.
        static let allUpper = Traits(rawValue: 2)
        static let hasDigit = Traits(rawValue: 4)
        static let hasLetter = Traits(rawValue: 8)
        /// 's or &: joins names.
        static let joiner = Traits(rawValue: 16)
        /// A phrase of the gazetteer begins with it.
        static let beginsPhrase = Traits(rawValue: 32)
        static let allDigits = Traits(rawValue: 64)
        static let hyphenated = Traits(rawValue: 128)
    }

    /// What every occurrence of the word says of itself.
    var flags: Word.Flags {
        var flags: Word.Flags = []
        if traits.contains(.hasUpper) { flags.insert(.hasUpper) }
        if traits.contains(.hasLetter) { flags.insert(.hasLetter) }
        if traits.contains(.allUpper) { flags.insert(.allUpper) }
        if traits.contains(.hyphenated) { flags.insert(.hyphenated) }
        if traits.contains(.hasUpper) || gate.contains(.name) { flags.insert(.isCandidate) }
        return flags
    }
}

/// What the document at hand says about a word: valid while `document` is its number. Apart from the records, as a pass over
/// all words needs nothing else.
struct WordUse {
    /// Of the word's bytes.
    let hash: UInt64
    var document: Int32 = -1
    /// Occurrences, and the last place of one so far; of words with a capital only.
    var count: Int32 = 0
    var last: Int32 = -1
    let flags: Word.Flags
    var seen: Seen = []

    init(_ record: WordRecord) {
        hash = record.hash
        flags = record.flags
    }

    struct Seen: OptionSet {
        let rawValue: UInt8
        /// In this document also inside a sentence, where its capital is no formality.
        static let inside = Seen(rawValue: 1)
        /// In this document also in small letters.
        static let lowerCase = Seen(rawValue: 2)
        /// Whether small letters have been looked for.
        static let lookedUp = Seen(rawValue: 4)
    }

    /// Notes an occurrence, and says where the one before it was; -1 where there was none.
    @inline(__always) mutating func note(_ place: Int, in number: Int32, isFirst: Bool) -> Int32 {
        if document != number {
            document = number
            count = 0
            last = -1
            seen = []
        }
        guard flags.contains(.hasUpper) else { return -1 }
        let before = last
        last = Int32(truncatingIfNeeded: place)
        count &+= 1
        if !isFirst { seen.insert(.inside) }
        return before
    }
}
