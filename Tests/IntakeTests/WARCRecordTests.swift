import Model
import Testing
import Text

@testable import Intake

@Suite struct WARCRecordTests {
    static let html = Array("<!DOCTYPE html><html><head><title>T</title></head><body><p>Text.</p></body></html>".utf8)

    private func parse(
        _ head: String, _ body: [UInt8], type: String = "response", uri: String? = "https://news.test/a",
        more: String = "",
        length: Int? = nil
    ) -> ParseResult {
        RecordFixture.parse(
            RecordFixture.warc(RecordFixture.response(head, body), type: type, uri: uri, more: more, length: length),
            as: .warc)
    }

    @Test func aResponseBecomesAPage() throws {
        let result = parse(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Language: de-de\r\n", Self.html)
        let article = try #require(result.article)
        #expect(article.url == "https://news.test/a" && article.source.recordID == "urn:uuid:1-2-3")
        #expect(article.published == nil, "the date of the crawl is not the article's")
        #expect(article.language == "de-DE" && article.repairs.isEmpty && article.source.charset == nil)
        #expect(result.page == String(decoding: Self.html, as: UTF8.self))
    }

    @Test(
        arguments: [
            ("<http://news.test/a b>", "http://news.test/a%20b"), (" https://news.test/a  ", "https://news.test/a"),
            ("http://news.test/ü", "http://news.test/ü"), ("<>", nil),
        ] as [(String, String?)])
    func targetURIsAreCleaned(uri: String, url: String?) throws {
        let result = parse("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", Self.html, uri: uri)
        #expect(try #require(result.article).url == url)
    }

    @Test(arguments: [
        "text/html", "Text/HTML; Charset=\"UTF-8\"", "application/xhtml+xml", "TEXT/HTML;charset=utf-8", "text/plain",
        "application/octet-stream", "application/javascript", "text/xml", "application/x-unknown",
        "text/html, text/html",
    ])
    func htmlIsAPageUnderAnyTextualType(type: String) {
        #expect(parse("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n", Self.html).page != nil)
    }

    @Test func aPageMayBeginAnyhow() {
        for start in ["", "\u{FEFF}", "  \n\n<!-- c -->\n", "<script>x</script>", "<?xml version=\"1.0\"?>\n"] {
            let body = Array(start.utf8) + Self.html
            #expect(parse("HTTP/1.1 200 OK\r\n", body).page != nil, "\(start)")
            #expect(parse("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", body).page != nil, "\(start)")
        }
    }

    @Test(arguments: [
        ("application/json", "{\"a\": 1}"), ("text/html", "{\"a\": 1}"), ("text/html", "[{\"a\": 1}]"),
        ("text/html", "%PDF-1.4\n1 0 obj"), ("application/pdf", "%PDF-1.4"), ("image/jpeg", "\u{1}\u{2}"),
        ("application/rss+xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"></rss>"),
        ("text/html", "<?xml version=\"1.0\"?>\n<!-- x --><rss version=\"2.0\"></rss>"),
        ("text/xml", "<urlset></urlset>"), ("text/html", "<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>"),
        ("text/css", "body{margin:0}"), ("application/javascript", "var a = 1;"), ("", "just words"),
        ("application/octet-stream", "\u{0}\u{1}\u{2}\u{3}"), ("image/svg+xml", "<svg></svg>"),
    ])
    func whatIsNoPageIsRejectedWithItsType(type: String, body: String) {
        let result = parse("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n", Array(body.utf8))
        #expect(result.reject?.reason == .notAPage)
        #expect(result.reject?.detail.contains("https://news.test/a") ?? false)
    }

    @Test(arguments: ["404 Not Found", "301 Moved Permanently", "500", "206 Partial Content", "304 Not Modified"])
    func otherStatusesAreRejectedWithTheStatus(status: String) throws {
        let reject = try #require(parse("HTTP/1.1 \(status)\r\nLocation: https://news.test/b\r\n", Self.html).reject)
        #expect(reject.reason == .httpStatus && reject.detail.contains(status) && reject.detail.contains("news.test/b"))
    }

    @Test func plainTextBecomesText() throws {
        let text = Array(
            "A headline\n\nThe first paragraph of the text ends here.\n\nThe second one does so here.".utf8)
        let article = try #require(parse("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n", text).article)
        #expect(article.title == "A headline")
        #expect(
            String(decoding: article.text, as: UTF8.self)
                == "The first paragraph of the text ends here.\nThe second one does so here.")
        #expect(
            parse("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n", text, uri: "https://news.test/robots.txt").reject?
                .reason
                == .notAPage)
    }

    @Test func otherRecordTypesAreToldApart() {
        let head = "HTTP/1.1 200 OK\r\n"
        #expect(parse(head, [], type: "revisit").reject?.reason == .revisit)
        #expect(parse(head, [], type: "response").reject?.reason == .noText)
        #expect(parse(head, Array("  \n".utf8)).reject?.reason == .noText)
        #expect(parse(head, Self.html, type: "metadata").reject?.reason == .notAPage)
        #expect(parse(head, Self.html, uri: "dns:news.test").reject?.reason == .notAPage)
        let resource = RecordFixture.warc(Self.html, type: "resource", contentType: "text/html")
        #expect(RecordFixture.parse(resource, as: .warc).page != nil)
        #expect(RecordFixture.parse("GET / HTTP/1.1", as: .warc).reject?.reason == .malformedWARC)
    }

