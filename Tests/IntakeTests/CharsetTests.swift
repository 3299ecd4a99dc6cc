import Model
import TestSupport
import Testing
import Text

@testable import Intake

@Suite struct CharsetTests {
    private func read(_ bytes: [UInt8], http: String? = nil, declared: String? = nil, isMarkup: Bool = false) -> (
        text: String, invalid: Int, decision: Charset.Decision
    ) {
        let decision = Charset.decide(bytes.span, http: http, declared: declared, isMarkup: isMarkup)
        let (text, invalid) = Charset.utf8(bytes, decision)
        return (String(decoding: text, as: UTF8.self), invalid, decision)
    }

    private func declared(_ head: String) -> CharacterEncoding? {
        let bytes = Array(head.utf8)
        return CharsetDeclaration.find(in: bytes.span)
    }

    private func isValid(_ bytes: [UInt8]) -> Bool { UTF8Text.isValid(bytes.span) }

    @Test(arguments: [
        ("utf8", "UTF-8"), (" UTF-8 ", "UTF-8"), ("\"utf-8\"", "UTF-8"), ("iso-8859-1", "windows-1252"),
        ("ISO8859-1", "windows-1252"), ("latin1", "windows-1252"), ("us-ascii", "windows-1252"),
        ("iso-8859-9", "windows-1254"), ("gb2312", "GBK"), ("gb18030", "gb18030"), ("ks_c_5601-1987", "EUC-KR"),
        ("shift_jis", "Shift_JIS"), ("x-sjis", "Shift_JIS"), ("sjis", "Shift_JIS"), ("unicode", "UTF-16LE"),
        ("utf-16", "UTF-16LE"), ("utf-16be", "UTF-16BE"), ("koi8-ru", "KOI8-U"), ("tis-620", "windows-874"),
        ("x-user-defined", "x-user-defined"), ("iso-8859-8-i", "ISO-8859-8-I"), ("big5-hkscs", "Big5"),
        ("cp1251", "windows-1251"), ("euc-jp", "EUC-JP"), ("866", "IBM866"), ("l2", "ISO-8859-2"),
    ])
    func labelsMeanWhatTheStandardSays(label: String, name: String) {
        #expect(CharacterEncoding(label: label)?.rawValue == name)
    }

    @Test(arguments: ["", "none", "utf-7", "hz-gb-2312", "iso-2022-kr", "x-sjis-2004-plus"])
    func labelsWithoutMeaningAreNone(label: String) {
        #expect(CharacterEncoding(label: label) == nil)
    }

    @Test(arguments: [
        ("<meta charset=\"koi8-r\">", "KOI8-R"),
        ("<META CharSet='KOI8-R' >", "KOI8-R"),
        ("<meta charset=koi8-r>", "KOI8-R"),
        ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", "windows-1251"),
        ("<meta content='text/html;charset=windows-1251' http-equiv=content-type />", "windows-1251"),
        ("<meta name=description content=\"charset=big5\">", ""),
        ("<!-- <meta charset=big5> --><meta charset=koi8-r>", "KOI8-R"),
        ("<!-- <meta charset=big5>", ""),
        ("<p title='<meta charset=big5>'><meta charset=koi8-r>", "KOI8-R"),
        ("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><a>", "ISO-8859-2"),
        ("<?xml version='1.0' encoding = 'ISO-8859-2'?><a>", "ISO-8859-2"),
        ("<meta charset=utf-16>", "UTF-8"),
        ("<meta charset=nonsense><meta charset=koi8-r>", "KOI8-R"),
        ("<meta", ""), ("<meta charset", ""), ("<meta charset=", ""), ("<meta charset='", ""), ("</", ""), ("<", ""),
    ])
    func declarationsInTheDocumentAreFound(head: String, name: String) {
        #expect(declared(head)?.rawValue ?? "" == name)
    }

    @Test func declarationsAreSoughtInFourKilobytes() {
        #expect(declared(String(repeating: "<p>a</p>", count: 400) + "<meta charset=koi8-r>") == .koi8R)
        #expect(declared(String(repeating: "<p>a</p>", count: 600) + "<meta charset=koi8-r>") == nil)
    }

    @Test func validUTF8BeatsEveryOtherDeclaration() {
        let bytes = Array("<meta charset=iso-8859-1>Müller über Ärger".utf8)
        let result = read(bytes, http: "windows-1251", isMarkup: true)
        #expect(result.decision.encoding == .utf8)
        #expect(result.decision.contradicted)
        #expect(result.text.contains("Müller"))
    }

