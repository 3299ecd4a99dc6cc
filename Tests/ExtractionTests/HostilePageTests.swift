import Model
import TestSupport
import Testing

@testable import Extraction

/// Pages made to hurt: each ends, in time, with its text and a note of what was cut.
@Suite struct HostilePageTests {
    private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test func depthLosesNoText() {
        for depth in [255, 300, 16_000] {
            let html = times("<div>", depth) + "<p>Deep.</p>" + times("</div>", depth) + "<p>After.</p>"
            #expect(Pages.fragment(html) == ["Deep.", "After."], "depth \(depth)")
        }
    }

    @Test func depthBeyondTheLimitIsRecorded() {
        #expect(Pages.article(times("<div>", 16_000) + "<p>" + Pages.body[0]).repairs[.limits] > 0)
        #expect(Pages.article(times("<div>", 1_000) + "<p>" + Pages.body[0]).repairs[.limits] == 0)
    }

    /// Built one at a time, when they are asked for.
    enum Hostile: String, CaseIterable, CustomTestStringConvertible {
        case divisions, inlineElements, blockedEndTags, itemsAndEndTags, attributes, keptAttributes, templates, comments
        case lessThanSigns, references, ampersands, quotes, tables, lists, paragraphsInSpans, headings, unknownElements
        case links, colspan, classNames, jsonBrackets, jsonQuotes, metas, dates, endTagsOnly, rawText

        var testDescription: String { rawValue }

        var html: String {
            func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
            return switch self {
            case .divisions: times("<div>", 15_000)
            case .inlineElements: times("<b><i>x", 25_000)
            case .blockedEndTags: times("<i>", 1_900) + "<div>" + times("<b>", 1_900) + times("</i>", 25_000)
            case .itemsAndEndTags:
                "<ul>" + times("<li>", 15_000) + "<div>" + times("<font>", 3_000) + times("</li>", 15_000)
            case .attributes: "<p " + times("a=b ", 75_000) + ">text</p>"
            case .keptAttributes: "<p " + times("class=b ", 25_000) + ">text</p>"
            case .templates: times("<template><svg><noscript>", 15_000)
            case .comments: times("<!--", 15_000)
            case .lessThanSigns: times("<", 75_000)
            case .references: times("&amp;&#x26;&notin", 15_000)
            case .ampersands: times("&", 75_000)
            case .quotes: times("<a href=\"", 25_000)
            case .tables: times("<table><tr><td>", 8_000)
            case .lists: times("<ul><li>", 8_000)
            case .paragraphsInSpans: times("<p><span>", 15_000)
            case .headings: times("<h1><p>", 8_000)
            case .unknownElements: (0..<8_000).map { "<x\($0)>" }.joined()
            case .links: times("<p><a href=x>word</a> ", 8_000)
            case .colspan: "<table><tr><td colspan=9007199254740991 rowspan=-1>x</table>"
            case .classNames: "<div class='" + times("aBcD-", 25_000) + "'>x</div>"
            case .jsonBrackets: "<script type=application/ld+json>" + times("[", 15_000) + "</script>x"
            case .jsonQuotes: "<script type=application/ld+json>{" + times("\"@type\"", 15_000) + "</script>x"
            case .metas: times("<meta name=date content=x>", 8_000)
            case .dates: times("<time datetime='2020-01-01'>1 May 2020</time>", 5_000)
            case .endTagsOnly: times("</b></p></div>", 25_000)
            case .rawText: times("<script><style><textarea></scrip></styl>", 8_000)
            }
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: Hostile.allCases) func ends(_ page: Hostile) {
        let html = page.html
        _ = Pages.result(html)
        _ = Pages.fragment(html)
    }

    @Test func oneLongTextNodeComesThrough() {
        let article = Pages.article(
            "<p>" + times("All work and no play. ", 500_000) + "</p><p>" + Pages.body[0] + "</p>")
        #expect(article.text.count > 10_500_000)
        #expect(article.repairs[.limits] == 0)
    }

    @Test func textBeyondTheLimitIsCutAndRecorded() {
        var reducer = PageReducer()
        reducer.limits.textBytes = 100
        reducer.reduce(Array(Pages.page().utf8))
        #expect(reducer.parts.text.count <= 100)
        #expect(reducer.parts.limitsReached > 0)
    }

    @Test func elementsBeyondTheLimitLeaveTheirText() {
        var reducer = PageReducer()
        reducer.limits.elements = 3
        reducer.reduce(Array("<p>a</p><p>b</p><p>c</p><p>d</p>".utf8))
        #expect(String(decoding: reducer.parts.text, as: UTF8.self) == "abcd")
        #expect(reducer.parts.tags.count == 3)
        #expect(reducer.parts.limitsReached == 1)
    }

    @Test(arguments: 0..<60) func mutationsNeverCrashAndLoseNoText(seed: UInt64) {
        var random = SplitMix(state: seed)
        var bytes = Array(Self.quirks.utf8)
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let position = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[position] = UInt8.random(in: 0...127, using: &random)
            case 1: bytes.remove(at: position)
            case 2:
                let copy = bytes[position..<min(bytes.count, position + 30)]
                bytes.insert(contentsOf: Array(copy), at: Int.random(in: 0..<bytes.count, using: &random))
            default: bytes.insert(Array("<>\"'/=&;-!".utf8).randomElement(using: &random) ?? 0, at: position)
            }
        }
        check(bytes, "seed \(seed)")
    }

    @Test func prefixesNeverCrash() {
        let bytes = Array(Self.quirks.utf8)
        for length in stride(from: 0, to: bytes.count, by: 256) {
            check(Array(bytes[..<length]), "first \(length) bytes")
        }
    }

    /// The skeleton and the tree stay in step: every run of text finds its place, on any input.
    private func check(_ bytes: [UInt8], _ what: String) {
        var reducer = PageReducer()
        var builder = TreeBuilder()
        reducer.reduce(bytes)
        swap(&reducer.parts, &builder.parts)
        #expect(SkeletonParser().parse(into: &builder))
        #expect(builder.isInStep, "\(what)")
        var extractor = PageExtractor(configuration: Configuration())
        _ = extractor.extract(Pages.draft(.page(bytes), url: "https://example.org/a/b"))
    }

    private static let quirks = Pages.page(
        body: MarkupTests.rows.map(\.html).joined() + Pages.paragraphs(of: Pages.body), head: FactTests.head)
}
