/// One token of a text: a word, a number or a single sign, by byte offsets.
///
/// Plain data without references, so a text's tokens are one flat buffer that is reused for the next text.
struct Token {
    /// Byte offsets in the text.
    var start: UInt32
    var end: UInt32
    /// A word: its place in the lexicon (0: unknown). A number: its place among the numerals. A currency sign: its currency.
    var index: UInt32
    var kind: Kind
    var flags: Flags
    /// The sign as an ASCII byte (every dash is `-`, every single quote `'`, every double one `"`); 0 for words and numbers.
    var symbol: UInt8

    static let none = Token(start: 0, end: 0, index: 0, kind: .none, flags: [.spaceBefore], symbol: 0)

    enum Kind: UInt8 {
        /// Beyond either end of the text.
        case none
        case word, number, symbol, currency
        /// One of ¼ ½ ¾; `index` counts the quarters.
        case fraction
    }

    struct Flags: OptionSet {
        let rawValue: UInt8
        static let spaceBefore = Flags(rawValue: 1)
        static let lineBefore = Flags(rawValue: 2)
        /// The first letter is an ASCII capital.
        static let capital = Flags(rawValue: 4)
        /// No small ASCII letter in it.
        static let allCapitals = Flags(rawValue: 8)
        /// Ends in "ed": a past form more often than not.
        static let pastForm = Flags(rawValue: 16)
        /// Ends in a single "s": a plural more often than not.
        static let pluralForm = Flags(rawValue: 32)
    }
}
