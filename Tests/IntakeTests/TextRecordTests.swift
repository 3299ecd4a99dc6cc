import Model
import TestSupport
import Testing
import Text

@testable import Intake

@Suite struct TextRecordTests {
    private func layout(_ text: String) -> (title: String?, paragraphs: [String]) {
        let layout = PlainText(Array(text.utf8))
        let lines = String(decoding: layout.text, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return (layout.title, lines.map(String.init))
    }

    private static let wrapped = """
        Storm closes northern ports

           The ports along the northern coast stayed closed on Monday after
        a storm had torn two cranes from their rails, the harbour office
        said.
           Ferries will not sail before Wednesday. "We wait for the divers,"
        said a spokesman for the company, which runs nine ships on the
        route.
        """

    @Test func hardWrappedTextBecomesParagraphs() {
        let (title, paragraphs) = layout(Self.wrapped)
        #expect(title == "Storm closes northern ports")
        #expect(paragraphs.count == 2)
        #expect(paragraphs[0].hasPrefix("The ports along") && paragraphs[0].hasSuffix("the harbour office said."))
        #expect(paragraphs[1].contains("the divers,\" said a spokesman"))
    }

    @Test func blankLinesSeparateWrappedParagraphs() {
        let block =
            "The council met on Thursday evening to vote on the budget for the\ncoming year, and after four hours of talk it went home without a\ndecision."
        let (title, paragraphs) = layout([block, block, block].joined(separator: "\n\n"))
        #expect(title == nil && paragraphs.count == 3)
        #expect(paragraphs.allSatisfy { $0 == block.replacingNewlines })
    }

    @Test func oneParagraphALineStaysSo() {
        let line =
            "This paragraph is written on one line however long it may get, and the next one begins on the next line, as word processors save them."
        #expect(
            layout([line, line, "Short one.", line].joined(separator: "\n")).paragraphs == [
                line, line, "Short one.", line,
            ])
        #expect(layout([line, line].joined(separator: "\r\n")).paragraphs == [line, line])
        #expect(layout([line, line].joined(separator: "\r")).paragraphs == [line, line])
        #expect(layout([line, line].joined(separator: "\u{C}\n")).paragraphs == [line, line])
    }

    @Test func shortLinesAreNotWrapped() {
        let poem = "A line of verse\nand then one more\nthat none may join\nto what came before"
        #expect(layout(poem).paragraphs.count == 4)
    }

    @Test(
        arguments: [
            ("Headline here\n\nThe text of the article is here, and it ends with a stop.", "Headline here"),
            ("Headline here\n\(String(repeating: "The text goes on and on ", count: 6)).", "Headline here"),
            ("A sentence with its full stop.\n\nThe text of the article is here.", nil),
            ("Only one line", nil),
            ("", nil),
            ("\n\n  \n", nil),
            ("> quoted\n\nThe text of the article is here.", nil),
            ("----\n\nThe text of the article is here, as usual.", nil),
        ] as [(String, String?)])
    func aFirstLineMayBeAHeadline(text: String, title: String?) {
        #expect(layout(text).title == title)
    }

    @Test func listItemsAndQuotationsKeepTheirLines() {
        let text = """
            The committee, which had met for most of the week, agreed on these
            - more money for the schools of the city and for their libraries
            - less for the roads, which had been mended two years before this
            and then went home to tell the voters what it had agreed upon.
            """
        #expect(layout(text).paragraphs.count >= 3)
        let quoted =
            "> first quoted line of a message that somebody wrote earlier\n> second quoted line\nand the answer"
        #expect(
            layout(quoted).paragraphs == [
                "> first quoted line of a message that somebody wrote earlier", "> second quoted line",
                "and the answer",
            ])
    }

    @Test func nothingIsLostInAnyLayout() {
        var random = SplitMix(state: 11)
        let pieces = [
            "word", "another", "a", ".", "\n", "\n\n", "   ", "\t", "> ", "- ", "\r\n", "sentence end.", "\u{E4}\u{F6}",
            "  \n",
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined(separator: Bool.random(using: &random) ? " " : "")
            let layout = PlainText(Array(text.utf8))
            let before = text.utf8.filter { !$0.isASCIISpace }
            let after = ((layout.title ?? "") + String(decoding: layout.text, as: UTF8.self)).utf8.filter {
                !$0.isASCIISpace
            }
            #expect(Array(before) == Array(after), "\(text.debugDescription)")
        }
    }

    @Test func storiesHaveHighlights() throws {
        let story = """
            LONDON, England (CNN) -- The first paragraph
            goes on here.

            The second one.

            @highlight

            First point

            @highlight

            Second point
            """
        let article = try #require(RecordFixture.parse(story, as: .story).article)
        #expect(
            String(decoding: article.text, as: UTF8.self)
                == "LONDON, England (CNN) -- The first paragraph goes on here.\nThe second one.")
        #expect(article.description == "First point; Second point" && article.title == nil)
        #expect(RecordFixture.parse("@highlight\n\nOnly this", as: .story).reject?.reason == .noText)
        #expect(RecordFixture.parse("", as: .story).reject?.reason == .noText)
    }

    @Test func legacyTextFilesAreConverted() throws {
        let bytes = "Der Bürgermeister sagte: »Schön wär’s«.".unicodeScalars.map {
            $0.value == 0x2019 ? 0x92 : UInt8($0.value)
        }
        let article = try #require(RecordFixture.parse(bytes, as: .text).article)
        #expect(String(decoding: article.text, as: UTF8.self) == "Der Bürgermeister sagte: »Schön wär’s«.")
        #expect(article.source.charset == "windows-1252")
    }

    @Test func pagesInFilesAreDecoded() throws {
        let bytes = Array("<html><meta charset=windows-1251><p>".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
        let result = RecordFixture.parse(bytes, as: .html)
        #expect(result.page?.hasSuffix("Привет") ?? false)
        #expect(result.article?.source.charset == "windows-1251")
        #expect(RecordFixture.parse(" \n", as: .html).reject?.reason == .noText)
        #expect(RecordFixture.parse("%PDF-1.7 x", as: .html).reject?.reason == .notAPage)
        #expect(RecordFixture.parse("?", as: .unknown).reject?.reason == .unrecognizedFormat)
    }

    @Test func hostileTextNeverCrashes() {
        #expect(expectTotal(Array(Self.wrapped.utf8), as: .text))
        #expect(expectTotal(Array("A\n\n@highlight\n\nB\n".utf8), as: .story))
    }
}

extension String {
    fileprivate var replacingNewlines: String { String(map { $0 == "\n" ? " " : $0 }) }
}
