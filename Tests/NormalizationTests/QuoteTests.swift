import Model
import Testing

@testable import Normalization

@Suite struct QuoteTests {
    @Test(
        "Marks that are certainly wrong are replaced",
        arguments: [
            Row("``Yes,'' he said. ``No.''", "“Yes,” he said. “No.”"),
            Row("''Yes,'' he said.", "\"Yes,\" he said."),
            Row("l´hiver et l`été", "l’hiver et l’été"),
            Row("don´t, won't", "don't, won't"),
            Row("don´t, won’t", "don’t, won’t"),
            Row("‘‘Yes,’’ he said", "“Yes,” he said"),
            Row("the ″best″ one", "the \"best\" one"),
            Row("He said \\\"yes\\\" and didn\\'t go", "He said \"yes\" and didn't go"),
            Row("\"\"Hello,\"\" he said", "\"Hello,\" he said"),
            Row(same: "„Ja“, sagte er. «Oui», »Ja«, ”Joo”, 『はい』"),
            Row(same: "a 5'10'' man, 6″ pipe, `code`, ```block```"),
            Row(same: "He said \"she said \"yes\"\""),
            Row(same: "an empty \"\" string and rock ’n’ roll, the ’90s"),
            Row(same: "“curly” and \"straight\""),
        ])
    func marks(row: Row) { #expect(repaired(row.input).string == row.output) }

    @Test(
        "Marks torn from their paragraph go back",
        arguments: [
            // Opening marks at the end of the paragraph before.
            Row("He spoke “well” of us. “\nThe work goes on.”", "He spoke “well” of us.\n“The work goes on.”"),
            Row("We left “home.” “\nThere is time.”", "We left “home.”\n“There is time.”"),
            Row("He left. \"\nI stay,\" she said.", "He left.\n\"I stay,\" she said."),
            Row("She said \"no\". \"\nI stay,\" she said.", "She said \"no\".\n\"I stay,\" she said."),
            Row("Er ging. „\nIch bleibe“, sagte sie.", "Er ging.\n„Ich bleibe“, sagte sie."),
            Row("Il part. «\nJe reste», dit-elle.", "Il part.\n«Je reste», dit-elle."),
            Row("Il part. «\nJe reste », dit-elle.", "Il part.\n« Je reste », dit-elle."),
            Row("He left: ‘\nI stay,’ she said.", "He left:\n‘I stay,’ she said."),
            Row("Hän lähti. ”\nMinä jään”, hän sanoi.", "Hän lähti.\n”Minä jään”, hän sanoi."),
            // Closing marks at the head of the next.
            Row("“We stay.\n” He left.", "“We stay.”\nHe left."),
            Row("\"We stay.\n\" He left.", "\"We stay.\"\nHe left."),
            Row("„Wir bleiben.\n“ Er ging.", "„Wir bleiben.“\nEr ging."),
            Row("« Je reste.\n» Il part.", "« Je reste. »\nIl part."),
            // Paragraphs that are only a mark.
            Row("“We stay.\n”\nHe left.", "“We stay.”\nHe left."),
            Row("He left.\n“\nWe stay.”", "He left.\n“We stay.”"),
            Row("\"We stay.\n\"\nHe left.", "\"We stay.\"\nHe left."),
            Row("“We stay.\n”", "“We stay.”"),
        ])
    func torn(row: Row) {
        let result = repaired(row.input)
        #expect(result.string == row.output)
        #expect(result.repairs[.tornQuotes] == 1)
    }

    @Test(
        "Marks are not moved on a guess",
        arguments: [
            "He left. “\n“We stay.”",
            "He left. \"\nWe stay.",
            "\"We stay. \"\nHe left.",
            "„Wir bleiben. “\nEr ging.",
            "The so-called “\ndeal was off.",
            "He said “yes”\n“No,” she said.",
            "”Minä jään.\n”Sinä lähdet.”",
            "»Ich bleibe.\n»Du gehst.«",
            "“A long speech begins.\n“It goes on here.”",
            "Il part. «\n— Je reste.",
        ])
    func untorn(text: String) {
        let result = repaired(text)
        #expect(result.string == text)
        #expect(result.repairs[.tornQuotes] == 0)
    }

    @Test func quotesCanBeTurnedOff() {
        let text = "``Yes,'' he said. “\nNo.”"
        #expect(normalized(text, options: { $0.quotes = false }).string == text)
    }
}