    @Test func asciiContradictsNothing() {
        let decision = read(Array("plain".utf8), http: "iso-8859-1").decision
        #expect(decision.encoding == .utf8 && !decision.contradicted)
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x61], "a"), ([0xFF, 0xFE, 0x61, 0x00], "a"), ([0xFE, 0xFF, 0x00, 0x61], "a"),
            ([0xFF, 0xFE], ""), ([0xEF, 0xBB, 0xBF], ""),
        ] as [([UInt8], String)])
    func byteOrderMarksDecideAndGo(bytes: [UInt8], text: String) {
        let result = read(bytes, http: "windows-1251")
        #expect(result.decision.evidence == .bom)
        #expect(result.text == text && result.invalid == 0)
    }

    @Test func utf16WithoutAMarkIsKnownByItsZeros() {
        let units = "<p>A headline — and a text".utf16
        let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let big = units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(read(little).text == "<p>A headline — and a text")
        #expect(read(big).text == "<p>A headline — and a text")
        #expect(read(little).decision.encoding == .utf16LE)
    }

    @Test func halvesOfUTF16BecomeReplacementCharacters() {
        // A lone high surrogate, a lone low one, an odd byte.
        let result = read([0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0x00, 0x00, 0xDE, 0x62])
        #expect(result.text == "\u{FFFD}a\u{FFFD}\u{FFFD}")
        #expect(result.invalid == 3)
        #expect(read([0xFE, 0xFF, 0xD8, 0x3D, 0xDE, 0x00]).text == "😀")
    }

    @Test func strayBytesInUTF8CostThemselvesOnly() {
        let bytes = Array("Köln – Münster – ".utf8) + [0xFF, 0xFE] + Array(" Düsseldorf".utf8)
        let result = read(bytes, http: "utf-8")
        #expect(result.text == "Köln – Münster – \u{FFFD}\u{FFFD} Düsseldorf")
        #expect(result.invalid == 2 && !result.decision.contradicted)
    }

    @Test func strayWindowsBytesInUTF8AreReadAsSuch() {
        let bytes = Array("Köln – Münster: it".utf8) + [0x92] + Array("s a caf".utf8) + [0xE9] + Array(" “here”".utf8)
        let result = read(bytes, http: "utf-8")
        #expect(result.text == "Köln – Münster: it’s a café “here”")
        #expect(result.invalid == 2)
    }

    @Test func aCharacterCutByTheEndStaysUTF8() {
        let result = read(Array("Zürich und Gen".utf8) + [0xC3], http: "utf-8")
        #expect(result.text == "Zürich und Gen\u{FFFD}" && result.invalid == 1)
        #expect(read(Array("only ASCII ".utf8) + [0xE2, 0x80]).decision.encoding == .utf8)
    }

    @Test func legacyTextDeclaredAsUTF8IsFoundOut() {
        let bytes = "Le président a été réélu à l'Élysée".unicodeScalars.map { UInt8($0.value) }
        let result = read(bytes, http: "utf-8")
        #expect(result.text == "Le président a été réélu à l'Élysée")
        #expect(result.decision.encoding == .windows1252 && result.decision.contradicted)
    }

    @Test func windows1252FillsItsHolesWithControls() {
        #expect(SingleByteTable.scalars(of: .windows1252)[0x01] == 0x81)
        #expect(SingleByteTable.scalars(of: .windows1252)[0x00] == 0x20AC)
        #expect(SingleByteTable.scalars(of: .windows1253)[0x2A] == 0xFFFD)
        #expect(SingleByteTable.scalars(of: .koi8U)[0x2E] == 0x45E)
        #expect(SingleByteTable.scalars(of: .macintosh)[0x5B] == 0x20AC)
    }

    @Test func everyEncodingHasAWorkingConverter() {
        for encoding in CharacterEncoding.allCases {
            switch encoding.kind {
            case .singleByte:
                #expect(SingleByteTable.scalars(of: encoding).count == 128)
                if encoding != .userDefined { #expect(IconvConverter(from: encoding) != nil, "\(encoding)") }
            case .multiByte: #expect(IconvConverter(from: encoding) != nil, "\(encoding)")
            case .utf8, .utf16: break
            }
        }
    }

    @Test func illegalDoubleBytesAreReplacedAndReadingGoesOn() {
        // Shift_JIS: a lead byte before a tag must not swallow the tag.
        let bytes: [UInt8] = Array("<p>".utf8) + [0x93, 0xFA, 0x96, 0x7B, 0x82] + Array("<b>x</b>".utf8)
        let decision = Charset.decide(bytes.span, http: "shift_jis", isMarkup: true)
        #expect(decision.encoding == .shiftJIS)
        let (text, invalid) = Charset.utf8(bytes, decision)
        #expect(String(decoding: text, as: UTF8.self).hasSuffix("<b>x</b>"))
        #expect(String(decoding: text, as: UTF8.self).contains("日本"))
        #expect(invalid == 1)
    }

    @Test func theDecisionIsWrittenDown() {
        var source = Source(file: "f", format: .html, ordinal: 0, offset: 0)
        var repairs = Repairs()
        let bytes = Array("caf".utf8) + [0xE9] + Array(" du march".utf8) + [0xE9]
        let text = Charset.utf8(bytes, http: "utf-8", isMarkup: false, source: &source, repairs: &repairs)
        #expect(String(decoding: text, as: UTF8.self) == "café du marché")
        #expect(source.charset == "windows-1252" && repairs[.charset] == 1)
    }

    @Test(arguments: 0..<300)
    func anyBytesBecomeValidUTF8(seed: UInt64) {
        var random = SplitMix(state: seed)
        let labels = [nil, "utf-8", "shift_jis", "gb18030", "iso-2022-jp", "utf-16", "windows-1255", "x-user-defined"]
        let highest: UInt8 = seed % 3 == 0 ? 0x7F : 0xFF
        let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
            UInt8.random(in: 0...highest, using: &random)
        }
        let result = read(bytes, http: labels[Int(seed) % labels.count], isMarkup: seed % 2 == 0)
        #expect(isValid(Array(result.text.utf8)))
        var source = Source(file: "f", format: .html, ordinal: 0, offset: 0)
        var repairs = Repairs()
        let text = Charset.utf8(bytes, isMarkup: true, source: &source, repairs: &repairs)
        #expect(isValid(text), "seed \(seed)")
    }
}
