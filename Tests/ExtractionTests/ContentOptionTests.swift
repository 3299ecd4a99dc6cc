import Extraction
import Model
import Testing

/// What the configuration keeps of an article, and what decides about the rest.
@Suite struct ContentOptionTests {
    private func paragraphs(_ html: String, _ change: (inout Configuration.Extraction) -> Void) -> [String] {
        var configuration = Configuration()
        change(&configuration.extraction)
        var extractor = PageExtractor(configuration: configuration)
        guard case .article(let article) = extractor.extract(Pages.draft(.page(Array(html.utf8)))) else { return [] }
        return Pages.lines(article)
    }

    private static let first = Array(Pages.body[..<2])
    private static let rest = Array(Pages.body[2...])

    private func page(with extra: String) -> String {
        Pages.page(body: Pages.paragraphs(of: Self.first) + extra + Pages.paragraphs(of: Self.rest))
    }

    @Test(arguments: [Configuration.Extraction.Extractor.model, .rules])
    func bothExtractorsFindAPlainArticle(_ extractor: Configuration.Extraction.Extractor) {
        #expect(paragraphs(Pages.page()) { $0.extractor = extractor } == Pages.body)
    }

    @Test(arguments: [
        "<figure><img src=a><figcaption>The old tower in 1931, before the storm.</figcaption></figure>",
        "<div class=image-caption>The old tower in 1931, before the storm.</div>",
    ])
    func captionsAreKeptOnDemand(_ figure: String) {
        let caption = ["The old tower in 1931, before the storm."]
        #expect(paragraphs(page(with: figure)) { _ in } == Pages.body)
        #expect(paragraphs(page(with: figure)) { $0.captions = true } == Self.first + caption + Self.rest)
    }

    @Test func headingsAreLeftOutOnDemand() {
        let html = page(with: "<h2>What the fishermen want</h2>")
        #expect(paragraphs(html) { _ in } == Self.first + ["What the fishermen want"] + Self.rest)
        #expect(paragraphs(html) { $0.headings = false } == Pages.body)
    }

    @Test func quotedPostsAreLeftOutOnDemand() {
        let post = "The light on the pier has been out since Monday, and nobody at the board answers the phone."
        let html = page(with: "<blockquote class=twitter-tweet><p>\(post)</p></blockquote>")
        #expect(paragraphs(html) { _ in } == Self.first + [post] + Self.rest)
        #expect(paragraphs(html) { $0.posts = false } == Pages.body)
    }

    @Test func theStandfirstIsKeptUnlessItIsNotWanted() {
        let lead = "Eleven years of dispute end with a vote that most of the fishermen did not want to see at all."
        let html = """
            <head><title>Lighthouse to be rebuilt</title><meta name=description content="\(lead)"></head>
            <article><h1>Lighthouse to be rebuilt</h1><div class=standfirst><p>\(lead)</p></div>
            <p class=date>2 May 2024</p><div class=article-body>\(Pages.paragraphs(of: Pages.body))</div></article>
            """
        #expect(paragraphs(html) { _ in } == [lead] + Pages.body)
        #expect(paragraphs(html) { $0.standfirst = false } == Pages.body)
    }

    @Test func aTableInAFigureIsNoPicture() {
        let table = """
            <figure class=wp-block-table><table><tr><th>Year</th><th>Ships</th></tr><tr><td>1950</td><td>412</td></tr>
            <tr><td>2020</td><td>38</td></tr></table></figure>
            """
        let kept = paragraphs(page(with: table)) { $0.extractor = .rules }
        #expect(kept == Self.first + ["Year Ships", "1950 412", "2020 38"] + Self.rest)
    }

    @Test func aParagraphThatIsOneLinkLeadsElsewhere() {
        let html = page(with: "<p><a href=/x>FERRY TIMETABLE CHANGES AGAIN AS THE WINTER STORMS COME IN</a></p>")
        #expect(paragraphs(html) { _ in } == Pages.body)
    }
}
