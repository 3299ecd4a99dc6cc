import Testing

@testable import Extraction

/// How the headline is told from what stands around it.
@Suite struct TitleTests {
    private static let headline = "Harbour wall gives way after forty years"

    private static func heading(_ text: String, home: Bool = false) -> Headings.Heading {
        Headings.Heading(text: text, leadsHome: home)
    }

    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var vote: TitleVote
        var expected: String = TitleTests.headline

        init(_ name: String, _ expected: String = TitleTests.headline, _ set: (inout TitleVote) -> Void) {
            testDescription = name
            var vote = TitleVote()
            set(&vote)
            self.vote = vote
            self.expected = expected
        }
    }

    static let rows: [Row] = [
        Row("three places that agree win over JSON-LD") {
            $0.structured = "Wall gives way"
            $0.isNews = true
            $0.social = headline
            $0.headings = [heading(headline)]
            $0.document = headline + " | Gazette"
            $0.site = "Gazette"
        },
        Row("the newsroom's own word wins over two forms for search and for readers") {
            $0.structured = headline
            $0.isNews = true
            $0.social = "Harbour: why the old wall gave way"
            $0.headings = [heading("The old harbour wall is gone")]
        },
        Row("a news object about something else is not believed") {
            $0.structured = "Quiz: how well do you know birds?"
            $0.isNews = true
            $0.headings = [heading(headline)]
            $0.document = headline
        },
        Row("a logo leads home") {
            $0.headings = [heading("The Evening Gazette of Port Erin", home: true), heading(headline)]
            $0.document = "The Evening Gazette of Port Erin"
        },
        Row("an h1 with the site's name is none") {
            $0.headings = [heading("Harbour Gazette")]
            $0.subheadings = [headline]
            $0.document = headline + " – Harbour Gazette"
            $0.site = "Harbour Gazette"
        },
        Row("a site's name before the headline in the title") {
            $0.headings = [heading("Lee's Log")]
            $0.social = headline
            $0.document = "Lee's Log: " + headline
        },
        Row("an h1 that has nothing to do with what the head says twice") {
            $0.headings = [heading("Sign up for our evening letter and never miss a thing")]
            $0.social = headline
            $0.document = headline + " | Gazette"
        },
        Row("an h1 that is a form of what the head says", "Harbour wall at Port Erin gives way after forty years") {
            $0.headings = [heading("Harbour wall at Port Erin gives way after forty years")]
            $0.social = headline
            $0.document = headline + " | Gazette"
        },
        Row("a kicker that og:title leaves out") {
            $0.structured = "Storm damage: " + headline
            $0.isNews = true
            $0.headings = [heading("Storm damage: " + headline)]
            $0.social = headline
        },
        Row("a kicker that only the h1 leaves out stays", "Storm damage: " + headline) {
            $0.structured = "Storm damage: " + headline
            $0.isNews = true
            $0.headings = [heading(headline)]
            $0.social = "Storm damage: " + headline
        },
        Row("different kickers in head and heading") {
            $0.headings = [heading("Autumn gales - " + headline)]
            $0.social = "Port Erin: " + headline
        },
        Row("two halves of a headline are no kicker", "Light wins: the harbour is bright again at night") {
            $0.headings = [heading("Light wins: the harbour is bright again at night")]
            $0.document = "Light wins: the harbour is bright again at night"
        },
        Row("a date in the heading's own element") {
            $0.headings = [
                Headings.Heading(text: "12 May 2026 " + headline, pieces: ["12 May 2026", headline])
            ]
            $0.social = headline
        },
        Row("an ellipsis is completed") {
            $0.structured = "Harbour wall gives way after …"
            $0.isNews = true
            $0.headings = [heading(headline)]
        },
        Row("sections behind bars go") { $0.document = headline + " | Local | Harbour Gazette" },
        Row("a dash inside the headline stays", "Wall gives way – the end") {
            $0.social = "Wall gives way – the end"
            $0.document = "Wall gives way – the end | Harbour Gazette"
            $0.site = "Harbour Gazette"
        },
        Row("a headline in an unspaced script", "市議会は古い橋を二年間閉鎖することを決めた") {
            $0.headings = [heading("ニュースの登録はこちらからどうぞ")]
            $0.social = "市議会は古い橋を二年間閉鎖することを決めた"
            $0.document = "市議会は古い橋を二年間閉鎖することを決めた｜港新聞"
        },
    ]

    @Test("The headline is found", arguments: rows)
    func titles(row: Row) { #expect(row.vote.title() == row.expected) }

    @Test func noStatementNoTitle() {
        #expect(TitleVote().title() == nil)
        #expect(TitleVote(structured: "", social: "|", document: " - ").title() != "")
    }

    @Test(arguments: [" | ", " - ", " – ", " :: ", " · ", " » ", "｜"])
    func titlesLoseTheSite(separator: String) {
        let stated = Self.headline + separator + "Harbour Gazette"
        #expect(SiteNames.withoutSite(stated, site: "Harbour Gazette", trust: .headline) == Self.headline)
        #expect(SiteNames.withoutSite(stated, site: nil, trust: .document) == Self.headline)
    }

    @Test func longTitlesAreQuick() {
        let long = String(repeating: "a - b: c | ", count: 20_000)
        let vote = TitleVote(
            structured: long, isNews: true, social: long, headings: [Self.heading(long)], document: long, site: "b")
        #expect(vote.title() != nil)
    }
}
