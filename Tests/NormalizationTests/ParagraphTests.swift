import Model
import Testing

@testable import Normalization

@Suite struct ParagraphTests {
    private static let long = "The council has put off its decision on the new bridge once more."
    private static let other = "Nobody who came to the meeting was surprised by the result at all."

    @Test(
        "A paragraph that repeats an earlier one is cut",
        arguments: [
            Row("\(long)\n\(other)\n\(long)", "\(long)\n\(other)"),
            Row("\(long)\n\(long)\n\(other)\n\(long)", "\(long)\n\(other)"),
            Row("\(long)\n\(other)\n“\(long.uppercased())”  !", "\(long)\n\(other)"),
            Row(
                "He’s the man who built the bridge here.\n\(other)\nHe's the man, who built the bridge here",
                "He’s the man who built the bridge here.\n\(other)"),
            Row(
                "ПРЕЗИДЕНТ приехал вчера в Москву на поезде.\n\(other)\nПрезидент приехал вчера в Москву на поезде.",
                "ПРЕЗИДЕНТ приехал вчера в Москву на поезде.\n\(other)"),
            Row("首相は東京で記者会見を開いた。\n\(other)\n首相は東京で記者会見を開いた。", "首相は東京で記者会見を開いた。\n\(other)"),
            Row("Yes.\nYes.\n\(long)", "Yes.\n\(long)"),
            Row(
                "Net margin 4.1 points vs 3.8 points.\n\(other)\nNet margin 4.1 points vs 3.8 points.",
                "Net margin 4.1 points vs 3.8 points.\n\(other)"),
        ])
    func repeats(row: Row) {
        let result = normalized(row.input)
        #expect(result.string == row.output)
        #expect(result.repairs[.repeatedParagraphs] > 0)
    }

    @Test(
        "Short paragraphs and near repeats stay",
        arguments: [
            "Is it?\nYes.\nWill it?\nYes.\nWhen?\nSoon.\nHow?\nSoon.\n\(long)",
            "Rovers 2 United 1\nCity 0 Albion 0\nRovers 2 United 1\n\(other)",
            "* * *\n\(long)\n* * *\n\(other)",
            "The index fell 1.5 percent to 4,712 on Monday.\nThe index fell 1.6 percent to 4,712 on Monday.",
            "\(long)\n\(other)\n\(long) And so on.",
        ])
    func keeps(text: String) {
        let result = normalized(text)
        #expect(result.string == text)
        #expect(result.repairs.isEmpty)
    }

