/// One word of a text as the tagger sees it: a run of the tokenizer's tokens that stand together.
///
/// "U.S.", "al-Abadi", "O'Brien", "AT&T", "F-16" and "3rd" are one word each; "US-led" is three, "Iraq's" two.
struct Word {
    /// Byte offsets in the text.
    var start: UInt32
    var end: UInt32
    /// Its place in the `WordTable`.
    var record: Int32
    var flags: Flags

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// A sentence or a line begins here.
        static let sentenceStart = Flags(rawValue: 1)
        /// The first word of its sentence that has a letter in it.
        static let sentenceFirst = Flags(rawValue: 2)
        static let spaceBefore = Flags(rawValue: 4)
        /// A quotation mark or a bracket that closes, or a point: nothing that a name could run across.
        static let capital = Flags(rawValue: 8)
    }
}
