/// Which letters beyond ASCII a language uses, most frequent first, and the legacy encodings it was written in.
struct LanguageProfile {
    let encodings: [CharacterEncoding]
    let letters: String
    let script: Script

    enum Script {
        /// Letters beyond ASCII are the exception, standing among ASCII letters.
        case latin
        /// All letters lie beyond ASCII; capitals begin words.
        case cased
        /// All letters lie beyond ASCII, without capitals.
        case uncased
    }

    /// How fast letter frequencies fall with rank: p(rank) is proportional to exp(-falloff * rank).
    var falloff: Double {
        switch script {
        case .latin: 0.3
        case .cased: 0.12
        case .uncased: letters.unicodeScalars.count > 40 ? 0.07 : 0.12
        }
    }

    /// Share of quotation marks, dashes and other signs among what lies beyond ASCII.
    var signShare: Double {
        if case .latin = script { 0.25 } else { 0.03 }
    }

    private init(_ encodings: [CharacterEncoding], _ script: Script, _ letters: String) {
        self.encodings = encodings
        self.letters = letters
        self.script = script
    }

    /// Frequent encodings first: of equals, the first is taken.
    static let all: [LanguageProfile] = [
        LanguageProfile(western, .latin, "éèàêçôûîùâïëœ"),
        LanguageProfile(western, .latin, "üäöß"),
        LanguageProfile(western, .latin, "óíáéñúü"),
        LanguageProfile(western, .latin, "ãçáéíóêõâúàô"),
        LanguageProfile(western, .latin, "èàùòìé"),
        LanguageProfile(western, .latin, "åäöøæé"),
        LanguageProfile(western, .latin, "óàéèòíçúïü"),
        LanguageProfile(western, .latin, "íðáéóöþúæý"),
        LanguageProfile(cyrillic + [.koi8R], .cased, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
        LanguageProfile(cyrillic + [.koi8U], .cased, "оанитвеірсклудмпяьзгбхчйїжюцєщшфґ"),
        LanguageProfile(cyrillic, .cased, "аиоетнрсвлкдпмязъгубчцйщжшюхфь"),
        LanguageProfile(cyrillic, .cased, "аоиенрјстувкдмплзбгчњшцхжћџљђф"),
        LanguageProfile(central, .latin, "łąężóśćńź"),
        LanguageProfile(central, .latin, "íáěéýžřčšůúťďňó"),
        LanguageProfile(central, .latin, "áíéýžčšúľťôňäďóŕĺ"),
        LanguageProfile(central, .latin, "áéöóőüíúű"),
        LanguageProfile(central + [.iso8859_16], .latin, "ăîâşţșț"),
        LanguageProfile(central, .latin, "čšžćđ"),
        LanguageProfile([.windows1253, .iso8859_7], .cased, "αοιετσνηυρπκμλςωίόέάδγχήθφύώβξζψϊϋ"),
        LanguageProfile([.windows1254], .latin, "ışğüçöâî"),
        LanguageProfile([.windows1255, .iso8859_8, .iso8859_8I], .uncased, "יוהלאתרבשמנדקעפחכגםסצטןזךףץ"),
        LanguageProfile([.windows1256, .iso8859_6], .uncased, "اليمنوترهعبدسفكقحجطصشخزثذىئءغضةظإأآؤ"),
        LanguageProfile([.windows1257, .iso8859_13, .iso8859_4], .latin, "ėšįųžąęūč"),
        LanguageProfile([.windows1257, .iso8859_13, .iso8859_4], .latin, "āīēšņļūžķģč"),
        LanguageProfile([.windows1258], .latin, "đươăâêôàáéèíùúý\u{301}\u{300}\u{323}\u{309}\u{303}"),
        LanguageProfile([.windows874], .uncased, "านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถธฟศญฉณ่้ัิีำื็ุู์"),
    ]

    private static let western: [CharacterEncoding] = [.windows1252, .iso8859_15, .macintosh]
    private static let central: [CharacterEncoding] = [.windows1250, .iso8859_2]
    private static let cyrillic: [CharacterEncoding] = [.windows1251, .iso8859_5, .ibm866, .macCyrillic]
}
