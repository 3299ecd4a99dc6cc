import Extraction
import Model
import Testing

/// Which text of a page is the article.
@Suite struct ArticleTests {
    @Test func findsTheArticleAndNothingElse() {
        #expect(Pages.paragraphs(Pages.page()) == Pages.body)
    }

    @Test("text right in the body does not make links behind it look like text")
    func linksBehindBareText() {
        let links = (1...8).map {
            "<li><a href=\"/tide/\($0)\">Harbour notice \($0): the ferry to the islands leaves later than usual, all "
                + "through the week. Bring a coat.</a></li>"
        }
        let start = "Harbour Gazette <a href=\"#top\">Top</a> of the page <ul>\(links.joined())</ul>"
        let page = "<html><body>\(start)<div><h1>Lighthouse</h1>\(Pages.paragraphs(of: Pages.body))</div></body></html>"
        #expect(Pages.paragraphs(page) == Pages.body)
    }

    @Test("a declared body is the article, however much is said about it below")
    func declaredBody() {
        let article =
            Pages.body + ["The keeper’s house stays as it is, and so do the swallows under its eaves for now."]
        let posts = (1...8).map { number in
            let text = Pages.body.reversed().joined(separator: " ").replacing("ea", with: "\(number)")
            return "<li class=member id=m\(number)><p>Dear board, number \(number): \(text)</p></li>"
        }
        let page = """
            <html><body><div class=rack><section itemprop="articleBody"><h1>Lighthouse</h1>
            \(Pages.paragraphs(of: article))
            </section></div><div class=more><ul>\(posts.joined())</ul></div></body></html>
            """
        #expect(Pages.paragraphs(page) == article)
    }

