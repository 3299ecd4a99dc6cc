import Testing

@testable import Language

@Suite struct EnglishWordsTests {
    private func isEnglish(_ text: String) -> Bool {
        var words = EnglishWords()
        return words.add(Array(text.utf8).span) && words.areSure
    }

    @Test(
        "English prose is known by its function words",
        arguments: [
            "The council said on Tuesday that the old bridge would be closed for two years, and that the shops of the harbour "
                + "will have to wait.",
            "THE MINISTER SAID THAT HIS OFFICE WOULD ANSWER BY FRIDAY, AND THE UNIONS WILL WAIT FOR THE END OF THE TALKS.",
        ])
    func english(text: String) { #expect(isEnglish(text)) }

    @Test(
        "what is not English, or has too few words of it, is left to CLD2",
        arguments: [
            "", "the the the the the the", "Of and that with from which this his were",
            "The Guardian, The New York Times og The Economist skrev om sagen, men ingen af dem havde talt med ham.",
            "Di goment tok say dem go close di bridge for two years, and di pipol wey get shop no happy at all.",
            "Hulle het gesê dat die brug vir twee jaar gesluit sal wees, en dat die winkels by die hawe sal moet wag.",
            "Der Film »The Lord of the Rings« läuft wieder, und die Kinos in der Stadt sind voll.",
            "Umkhandlu wedolobha unqume ngoLwesibili ukuthi ibhuloho elidala livalwe iminyaka emibili.",
        ])
    func others(text: String) { #expect(!isEnglish(text)) }

    @Test("a long English text needs no CLD2, and one with another language at its end does")
    func samples() {
        let english = String(
            repeating: "The council said that the bridge and the road would be closed by the end of this week. ",
            count: 20)
        var identifier = LanguageIdentifier()
        let plain = identifier.identify(Array(english.utf8).span)
        #expect(plain == IdentifiedLanguage(tag: "en", percent: 100, letters: 900, isReliable: true))
        let german = String(
            repeating: "Der Stadtrat hat beschlossen, die Brücke zu sperren, und die Händler klagen. ", count: 40)
        #expect(identifier.identify(Array((english + german).utf8).span)?.percent != 100)
    }
}
