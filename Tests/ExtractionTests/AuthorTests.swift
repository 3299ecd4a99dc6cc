import Model
import Testing

@testable import Extraction

@Suite struct AuthorTests {
    @Test(arguments: [
        ("By ADA QUAYLE", ["ADA QUAYLE"]), ("by Ada Quayle, Staff Writer", ["Ada Quayle"]),
        ("Par Zoé Lenoir et Luc Blanc", ["Zoé Lenoir", "Luc Blanc"]), ("di Mario Rossi", ["Mario Rossi"]),
        ("Dino Di Maio", ["Dino Di Maio"]), ("12 May 2026", []), ("admin", []), ("ada@harbour.example", []),
        ("Harbour Gazette", []), ("HG", []), ("gazette.example", []), ("Ada Quayle (in Port Erin)", ["Ada Quayle"]),
        ("Ada Quayle; Ada Quayle", ["Ada Quayle"]), ("Ada Quayle\nReporter", ["Ada Quayle"]),
        ("山田太郎", ["山田太郎"]), ("", []), ("Why the light matters: a reader asks?", []),
    ])
    func people(_ field: String, _ names: [String]) {
        #expect(AuthorNames(site: "Harbour Gazette", host: "gazette.example").people([field]) == names)
    }

    @Test(arguments: [
        ("Harbour Gazette", ["Harbour Gazette"]), ("Gazette Staff", ["Gazette Staff"]), ("admin", []),
        ("desk@gazette.example", []), ("https://gazette.example/ada", []), ("12", []),
    ])
    func organizations(_ field: String, _ names: [String]) {
        #expect(AuthorNames(site: "Harbour Gazette", host: "gazette.example").organizations([field]) == names)
    }

    private func authors(_ body: String, head: String = "") -> [String] {
        Pages.article(
            """
            <html><head><title>The harbour wall gives way</title>\(head)</head><body><main><article>
            <h1>The harbour wall gives way</h1>\(body)\(Pages.paragraphs(of: Pages.body))</article></main></body></html>
            """
        ).authors
    }

    @Test(
        "Bylines around the headline",
        arguments: [
            ("<p>27 July 2026, by Daniel Prow</p>", ["Daniel Prow"]), ("<p>Por Inés Baranda</p>", ["Inés Baranda"]),
            ("<div class=author><span>By</span><a href=/x>Ada Quayle</a></div>", ["Ada Quayle"]),
            ("<div class=byline><b>Ada Quayle</b><span>Head of Harbours</span></div>", ["Ada Quayle"]),
            ("<div><a href=/author/ada-quayle/>Ada Quayle</a></div>", ["Ada Quayle"]),
            ("<p class=byline>Von Änne Groß und Åke Öhman</p>", ["Änne Groß", "Åke Öhman"]),
            ("<p>By the harbour it was quiet</p>", []), ("<p class=byline>Edited by Ada Quayle</p>", []),
            ("<p class=byline>Photo: Ada Quayle</p>", []),
        ])
    func visible(body: String, names: [String]) { #expect(authors(body) == names) }

    @Test func whatThePageStatesComesFirst() {
        let meta = "<meta name=author content='Ada Quayle'>"
        #expect(authors("<p class=byline>By Tom Voirrey</p>", head: meta) == ["Ada Quayle"])
        // A site is no author where somebody signs.
        let site = "<meta property=og:site_name content='Gazette'><meta name=author content='Gazette'>"
        #expect(authors("<p class=byline>By Tom Voirrey</p>", head: site) == ["Tom Voirrey"])
        #expect(authors("", head: site) == ["Gazette"])
        let card = "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ada Quayle'>"
        #expect(authors("", head: card) == ["Ada Quayle"])
    }
}
