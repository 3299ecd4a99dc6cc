import Extraction
import Model
import Testing
import Text

/// What a page says about its article, and whom to believe.
@Suite struct FactTests {
    static let head = """
        <link rel="canonical" href="/2026/05/lighthouse?utm_source=feed#top">
        <meta property="og:site_name" content="Harbour Gazette">
        <meta property="og:title" content="Lighthouse to be rebuilt">
        <meta property="og:image" content="/img/tower.jpg"><meta name="description" content="A vote &amp; its price.">
        <meta property="article:published_time" content="2026-05-01T08:00:00Z"><meta name="author" content="A. Quayle">
        <script type="application/ld+json">
        {"@context":"https://schema.org","@graph":[{"@type":"Person","@id":"#aq","name":"Ada Quayle"},
        {"@type":"NewsArticle","headline":"Lighthouse to be rebuilt","datePublished":"2026-05-02T09:30:00+02:00",
         "dateModified":"2026-05-03","author":[{"@id":"#aq"},{"@type":"Person","name":"Tom Voirrey"}],
         "articleSection":["Harbour","News"],"inLanguage":"en_GB"}]}
        </script>
        """

    static let url = "https://www.harbour.example/2026/05/lighthouse?fbclid=1"

    @Test func structuredDataComesFirst() {
        let article = Pages.article(Pages.page(head: Self.head), url: Self.url)
        #expect(article.title == "Lighthouse to be rebuilt")
        #expect(article.authors == ["Ada Quayle", "Tom Voirrey"])
        #expect(article.published?.iso8601 == "2026-05-02T09:30:00+02:00")
        #expect(article.modified?.iso8601 == "2026-05-03")
        #expect(article.section == "Harbour")
        #expect(article.site == "Harbour Gazette")
        #expect(article.language == "en-GB")
        #expect(article.description == "A vote & its price.")
        #expect(article.canonicalURL == "https://www.harbour.example/2026/05/lighthouse")
        #expect(article.image == "https://www.harbour.example/img/tower.jpg")
        #expect(article.url == Self.url)
    }

    @Test func theRecordsFactsWin() {
        var draft = Pages.draft(.page(Array(Pages.page(head: Self.head).utf8)), url: Self.url)
        draft.article.title = "From the record"
        draft.article.authors = ["R. Cord"]
        draft.article.published = NewsDate(year: 2020, month: 1, day: 2)
        var extractor = PageExtractor(configuration: Configuration())
        guard case .article(let article) = extractor.extract(draft) else {
            Issue.record("no article")
            return
        }
        #expect(article.title == "From the record")
        #expect(article.authors == ["R. Cord"])
        #expect(article.published?.year == 2020)
        #expect(article.section == "Harbour")
        #expect(article.canonicalURL == "https://www.harbour.example/2026/05/lighthouse")
    }

    private func authors(_ json: String) -> [String] {
        Pages.article(
            Pages.page(head: "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":\(json)}</script>")
        ).authors
    }

    @Test func authorsInEveryShape() {
        #expect(authors("\"Ada Quayle\"") == ["Ada Quayle"])
        #expect(authors("{\"name\":\"Ada Quayle\"}") == ["Ada Quayle"])
        #expect(authors("{\"name\":[\"Ada Quayle\",\"Tom Voirrey\"]}") == ["Ada Quayle", "Tom Voirrey"])
        #expect(authors("[{\"name\":\"Ada Quayle\"},\"Tom Voirrey\"]") == ["Ada Quayle", "Tom Voirrey"])
        #expect(authors("\"By Ada Quayle and Tom Voirrey\"") == ["Ada Quayle", "Tom Voirrey"])
        #expect(authors("\"Von Änne Groß, Åke Öhman\"") == ["Änne Groß", "Åke Öhman"])
        #expect(authors("[\"https://x.example/ada\",\"Ada Quayle\"]") == ["Ada Quayle"])
        // The site is no author; the page's byline is asked instead.
        #expect(authors("\"\"") == ["Ada Quayle"])
    }

