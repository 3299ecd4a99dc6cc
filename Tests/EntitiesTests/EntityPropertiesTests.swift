import Entities
import Model
import TestSupport
import Testing
import Text

/// What holds for any bytes at all.
@Suite struct EntityPropertiesTests {
    static let pieces = [
        "March", "May", "26", "5", "1987", "2014", "-", "/", ":", ".", ",", " ", " ", " ", "\n", "$", "€", "£", "½",
        "1/2",
        "million", "mln", "bn", "m", "dlrs", "pounds", "percent", "%", "per cent", "the", "of", "in", "from", "to",
        "and",
        "between", "last", "next", "this", "past", "week", "year", "years", "ago", "Tuesday", "Tue", "yesterday",
        "the day",
        "before", "early", "mid", "end", "quarter", "Q3", "first", "th", "s", "'", "’", "–", "a.m.", "pm", "GMT",
        "noon",
        "half", "a", "an", "hundred", "twenty", "five", "km", "°", "C", "square", "miles", "99999999999999999999", "0",
        "999999999", "1,000", "1.000,5", "'87", "1990s", "spring", "fiscal", "FY2015", "US", "HK", "U.S.", "é", "日本",
        "\u{301}",
        "said", "will", "since", "until", "Hong Kong", "February 30", "9999", "0000", "00:00", "24:60", "of the",
    ]

    func check(_ bytes: [UInt8], published: NewsDate?, language: String?, _ label: String) {
        var finder = EntityFinder()
        let entities = finder.entities(in: bytes.span, published: published, language: language)
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var covered: [Range<Int>] = []
        for mention in entities.flatMap(\.mentions) {
            guard 0 <= mention.start, mention.start < mention.end, mention.end <= scalars.count else {
                Issue.record("mention \(mention.start)..<\(mention.end) beyond the text: \(label)")
                continue
            }
            #expect(
                String(String.UnicodeScalarView(scalars[mention.start..<mention.end])) == mention.text,
                "offsets do not cut the mention: \(label)")
            covered.append(mention.start..<mention.end)
        }
        covered.sort { $0.lowerBound < $1.lowerBound }
        for (a, b) in zip(covered, covered.dropFirst()) {
            #expect(a.upperBound <= b.lowerBound, "mentions overlap: \(label)")
        }
        #expect(entities.map { $0.mentions[0].start } == entities.map { $0.mentions[0].start }.sorted())
        #expect(
            finder.entities(in: bytes.span, published: published, language: language) == entities,
            "a used finder answers otherwise: \(label)")
    }

    @Test(arguments: 0..<400)
    func `any mixture of date words keeps the promises`(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        var text = ""
        for _ in 0..<60 {
            text += Self.pieces.randomElement(using: &random) ?? ""
            if Bool.random(using: &random) { text += " " }
        }
        let published = [nil, day("2014-06-05"), day("1-1-1"), day("9999-12-31"), day("2012-2-29")]
        check(
            Array(text.utf8), published: published[seed % 5], language: ["en", nil, "de"][seed % 3],
            "seed \(seed): \(text)")
    }

    @Test(arguments: 0..<100)
    func `random bytes do no harm`(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &random) }
        var finder = EntityFinder()
        _ = finder.entities(in: bytes.span, published: day("2014-06-05"), language: "en")
        var repaired = bytes
        _ = UTF8Text.repair(&repaired)
        check(repaired, published: day("2014-06-05"), language: nil, "seed \(seed)")
    }

    @Test func `a text cut anywhere keeps the promises`() {
        let text = Array(
            "On Tuesday, 26 February 1987, at 10:15 a.m. GMT it paid US$5-1/2 million (£3.5bn) — 5½ per cent, €20m, 20°C."
                .utf8)
        for end in 0...text.count {
            var bytes = Array(text[..<end])
            _ = UTF8Text.repair(&bytes)
            check(bytes, published: day("2014-06-05"), language: "en", "cut at \(end)")
        }
    }

    @Test(arguments: [
        String(repeating: "9", count: 100_000), String(repeating: "1,", count: 50_000),
        String(repeating: "$", count: 50_000), String(repeating: "March ", count: 20_000),
        String(repeating: "from March 3 to ", count: 10_000), String(repeating: "five hundred ", count: 10_000),
        String(repeating: "the day before ", count: 10_000) + "yesterday", String(repeating: "-", count: 100_000),
        String(repeating: "in 1986 and ", count: 10_000), String(repeating: "a", count: 200_000) + "1987",
        String(repeating: "Tuesday ", count: 10_000), String(repeating: "日", count: 50_000) + " 2014-06-03",
        "99999999999 years ago and in 99999999 days it will be 999999999999999999 million dollars",
        "99999 decades ago", "the next 9999 centuries", "the past 9999 decades",
    ])
    func `hostile repetition is read in passing`(text: String) {
        var finder = EntityFinder()
        _ = finder.entities(in: Array(text.utf8).span, published: day("2014-06-05"), language: "en")
        _ = finder.entities(in: Array(text.utf8).span, published: nil, language: "de")
    }
}
