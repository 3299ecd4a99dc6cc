import Testing
import Text

@testable import Language

@Suite struct LanguageIdentifierTests {
    /// One news sentence or two per language, of our own writing.
    static let texts: [(tag: String, text: String)] = [
        (
            "en",
            "The city council voted on Tuesday to close the old bridge for two years. Drivers will have to take the "
                + "longer way around the harbour, and shopkeepers fear that customers will stay away."
        ),
        (
            "de",
            "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke für zwei Jahre zu sperren. Autofahrer müssen "
                + "den längeren Weg um den Hafen nehmen, und die Händler fürchten um ihre Kundschaft."
        ),
        (
            "fr",
            "Le conseil municipal a décidé mardi de fermer le vieux pont pendant deux ans. Les automobilistes devront "
                + "faire le tour du port, et les commerçants craignent de perdre leurs clients."
        ),
        (
            "es",
            "El ayuntamiento decidió el martes cerrar el puente viejo durante dos años. Los conductores tendrán que "
                + "rodear el puerto y los comerciantes temen quedarse sin clientes."
        ),
        (
            "it",
            "Il consiglio comunale ha deciso martedì di chiudere il vecchio ponte per due anni. Gli automobilisti "
                + "dovranno fare il giro del porto e i negozianti temono di perdere i clienti."
        ),
        (
            "pl",
            "Rada miasta zdecydowała we wtorek o zamknięciu starego mostu na dwa lata. Kierowcy będą musieli jeździć "
                + "dookoła portu, a sklepikarze boją się, że stracą klientów."
        ),
        (
            "tr",
            "Belediye meclisi salı günü eski köprünün iki yıl süreyle kapatılmasına karar verdi. Sürücüler limanın "
                + "çevresinden dolaşmak zorunda kalacak, esnaf ise müşteri kaybetmekten korkuyor."
        ),
        (
            "zu",
            "Umkhandlu wedolobha unqume ngoLwesibili ukuthi ibhuloho elidala livalwe iminyaka emibili. Abashayeli "
                + "kuzodingeka bathathe umgwaqo omude, futhi abanikazi bezitolo bayesaba ukuthi abathengi ngeke beze."
        ),
        (
            "ru",
            "Городской совет во вторник решил закрыть старый мост на два года. Водителям придётся объезжать порт, а "
                + "владельцы магазинов боятся потерять покупателей."
        ),
        (
            "el",
            "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κλείσει την παλιά γέφυρα για δύο χρόνια. Οι οδηγοί θα πρέπει "
                + "να κάνουν τον γύρο του λιμανιού."
        ),
        (
            "he",
            "מועצת העיר החליטה ביום שלישי לסגור את הגשר הישן לשנתיים. הנהגים ייאלצו לנסוע סביב הנמל, והסוחרים חוששים "
                + "שהלקוחות לא יגיעו."
        ),
        (
            "ar",
            "قرر مجلس المدينة يوم الثلاثاء إغلاق الجسر القديم لمدة عامين. وسيضطر السائقون إلى سلوك الطريق الأطول حول "
                + "الميناء، ويخشى أصحاب المتاجر فقدان زبائنهم."
        ),
        (
            "hi",
            "नगर परिषद ने मंगलवार को पुराने पुल को दो साल के लिए बंद करने का फैसला किया। चालकों को बंदरगाह के चारों ओर लंबा "
                + "रास्ता लेना होगा और दुकानदारों को ग्राहक खोने का डर है।"
        ),
        ("ja", "市議会は火曜日、古い橋を二年間閉鎖することを決めた。運転手は港を回る長い道を通らなければならず、商店主は客が減ることを心配している。"),
        ("ko", "시의회는 화요일 낡은 다리를 2년 동안 폐쇄하기로 결정했다. 운전자들은 항구를 돌아가는 먼 길을 이용해야 하고, 상인들은 손님이 줄어들까 걱정하고 있다."),
        ("zh", "市议会星期二决定将旧桥关闭两年。司机们必须绕过港口走更远的路，店主们担心顾客不再光临。"),
        ("th", "สภาเมืองมีมติเมื่อวันอังคารให้ปิดสะพานเก่าเป็นเวลาสองปี ผู้ขับขี่จะต้องใช้เส้นทางอ้อมท่าเรือ"),
    ]

    @Test("The letters of a text tell its language", arguments: texts)
    func languages(tag: String, text: String) {
        var identifier = LanguageIdentifier()
        let found = identifier.identify(Array(text.utf8).span)
        #expect(found?.tag == tag)
        #expect(found?.isReliable == true)
    }

