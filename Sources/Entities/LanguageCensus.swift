/// Counts words that give a language away, to tell English from the rest where nothing says what a text is in.
struct LanguageCensus {
    private(set) var words = 0
    private var english = 0
    private var other = 0
    private var beyondASCII = 0

    @inline(__always) mutating func count(_ roles: Role, beyondASCII foreign: Bool) {
        // Sums instead of branches: which word comes next can't be predicted.
        words &+= 1
        english &+= roles.isDisjoint(with: .english) ? 0 : 1
        other &+= roles.isDisjoint(with: .otherLanguage) ? 0 : 1
        beyondASCII &+= foreign ? 1 : 0
    }

    /// English has about one function word in four; a headline or a table of results may have none, and is then believed
    /// to be English as long as nothing speaks for another language.
    var isLikelyEnglish: Bool {
        if english > 2 * other, english * 12 >= words { return true }
        return other == 0 && beyondASCII * 4 <= words && (words < 12 || english * 12 >= words)
    }

    /// A BCP 47 tag (or `en_GB`, `eng`, `english`) that means English.
    static func isEnglish(tag: String) -> Bool {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return primary == "en" || primary == "eng" || primary == "english"
    }
}