    @Test func keepsHeadingsListsAndQuotes() {
        let extra = """
            <h2>What happens next</h2><p>The plan has three steps, and each of them needs a permit.</p>
            <ul><li>clear the rubble from the rock;</li><li>pour a new foundation;</li><li>raise the lamp.</li></ul>
            <blockquote><p>A light is a promise, the old keeper used to say.</p></blockquote>
            <p>Nobody expects the first step to be easy, given the tides on that side.</p>
            """
        let lines = Pages.paragraphs(Pages.page(body: Pages.paragraphs(of: Pages.body) + extra))
        #expect(
            lines == Pages.body + [
                "What happens next", "The plan has three steps, and each of them needs a permit.",
                "clear the rubble from the rock;", "pour a new foundation;", "raise the lamp.",
                "A light is a promise, the old keeper used to say.",
                "Nobody expects the first step to be easy, given the tides on that side.",
            ])
    }

    @Test func keepsTablesOfDataRowByRow() {
        let table = """
            <table><tr><th>Year</th><th>Ships</th></tr><tr><td>1950</td><td>412</td></tr>
            <tr><td>2020</td><td>38</td></tr></table>
            """
        let first = Array(Pages.body[..<3])
        let rest = Array(Pages.body[3...])
        let body = Pages.paragraphs(of: first) + table + Pages.paragraphs(of: rest)
        #expect(Pages.paragraphs(Pages.page(body: body)) == first + ["Year Ships", "1950 412", "2020 38"] + rest)
    }

    struct Extra: Sendable, CustomTestStringConvertible {
        var what: String
        var html: String
        var testDescription: String { what }

        init(_ what: String, _ html: String) {
            self.what = what
            self.html = html
        }
    }

    /// Each of these, in the middle or at the end of the article, leaves no trace.
    static let extras = [
        Extra(
            "figure", "<figure><img src=a><figcaption>The old tower in 1931, before the storm.</figcaption></figure>"),
        Extra("caption", "<div class=\"imageCaption\">The old tower in 1931, before the great storm.</div>"),
        Extra("share bar", "<ul class=\"share-buttons\"><li><a href=#>Share</a></li><li>Print this page</li></ul>"),
        Extra(
            "newsletter",
            "<div class=\"newsletter-signup\"><p>Get the tide table in your inbox every morning. Sign up.</p></div>"),
        Extra(
            "advertisement",
            "<div class=\"ad-slot\"><p>Buy a boat today and get a second one for half the price.</p></div>"
        ),
        Extra(
            "consent manager",
            "<div id=\"onetrust-consent-sdk\"><p>We use cookies to make this site work, and more.</p></div>"
        ),
        Extra("read more", "<p><a href=/x>Read more: Ferry timetable changes again this winter</a></p>"),
        Extra(
            "hidden",
            "<div style=\"color:red; display: none\"><p>This was meant for search engines, not for you.</p></div>"),
        Extra("teaser card", "<div><h3><a href=/y>Ferry to stop at noon</a></h3><p>The ferry stops.</p></div>"),
        Extra(
            "list of links",
            "<ul><li><a href=/1>Ferry to stop at noon</a></li><li><a href=/2>Fish prices fall</a></li></ul>"),
        Extra(
            "navigation role",
            "<div role=navigation><p>Home, harbour, weather and other pages of this paper are here.</p></div>"),
        Extra(
            "German class names",
            "<div class=\"verwandte-artikel\"><p>Mehr Nachrichten aus dem Hafen und der ganzen Region.</p></div>"),
    ]

    @Test(arguments: extras) func dropsWhatIsNotTheArticle(_ extra: Extra) {
        let first = Pages.paragraphs(of: Array(Pages.body[..<2]))
        let rest = Pages.paragraphs(of: Array(Pages.body[2...]))
        #expect(Pages.paragraphs(Pages.page(body: first + extra.html + rest)) == Pages.body, "in the middle")
        #expect(Pages.paragraphs(Pages.page(body: first + rest + extra.html)) == Pages.body, "at the end")
    }

    /// A kill that would take the article is not carried out.
    @Test(arguments: [
        "<nav>", "<aside>", "<footer>", "<form>", "<figure>", "<div class=sidebar>", "<div class=paywall hidden>",
        "<nav><ul><li class=menu-item>", "<div role=dialog>", "<div class=comments>",
    ])
    func noNameIsBadEnoughToLoseTheArticle(_ wrapper: String) {
        let html = "<html><body><h1>Head</h1>\(wrapper)\(Pages.paragraphs(of: Pages.body))</body></html>"
        #expect(Pages.paragraphs(html) == Pages.body)
    }

    @Test func aSecondArticleIsCutOff() {
        let other = (0..<8).map { "<p>Paragraph \($0) of the next story is about something else, and at length.</p>" }
        let html = """
            <title>Lighthouse</title><main><article><h1>Lighthouse</h1>\(Pages.paragraphs(of: Pages.body))</article>
            <article><h1>Ferry</h1>\(other.joined())</article></main>
            """
        #expect(Pages.paragraphs(html) == Pages.body)
    }

    @Test func readersCommentsAreNotTheArticleHoweverLong() {
        let comments = (0..<30).map {
            "<div class=comment><p>Reader \($0) thinks that the light should be green, and says so.</p></div>"
        }
        let html = Pages.page(
            body: Pages.paragraphs(of: Pages.body) + "<div id=comments>\(comments.joined())</div>")
        #expect(Pages.paragraphs(html) == Pages.body)
    }

    @Test func aParagraphShownTwiceIsKeptOnce() {
        let body = Pages.paragraphs(of: Pages.body + [Pages.body[1]])
        #expect(Pages.paragraphs(Pages.page(body: body)) == Pages.body)
    }

    @Test func lineBreaksInsteadOfParagraphs() {
        let html = "<html><body><div id=x>" + Pages.body.joined(separator: "<br><br>") + "</div></body></html>"
        #expect(Pages.paragraphs(html) == Pages.body)
    }

    @Test(arguments: ["span", "font", "span class=article-body"]) func bareTextInAnInlineElementIsNotLost(_ tag: String)
    {
        let text = Pages.body.joined(separator: "<br><br>")
        let html = "<html><body><div><\(tag)>\(text)<br><br></\(tag.prefix(4))></div></body></html>"
        #expect(Pages.paragraphs(html) == Pages.body)
    }

    @Test(arguments: Languages.texts.indices) func rulesKnowNoLanguage(_ index: Int) {
        let texts = Languages.texts[index]
        #expect(Pages.paragraphs(Pages.page(body: Pages.paragraphs(of: texts))) == texts)
    }

    @Test func structuredDataIsTheLastResort() {
        let body = Pages.body.joined(separator: "\\n\\n")
        let html = """
            <script type="application/ld+json">{"@type":"NewsArticle","articleBody":"\(body)"}</script>
            <h1>Light</h1><div id=app><p>Loading the article, please wait.</p></div>
            """
        #expect(Pages.paragraphs(html) == Pages.body)
    }

    @Test(arguments: ["", " \n", "<html></html>", "<script>x</script>", "<img src=x>", "<!-- -->"])
    func aPageWithoutTextIsARejectWithItsBytes(_ html: String) {
        guard case .reject(let reject) = Pages.result(html) else {
            Issue.record("an article out of nothing")
            return
        }
        #expect(reject.reason == .noText)
        #expect(reject.stage == .extraction)
        #expect(reject.bytes == html.utf8.count)
        #expect(reject.payload == Array(html.utf8))
    }

    @Test func textPassesThrough() {
        var draft = Pages.draft(.text)
        draft.article.text = Array("<p>As it is.".utf8)
        var extractor = PageExtractor(configuration: Configuration())
        guard case .article(let article) = extractor.extract(draft) else {
            Issue.record("no article")
            return
        }
        #expect(article == draft.article)
    }

    @Test func equalPagesGiveEqualArticlesWhateverWasReadBefore() {
        let page = Pages.page()
        let alone = Pages.article(page)
        var extractor = PageExtractor(configuration: Configuration())
        for html in ["<b><i>x", "<p>x", Pages.page(headline: "Other"), ""] {
            _ = extractor.extract(Pages.draft(.page(Array(html.utf8))))
        }
        guard case .article(let after) = extractor.extract(Pages.draft(.page(Array(page.utf8)))) else {
            Issue.record("no article")
            return
        }
        #expect(after == alone)
    }
}

