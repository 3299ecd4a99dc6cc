import Model
import Testing

@Suite struct LanguageTests {
    @Test(arguments: [
        (
            "de", "Am 26. Februar 1987 stieg der Kurs um 5,2 % auf 1.000 €.",
            ["26. Februar 1987=1987-02-26", "5,2 %=5.2", "1.000 €=1000 EUR"]
        ),
        (
            "de", "Im März 2014 und am 26.02.1987 um 10:15.",
            ["März 2014=2014-03", "26.02.1987=1987-02-26", "10:15=T10:15"]
        ),
        (
            "fr", "Le 14 juillet 1789, le 1er août 2014, à Paris.",
            ["14 juillet 1789=1789-07-14", "1er août 2014=2014-08-01"]
        ),
        ("es", "El 26 de febrero de 1987 subió un 5,2%.", ["26 de febrero de 1987=1987-02-26", "5,2%=5.2"]),
        ("it", "Il 2 giugno 1946 votarono.", ["2 giugno 1946=1946-06-02"]),
        ("pt", "Em 25 de abril de 1974 caiu.", ["25 de abril de 1974=1974-04-25"]),
        ("nl", "Op 5 mei 1945 was het voorbij.", ["5 mei 1945=1945-05-05"]),
        ("sv", "Den 6 juni 1523 valdes han.", ["6 juni 1523=1523-06-06"]),
        ("nb", "17. mai 1814 ble den vedtatt.", ["17. mai 1814=1814-05-17"]),
        ("da", "Den 5. juni 1849 kom den.", ["5. juni 1849=1849-06-05"]),
        ("pl", "Dnia 2014-06-03 było 20 %.", ["2014-06-03=2014-06-03", "20 %=20"]),
        ("de", "Updated 03/04/1987.", ["03/04/1987=1987-04-03"]),
        ("en-GB", "Updated 03/04/1987.", ["03/04/1987=1987-04-03"]),
        ("en-US", "Updated 03/04/1987.", ["03/04/1987=1987-03-04"]),
    ])
    func `forms that all languages share are found`(language: String, text: String, expected: [String]) {
        #expect(findings(text, language: language) == expected)
    }

    @Test(arguments: [
        "Er sagte am Montag, die Partei war in 2003 Orten.", "Die Summer last night mark 5 million now.",
        "Der Mai ist gekommen, im August war es warm.", "Sie hat 5 Mark und 3 Meter und 2 Tage.",
    ])
    func `English rules do not run on German`(text: String) {
        #expect(findings(text, published: "2014-06-05", language: "de") == [])
    }

    @Test func `an unknown language is told by its small words`() {
        let english = "The minister said on Tuesday that the plan was in the hands of the court and will be heard."
        let german =
            "Der Minister sagte, dass die Regierung in der Sache mit dem Plan nicht weiter ist, was today heisst."
        #expect(findings(english, published: "2014-06-05", language: nil) == ["Tuesday=2014-06-03"])
        #expect(findings(german, published: "2014-06-05", language: nil) == [])
        #expect(findings("Shares up 5 pct Tuesday", published: "2014-06-05", language: nil).count == 2)
    }

    @Test func `a German noun is no town of another country, unless the text names the country`() {
        let text = "Das Wasser stand im Keller, auch in Potsdam liefen zwei Keller voll. Sie kam aus Paris."
        #expect(findings(text, language: "de", only: .location) == ["Potsdam=-", "Paris=-"])
        #expect(
            findings("Er lebt in Keller im Norden von Texas, USA.", language: "de", only: .location).contains(
                "Keller=-"))
    }
}
