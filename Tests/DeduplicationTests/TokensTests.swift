import Testing

@testable import Deduplication

@Suite struct TokensTests {
    private static func tokens(_ text: String) -> Tokens {
        var tokens = Tokens()
        tokens.read(Array(text.utf8).span)
        return tokens
    }

    @Test(
        "the same text in another dress gives the same tokens",
        arguments: [
            ("The “Mill” turns.", "THE \"mill\"\nturns"), ("Exam\u{AD}ple – done", "example - done"),
            ("ＮＨＫ　２０２６", "NHK 2026"), ("a\u{A0}b c\u{FEFF}", "a b c"), ("don’t stop", "don't stop"),
            ("hard\nwrapped\nlines", "hard wrapped lines"), ("1,234.5 tonnes", "1.234,5 TONNES"),
            ("МОСКВА Ёлка", "москва ёлка"),
        ])
    func same(one: String, other: String) {
        #expect(Self.tokens(one).hashes == Self.tokens(other).hashes)
        #expect(Self.tokens(one).folded == Self.tokens(other).folded)
    }

    @Test(
        "what differs in fact gives other tokens",
        arguments: [
            ("rose 1.5 percent", "rose 15 percent"), ("won 3-1", "won 31"), ("in 2025", "in 2026"), ("½", "1"),
            ("a nation", "an ation"),
        ])
    func different(one: String, other: String) {
        #expect(Self.tokens(one).hashes != Self.tokens(other).hashes)
    }

    @Test("a script without spaces gives a token for every character")
    func dense() {
        #expect(Self.tokens("東京で晴れ。").hashes.count == 5)
        #expect(Self.tokens("NHK東京2").hashes.count == 4)
    }

    @Test("figures, capitals and the words that open a sentence are marked")
    func looks() {
        let looks = Self.tokens("The 3rd man said: Ünal won. Then\n“Berlin” fell by 1.5").looks
        #expect(
            looks == [
                [.capital, .opensSentence], .figure, [], [], [.capital, .opensSentence], [], [.capital, .opensSentence],
                [.capital, .opensSentence], .opensSentence, [], .figure,
            ])
    }

    @Test("paragraphs are counted where they have words")
    func paragraphs() {
        #expect(Self.tokens("\n One two.\n\n* * *\nThree\n").paragraphs == [0, 2])
    }

    @Test("every prefix of a text, cut anywhere, is read without a trap")
    func prefixes() {
        let text = Array("Ünïcode “mix” ＡＢＣ 1,234.5 Ж жЁ 東京。🙂 end".utf8)
        var tokens = Tokens()
        for length in 0...text.count { tokens.read(Array(text[..<length]).span) }
        #expect(tokens.hashes.count == 9)
    }
}