/// The same news in other languages and scripts.
enum Languages {
    static let texts: [[String]] = [
        [
            "Der Hafenrat hat am Dienstag beschlossen, den alten Leuchtturm wieder aufzubauen, nach elf Jahren Streit.",
            "Die Arbeiten beginnen im Frühjahr, sagte die Vorsitzende, und sollen höchstens zwei Sommer dauern.",
        ],
        [
            "Совет порта во вторник решил восстановить старый маяк, завершив спор, который длился одиннадцать лет.",
            "Работы начнутся весной, сказала председатель, и займут не больше двух летних сезонов.",
        ],
        [
            "港湾評議会は火曜日、十一年にわたる論争の末に、古い灯台を再建することを決めた。工事は来年の春に始まる。",
            "工期は最長で二つの夏になる見通しだと議長は述べた。漁師たちは北の桟橋に新しい標識を求めていた。",
        ],
        [
            "قرر مجلس الميناء يوم الثلاثاء إعادة بناء المنارة القديمة بعد خلاف استمر أحد عشر عاما بين الصيادين.",
            "وقالت رئيسة المجلس إن الأعمال ستبدأ في الربيع ولن تستغرق أكثر من صيفين على أبعد تقدير.",
        ],
        [
            "Το συμβούλιο του λιμανιού αποφάσισε την Τρίτη να ξαναχτίσει τον παλιό φάρο, μετά από έντεκα χρόνια.",
            "Οι εργασίες θα αρχίσουν την άνοιξη, είπε η πρόεδρος, και θα διαρκέσουν το πολύ δύο καλοκαίρια.",
        ],
        [
            "항만위원회는 화요일에 십일 년간의 논쟁 끝에 오래된 등대를 다시 짓기로 결정했다고 밝혔다.",
            "위원장은 공사가 봄에 시작되며 길어야 두 번의 여름이 걸릴 것이라고 말했다.",
        ],
    ]
}
