import Model
import Testing
import Text

@testable import Extraction

@Suite struct DateTests {
    private func article(
        _ byline: String, head: String = "", language: String = "en", url: String? = nil, below: String = ""
    ) -> (published: String?, modified: String?) {
        let article = Pages.article(
            """
            <html lang=\(language)><head><title>The harbour wall gives way</title>\(head)</head><body>
            <p>Monday, 1 June 2026</p><main><article><h1>The harbour wall gives way</h1>\(byline)\(Pages.paragraphs(of: Pages.body))
            \(below)</article></main><footer>© 2019 Gazette. Since 3 March 1911.</footer></body></html>
            """, url: url)
        return (article.published?.iso8601, article.modified?.iso8601)
    }

    @Test(
        "Dates behind the headline, in many languages",
        arguments: [
            ("en", "Published 12 May 2026"), ("en", "Ann Lee12 May 2026"), ("de", "Erschienen am 12. Mai 2026"),
            ("de", "12.05.2026, 10:15 Uhr"), ("fr", "Publié le 12 mai 2026 à 10h15"), ("es", "12 de mayo de 2026"),
            ("it", "Pubblicato il 12 maggio 2026"), ("pt", "12 de maio de 2026"), ("nl", "12 mei 2026"),
            ("pl", "12 maja 2026"), ("tr", "12 Mayıs 2026"), ("ru", "12 мая 2026"), ("el", "12 Μαΐου 2026"),
            ("ar", "12 مايو 2026"), ("hi", "12 मई 2026"), ("ja", "2026年5月12日"), ("ko", "2026년 5월 12일"),
            ("zh", "2026年5月12日 10:15"), ("hu", "2026. május 12."), ("fi", "12.5.2026"), ("cs", "12. května 2026"),
            ("en-US", "5/12/2026"), ("en-GB", "12/05/2026"), ("fr", "12/05/2026"), ("en-US", "05/12/2026"),
        ])
    func visible(language: String, text: String) {
        #expect(article("<p>\(text)</p>", language: language).published?.prefix(10) == "2026-05-12")
    }

    @Test func anUpdateIsNotThePublication() {
        let both = article("<p>Updated: 14 May 2026. Published: 12 May 2026</p>")
        #expect(both.published == "2026-05-12" && both.modified == "2026-05-14")
        let reversed = article("<p>12 May 2026 · <i>Updated 14 May 2026</i></p>")
        #expect(reversed.published == "2026-05-12" && reversed.modified == "2026-05-14")
        let same = article("<p>12.05.2026 - Güncelleme: 12.05.2026</p>", language: "tr")
        #expect(same.published == "2026-05-12" && same.modified == "2026-05-12")
        // The only date there is.
        #expect(article("<p>Updated 14 May 2026</p>").published == "2026-05-14")
        let labelled = article("<div><b>Published</b></div><div>12 May 2026</div>")
        #expect(labelled.published == "2026-05-12")
    }

    @Test func theFootersYearIsNoDate() {
        let article = Pages.article(
            """
            <html><body><h1>The harbour wall gives way</h1>\(Pages.paragraphs(of: Pages.body))
            <footer>© 2019 Gazette. Since 3 March 1911.</footer></body></html>
            """)
        #expect(article.published == nil && article.modified == nil)
    }

    @Test func theEndOfTheArticleMaySignIt() {
        #expect(article("", below: "<p class=date>Published on 12 May 2026</p>").published != "2019-01-01")
        let signed = Pages.article(
            """
            <html><body><h1>The harbour wall gives way</h1><article>\(Pages.paragraphs(of: Pages.body))
            <p class=date>12 May 2026</p></article></body></html>
            """)
        #expect(signed.published?.iso8601 == "2026-05-12")
    }

    @Test(
        "The shown date of a page that was put out anew",
        arguments: [
            // Called the date of publication.
            ("2026-08-01T10:00:00Z", "2026-08-02T10:00:00Z", "Published 12 May 2026", "2026-05-12"),
            // Alone, where the metadata know one date only.
            ("2026-08-01T10:00:00Z", "2026-08-01T10:00:00Z", "12 May 2026", "2026-05-12"),
            // Metadata that tell publication and change apart are believed.
            ("2026-06-01", "2026-08-01", "12 May 2026", "2026-06-01"),
            // A later date is some other date.
            ("2026-05-12", "2026-05-12", "1 August 2026", "2026-05-12"),
        ])
    func republished(published: String, modified: String, shown: String, expected: String) {
        let head =
            "<meta property=article:published_time content='\(published)'>"
            + "<meta property=article:modified_time content='\(modified)'>"
        #expect(article("<p>\(shown)</p>", head: head).published?.prefix(10) == expected.prefix(10))
    }

    @Test func theDayIsThatOfThePlace() {
        let head = "<meta property=article:published_time content='2026-05-13T02:25:54Z'>"
        #expect(article("<p>12 May 2026, 21:25</p>", head: head).published == "2026-05-12T21:25:54-05:00")
        // No whole quarter of an hour lies between: some other time.
        #expect(article("<p>12 May 2026, 21:31</p>", head: head).published == "2026-05-13T02:25:54Z")
        #expect(article("<p>12 May 2026</p>", head: head).published == "2026-05-13T02:25:54Z")
    }

    @Test(arguments: ["published_on", "w-published-date", "article:published_time ", "pub_date", "publishedAt"])
    func metasOfManyNames(name: String) {
        let head = "<meta name='\(name)' content='2026-05-12T10:00:00+02:00'><meta name=publisher content='1 May 2020'>"
        #expect(article("", head: head).published == "2026-05-12T10:00:00+02:00")
        let value = "<meta name='\(name)' value='2026-05-12T10:00:00+02:00'>"
        #expect(article("", head: value).published == "2026-05-12T10:00:00+02:00")
    }

    @Test func aDateOfAnotherMonthThanTheAddressIsSomeOtherDate() {
        let address = "https://gazette.example/2026/05/harbour-wall"
        #expect(article("<p>14 January 2026</p><p>12 May 2026</p>", url: address).published == "2026-05-12")
    }
}