    @Test("What holds no words has no language", arguments: ["", " ", "1,234.5", "\n\n", "🏆🏆🏆", "\u{FFFD}", "--"])
    func nothing(text: String) {
        var identifier = LanguageIdentifier()
        #expect(identifier.identify(Array(text.utf8).span) == nil)
        #expect(identifier.decide(Array(text.utf8).span, declared: nil) == LanguageDecision(tag: nil))
        #expect(identifier.decide(Array(text.utf8).span, declared: "sv") == LanguageDecision(tag: "sv"))
    }

    @Test func aLongTextIsToldFromSamplesAndAMixedOneFromItsBeginning() {
        var identifier = LanguageIdentifier()
        func repeated(_ tag: String, _ count: Int) -> String {
            let text = Self.texts.first { $0.tag == tag }?.text ?? ""
            return Array(repeating: text, count: count).joined(separator: "\n")
        }
        let long = identifier.identify(Array(repeated("fr", 40).utf8).span)
        #expect(long?.tag == "fr" && long?.letters ?? 0 < 1000)
        // An interview: the first answer is quoted in another language, the rest is German.
        let quoted = identifier.identify(Array((repeated("en", 1) + "\n" + repeated("de", 12)).utf8).span)
        #expect(quoted?.tag == "de" && quoted?.letters ?? 0 > 1000)
    }

    @Test func samplesNeverCutACharacter() {
        // Three-byte letters behind every possible offset.
        for offset in 0..<6 {
            let text = String(repeating: "x", count: offset) + String(repeating: "市議会は火曜日古い橋を閉鎖した。", count: 200)
            var identifier = LanguageIdentifier()
            #expect(identifier.identify(Array(text.utf8).span)?.tag == "ja", "offset \(offset)")
        }
    }

    @Test func illFormedBytesAndControlsDoNoHarm() {
        var identifier = LanguageIdentifier()
        var state: UInt64 = 11
        for _ in 0..<300 {
            let bytes = (0..<Int(state % 2000)).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 40)
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1
            _ = identifier.identify(bytes.span)
            // The same with every scalar allowed.
            let text = String(decoding: bytes, as: UTF8.self) + "\u{FFFF}\u{10FFFF}\u{0}"
            _ = identifier.identify(Array(text.utf8).span)
        }
        let english = Self.texts[0].text
        #expect(identifier.identify(Array(("\u{1}\u{FFFE}" + english).utf8).span)?.tag == "en")
    }
}

@Suite struct LanguageDecisionTests {
    @Test(
        "A declaration is believed where it agrees or the text is short",
        arguments: [
            // Overruled: a template of another language.
            ("de", "en", "de", true), ("zu", "en-GB", "zu", true), ("hi", "en", "hi", true), ("ja", "en", "ja", true),
            // Agrees, and is more exact.
            ("en", "en-AU", "en-AU", false), ("zh", "zh-Hans-CN", "zh-Hans-CN", false), ("ar", "arz", "arz", false),
            // None.
            ("pl", nil, "pl", false), ("ko", nil, "ko", false),
        ] as [(String, String?, String, Bool)])
    func decisions(text: String, declared: String?, tag: String, isContradiction: Bool) {
        let text = LanguageIdentifierTests.texts.first { $0.tag == text }?.text ?? ""
        var identifier = LanguageIdentifier()
        let decision = identifier.decide(Array((text + "\n" + text).utf8).span, declared: declared)
        #expect(decision == LanguageDecision(tag: tag, isContradiction: isContradiction))
        // What was decided stays decided.
        let again = identifier.decide(Array((text + "\n" + text).utf8).span, declared: decision.tag)
        #expect(again == LanguageDecision(tag: tag))
    }

    @Test(
        "Short texts leave the word to the declaration",
        arguments: [
            ("La Comisión endurecerá la regulación", "gl", "gl"), ("Kein Wunder, sagen die Leute.", "en", "en"),
            ("Test", nil, nil),
        ] as [(String, String?, String?)])
    func shortTexts(text: String, declared: String?, tag: String?) {
        var identifier = LanguageIdentifier()
        #expect(identifier.decide(Array(text.utf8).span, declared: declared) == LanguageDecision(tag: tag))
    }

    @Test func theFullTablesAreLinked() {
        #expect(LanguageIdentifier.languages.contains("zu-Latn"))
        #expect(LanguageIdentifier.languages.count > 100)
    }
}
