import Text

/// The words that datelines are made of, in the languages of the agencies.
extension DatelineScanner {
    /// Small words inside names of places.
    static func isParticle(_ word: ArraySlice<UInt8>) -> Bool { particles.contains(string(word)) }

    static func isMonth(_ word: ArraySlice<UInt8>) -> Bool {
        let name = lowered(word)
        guard name.utf8.count >= 3 else { return false }
        return months.contains(name.hasSuffix(".") ? String(name.dropLast()) : name)
    }

    /// What may stand in a date beside day, month and year: weekdays, articles, ordinals.
    static func isDateWord(_ word: ArraySlice<UInt8>) -> Bool {
        let name = lowered(word)
        return dateWords.contains(name.hasSuffix(".") ? String(name.dropLast()) : name)
    }

    /// Whether a bracket names an agency or a paper; several are joined by slashes or hyphens.
    static func namesAgency(_ bracket: ArraySlice<UInt8>) -> Bool {
        let name = lowered(bracket)
        if agencies.contains(name) { return true }
        return name.utf8.split(whereSeparator: { $0 == 0x2F || $0 == 0x2C || $0 == 0x2D || $0 == 0x20 })
            .contains { agencies.contains(String(decoding: Array($0), as: UTF8.self)) }
    }

    /// Words in capitals that stand before a dash without being places.
    static func isLabel(_ place: ArraySlice<UInt8>) -> Bool {
        lowered(place).utf8.split(separator: 0x20).contains {
            labels.contains(String(decoding: Array($0), as: UTF8.self))
        }
    }

    /// Places of four letters and less that stand in capitals before a dash; other words so short are acronyms.
    static func isShortPlace(_ place: ArraySlice<UInt8>) -> Bool { shortPlaces.contains(lowered(place)) }

    // MARK: -

    private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func lowered(_ bytes: ArraySlice<UInt8>) -> String { string(bytes).lowercased() }

    private static func words(_ list: String) -> Set<String> {
        Set(
            list.utf8.split(whereSeparator: { $0 == 0x7C || $0 == 0x0A }).map {
                String(decoding: Array($0), as: UTF8.self)
            })
    }

    private static let particles = words(
        """
        de|del|la|las|los|le|les|el|al|da|do|dos|das|di|du|of|the|and|am|an|der|den|im|in|op|aan
        sur|sous|en|upon|on|y|e|et|i
        """
    )

    private static let months = words(
        """
        january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct
        november|nov|december|dec|januar|jänner|februar|märz|maerz|mai|juni|juli|oktober|okt|dezember|dez|janvier|janv
        février|fevrier|févr|mars|avril|avr|juin|juillet|juil|août|aout|septembre|octobre|novembre|décembre|decembre|déc
        enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|setiembre|octubre|noviembre
        diciembre|dic
        gennaio|gen|febbraio|aprile|maggio|mag|giugno|giu|luglio|lug|settembre|set|ottobre|ott|dicembre|janeiro
        fevereiro
        fev|março|marco|maio|junho|julho|setembro|outubro|out|novembro|dezembro|januari|februari|maart|mei|augustus
        augusti|maj|marts|desember|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października
        listopada|grudnia|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince
        января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня
        травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos
        eylül|ekim|kasım|aralık|maret|agustus|desember|ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie
        octombrie|noiembrie|decembrie
        """)

    private static let dateWords = words(
        """
        le|den|de|del|the|of|el|il|am|di|1er|1st|2nd|3rd|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon
        tue
        wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi
        vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì
        venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag
        """)

    private static let agencies = words(
        """
        reuters|ap|associated press|the associated press|afp|dpa|upi|xinhua|bloomberg|pa|pa media|press association|ips
        kyodo|jiji|cnn|bbc|ansa|efe|tass|itar|ria|novosti|interfax|pti|ani|ians|uni|yonhap|apa|sda|ats|keystone|belga
        anp
        tt|ntb|ritzau|stt|pap|čtk|ctk|tasr|mti|agerpres|mediafax|bta|lusa|notimex|télam|telam|abi|mena|sana|irna|isna
        wam
        spa|petra|anadolu|aa|dha|iha|bernama|antara|vna|kcna|cna|aap|cp|canadian press|the canadian press|nyt|njt
        prnewswire
        newswire|businesswire|business wire|globe newswire|globenewswire|accesswire|marketwatch|rttnews|dow jones|dj
        epd|kna
        sid|afx|pana|tanjug|hina|fena|srna|sita|ukrinform|unian|belta|kazinform|app|bss|unb|rfe|voa|cns|healthday
        thomson reuters foundation|ots|europa press|ep|agência brasil|agencia brasil|estadão|prensa latina|adnkronos|agi
        adn|ddp|dapd|kxan|tns|mct|unn|nan|pna|vnn|mna|inn|csm|scmp|the new york times|the washington post
        """)

    private static let labels = words(
        """
        breaking|update|updated|updates|exclusive|opinion|analysis|watch|video|videos|photo|photos|live|review|reviews
        editorial|comment|commentary|column|correction|corrected|note|notes|warning|spoiler|interview|factbox|timeline
        profile|explainer|explained|feature|features|poll|preview|recap|report|special|sponsored|advertisement|alert
        urgent|refile|brief|briefs|news|sport|sports|business|world|politics|entertainment|weather|markets|stocks|letter
        letters|question|answer|summary|transcript|gallery|quiz|listen|read|more|related|today|yesterday|tomorrow|monday
        tuesday|wednesday|thursday|friday|saturday|sunday|how|why|what|who|when|where|the|a|and|not|important|final|part
        chapter|best|worst|winner|winners|results|result|score|scores|goal|half|time|first|second|third|round|day|week
        eilmeldung|kommentar|analyse|meinung|bericht|exklusiv|vidéo|opinión|análisis|entrevista|vídeo|editor|editors
        press
        release|for|immediate|title|location|address|date|price|verdict|rating|background|overview|conclusion
        introduction
        """)

    private static let shortPlaces = words(
        """
        rome|lima|oslo|bonn|kiev|kyiv|bern|baku|doha|riga|suva|apia|lome|lomé|gaza|male|malé|nice|bari|cork|york|bath
        reno
        troy|waco|erie|kobe|graz|linz|ulm|köln|wien|prag|rom|genf|roma|lyon|metz|brno|lodz|łódź|aden|sanaa|juba|oran
        fès|fez|pune|agra|goa|ufa|omsk|perm|tula|киев|рим|баку|рига|осло|cali|quito|lviv|bled|nuuk|hull|ayr|elko|lviv
        homs
        hama|basra|mosul|oulu|turku|vaasa|malmö|bodø|lund|umeå
        """)
}
