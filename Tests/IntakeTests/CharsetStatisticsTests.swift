import Testing

@testable import Intake

@Suite struct CharsetStatisticsTests {
    /// Two sentences of agency prose in each language, and the encodings that its papers were written in.
    static let samples: [(text: String, encodings: [CharacterEncoding])] = [
        (
            "Le président de la République a annoncé mardi que les élections auraient lieu à l'automne. Ça ne peut plus durer",
            [.windows1252, .macintosh]
        ),
        (
            "Die Regierung hat über die Zukunft der Energie beraten. Für Österreich ändert sich nichts, hieß es in München",
            [.windows1252, .macintosh]
        ),
        ("The minister said it was “a good day” for farmers – but critics weren’t convinced", [.windows1252]),
        ("El Gobierno español aprobó el martes un decreto. ¿Qué pasará mañana con los niños?", [.windows1252]),
        ("Prezydent powiedział we wtorek, że rząd musi podjąć decyzję w sprawie budżetu", [.windows1250, .iso8859_2]),
        (
            "Předseda vlády v úterý oznámil, že se příští týden sejde s představiteli odborů",
            [.windows1250, .iso8859_2]
        ),
        (
            "Президент заявил во вторник, что правительство должно принять решение до конца года",
            [.windows1251, .koi8R, .iso8859_5, .ibm866, .macCyrillic]
        ),
        ("Президент заявив у вівторок, що уряд має ухвалити рішення щодо бюджету її країни", [.windows1251, .koi8U]),
        ("Ο πρωθυπουργός δήλωσε την Τρίτη ότι η κυβέρνηση πρέπει να λάβει απόφαση", [.windows1253]),
        ("Cumhurbaşkanı salı günü yaptığı açıklamada hükümetin bütçeyle ilgili kararını açıkladı", [.windows1254]),
        ("ראש הממשלה אמר ביום שלישי כי הממשלה חייבת לקבל החלטה", [.windows1255]),
        ("قال رئيس الوزراء يوم الثلاثاء إن الحكومة يجب أن تتخذ قرارا", [.windows1256, .iso8859_6]),
        ("Vyriausybė privalo priimti sprendimą dėl biudžeto iki metų pabaigos, žmonės pavargę laukti", [.windows1257]),
        ("นายกรัฐมนตรีกล่าวเมื่อวันอังคารว่ารัฐบาลต้องตัดสินใจเรื่องงบประมาณ", [.windows874]),
        ("首相は火曜日、政府は年末までに予算を決めなければならないと述べた。ニュースによると", [.shiftJIS, .eucJP, .iso2022JP]),
        ("国务院总理星期二表示，政府必须在年底前就预算作出决定。", [.gb18030]),
        ("行政院院長星期二表示，政府必須在年底前就預算作出決定。", [.big5]),
        ("대통령은 화요일 정부가 연말까지 예산에 대한 결정을 내려야 한다고 말했다.", [.eucKR]),
    ]

    private func encode(_ text: String, _ encoding: CharacterEncoding) -> [UInt8]? {
        guard let converter = IconvConverter(to: encoding) else { return nil }
        if encoding == .iso2022JP {
            // Stateful: one escape in front of all.
            let pairs = text.unicodeScalars.map { converter.encode($0) }
            return pairs.flatMap { $0 } + [0x1B, 0x28, 0x42]
        }
        return text.unicodeScalars.flatMap { converter.encode($0) }
    }

    @Test(arguments: samples.indices)
    func textWithoutADeclarationIsReadRight(index: Int) throws {
        let (text, encodings) = Self.samples[index]
        for encoding in encodings {
            let bytes = try #require(encode(text, encoding))
            let decision = Charset.decide(bytes.span, isMarkup: false)
            #expect(decision.encoding == encoding, "\(text)")
            let read = Charset.utf8(bytes, decision)
            #expect(String(decoding: read.bytes, as: UTF8.self) == text)
            #expect(read.invalid == 0 && decision.evidence == .statistics)
        }
    }

    @Test(arguments: samples.indices)
    func aRightDeclarationIsBelieved(index: Int) throws {
        let (text, encodings) = Self.samples[index]
        for encoding in encodings {
            let bytes = try #require(encode(text, encoding))
            let decision = Charset.decide(bytes.span, http: encoding.rawValue, isMarkup: false)
            #expect(decision.encoding == encoding && decision.evidence == .http && !decision.contradicted)
        }
    }

    @Test(arguments: samples.indices)
    func aServersDefaultDoesNotMakeOtherScriptsLatin(index: Int) throws {
        let (text, encodings) = Self.samples[index]
        for encoding in encodings where text.unicodeScalars.first.map({ $0.value > 0x7F }) ?? false {
            let bytes = try #require(encode(text + text, encoding))
            let decision = Charset.decide(bytes.span, http: "iso-8859-1", isMarkup: false)
            #expect(decision.encoding == encoding, "\(text)")
            #expect(decision.contradicted)
        }
    }

    @Test func aDeclarationInThePageHelpsAgainstAServersDefault() throws {
        let (text, _) = Self.samples[4]
        let page = Array("<meta charset=iso-8859-2>".utf8) + (try #require(encode(text, .iso8859_2)))
        let decision = Charset.decide(page.span, http: "iso-8859-1", isMarkup: true)
        #expect(decision.encoding == .iso8859_2)
    }

    @Test func aFewSignsDoNotOverturnADeclaration() {
        let bytes = Array("Preis: 100 ".utf8) + [0xA4] + Array(" pro St".utf8) + [0xFC] + Array("ck".utf8)
        for label in ["iso-8859-15", "iso-8859-2", "windows-1254", "windows-1257"] {
            let decision = Charset.decide(bytes.span, http: label, isMarkup: false)
            #expect(decision.encoding == CharacterEncoding(label: label))
        }
    }

    @Test func oneHighByteWithoutADeclarationIsWestern() {
        for byte in UInt8(0x80)...0xFF {
            let bytes = Array("some word".utf8) + [byte] + Array("s here".utf8)
            let decision = Charset.decide(bytes.span, isMarkup: false)
            #expect(decision.encoding.kindIsSingleByte, "\(byte)")
        }
    }
}

extension CharacterEncoding {
    fileprivate var kindIsSingleByte: Bool {
        if case .singleByte = kind { true } else { false }
    }
}