    @Test("A torn mark does not hide a repetition")
    func tornRepetition() {
        let text =
            "He said troops “would be ready” to engage any forces. “\n\(Self.long)”\n"
            + "He said troops “would be ready” to engage any forces.\n\(Self.other)"
        let result = normalized(text)
        #expect(
            result.string
                == "He said troops “would be ready” to engage any forces.\n“\(Self.long)”\n\(Self.other)")
        #expect(result.repairs[.tornQuotes] == 1)
        #expect(result.repairs[.repeatedParagraphs] == 1)
    }

    @Test("Many paragraphs with equal ends take linear time")
    func equalEnds() {
        let ends = "The same forty letters stand at both the ends of it"
        let text = (0..<4000).map { "\(ends) \($0) \(ends)" }.joined(separator: "\n")
        #expect(normalized(text).string == text)
    }

    @Test(
        "Boilerplate at the edges is cut",
        arguments: [
            "Read more: Council puts off vote on bridge", "Read More", "READ ALSO: What it means for you",
            "(Reporting by Ana Petrov; Editing by James Okoro)",
            "(Reporting by Ana Petrov in Lima, editing by J. Okoro).",
            "Reuter", "ENDS", "-30-", "— 30 —", "###", "dpa",
            "Sign up for our newsletter and get the top stories in your inbox every morning.",
            "Click here to see all of our coverage.", "Follow us on Twitter and Facebook.",
            "Follow the Herald on social media.", "Follow Ana Petrov on Twitter @anapetrov.", "Get our app and alerts.",
            "Subscribe to our podcast: every Monday a new episode by e-mail.",
            "Copyright 2020 The Herald. All rights reserved.", "© 2021 Agency Ltd", "Copyright (c) 2019 Wire Inc.",
            "All rights reserved. This material may not be published or broadcast.",
            "This article was originally published on The Gazette.", "The Associated Press contributed to this report.",
            "Share this article", "Advertisement", "Related Articles", "Photo: Ana Petrov / Agency",
            "Last updated 12 March 2020 at 10:00", "With inputs from agencies",
            "Lesen Sie auch: Rat vertagt Abstimmung", "Mehr zum Thema", "Alle Rechte vorbehalten.",
            "Lire aussi : Le vote reporté", "À lire aussi", "Tous droits réservés", "Abonnez-vous à notre newsletter !",
            "Lea también: El voto se aplaza", "Leer más", "Síguenos en Facebook y Twitter",
            "Leggi anche: Il voto rinviato", "Riproduzione riservata ©", "Leia também: Votação adiada", "Leia mais",
            "Lees ook: Stemming uitgesteld", "Læs også: Afstemning udsat", "Läs också: Omröstning uppskjuten",
            "Les også: Avstemning utsatt", "Lue myös: Äänestys siirtyi", "Czytaj też: Głosowanie przełożone",
            "Čtěte také: Hlasování odloženo", "Читайте также: Голосование отложено", "Διαβάστε επίσης: Αναβολή",
            "Citește și: Votul amânat", "Devamını oku", "Baca juga: Pemungutan suara ditunda",
            "اقرأ أيضا: تأجيل التصويت",
            "関連記事：投票延期", "责任编辑：王五", "관련기사: 투표 연기",
        ])
    func boilerplate(line: String) {
        let story = (1...6).map { "Paragraph number \($0) of the story says something of its own." }.joined(
            separator: "\n")
        let result = normalized("\(story)\n\(line)")
        #expect(result.string == story)
        #expect(result.repairs[.boilerplateLines] == 1)
        #expect(normalized("\(line)\n\(story)").string == story, "at the head")
    }

    @Test(
        "Sentences that begin like boilerplate stay",
        arguments: [
            "Read more than one book a month and you will live longer, a study says.",
            "Copyright law has not kept pace with the machines that read the web, judges wrote in 2020.",
            "Follow the money, the old rule goes, and the trail leads to a small town in the hills.",
            "Reporting by telephone from the front, he described what he had seen in the village that morning.",
            "Related species were found on three islands, according to the biologists.",
            "Advertisement revenue fell by a tenth.", "More than fifty people came.",
            "Share prices rose.", "Ends meet only with help from the food bank, she said.",
            "Posted on Facebook, the video was seen by millions within the first hours of the day.",
            "For more than a decade, Twitter has been where politicians quarrel first.",
            "(By the way, nobody asked him.)", "Sign up for the army, the posters said.",
            "Subscribe to the view that nothing can be done, and nothing will be.",
            "To read more into it would be a mistake, he said.", "Photo finishes are rare in this sport.",
            "Follow the trends of the market and improve your podcast over time.",
            "Follow a simple approach to it all.",
            "Jetzt will Facebook die Regeln ändern.", "30 people came.",
        ])
    func sentences(line: String) {
        let story = (1...3).map { "Paragraph number \($0) of the story says something of its own." }.joined(
            separator: "\n")
        #expect(normalized("\(story)\n\(line)").string == "\(story)\n\(line)")
        #expect(normalized("\(line)\n\(story)").string == "\(line)\n\(story)")
    }

    @Test("Boilerplate in the middle of a long article stays: there it may be a heading or a quotation")
    func middle() {
        let story = (1...30).map { "Paragraph number \($0) of the story says something of its own." }
        let text = (story[..<15] + ["Read more: Something"] + story[15...]).joined(separator: "\n")
        #expect(normalized(text).string == text)
    }

    @Test("Each option turns its step off")
    func options() {
        let text = "\(Self.long)\n\(Self.other)\n\(Self.long)\nRead more: X"
        #expect(
            normalized(text, options: { $0.repeatedParagraphs = false }).string
                == "\(Self.long)\n\(Self.other)\n\(Self.long)")
        #expect(
            normalized(text, options: { $0.boilerplateLines = false }).string
                == "\(Self.long)\n\(Self.other)\nRead more: X")
    }
}
