import Testing

@testable import Text

@Suite struct TextFoldingTests {
    private static func folded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var index = 0
        var result: [UInt8] = []
        while true {
            let scalar = TextFolding.next(in: bytes.span, from: &index, to: bytes.count)
            if scalar == 0 { return String(decoding: result, as: UTF8.self) }
            UTF8Text.append(scalar, to: &result)
        }
    }

    @Test(
        "the same words in another dress fold to the same",
        arguments: [
            ("The “Mill” turns.", "THE \"mill\"\nturns"), ("Exam\u{AD}ple – done", "example - done"),
            ("ÄRGER in Österreich, ČAČAK, ŁÓDŹ, ŻABA", "ärger in österreich čačak łódź żaba"), ("ΑΘΗΝΑ", "αθηνα"),
            ("МОСКВА ЁЛКА Їжак", "москва ёлка їжак"), ("ＮＨＫ　２０２６", "NHK 2026"), ("東京、晴れ。", "東京晴れ"),
            ("a\u{A0}b\u{200B}c\u{FEFF}", "abc"),
        ])
    func same(one: String, other: String) {
        #expect(Self.folded(one) == Self.folded(other))
    }

    @Test(
        "what differs in fact stays different",
        arguments: [("won 3-1", "won 3-2"), ("Müller", "Muller"), ("мир", "мыр"), ("½", "")])
    func different(one: String, other: String) {
        #expect(Self.folded(one) != Self.folded(other))
    }

    @Test("folding settles")
    func settles() {
        let text = "Ünïcode “mix” ＡＢＣ 1,234.5 Ж жЁ 東京。🙂 end"
        #expect(Self.folded(Self.folded(text)) == Self.folded(text))
    }
}