    /// Broken as templates break it; the date is the sign that it was read.
    @Test(arguments: [
        "{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-02\",}",
        "<!-- {\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-02\"} -->",
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-02\"}\n//]]>",
        "{\"@type\":\"NewsArticle\",\"keywords\":[\"a\",,\"b\",],\"datePublished\":\"2026-05-02\"};",
        "{\"@type\":\"NewsArticle\",\"headline\":\"line\nbreak\ttab\",\"datePublished\":\"2026-05-02\"}",
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2026-05-02&quot;}",
        "{\"@type\":\"NewsArticle\",\"headline\":\"a \"quoted\" word\",\"datePublished\":\"2026-05-02\"}",
        "{\"@type\":[\"WebPage\",\"NewsArticle\"],\"datePublished\":\"2026-05-02T00:00:00\"}",
        "[[{\"@type\":\"http://schema.org/NewsArticle\",\"datePublished\":\"2026-05-02\"}]]",
        "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"BlogPosting\",\"datePublished\":\"2026-05-02\"}}",
        "{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-02\",\"articleBody\":\"cut of",
    ])
    func structuredDataThatIsBroken(_ json: String) {
        let head = "<script type='application/ld+json; charset=utf-8'>\(json)</script>"
        let published = Pages.article(Pages.page(head: head)).published
        #expect(published.map { [$0.year, $0.month, $0.day] } == [2026, 5, 2])
    }

    @Test func otherArticlesOnThePageDoNotCount() {
        let head = """
            <script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":
            {"@type":"NewsArticle","headline":"Another","datePublished":"1999-01-01","author":"No One"}}]}</script>
            """
        let article = Pages.article(Pages.page(head: head))
        #expect(article.published == nil)
        #expect(article.authors == ["Ada Quayle"])
    }

    @Test func microdataComesBeforeMeta() {
        let body = """
            <div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" content="2026-05-04">
            <span itemprop="author"><span itemprop="name">Tom Voirrey</span></span>
            <div itemprop="articleBody">\(Pages.paragraphs(of: Pages.body))</div></div>
            """
        let article = Pages.article(Pages.page(body: body, head: "<meta name=author content='Web Desk, Desk'>"))
        #expect(article.authors == ["Tom Voirrey"])
        #expect(article.published?.iso8601 == "2026-05-04")
    }

    @Test func aVisibleDateNearTheHeadlineIsTheLastResort() {
        let dated = Pages.page().replacing("By Ada Quayle", with: "By Ada Quayle | Published 4 May 2026")
        #expect(Pages.article(dated).published?.iso8601 == "2026-05-04")
        let footer = Pages.page().replacing("Copyright Harbour Gazette", with: "© 1 January 2019 Harbour Gazette")
        #expect(Pages.article(footer).published == nil)
        let time = Pages.page().replacing(
            "By Ada Quayle", with: "<time datetime='2026-05-05T10:00Z'>yesterday</time>")
        #expect(Pages.article(time).published?.day == 5)
    }

    @Test func theAddressMayCarryTheDate() {
        let url = "https://harbour.example/news/2026/05/06/lighthouse.html"
        #expect(Pages.article(Pages.page(), url: url).published?.iso8601 == "2026-05-06")
        #expect(Pages.article(Pages.page(), url: "https://harbour.example/2026/99/06/x").published == nil)
    }

    @Test func aPageWithoutAddressIsWhereItSaysItIs() {
        let head = #"<link rel="canonical" href="https://harbour.example/2026/may/06/wall-falls">"#
        let article = Pages.article(Pages.page(head: head + #"<meta property="og:image" content="/wall.jpg">"#))
        #expect(article.published?.iso8601 == "2026-05-06")
        #expect(article.image == "https://harbour.example/wall.jpg")
        #expect(article.site == "harbour.example")
    }

    @Test(arguments: [
        ("<link rel=canonical href='https://harbour.example/a'>", "https://harbour.example/a"),
        (
            "<link rel='shortlink canonical' href='//harbour.example/a?id=3&utm_medium=x'>",
            "https://harbour.example/a?id=3"
        ),
        ("<link rel=canonical href='/'><meta property=og:url content='/b/../c'>", "https://www.harbour.example/c"),
        ("<base href='https://cdn.example/x/'><link rel=canonical href='y'>", "https://cdn.example/x/y"),
        ("<link rel=canonical href='javascript:void(0)'>", "https://www.harbour.example/2026/05/lighthouse"),
        ("<link rel=canonical href=''>", "https://www.harbour.example/2026/05/lighthouse"),
        ("", "https://www.harbour.example/2026/05/lighthouse"),
    ])
    func canonicalAddress(_ head: String, _ expected: String) {
        #expect(Pages.article(Pages.page(head: head), url: Self.url).canonicalURL == expected)
    }
}
