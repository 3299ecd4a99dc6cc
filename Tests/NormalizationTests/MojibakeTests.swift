import Model
import Testing

@testable import Normalization

@Suite struct MojibakeTests {
    @Test(
        "Text that went through windows-1252 comes back whole",
        arguments: [
            "“We came,” she said, “and it’s over.” — Then… silence.",
            "Der Bürgermeister grüßte; die Straße war schön.",
            "L’été dernier, le café était fermé à cause de l’œuvre.",
            "El niño comió en Málaga el año pasado. ¿Qué pasó?",
            "Zażółć gęślą jaźń. Się nie boję, że Łódź śpi.",
            "Příliš žluťoučký kůň úpěl ďábelské ódy.",
            "Işık ve gölge: İstanbul’da güneş doğdu.",
            "Președintele țării a vorbit în București.",
            "Президент приехал в Москву и сказал: «Да».",
            "Ο πρωθυπουργός μίλησε στην Αθήνα για την οικονομία.",
            "Thủ tướng Việt Nam phát biểu tại Hà Nội về kinh tế.",
            "東京で首相が記者会見を開いた。",
            "대통령이 서울에서 연설했다.",
            "رئيس الوزراء في القاهرة",
            "प्रधानमंत्री ने दिल्ली में कहा",
            "Price: €20, £15 and ¥300 — 30 °C, ½ litre © 2020 ™",
            "Great news 😀 from the team 👍",
        ])
    func decodes(text: String) {
        #expect(repaired(mangled(text)).string == text)
        #expect(repaired(mangled(mangled(text))).string == text, "twice")
        #expect(repaired(mangled(text)).repairs[.mojibake] > 0)
    }

    @Test(
        "Real text that resembles mojibake stays",
        arguments: [
            "SÃO PAULO TERÁ ELEIÇÃO. A IRMÃ DISSE: “AMANHÃ”",
            "“NÃO HÁ AMANHÃ”… DISSE A IRMÃ»",
            "Hän sanoi: ”HYVÄ” ja ”TÄTÄ”",
            "Il dit « Allô, l’âge est là » — voilà… à « demain » à l’Élysée.",
            "CAFÉ™ et LIBERTÉ–ÉGALITÉ, NESTLÉ® D’OÙ…",
            "Der Spaß“ und die Größe … „Maß“",
            "Está»… dijo «él está» ayer.",
            "Đây là tiếng Việt: TRÂN TRỌNG, ÂU CƠ, Ấ, Ầ, “Â”.",
            "Úžasná Ďáblice, Íšová a Ýš",
            "Él cobró 20 €, 30 £ — ¿sí? ¡Qué!",
            "Þór, ð og Ægir: „Já“",
            "Å–Ä–Ö: the letters",
            "ROMÂNIA, ÎN BRAŞOV: „Â”",
            "© 2020 Ü® ß… Ñ”",
        ])
    func keeps(text: String) {
        let result = repaired(text)
        #expect(result.string == text)
        #expect(result.repairs[.mojibake] == 0)
    }

    @Test(
        "Lost bytes are restored where only one character fits",
        arguments: [
            Row("â€œI agreeâ€\u{9D} he said.", "“I agree” he said."),
            Row("â€œI agreeâ€ he said.", "“I agree” he said."),
            Row("â€œI agreeâ€\u{FFFD} he said.", "“I agree” he said."),
            Row("Itâ€™s Ã  la carte.", "It’s à la carte."),
            Row("The end.Â The beginning.", "The end. The beginning."),
            Row("The end.Â  The beginning.", "The end. The beginning."),
            Row("It costs Â£5 and Â 6.", "It costs £5 and 6."),
            Row("It\u{92}s a \u{93}quote\u{94} \u{96} ok", "It’s a “quote” – ok"),
            Row("ï»¿First line", "First line"),
        ])
    func restores(row: Row) { #expect(repaired(row.input).string == row.output) }

    @Test("Doubtful sequences follow where the whole text is mojibake")
    func whole() {
        let text = "« À l’est », dit-il. « Rien de nouveau », “voilà”."
        #expect(repaired(mangled(text)).string == text)
    }

    @Test("The option turns it off")
    func option() {
        #expect(normalized("Ã©tÃ© passÃ©", options: { $0.mojibake = false }).string == "Ã©tÃ© passÃ©")
    }
}
