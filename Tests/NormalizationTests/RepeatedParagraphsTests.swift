import TestSupport
import Testing
import Text

@testable import Normalization

@Suite struct RepeatedParagraphsTests {
    private static let sentences = [
        "The council has put off its decision on the new bridge.",
        "THE COUNCIL has put off its decision on the new bridge!",
        "The council has put off its vote about the new bridge.", "Nobody at the meeting was surprised by the result.",
        "Président et ministres ont quitté la salle à midi.", "PRÉSIDENT ET MINISTRES ont quitté la salle à midi",
        "Yes.", "yes!", "No.", "* * *", "", "…",
    ]

    /// By comparing every paragraph with all before it.
    private static func plainMarks(_ paragraphs: [String]) -> [Bool] {
        let folded = paragraphs.map { $0.unicodeScalars.map { TextFolding.folded($0.value) }.filter { $0 != 0 } }
        var marks: [Bool] = []
        var last: Int?
        for index in paragraphs.indices {
            guard !folded[index].isEmpty else {
                last = nil
                marks.append(false)
                continue
            }
            let isShort = folded[index].count < 25
            let repeats =
                isShort ? last.map { folded[$0] == folded[index] } ?? false : folded[..<index].contains(folded[index])
            marks.append(repeats)
            if !repeats { last = index }
        }
        return marks
    }

    @Test("Repetitions are those that a comparison of all with all finds", arguments: 0..<10)
    func random(block: UInt64) {
        var repetitions = RepeatedParagraphs()
        for seed in block * 100..<block * 100 + 100 {
            var random = SplitMix(state: seed)
            let lines = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                Self.sentences.randomElement(using: &random) ?? ""
            }
            // A line end behind the last, so that an empty one counts as a paragraph, too.
            let text = Array((lines.joined(separator: "\n") + "\n").utf8)
            var paragraphs = Paragraphs()
            paragraphs.find(in: text.span)
            let count = repetitions.mark(in: text.span, &paragraphs)
            let expected = Self.plainMarks(lines)
            #expect(paragraphs.isRemoved == expected, "seed \(seed): \(lines)")
            #expect(count == expected.count { $0 }, "seed \(seed)")
        }
    }

    @Test(
        "a short line repeats by right unless it is a statement",
        arguments: [
            ("Shr loss 21 cts.", true), ("It may take longer, they added.", true),
            ("The deal was not disclosed.", true),
            ("\u{201C}The talks ended early.\u{201D}", true), ("Another 3,500 will be 7,600.", true),
            ("Der Preis blieb geheim.", true), ("None of them fled.", true),
            ("A trader said: \"Not before the U.K.", true), ("Sie rief: \u{201E}Alle ins Freie.\u{201C}", true),
            ("Yes.", false), ("No comment.", false), ("I have a dream.", false), ("Yes we can.", false),
            ("Temp rating: 15\u{B0}F", false), ("and add the same text.", false),
            ("Why did they leave so soon?", false),
            ("The deal was not disclosed", false), ("That was never true!", false),
            ("Price of 20 pounds a seat", false),
            ("The deal was this:", false), ("Weight limit: 300 lb.", false), ("Are bicycles allowed? No.", false),
            ("N.Y. Mets at Kansas City, 2:15 p.m.", false), ("Won 3.", false), ("3 for 20.", false),
        ])
    func shortLines(line: String, isCut: Bool) {
        let text = Array([line, Self.sentences[0], line].joined(separator: "\n").utf8)
        var paragraphs = Paragraphs()
        paragraphs.find(in: text.span)
        var repetitions = RepeatedParagraphs()
        #expect(repetitions.mark(in: text.span, &paragraphs) == (isCut ? 1 : 0))
        #expect(paragraphs.isRemoved == [false, false, isCut])
    }
}