    @Test func lengthsThatLieAreMended() throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        for (length, more) in [(10, ""), (1_000_000, ""), (nil, "WARC-Truncated: length\r\n")] {
            let result = parse(head, Self.html, more: more, length: length)
            let repairs = try #require(result.article).repairs
            #expect(repairs[.framing] == 1)
            #expect(result.page?.contains("<p>Text.</p>") ?? false)
        }
        #expect(parse(head, Self.html, length: -5).article?.repairs[.framing] == 1)
    }

    @Test func legacyPagesAreConvertedAndNoted() throws {
        let body =
            Array("<html><body><p>Caf".utf8) + [0xE9] + Array(" au lait, d".utf8) + [0xE9, 0x6A, 0xE0]
            + Array(" vu</p>".utf8)
        let result = parse("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n", body)
        let article = try #require(result.article)
        #expect(result.page?.contains("Café au lait, déjà vu") ?? false)
        #expect(article.source.charset == "windows-1252" && article.repairs[.charset] == 1)
        let honest = try #require(
            parse("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n", body).article)
        #expect(honest.source.charset == "windows-1252" && honest.repairs[.charset] == 0)
    }

    @Test func failuresOfTheBodyHaveTheirReasons() {
        let gzip = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
        #expect(parse(gzip, [0x1F, 0x8B, 0x08, 0, 0, 0]).reject?.reason == .malformedHTTP)
        let brotli = parse("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n", [0x8B, 1, 2, 3]).reject
        #expect(brotli?.reason == .malformedHTTP && brotli?.detail.contains("br") ?? false)
        var small = Configuration()
        small.limits.maxRecordBytes = 1000
        let bomb = RecordFixture.warc(
            RecordFixture.response(gzip, RecordFixture.gzip([UInt8](repeating: 65, count: 5000))))
        #expect(RecordFixture.parse(bomb, as: .warc, configuration: small).reject?.reason == .recordTooLarge)
    }

    @Test(arguments: [
        "http://news.test/a 192.0.2.1 20140216050221 text/html @",
        "http://news.test/a b c 192.0.2.1 20140216050221 text/html @",
        "http://news.test/a 192.0.2.1 201402160502213456 text/html -1",
        "http://news.test/a 192.0.2.1 20140216050221 text/html abc",
        "http://news.test/a 192.0.2.1 20140216050221 text/html 200 - - 0 x.arc @",
        "http://news.test/a 0.0.0.0 20140216050221 no-type @",
    ])
    func arcRecordsAreReadWhateverTheirLineSays(line: String) throws {
        let block = RecordFixture.response("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", Self.html)
        let head = String(line.map { $0 == "@" ? "#" : $0 }).split(separator: "#", omittingEmptySubsequences: false)
        let record = Array((head.joined(separator: String(block.count)) + "\n").utf8) + block + [10]
        let result = RecordFixture.parse(record, as: .arc)
        #expect(result.page != nil)
        #expect(try #require(result.article?.url).hasPrefix("http://news.test/a"))
        #expect(!(try #require(result.article?.url).contains("192")))
    }

    @Test func aLineThatIsNoneIsAMalformedARC() {
        #expect(RecordFixture.parse("nothing of the kind\n<html>", as: .arc).reject?.reason == .malformedARC)
        #expect(RecordFixture.parse("", as: .arc).reject?.reason == .malformedARC)
    }

    @Test func conversionRecordsHaveTheirTitleInTheFirstLine() throws {
        let record = RecordFixture.warc(
            Array("The title\nFirst paragraph.\n\n  Second.  \n".utf8), type: "conversion", contentType: "text/plain",
            more: "WARC-Identified-Content-Language: eng\r\n")
        for format in [Format.wet, .warc] {
            let article = try #require(RecordFixture.parse(record, as: format).article)
            #expect(article.title == "The title" && article.language == "en")
            #expect(String(decoding: article.text, as: UTF8.self) == "First paragraph.\nSecond.")
        }
        let single = RecordFixture.warc(Array("hello".utf8), type: "conversion", contentType: "text/plain")
        #expect(RecordFixture.parse(single, as: .wet).text == "hello")
        let empty = RecordFixture.warc([], type: "conversion", contentType: "text/plain")
        #expect(RecordFixture.parse(empty, as: .wet).reject?.reason == .noText)
    }

    @Test(
        arguments: [
            ("en", "en"), ("EN_us", "en-US"), ("zh-hans-cn", "zh-Hans-CN"), ("deu", "de"), ("eng,deu", nil),
            ("en, de", nil),
            ("und", nil), ("", nil), ("x", nil), ("english", nil), ("gsw", "gsw"),
        ] as [(String, String?)])
    func languageTagsAreSingleAndCanonical(text: String, tag: String?) {
        #expect(LanguageTag.single(text) == tag)
    }

    @Test func hostileRecordsNeverCrash() {
        let chunked = RecordFixture.warc(
            RecordFixture.response(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gb2312\r\nTransfer-Encoding: chunked\r\n"
                    + "Content-Encoding: gzip\r\n", RecordFixture.chunked(RecordFixture.gzip(Self.html), size: 20)))
        #expect(expectTotal(chunked, as: .warc))
        #expect(expectTotal(RecordFixture.warc(Self.html, type: "conversion", contentType: "text/plain"), as: .wet))
        let arc = Array("http://n.test/ 1.2.3.4 20140216050221 text/html 80\nHTTP/1.1 200 OK\r\n\r\n".utf8) + Self.html
        #expect(expectTotal(arc, as: .arc))
        #expect(expectTotal(Self.html, as: .html))
    }
}
