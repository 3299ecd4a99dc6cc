extension Bylines {
    /// In words, with what may follow a name ("in New York", "for Example News").
    static let longestName = 7

    /// What may stand between the beginning of a byline and its "by".
    static let introductions = set(
        """
        written posted reported reporting story stories text words report published edited compiled updated author
        article articles post posts view all more see show recipe interview column opinion analysis contributed
        submitted created guest blog beitrag beiträge artikel alle ein eine einer zeige weitere mehr analyse kommentar
        gastbeitrag verfasst geschrieben veröffentlicht publiziert erstellt am un une publié écrit propos recueillis
        texte dossier escrito publicado redactado texto una scritto pubblicato articolo testo geschreven tekst verhaal
        skrevet skriven napisane autor reviewed researched medically fact fact-checked checked illustrated translated
        photo photos foto fotos
        january february march april may june july august september october november december
        """)
    static let foreignIntroductions: Set<String> = [
        "von", "par", "por", "door", "av", "af", "przez", "oleh", "di", "da", "de", "от", "автор", "από", "yazan",
        "penulis", "autor", "auteur", "autore", "author",
    ]
    /// "Author", "written by", "reporter" before a name in Chinese or Japanese.
    static let wideIntroductions: Set<String> = ["作者", "著者", "文", "记者", "記者", "撰文", "文／", "執筆"]
    /// Who did something else than write.
    static let otherParts = set(
        """
        edited reviewed medically researched fact fact-checked checked illustrated illustration illustrations
        illustrator photo photos photograph photographs photography picture pictures image images video foto fotos
        fotografie bild bilder photographie photographies fotografía fotografías immagine translated translation
        übersetzung übersetzt traduction traducción traduzione redigiert lektoriert kamera camera sponsored gesponsert
        comment comments kommentare
        """)
    static let weakAnds: Set<String> = ["und", "et", "y", "e", "en", "og", "och", "i", "dan", "ve", "ja", "και", "и"]
    static let particles: Set<String> = [
        "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin", "ibn",
        "ter",
    ]
    static let places: Set<String> = [
        "in", "for", "from", "at", "of", "im", "à", "aus", "bei", "für", "pour", "para", "en",
    ]
    /// Words that follow a name where a page glues its links to it.
    static let ends: Set<String> = [
        "all", "alle", "view", "more", "mehr", "see", "follow", "published", "posted", "updated", "am", "on", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    static let generations: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
    static let degrees: Set<String> = [
        "md", "m.d.", "phd", "ph.d.", "ph.d", "esq", "esq.", "mba", "rn", "msc", "bsc", "cpa", "dds",
    ]
    /// "Reporter", "correspondent" behind names in Korean, Japanese and Chinese.
    static let titlesBehind: [String] = ["기자", "특파원", "記者", "记者", "特派員", "編集委員", "論説委員"]
    static let roles = set(
        """
        reporter reporters correspondent correspondents editor editors writer writers staff columnist contributor
        contributors contributing journalist journalists photographer producer bureau special newsroom desk team follow
        updated chief analyst editor-in-chief founder co-founder ceo cto expert specialist manager director senior
        newsletter minutes read share comments subscribe bio biography profile website editorial
        redaktion redakteur redakteurin redakteure korrespondent korrespondentin autorin reporterin volontär volontärin
        journalistin herausgeber chefredakteur chefredakteurin
        journaliste correspondant correspondante rédaction rédacteur rédactrice chef
        redacción redactor redactora periodista corresponsal colaborador redação redator repórter jornalista
        redazione giornalista inviato redactie redacteur verslaggever correspondente redaktor redakcja redakce
        toimittaja toimitus journalisten journalista muhabir muhabiri editör wartawan
        редакция корреспондент редактор журналист
        """)
    static let agencies = set(
        """
        ap reuters afp dpa upi pa aap ansa efe tass xinhua kyodo pti ians ani apa cnn bbc bloomberg ntb tt ritzau stt
        belga anp ats sda lusa
        """
    ).union([
        "associated press", "thomson reuters", "agence france-presse", "bloomberg news", "united press international",
        "pa media", "press association", "bbc news", "canadian press", "anadolu agency", "agencia efe", "europa press",
    ])
    static let nothings = set(
        """
        none null n/a na nan unknown undefined nil admin administrator guest anonymous author authors by von true false
        inc llc home news agencies agentur agenturen wordpress webmaster user uncategorized
        """)

    /// Every word that is more than a part of a name in some byline, in lower case.
    static let vocabulary: Set<String> = {
        let sets = [
            introductions, foreignIntroductions, otherParts, weakAnds, particles, places, ends, generations, degrees,
            roles,
            agencies, nothings, ["by", "the", "and", "with"],
        ]
        return Set(sets.joined().flatMap { $0.split(separator: " ").map { $0.lowercased() } })
    }()

    private static func set(_ words: String) -> Set<String> {
        Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
