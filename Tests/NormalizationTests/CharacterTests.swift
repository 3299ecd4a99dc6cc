import Model
import Testing

@testable import Normalization

@Suite struct CharacterTests {
    @Test(
        "References that were escaped twice are resolved",
        arguments: [
            Row("He said &quot;yes&quot; &amp; left", "He said \"yes\" & left"),
            Row("Tom &amp;amp;amp; Jerry", "Tom & Jerry"),
            Row("it&#8217;s 5&nbsp;km &mdash; caf&eacute; &#x2014; &#151;", "it’s 5 km — café — —"),
            Row("the &lt;p&gt; tag", "the <p> tag"),
            Row("&amp;lt;b&amp;gt;", "<b>"),
            Row("auto&shy;mobile and a&#8203;b", "automobile and ab"),
            Row(same: "AT&T, R&D; &copy2 &notit; &unknown; & &; &#; &#x; Q&A"),
        ])
    func references(row: Row) { #expect(repaired(row.input).string == row.output) }

    @Test func referencesAreCounted() {
        #expect(repaired("a &amp;amp; b &quot;c&quot;").repairs[.entities] == 4)
    }

    @Test(
        "Controls, invisible characters and odd spaces",
        arguments: [
            Row("a\u{0}b\u{1}c\u{7F}d", "abcd"),
            Row("a\r\nb\rc\u{B}d\u{C}e\u{2028}f\u{2029}g", "a\nb\nc\nd\ne\nf\ng"),
            Row("\u{FEFF}zero\u{200B}width\u{2060}x\u{AD}y", "zerowidthxy"),
            Row("5\u{A0}000\u{202F}km\u{2009}a\u{3000}b", "5 000 km a b"),
            Row("left\u{200E}to\u{202A}right\u{202C}", "lefttoright"),
            Row(same: "עברית\u{200F}! and English\u{200E}."),
            Row(same: "می\u{200C}خواهم"),
            Row(same: "क\u{94D}\u{200D}ष"),
            Row("Auf\u{200C}lage", "Auflage"),
            Row(same: "👩\u{200D}💻 and ❤\u{FE0F}\u{200D}🔥"),
            Row(same: "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} flag"),
            Row("tag\u{E0067}s", "tags"),
            Row("Mail \u{F0E0} us \u{E801}now", "Mail us now"),
            Row(same: "字\u{E000}字"),
            Row("end&#xFFFF;&#xFDD0;\u{FFFC}", "end"),
            Row(same: "bad \u{FFFD} byte"),
        ])
    func characters(row: Row) {
        #expect(repaired(row.input).string.unicodeScalars.elementsEqual(row.output.unicodeScalars))
    }

    @Test(
        "Text comes out in normalization form C",
        arguments: [
            Row("cafe\u{301}", "caf\u{E9}"),
            Row("Vie\u{302}\u{323}t", "Vi\u{1EC7}t"),
            Row("q\u{307}\u{323}", "q\u{323}\u{307}"),
            Row("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
            Row("\u{212B} \u{2126} \u{212A}", "\u{C5} \u{3A9} K"),
            Row("\u{304B}\u{3099}", "\u{304C}"),
            Row("\u{95C}", "\u{921}\u{93C}"),
            Row("\u{9C7}\u{9BE}", "\u{9CB}"),
            Row("\u{F900}", "\u{8C48}"),
            Row(same: "а\u{301} \u{928}\u{93F}\u{93C} กำลัง தமிழ் മലയാളം"),
        ])
    func composition(row: Row) {
        let result = repaired(row.input)
        #expect(result.string.unicodeScalars.elementsEqual(row.output.unicodeScalars))
        #expect((result.repairs[.nfc] > 0) != row.input.unicodeScalars.elementsEqual(row.output.unicodeScalars))
    }

    @Test("Every repair has its counter")
    func counters() {
        let result = repaired("a\u{1}b  c\u{200B}d\te\u{A0}f")
        #expect(result.string == "ab cd e f")
        #expect(result.repairs[.controls] == 1)
        #expect(result.repairs[.invisible] == 1)
        #expect(result.repairs[.whitespace] == 3)
    }

    @Test("Facts are repaired and become one line each; empty ones vanish")
    func facts() {
        var subject = article("Some text of no interest.", title: " The &quot;end&quot;\n of\u{A0}it ", dateline: " ")
        subject.authors = ["Ana\u{200B} PÃ©rez", "", "Ana Pérez"]
        subject.description = "cafe\u{301}"
        subject.section = "\u{1}"
        var normalizer = Normalizer(configuration: Configuration())
        #expect(normalizer.normalize(&subject) == nil)
        #expect(subject.title == "The \"end\" of it")
        #expect(subject.authors == ["Ana Pérez"])
        #expect(subject.description == "caf\u{E9}")
        #expect(subject.section == nil)
        #expect(subject.dateline == nil)
        #expect(subject.repairs[.entities] == 2)
    }
}
