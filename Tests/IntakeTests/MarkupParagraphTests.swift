import Testing

@testable import Intake

@Suite struct MarkupParagraphTests {
    private func paragraphs(_ text: String, _ layout: ParagraphWriter.Layout) -> [String] {
        var writer = ParagraphWriter()
        writer.run = Array(text.utf8)
        writer.endRun(layout)
        return String(decoding: writer.text, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test(
        "lines of a wire service",
        arguments: [
            ("One line\ngoes on\n   New one\nhere.", ["One line goes on", "New one here."]),
            ("One\n\nTwo\n  \nThree", ["One", "Two", "Three"]),
            ("   all\n   the same\n   indent", ["all the same indent"]),
            (
                "   First.\n   Second one is a long one, longer than others.\n   Third one ends in short.\n   Fourth.",
                ["First. Second one is a long one, longer than others. Third one ends in short.", "Fourth."]
            ),
            (
                "Figures:\n  A    1.0    2.0\n  B    3.0    4.0\nText again\nhere",
                ["Figures:", "A 1.0 2.0", "B 3.0 4.0", "Text again here"]
            ),
            (
                "Reserves......644 vs.....1,337\nBorrowings....680 vs.....425",
                ["Reserves......644 vs.....1,337", "Borrowings....680 vs.....425"]
            ),
            ("End of sentence.  Next one.  And\nmore.  Last.", ["End of sentence. Next one. And more. Last."]),
            ("the mid-\nterm vote --\nthe first", ["the mid-term vote -- the first"]),
            ("a\r\nb\r\n\r\nc", ["a b", "c"]),
            ("\tTabbed start\nand on\n\tNext", ["Tabbed start and on", "Next"]),
        ] as [(String, [String])])
    func lines(text: String, expected: [String]) {
        #expect(paragraphs(text, .lines) == expected)
    }

    @Test(
        "flow text: space is space, except explicit breaks and wire text in disguise",
        arguments: [
            ("  One\n\t\tparagraph   only ", ["One paragraph only"]),
            (
                "A full line of an agency, which breaks all lines at \u{0B}sixty \u{0B}characters.",
                ["A full line of an agency, which breaks all lines at sixty characters."]
            ),
            ("Street 1\u{0B}12345 City", ["Street 1", "12345 City"]),
            ("One.\u{0B}\u{0B}Two.", ["One.", "Two."]),
            (
                "\n(XYZ) - Rome, May 3 - The minister\nhas said so.\n   \"Indeed,\" he\nsaid.\n",
                ["(XYZ) - Rome, May 3 - The minister has said so.", "\"Indeed,\" he said."]
            ),
            ("\u{0B}", []), ("", []),
        ] as [(String, [String])])
    func flow(text: String, expected: [String]) {
        #expect(paragraphs(text, .flow) == expected)
    }

    @Test(
        "bylines give names",
        arguments: [
            ("    By Ann Other, Reuters", ["Ann Other"]),
            ("By ANN O. OTHER; Compiled by Bo Third", ["ANN O. OTHER", "Bo Third"]),
            ("By Ann Other and Bo Third", ["Ann Other", "Bo Third"]),
            ("By Ann Other, Bo Third and Cy Fourth", ["Ann Other", "Bo Third", "Cy Fourth"]),
            ("By JANE DOE, TIMES STAFF WRITER", ["JANE DOE"]), ("By The Associated Press", ["The Associated Press"]),
            ("Von Anna Andere", ["Anna Andere"]), ("Vonnie Smith", ["Vonnie Smith"]), ("gr/bp", []), ("", []),
            ("Ann Other and Jordan Press", ["Ann Other", "Jordan Press"]),
            ("By Ann Other, Canadian Press", ["Ann Other"]),
            ("Anna Andere / beispiel.de", ["Anna Andere"]), ("Bylle Third Jr.", ["Bylle Third Jr."]),
        ] as [(String, [String])])
    func bylines(line: String, expected: [String]) {
        #expect(MarkupByline.authors(line) == expected)
    }

    @Test(
        "a first paragraph is a byline only when nothing else is in it",
        arguments: [
            ("By Ann Other", true), ("By Ann Other and Bo Third", true), ("By then it was late", false),
            ("By Friday Acme Metals Had Sold.", false), ("By Ann", false),
        ])
    func firstParagraph(line: String, expected: Bool) {
        #expect(MarkupByline.isByline(line) == expected)
    }
}
