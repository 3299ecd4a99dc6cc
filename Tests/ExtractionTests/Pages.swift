import Extraction
import Model

/// Pages and helpers for the tests of this target. All texts are written for them.
enum Pages {
    static func draft(_ body: Draft.Body, url: String? = nil) -> Draft {
        var article = Article(
            id: RecordID(high: 1, low: 2), source: Source(file: "page.html", format: .html, ordinal: 0, offset: 0))
        article.url = url
        return Draft(article: article, body: body)
    }

    static func result(_ html: String, url: String? = nil) -> ExtractionResult {
        var extractor = PageExtractor(configuration: Configuration())
        return extractor.extract(draft(.page(Array(html.utf8)), url: url))
    }

    /// The article of a page; an empty one for a reject.
    static func article(_ html: String, url: String? = nil) -> Article {
        switch result(html, url: url) {
        case .article(let article): article
        case .reject: draft(.text).article
        }
    }

    static func paragraphs(_ html: String) -> [String] { lines(article(html)) }

    static func lines(_ article: Article) -> [String] {
        String(decoding: article.text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// The text of markup that is nothing but an article.
    static func fragment(_ html: String) -> [String] {
        var extractor = PageExtractor(configuration: Configuration())
        guard case .article(let article) = extractor.extract(draft(.fragment(Array(html.utf8)))) else { return [] }
        return lines(article)
    }

    static let body = [
        "The harbour board voted on Tuesday to rebuild the old lighthouse, ending a dispute of eleven years.",
        "Work will start in spring, the chair of the board said, and should take no more than two summers to finish.",
        "Fishermen had asked for a beacon on the northern pier instead, arguing that the channel has moved since 1950.",
        "“We would rather have a light where the ships are,” said one of them after the vote, folding up his banner.",
        "The council will pay a third of the cost; the rest comes from a fund for coastal monuments, and from donors.",
    ]

    static func paragraphs(of texts: [String]) -> String { texts.map { "<p>\($0)</p>" }.joined(separator: "\n") }

    /// A page with everything around the article that news sites put there.
    static func page(
        body: String = paragraphs(of: Pages.body), head: String = "", headline: String = "Lighthouse to be rebuilt"
    ) -> String {
        """
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
        <title>\(headline) | Harbour Gazette</title>\(head)
        <style>p { color: red }</style><script>var article = "<p>not text</p>";</script></head>
        <body class="single has-sidebar"><header><a href="/">Harbour Gazette</a></header>
        <nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <main><article><h1>\(headline)</h1>
        <div class="byline">By Ada Quayle</div>
        <div class="social-share"><a href="#">Tweet</a> <a href="#">Mail</a></div>
        <div class="article-body">\(body)</div>
        <div class="related-articles"><h3>Related</h3>
        <ul><li><a href="/a">Ferry timetable changes again this winter</a></li></ul></div>
        </article>
        <aside><h2>Most read</h2><p>Someone wrote about parking near the quay, and others agreed.</p></aside>
        </main><footer><p>Copyright Harbour Gazette. All rights reserved, and no seagulls were harmed.</p></footer>
        </body></html>
        """
    }
}
