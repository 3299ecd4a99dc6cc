/// One word of a text as the tagger sees it: a run of the tokenizer's tokens that stand together.
///
/// "U.S.", "al-Abadi", "O'Brien", "AT&T", "F-16" and "3rd" are one word each; "US-led" is three, "Iraq's" two.
struct Word {
    /// Byte offsets in the text.
    var start: UInt32
    var end: UInt32
    var flags: Flags

    struct Flags: OptionSet {
        let rawValue: UInt16
        /// A sentence or a line begins here.
        static let sentenceStart = Flags(rawValue: 1)
        /// The first word of its sentence that has a letter in it.
        static let sentenceFirst = Flags(rawValue: 2)
        static let spaceBefore = Flags(rawValue: 4)

        // What holds for the word wherever it stands, so that whoever goes through all words need not look into the table.

        static let hasUpper = Flags(rawValue: 16)
        static let hasLetter = Flags(rawValue: 32)
        /// Two or more letters, all of them upper-case.
        static let allUpper = Flags(rawValue: 64)
        static let hyphenated = Flags(rawValue: 128)
        /// A candidate on its own account (see `Gate`).
        static let isCandidate = Flags(rawValue: 256)
    }
}
