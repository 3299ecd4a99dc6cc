import Model
import Testing

@testable import Normalization

@Suite struct DatelineTests {
    private static let story = "The council has put off its decision on the bridge."

    @Test(
        "A dateline goes into its field",
        arguments: [
            Row("LONDON (Reuters) - ", "LONDON (Reuters)"),
            Row("WASHINGTON, Feb 26 (AP) — ", "WASHINGTON, Feb 26 (AP)"),
            Row("SALVADOR, Feb 26 - ", "SALVADOR, Feb 26"),
            Row("LONDON, England (CNN) -- ", "LONDON, England (CNN)"),
            Row("BERLIN (dpa) - ", "BERLIN (dpa)"),
            Row("Berlin (dpa) – ", "Berlin (dpa)"),
            Row("Berlin (dpa/tmn) - ", "Berlin (dpa/tmn)"),
            Row("Paris, le 3 mars (AFP) - ", "Paris, le 3 mars (AFP)"),
            Row("BEIJING, March 19 (Xinhua) -- ", "BEIJING, March 19 (Xinhua)"),
            Row("NEW YORK — ", "NEW YORK"),
            Row("NEW YORK (AP) _ ", "NEW YORK (AP)"),
            Row("NEW YORK—", "NEW YORK"),
            Row("PORTLAND, Ore. (AP) — ", "PORTLAND, Ore. (AP)"),
            Row("ST. LOUIS, Mo., March 3 (UPI) -- ", "ST. LOUIS, Mo., March 3 (UPI)"),
            Row("JERUSALEM/GAZA, Oct 7 (Reuters) - ", "JERUSALEM/GAZA, Oct 7 (Reuters)"),
            Row("RIO DE JANEIRO, 26 fev (Reuters) - ", "RIO DE JANEIRO, 26 fev (Reuters)"),
            Row("Madrid, 3 mar (EFE).- ", "Madrid, 3 mar (EFE)"),
            Row("NEW YORK, March 3, 2020 /PRNewswire/ -- ", "NEW YORK, March 3, 2020 /PRNewswire/"),
            Row("MÜNCHEN, 3. März (AFP) - ", "MÜNCHEN, 3. März (AFP)"),
            Row("МОСКВА, 3 марта (ТАСС) — ", "МОСКВА, 3 марта (ТАСС)"),
            Row("Frankfurt am Main (AFP) - ", "Frankfurt am Main (AFP)"),
            Row("ROME — ", "ROME"),
            Row("(CNN) -- ", "(CNN)"), Row("(Reuters) - ", "(Reuters)"), Row("(AP) — ", "(AP)"),
        ])
    func parses(row: Row) {
        let result = normalized(row.input + Self.story)
        #expect(result.string == Self.story)
        #expect(result.dateline == row.output)
        #expect(result.repairs[.dateline] == 1)
    }

    @Test(
        "What only resembles a dateline stays",
        arguments: [
            "John Smith (Labour) - the member for York - has resigned.",
            "Roger Federer (SUI) - Rafael Nadal (ESP) 6-4, 7-5 in the final round.",
            "NASA — the space agency — has a new head.", "BREAKING - The council has resigned.",
            "UPDATE 1 - The council has resigned today.", "COVID-19 - What we know about the new wave.",
            "The council - all nine of them - has resigned.", "Berlin - eine Stadt im Wandel der Zeit.",
            "Theresa May - the former prime minister - has spoken.", "OPINION — Why we should all walk.",
            "On March 3 - a Tuesday - the council met again.", "London-based artists have a new home.",
            "LONDON (Reuters) said it would open an office there.", "- LONDON (Reuters) - an item in a list of items",
            "IMF — World Bank meetings begin on Monday.", "(Labour) - the member for York has resigned.",
            "(CNN) has a new head of its Berlin office - at last.", "(CNN)",
        ])
    func keeps(text: String) {
        let result = normalized(text)
        #expect(result.string == text)
        #expect(result.dateline == nil)
    }

    @Test("A dateline that the record has already is cut from the text; another place is not")
    func known() {
        let repeated = normalized("LONDON, Feb 26 (Reuters) - \(Self.story)", dateline: "LONDON")
        #expect(repeated.string == Self.story)
        #expect(repeated.dateline == "LONDON")
        let other = normalized("PARIS (Reuters) - \(Self.story)", dateline: "LONDON")
        #expect(other.string == "PARIS (Reuters) - \(Self.story)")
    }

    @Test("The dateline is found behind a first paragraph that repeats the title")
    func behindTitle() {
        let result = normalized("Bridge vote put off\nLIMA (AP) - \(Self.story)", title: "Bridge Vote Put Off")
        #expect(result.string == "Bridge vote put off\n\(Self.story)")
        #expect(result.dateline == "LIMA (AP)")
    }

    @Test func datelinesCanBeTurnedOff() {
        let text = "LONDON (Reuters) - \(Self.story)"
        #expect(normalized(text, options: { $0.dateline = false }).string == text)
    }
}
