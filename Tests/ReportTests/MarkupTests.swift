import Testing
import Text

@testable import Report

@Suite struct MarkupTests {
    @Test(
        "what comes from data cannot become markup",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\"><img src=x onerror='y'>", "&quot;&gt;&lt;img src=x onerror=&#39;y&#39;&gt;"),
            ("a & b &lt;", "a &amp; b &amp;lt;"), ("\u{0}\u{1B}[31m\u{85}é\u{A0}", "  [31m é\u{A0}"), ("ß€😀", "ß€😀"),
        ])
    func escaping(text: String, expected: String) {
        var html = Markup()
        html.text(text)
        #expect(String(decoding: html.bytes, as: UTF8.self) == expected)
        var attribute = Markup()
        attribute.element("p", ["title": text], text: "")
        #expect(String(decoding: attribute.bytes, as: UTF8.self) == "<p title=\"\(expected)\"></p>")
    }

    @Test("shares are never 0 for something, and texts are cut between words")
    func wording() {
        #expect(Wording.share(0, of: 5) == "0.0 %" && Wording.share(1, of: 100_000) == "< 0.1 %")
        #expect(Wording.share(99_999, of: 100_000) == "99.9 %" && Wording.share(5, of: 5) == "100.0 %")
        #expect(Wording.share(1, of: 0) == "–")
        #expect(Wording.beginning("one two three four", 12) == "one two …" && Wording.beginning("one", 12) == "one")
    }

    @Test("days become months and years where there are too many, and strays stay outside")
    func bins() {
        let august = TimeBins((0..<10).map { (20_666 + $0, 5) })
        #expect(august.unit == .day && august.bins.count == 10 && august.bins[0].label == "2026-08-01")
        let years = TimeBins((0..<4000).map { (10_000 + $0, 1) })
        #expect(years.unit == .year && years.bins.reduce(years.earlier + years.later) { $0 + $1.count } == 4000)
        let stray = TimeBins([(-700_000, 1)] + (0..<60).map { (20_000 + $0, 50) } + [(2_900_000, 2)])
        #expect(stray.unit == .day && stray.earlier == 1 && stray.later == 2 && stray.bins.count == 60)
        #expect(TimeBins([]).bins.isEmpty)
        #expect(TimeBins([(20_666, 3)]).bins == [TimeBins.Bin(label: "2026-08-01", count: 3)])
    }

    @Test("counts are bounded, and nothing is lost")
    func boundedCounts() {
        var counts = BoundedCounts<Int>(limit: 3)
        for key in [5, 1, 5, 2, 9, 5, 9] { counts.add(key) }
        #expect(counts.ranked.map(\.key) == [5, 1, 2] && counts.others == 2 && counts.total == 7)
    }
}
