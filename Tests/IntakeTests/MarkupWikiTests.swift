import Model
import Testing
import Text

@testable import Intake

@Suite struct MarkupWikiTests {
    private func lines(_ wikitext: String) -> [String] {
        String(decoding: WikiText(Array(wikitext.utf8)).paragraphs, as: UTF8.self).split(separator: "\n").map(
            String.init)
    }

    @Test(
        "wikitext reads as its page does",
        arguments: [
            ("One\nline\n\nTwo", ["One line", "Two"]),
            ("'''Bold''' and ''italic'', '''''both'''''", ["Bold and italic, both"]),
            ("[[Page]] [[Page|label]] [[:Category:X|shown]] [[Page (x)|]] [[w:Page|p]]s", ["Page label shown Page ps"]),
            ("a [[File:x.jpg|thumb|A [[nested]] caption]] b", ["a b"]),
            ("a [[Datei:x.jpg|mini]] [[Категория:Y]] [[de:Seite]] b", ["a b"]),
            ("[https://e.org label] [https://e.org] https://e.org [sic]", ["label https://e.org [sic]"]),
            (
                "{{w|Anyland}} and {{w|Page|label|lang=de}}{{nbsp}}{{unknown|x|{{y}}}}end",
                ["Anyland and label\u{A0}end"]
            ),
            ("{{quote|Said she.|Ann}} Then.", ["Said she.", "Then."]),
            ("* a\n* b\n# c\n:d", ["a", "b", "c", "d"]),
            ("== Heading ==\nText\n=== Empty ===\n== Next ==\nMore", ["Heading", "Text", "Next", "More"]),
            ("Text\n== Sources ==\n* {{source|x}}\n* link\n=== Sub ===\nx\n== After ==\ny", ["Text", "After", "y"]),
            ("a<ref name=\"x\">gone</ref> b<ref name=\"x\"/> c<!-- gone -->d", ["a b cd"]),
            (
                "<gallery>\nA.jpg|x\n</gallery>Text <nowiki>stays</nowiki> <b>bold</b><br>next",
                ["Text stays bold", "next"]
            ),
            ("{| class=x\n| cell || [[a]]\n{|\n| nested\n|}\n|}\nText", ["Text"]),
            ("__NOTOC__Text ~~~~ &ndash; &amp;c", ["Text – &c"]),
            ("----\nText", ["Text"]), ("{{open Text [[open more", ["open Text [[open more"]),
            (
                "Text }} and ]] and |} stay",
                ["Text  and ]] and |".split(separator: " ").joined(separator: " ") + " stay"]
            ),
        ] as [(String, [String])])
    func table(text: String, expected: [String]) {
        #expect(lines(text) == expected)
    }

    @Test("a Wikinews page: last revision, date and place of its templates")
    func page() throws {
        let article = try #require(MarkupFixture.article(MarkupFixture.mediawiki, .mediawiki))
        #expect(article.source.recordID == "77" && article.title == "Comet returns" && article.url == nil)
        #expect(article.published?.iso8601 == "2008-11-03" && article.dateline == "Tucson")
        #expect(article.modified?.iso8601 == "2008-11-04T10:00:00Z")
        #expect(
            article.lines == [
                "The comet of Halley came back to the system. It is \"bright\".", "Reactions", "A statement said so",
            ])
    }

    @Test(
        "pages that are no articles are rejects",
        arguments: [
            ("<page><title>Talk:X</title><ns>1</ns><revision><text>x</text></revision></page>", Reject.Reason.notAPage),
            (
                """
                <page><title>X</title><ns>0</ns><redirect title=\"Y\"/><revision><text>#REDIRECT [[Y]]</text>\
                </revision></page>
                """,
                .redirect
            ),
            (
                "<page><title>X</title><ns>0</ns><revision><text>#WEITERLEITUNG [[Y]]</text></revision></page>",
                .redirect
            ),
            ("<page><title>X</title><revision><text deleted=\"deleted\"/></revision></page>", .deleted),
            ("<page><title>X</title><revision><text/></revision></page>", .noText),
            ("<page><title>X</title><revision><text>{{only|templates}}</text></revision></page>", .noText),
            (
                "<page><title>X</title><ns>0</ns><revision><model>json</model><text>{}</text></revision></page>",
                .notAPage
            ),
            ("<page><title>X</title></page>", .noText),
        ])
    func rejects(text: String, reason: Reject.Reason) {
        #expect(MarkupFixture.reject(text, .mediawiki)?.reason == reason)
    }

    @Test("a numbered list that begins with a link is no redirect")
    func list() {
        let target = WikiText.redirectTarget(Array("# [[Page]] is first".utf8))
        #expect(target == nil)
        let other = WikiText.redirectTarget(Array("#перенаправление: [[Цель|x]]".utf8))
        #expect(other == "Цель")
    }

    @Test(
        "unbalanced and deep brackets cost one pass", .timeLimit(.minutes(1)),
        arguments: [
            "{{", "[[", "}}", "]]", "{|\n", "{{a|", "[[a|[", "{{{", "''", "\n==", "<ref>", "[http://", "&", "__A",
        ])
    func hostile(piece: String) {
        let text = String(repeating: piece, count: 24_000 / piece.utf8.count)
        for source in [text, text + "x" + String(text.reversed()), text + String(repeating: "}}", count: 8_000)] {
            let wiki = WikiText(Array(source.utf8))
            #expect(wiki.paragraphs.count <= source.utf8.count)
        }
    }
}
