import Testing

@testable import Deduplication

@Suite struct TextFoldingTests {
    private static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        TextFolding.fold(Array(text.utf8).span, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "the same story in another dress folds to the same bytes",
        arguments: [
            ("The “Mill” turns.", "THE \"mill\"\nturns"),
            ("Exam ple – done", "example - done"),
            ("ÄRGER in Österreich, ČAČAK, ŁÓDŹ, ŻABA", "ärger in österreich čačak łódź żaba"),
            ("ΑΘΗΝΑ", "αθηνα"),
            ("МОСКВА ЁЛКА Їжак", "москва ёлка їжак"),
            ("ＮＨＫ　２０２６", "NHK 2026"),
            ("東京、晴れ。", "東京晴れ"),
            ("a\u{A0}b\u{200B}c\u{FEFF}", "abc"),
        ])
    func same(one: String, other: String) {
        #expect(Self.folded(one) == Self.folded(other))
    }

    @Test(
        "what differs in fact stays different",
        arguments: [
            ("rose 1.5 percent", "rose 15 percent"), ("won 3-1", "won 3-2"), ("in 2025", "in 2026"),
            ("Müller", "Muller"), ("мир", "мыр"), ("½", ""),
        ])
    func different(one: String, other: String) {
        #expect(Self.folded(one) != Self.folded(other))
    }

    @Test("folding settles, and every prefix of valid text folds without a trap")
    func settles() {
        let text = Array("Ünïcode “mix” ＡＢＣ 1,234.5 Ж жЁ 東京。🙂 end".utf8)
        for length in 0...text.count {
            var once: [UInt8] = []
            TextFolding.fold(Array(text[..<length]).span, into: &once)
            var twice: [UInt8] = []
            TextFolding.fold(once.span, into: &twice)
            #expect(once == twice, "prefix of \(length) bytes")
        }
    }
}
