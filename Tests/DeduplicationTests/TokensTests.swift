import TestSupport
import Testing

@testable import Deduplication

@Suite struct TokensTests {
    /// What `Tokens` knows of a text, kept.
    private struct Words {
        var hashes: [UInt64]
        var looks: [Tokens.Look]
        var paragraphs: [Int]
        var folded: [UInt8]
    }

    private static func tokens(_ text: String) -> Words {
        var tokens = Tokens()
        tokens.read(Array(text.utf8).span)
        return Words(
            hashes: Array(tokens.hashes), looks: Array(tokens.looks), paragraphs: Array(tokens.paragraphs),
            folded: Array(tokens.folded))
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
                [.capital, .opensSentence], .figure, [], [], [.capital, .opensSentence], [],
                [.capital, .opensSentence],
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
        let count = tokens.hashes.count
        #expect(count == 9)
    }

    @Test("words of every length are known wherever they stand, with capitals or without")
    func places() {
        for length in 1...40 {
            let word = String((0..<length).map { Character(Unicode.Scalar(0x61 + UInt8($0 * 7 % 26))) })
            let alone = Self.tokens(word)
            #expect(alone.hashes == [Mixing.hash(Array(word.utf8).span)])
            for before in 0...9 {
                let gap = String(repeating: " ", count: before)
                for text in [gap + word, gap + word + " x", gap + word.uppercased() + ".", gap + "é " + word + "\n"] {
                    #expect(Self.tokens(text).hashes.contains(alone.hashes[0]), "\(text)")
                }
            }
        }
    }

    @Test("every ASCII character but letters, digits and the apostrophe parts words")
    func separators() {
        for byte in UInt8(0)..<0x80 {
            let sign = String(Unicode.Scalar(byte))
            let count = Self.tokens("abcdefgh" + sign + "ijklmnop").hashes.count
            let joins = sign == "'" || sign.allSatisfy { $0.isLetter || $0.isNumber }
            #expect(count == (joins ? 1 : 2), "\(byte)")
        }
    }

    @Test("words, numbers and marks are the same wherever they stand", arguments: 0..<40 as Range<UInt64>)
    func plainAndOtherwise(seed: UInt64) {
        // Near its end a text is read character by character, before that many at a time.
        let pieces = [
            "a", "Bc", "seventy", "eighthly", "extraordinarily", "0", "50", "1987", "1234567", "12345678", "1.5",
            "2,000",
            "3.", "7,", "4th", "B2B", "don't", "don’t", "é", "Ünal", "naïve", "— ", "–", "“", "”", "…", "’", "'", ".",
            ",",
            ": ", "\n", " ", "  ", "\u{AD}", "\u{200B}", "\u{2028}", "\u{A0}", "東", "%",
        ]
        var random = SplitMix(state: seed)
        let text = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let padding = "\n" + String(repeating: "and so on ", count: 3)
        let (alone, padded) = (Self.tokens(text), Self.tokens(text + padding))
        let count = alone.hashes.count
        #expect(Array(padded.hashes[..<count]) == alone.hashes, "\(text)")
        #expect(Array(padded.looks[..<count]) == alone.looks, "\(text)")
        #expect(padded.paragraphs == alone.paragraphs + [count], "\(text)")
        #expect(Array(padded.folded[..<alone.folded.count]) == alone.folded, "\(text)")
        // The slow way, letter by letter: a text of one word at a time.
        var hashes: [UInt64] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            hashes += Self.tokens(String(word)).hashes
        }
        #expect(alone.hashes == hashes, "\(text)")
    }
}
