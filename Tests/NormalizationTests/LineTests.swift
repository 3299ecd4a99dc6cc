import Model
import Testing

@testable import Normalization

@Suite struct LineTests {
    @Test(
        "Spaces and blank lines",
        arguments: [
            Row("  one  two \n\n\n three\t\tfour  \n", "one two\nthree four"),
            Row("\n\none\n \n\u{A0}\ntwo\n\n", "one\ntwo"),
            Row(same: "Voilà : « oui » ?"),
            Row("", ""),
            Row(" \n \t\n", ""),
        ])
    func spacing(row: Row) { #expect(repaired(row.input).string == row.output) }

    @Test(
        "Words divided at line ends are joined",
        arguments: [
            Row("an exam-\nple of it", "an example of it"),
            Row("an exam- \n ple of it", "an example of it"),
            Row("an exam\u{AD}\nple of it", "an example of it"),
            Row("a well-known man is well-\nknown", "a well-known man is well-known"),
            Row("A Well-Known man is well-\nknown", "A Well-Known man is well-known"),
            Row("send e-\nmail", "send e-mail"),
            Row("state-of-\nthe art", "state-of-the art"),
            Row("die Bundes-\nregierung", "die Bundesregierung"),
            Row("прави-\nтельство", "правительство"),
            Row(same: "Vor-\nund Nachteile"),
            Row(same: "The Anglo-\nSaxon"),
            Row(same: "- one\n- two"),
            Row(same: "dash -\nword"),
        ])
    func hyphenation(row: Row) { #expect(repaired(row.input).string == row.output) }

    @Test func hyphenationCanBeTurnedOff() {
        let result = normalized("an exam-\nple and\u{AD}\nthe rest", options: { $0.hyphenation = false })
        #expect(result.string == "an exam-\nple and\nthe rest")
        #expect(result.repairs[.hyphenation] == 0)
    }

    @Test("Indentation begins a paragraph where lines are filled up to a margin")
    func indentation() {
        let wire = """
            The council met on Monday evening to
            discuss the new bridge, which has been
            planned for more than ten years.
                Residents who came to the meeting were
            disappointed and told the councillors
            so.
            \tThe vote was put off once more, to
            the spring.
             ENDS
            """
        #expect(
            repaired(wire).string == """
                The council met on Monday evening to discuss the new bridge, which has been planned for more than ten \
                years.
                Residents who came to the meeting were disappointed and told the councillors so.
                The vote was put off once more, to the spring.
                ENDS
                """)
        let list = "Goals:\n  Meier 12\n  Schmidt 40\nYellow cards:\n  Kurz 31"
        #expect(repaired(list).string == "Goals:\nMeier 12\nSchmidt 40\nYellow cards:\nKurz 31")
        let verse = "The river runs\n  through the town\nand never asks\n  where it is bound"
        #expect(repaired(verse).string == verse.replacing("  ", with: ""))
    }

    @Test("Lines filled up to a margin become paragraphs")
    func wrapping() {
        let wrapped = """
            The council met on Monday evening to
            discuss the new bridge, which has been
            planned for more than ten years, and
            put off the vote once more.

            Residents who came to the meeting were
            disappointed. They had hoped for a de-
            cision before the winter, when the old
            bridge is closed to lorries, pre- and
            post-Christmas traffic included.
            """
        let result = repaired(wrapped)
        #expect(
            result.string == """
                The council met on Monday evening to discuss the new bridge, which has been planned for more than ten \
                years, and put off the vote once more.
                Residents who came to the meeting were disappointed. They had hoped for a decision before the winter, \
                when the old bridge is closed to lorries, pre- and post-Christmas traffic included.
                """)
        #expect(result.repairs[.hyphenation] == 1)
    }

    @Test(
        "Paragraphs, verse and lists are no wrapped lines",
        arguments: [
            "A first paragraph of some length stands here.\nA second one.\nThe third is longer than the others were.",
            "Shall I compare\nthee to a day\n\nof summer, when\nthe darling buds\n\nof May are shaken\nby rough winds",
            "Apples 12\nPears 7\nPlums 31\n\nBread 4\nButter 2\nMilk 9",
        ])
    func unwrapped(text: String) {
        #expect(repaired(text).string == text.replacing("\n\n", with: "\n"))
    }
}
