import Model
import TestSupport
import Testing
import Text

@testable import Normalization

/// Properties that hold for every text, tried on random mixtures with fixed seeds.
@Suite struct PropertyTests {
    /// Pieces of dirt, of clean text in many scripts, and of what lies between.
    private static let pieces: [String] = [
        "The council has put off its decision once more.", "He said nothing", "well-known", " and ", " ", "  ", "\t",
        "\n",
        "\n", "\n\n", "\r\n", "\r", "\u{B}", "\u{2028}", "-\n", "exam-\nple", "\u{AD}\n", "\u{AD}", "“", "”", "„", "‘",
        "’",
        "«", "»", "\"", "'", "''", "``", "`", "´", "\"\"", "\\\"", ". “\n", ".” “\n", "\n” ", "\n\"\n", ". \"\n",
        " «\n",
        "&amp;", "&quot;", "&amp;quot;", "&#8217;", "&nbsp;", "&shy;", "&", "amp;", "&a", "&#x200B;", "&lt;", ";",
        "&#109;",
        "â€œ", "â€\u{9D}", "â€", "â€™", "Ã©", "Ã", "Ã ", "Â", "Â ", "Ã¢â‚¬â„¢", "ÃƒÂ©", "Ð", "Ñ", "Ð°Ð²", "ðŸ˜€", "ï»¿",
        "å", "ä½",
        "\u{80}", "\u{92}", "\u{9D}", "€", "™", "œ", "É", "é", "HYVÄ", "SÃO", "ß",
        "\u{0}", "\u{1F}", "\u{7F}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{202E}", "\u{FEFF}", "\u{2060}",
        "\u{A0}", "\u{3000}", "\u{2009}", "\u{E000}", "\u{F0E0}", "\u{FFFC}", "\u{FFFD}", "\u{E0067}", "\u{FE0F}",
        "e\u{301}", "\u{301}", "\u{323}", "\u{1112}\u{1161}\u{11AB}", "\u{11A8}", "\u{212B}", "\u{37E}", "\u{1FEF}",
        "\u{2000}", "\u{93C}", "\u{95C}", "\u{9C7}", "\u{9BE}", "가", "東京", "עברית", "مرحبا", "می", "हिन्दी", "ไทย", "😀",
        "LONDON (Reuters) - ", "NEW YORK — ", "PARIS, March 3 (AFP) -- ", "Berlin (dpa) - ", "Read more: ", "ENDS",
        "Yes.",
        "\nYes.\n", "(Reporting by A; Editing by B)", "Advertisement", "\nRead more\n", "Lire aussi :", "-30-", "©",
        "###",
        "The council has put off its decision once more.\n", "Прави-\nтельство", "Jane", "x", "1", "A",
    ]

    private static func mixture(_ random: inout SplitMix, pieces count: Int) -> String {
        (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    /// The last five blocks hold seeds that once failed. Every mixture is normalized by one and the same value: nothing
    /// of one article may show in the next.
    @Test(
        "Normalizing twice is normalizing once, and the result is valid, composed and tidy",
        arguments: Array(0..<16) + [45, 88, 93, 234, 1469])
    func settles(block: UInt64) {
        var normalizer = Normalizer(configuration: Configuration())
        for seed in block * 100..<block * 100 + 100 {
            var random = SplitMix(state: seed)
            var once = article(
                Self.mixture(&random, pieces: Int.random(in: 1...40, using: &random)),
                title: Self.mixture(&random, pieces: 4))
            let input = once.string
            _ = normalizer.normalize(&once)
            #expect(flaw(in: once) == nil, "seed \(seed): \(input.debugDescription) \(once.string.debugDescription)")
            var twice = once
            twice.repairs = Repairs()
            _ = normalizer.normalize(&twice)
            #expect(twice.text == once.text, "seed \(seed): \(input.debugDescription)")
            #expect(twice.title == once.title, "seed \(seed)")
            #expect(twice.dateline == once.dateline, "seed \(seed)")
            #expect(twice.repairs.isEmpty, "seed \(seed): \(twice.repairs.nonZero)")
        }
    }

    /// What is untidy about a normalized text, or nil.
    private func flaw(in article: Article) -> String? {
        let text = article.text
        if !article.isValid { return "malformed" }
        if text.first == 0x0A || text.last == 0x0A { return "blank line at an end" }
        var previous: UInt8 = 0x0A
        for byte in text {
            if previous == 0x0A, byte == 0x0A, text.first != 0x0A { return "blank line" }
            if previous == 0x20, byte == 0x20 || byte == 0x0A { return "space" }
            if byte < 0x20 && byte != 0x0A || byte == 0x7F { return "control" }
            previous = byte
        }
        return nil
    }

    @Test("Random scalars give valid UTF-8 and never a trap", arguments: 0..<8)
    func randomScalars(block: UInt64) {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x7F, 0x80...0xFF, 0xC2...0xF4, 0x80...0xBF, 0x100...0x7FF, 0x2000...0x206F, 0x3000...0x30FF,
            0xE000...0xFFFF, 0x1_0000...0x10_FFFF, 0x20...0x2F, 0x0A...0x0A,
        ]
        var normalizer = Normalizer(configuration: Configuration())
        for seed in block * 50..<block * 50 + 50 {
            var random = SplitMix(state: seed)
            var subject = article("")
            for _ in 0..<Int.random(in: 0...300, using: &random) {
                let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
                UTF8Text.append(UInt32.random(in: range, using: &random), to: &subject.text)
            }
            _ = normalizer.normalize(&subject)
            #expect(subject.isValid, "seed \(seed)")
            let once = subject.text
            _ = normalizer.normalize(&subject)
            #expect(subject.text == once, "seed \(seed)")
        }
    }

    @Test("Cutting a dirty text at any scalar leaves a text that settles")
    func everyCut() {
        let text =
            "â€œWe came.â€\u{9D} â€œ\nIt is &amp;quot;well-\nknown&amp;quot;.\nLIMA (AP) - A\u{301}n "
            + "exam\u{AD}\nple «\nx».\nRead more: x\nENDS"
        var normalizer = Normalizer(configuration: Configuration())
        for length in 0...text.unicodeScalars.count {
            var subject = article(String(text.unicodeScalars.prefix(length)))
            _ = normalizer.normalize(&subject)
            let once = subject
            _ = normalizer.normalize(&subject)
            #expect(subject.text == once.text, "\(length) scalars")
        }
    }

    @Test("Clean text stays byte for byte and counts no repair")
    func clean() {
        let text = """
            The council has put off its decision on the new bridge - again.
            “Nobody is surprised,” said Ana Pérez, who runs the café by the river. “It’s the third time.”
            Ein Satz über Größe: „Ja“, sagte sie. Il dit « oui » à l’été. Привет, мир! 東京で会見。 नमस्ते दुनिया।
            """
        let result = normalized(text)
        #expect(result.string == text)
        #expect(result.repairs.isEmpty)
    }

    @Test("Hostile texts take linear time")
    func hostile() {
        let many = 20_000
        for piece in [
            "&", "&amp;", "&amp;amp;", "Ã", "â€", "“\n", ". “\n", "\"\n", "-\na", "a-\n", "`", "''", "\u{AD}\n",
            "\u{301}",
            "A ", "Aa-", "(", "LONDON ", "A, ", "read more ", "\n\n", "x\n\ny\n", "\u{200D}", "&#", "&#x",
        ] {
            var subject = article(String(repeating: piece, count: many))
            var normalizer = Normalizer(configuration: Configuration())
            _ = normalizer.normalize(&subject)
            #expect(subject.isValid, "\(piece)")
        }
    }
}
