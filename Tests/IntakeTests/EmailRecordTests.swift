import Model
import Testing
import Text

@testable import Intake

@Suite struct EmailRecordTests {
    private func read(_ text: String) -> Article? { RecordFixture.parse(text, as: .email).article }
    private func text(_ message: String) -> String? { RecordFixture.parse(message, as: .email).text }

    @Test func headersBecomeFacts() throws {
        let article = try #require(
            read(
                """
                From: "Jane Q. Doe" <jane@news.test>
                Newsgroups: talk.news,alt.other
                Subject: Re: Fwd: RE: The harbour
                 stays closed
                Date: Mon, 19 Apr 1993 04:52:18 GMT
                Message-ID: <1993Apr19.045218@news.test>

                The text of the message.
                """))
        #expect(article.authors == ["Jane Q. Doe"])
        #expect(article.title == "The harbour stays closed")
        #expect(article.section == "talk.news")
        #expect(article.source.recordID == "1993Apr19.045218@news.test")
        #expect(article.published?.iso8601 == "1993-04-19T04:52:18Z")
        #expect(String(decoding: article.text, as: UTF8.self) == "The text of the message.")
    }

    @Test(arguments: [
        ("jane@news.test (Jane Doe)", ["Jane Doe"]), ("Jane Doe <jane@news.test>", ["Jane Doe"]),
        ("\"Doe, Jane\" <jane@news.test>, Bob <b@c.test>", ["Doe, Jane", "Bob"]), ("jane@news.test", []),
        ("<jane@news.test>", []), ("", []), ("(((", []), ("\"unclosed", ["unclosed"]), ("A (x (y) z) <a@b>", ["A"]),
    ])
    func namesComeWithoutAddresses(from: String, names: [String]) {
        #expect(EmailParser.names(from) == names)
    }

    @Test(arguments: [
        ("=?utf-8?Q?Caf=C3=A9_und_Tee?=", "Café und Tee"), ("=?UTF-8?B?w7xiZXI=?=", "über"),
        ("=?iso-8859-1?q?Gr=FC=DFe?= aus =?utf-8?b?S8O2bG4=?=", "Grüße aus Köln"),
        ("=?utf-8?Q?one?= =?utf-8?Q?_two?=", "one two"), ("=?koi8-r?B?8NLJ18XU?=", "Привет"),
        ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="), ("=?utf-8?Q?abc", "=?utf-8?Q?abc"), ("=?", "=?"),
        ("a = b ?= c", "a = b ?= c"),
        ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"), ("=?utf-8*en?Q?lang?=", "lang"),
        ("plain words =?utf-8?Q?then?= more words", "plain words then more words"),
    ])
    func encodedWordsAreDecoded(value: String, text: String) {
        #expect(MIMECoding.decodedHeader(Array(value.utf8)) == text)
    }

    @Test func rawLatin1InHeadersIsRead() throws {
        let bytes = Array("Subject: Gr".utf8) + [0xFC, 0xDF, 0x65] + Array(" heute\n\nText.".utf8)
        #expect(RecordFixture.parse(bytes, as: .email).article?.title == "Grüße heute")
    }

    @Test func theHeaderMayEndWithoutABlankLine() {
        #expect(text("Subject: x\nLines: 3\nGood morning to all readers!") == "Good morning to all readers!")
        #expect(text("From jane Mon Apr 19 04:52:18 1993\nSubject: x\n\nBody.") == "Body.")
    }

    @Test func signaturesGoAndQuotationsStay() {
        let message = "Subject: x\n\nJane wrote:\n> an earlier thought\n\nMy answer.\n-- \nBob\nhttp://bob.test\n"
        #expect(text(message) == "Jane wrote:\n> an earlier thought\nMy answer.")
    }

    private static let alternative = """
        Subject: Two bodies
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b=1"

        A preamble that nobody reads.
        --b=1
        Content-Type: text/plain; charset=windows-1252
        Content-Transfer-Encoding: quoted-printable

        It=92s plain and goes on=
         here.
        --b=1
        Content-Type: text/html; charset=utf-8

        <p>It is HTML.</p>
        --b=1--
        An epilogue.
        """

    @Test func plainTextIsPreferredAmongAlternatives() throws {
        let article = try #require(RecordFixture.parse(Self.alternative, as: .email).article)
        #expect(String(decoding: article.text, as: UTF8.self) == "It’s plain and goes on here.")
        #expect(article.source.charset == "windows-1252")
    }

    @Test func htmlAloneIsHandedOn() {
        let html =
            "Subject: x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+SGVsbG88L3A+\n"
        let result = RecordFixture.parse(html, as: .email)
        #expect(result.page == "<p>Hello</p>")
        guard case .draft(let draft) = result, case .fragment = draft.body else {
            Issue.record("a piece of HTML is a fragment")
            return
        }
        let whole = RecordFixture.parse("Content-Type: text/html\n\n<html><body>x</body></html>", as: .email)
        guard case .draft(let page) = whole, case .page = page.body else {
            Issue.record("a document is a page")
            return
        }
    }

    @Test func mixedMessagesKeepAllTextsAndNoAttachments() {
        let message = """
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            First text.
            --inner--
            --outer
            Content-Type: application/pdf
            Content-Transfer-Encoding: base64

            AAAA
            --outer
            Content-Type: text/plain
            Content-Disposition: attachment; filename=a.txt

            Attached text.
            --outer
            Content-Type: message/rfc822

            Subject: inner

            Forwarded text.
            --outer--
            """
        #expect(text(message) == "First text.\nForwarded text.")
    }

    @Test func missingBodiesAreRejected() {
        #expect(RecordFixture.parse("Subject: x\n\n", as: .email).reject?.reason == .noText)
        #expect(RecordFixture.parse("", as: .email).reject?.reason == .noText)
        let attachment = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nxx\n--b--\n"
        #expect(RecordFixture.parse(attachment, as: .email).reject?.reason == .noText)
    }

    @Test func deepNestingEnds() {
        var message = "Content-Type: multipart/mixed; boundary=b\n\n"
        for _ in 0..<2000 { message += "--b\nContent-Type: multipart/mixed; boundary=b\n\n" }
        _ = RecordFixture.parse(message, as: .email)
        var forwarded = ""
        for _ in 0..<2000 { forwarded += "Content-Type: message/rfc822\n\n" }
        _ = RecordFixture.parse(forwarded, as: .email)
    }

    @Test func hostileMessagesNeverCrash() {
        #expect(expectTotal(Array(Self.alternative.utf8), as: .email))
        #expect(
            expectTotal(Array("Subject: =?utf-8?B?w7xiZXI=?=\nFrom: a <b>\n\nText = 3D=\n".utf8), as: .email, seed: 2))
    }
}
