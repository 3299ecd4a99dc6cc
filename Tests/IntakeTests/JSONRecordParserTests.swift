import Model
import Testing
import Text

@testable import Intake

private func parse(_ bytes: [UInt8], _ configuration: Configuration = Configuration()) -> ParseResult {
    var parser = JSONRecordParser(configuration: configuration)
    return parser.parse(
        RawRecord(source: Source(file: "a.jsonl", format: .jsonl, ordinal: 3, offset: 70), bytes: bytes))
}

private func draft(_ json: String, _ configuration: Configuration = Configuration()) throws -> Draft {
    guard case .draft(let draft) = parse(Array(json.utf8), configuration) else {
        throw Unexpected(result: parse(Array(json.utf8), configuration))
    }
    return draft
}

private func reject(_ json: String) -> Reject? {
    if case .reject(let reject) = parse(Array(json.utf8)) { reject } else { nil }
}

private struct Unexpected: Error {
    var result: ParseResult
}

extension Draft {
    fileprivate var text: String { String(decoding: article.text, as: UTF8.self) }

    fileprivate var markup: String? {
        switch body {
        case .text: nil
        case .page(let bytes): "page " + String(decoding: bytes, as: UTF8.self)
        case .fragment(let bytes): "fragment " + String(decoding: bytes, as: UTF8.self)
        }
    }
}

@Suite struct JSONRecordLayoutTests {
    @Test func c4() throws {
        let draft = try draft(
            #"{"text": "One.\nTwo.", "timestamp": "2019-04-23T08:26:47Z", "url": "https://example.com/a"}"#)
        #expect(draft.text == "One.\nTwo.")
        #expect(draft.article.url == "https://example.com/a")
        #expect(draft.article.published == nil, "the timestamp is the time of the crawl")
        #expect(draft.article.source.recordID == nil)
        #expect(draft.article.repairs.isEmpty)
    }

    @Test func realNews() throws {
        let article = try draft(
            """
            {"title": "Rain", "text": "It rained.", "summary": "Wet.", "authors": ["Ann Lee", "By Bo Diaz"],
             "publish_date": "03-05-2018", "status": "success", "url": "http://example.com/r", "domain": "example.com",
             "warc_date": "2018-04-01T00:00:00Z", "split": "train"}
            """
        ).article
        #expect(article.authors == ["Ann Lee", "Bo Diaz"])
        #expect(article.published?.iso8601 == "2018-03-05")
        #expect(article.site == "example.com")
        #expect(article.description == "Wet.")
    }

    @Test func newsPlease() throws {
        let article = try draft(
            """
            {"authors": [], "date_download": "2020-01-01 00:00:00", "date_modify": null, "date_publish": "2017-07-17 17:03:00",
             "description": "D", "filename": "x.json", "image_url": "https://example.com/i.jpg", "language": "en",
             "localpath": null, "maintext": "Body", "source_domain": "example.com", "title": "T", "title_page": null,
             "title_rss": null, "url": "https://example.com/n"}
            """
        ).article
        #expect(article.title == "T")
        #expect(article.published?.iso8601 == "2017-07-17T17:03:00")
        #expect(article.modified == nil)
        #expect(article.image == "https://example.com/i.jpg")
        #expect(article.language == "en")
        #expect(article.authors.isEmpty)
    }

    @Test func dolma() throws {
        let article = try draft(
            """
            {"id": "https://example.com/d", "text": "Body", "source": "common-crawl", "added": "2023-04-07T15:24:38+00:00",
             "created": "2020-03-29T09:04:10Z",
             "metadata": {"title": "T", "language": "en", "source_domain": "example.com", "length": 4}}
            """
        ).article
        #expect(article.source.recordID == "https://example.com/d")
        #expect(article.url == "https://example.com/d")
        #expect(article.title == "T")
        #expect(article.site == "example.com")
        #expect(article.language == "en")
        #expect(
            try draft(#"{"text": "b", "source": "crawl", "added": "2023-04-07", "metadata": {}}"#).article.site == nil)
    }

    @Test func washingtonPostCollection() throws {
        let draft = try draft(
            """
            {"id": "w1", "article_url": "/local/2017/12/29/w1_story.html", "title": "Title", "author": "",
             "contents": [null, {"type": "kicker", "content": "Local"}, {"type": "title", "content": "Title"},
              {"type": "byline", "content": "By Ann Lee and Bo Diaz"}, {"type": "date", "content": 1514865008000},
              {"type": "image", "imageURL": "https://example.com/i.jpg", "fullcaption": "A caption."},
              {"type": "sanitized_html", "subtype": "paragraph", "mime": "text/html",
               "content": "First <a href=\\"https://example.com/?a=1&amp;b=2\\">link &amp; more</a>."},
              {"type": "tweet", "content": {"text": "A tweet."}},
              {"type": "sanitized_html", "subtype": "paragraph", "content": "\\u00a0"},
              {"type": "sanitized_html", "subtype": "subhead", "content": "<b></b>A heading"},
              {"type": "author_info", "name": "Ann Lee", "bio": "Writes."}],
             "type": "article", "source": "The Washington Post"}
            """)
        #expect(draft.text == "First link & more.\nA heading")
        #expect(draft.article.url == "https://www.washingtonpost.com/local/2017/12/29/w1_story.html")
        #expect(draft.article.section == "Local")
        #expect(draft.article.authors == ["Ann Lee", "Bo Diaz"])
        #expect(draft.article.published?.iso8601 == "2018-01-02T03:50:08Z")
        #expect(draft.article.image == "https://example.com/i.jpg")
        #expect(reject(#"{"id": "w2", "contents": [{"type": "image", "imageURL": "x"}]}"#)?.reason == .noText)
    }

    @Test func ninjs() throws {
        let item =
            """
            {"guid": "urn:example:1", "version": "4", "type": "text", "pubstatus": "usable", "headline": "Head", "language": "en",
             "byline": "By Ann Lee", "body_html": "<p>One.</p><p>Two.</p>", "body_text": "One. Two.", "located": "Rome",
             "firstcreated": "2017-07-03T01:38:13+0000", "versioncreated": "2017-08-24T01:58:40+0000",
             "description_text": "Desc", "authors": [{"name": "desk7"}], "service": [{"code": "f", "name": "Finance"}],
             "source": "Example Agency", "associations": {"featuremedia": {"type": "picture", "body_text": "Caption",
              "renditions": {"original": {"href": "https://example.com/o.jpg"}}}}}
            """
        let draft = try draft(item)
        #expect(draft.markup == "fragment <p>One.</p><p>Two.</p>")
        #expect(draft.article.source.recordID == "urn:example:1#4")
        #expect(draft.article.title == "Head")
        #expect(draft.article.authors == ["Ann Lee"])
        #expect(draft.article.dateline == "Rome")
        #expect(draft.article.published?.iso8601 == "2017-07-03T01:38:13Z")
        #expect(draft.article.modified?.iso8601 == "2017-08-24T01:58:40Z")
        #expect(draft.article.section == "Finance")
        #expect(draft.article.site == "Example Agency")
        #expect(draft.article.description == "Desc")
        #expect(draft.article.image == "https://example.com/o.jpg")
        func changed(_ old: String, _ new: String) -> Reject? {
            reject(item.replacing(old, with: new, maxReplacements: 1))
        }
        #expect(changed(#""usable""#, #""canceled""#)?.reason == .deleted)
        #expect(changed(#""type": "text""#, #""type": "picture""#)?.reason == .noText)
    }

    @Test func schemaOrg() throws {
        let article = try draft(
            """
            {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "H", "articleBody": "Body.",
             "datePublished": "2024-01-02T03:04:05+01:00", "dateModified": "2024-01-03", "inLanguage": "de-DE",
             "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Diaz"}],
             "publisher": {"@type": "Organization", "name": "The Example"}, "articleSection": ["Politics", "World"],
             "image": [{"@type": "ImageObject", "url": "https://example.com/i.jpg"}],
             "mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.com/h"}}
            """
        ).article
        #expect(article.title == "H")
        #expect(article.authors == ["Ann Lee", "Bo Diaz"])
        #expect(article.site == "The Example")
        #expect(article.section == "Politics")
        #expect(article.language == "de-DE")
        #expect(article.image == "https://example.com/i.jpg")
        #expect(article.url == "https://example.com/h")
        #expect(article.published?.iso8601 == "2024-01-02T03:04:05+01:00")
        #expect(article.modified?.iso8601 == "2024-01-03")
    }

    @Test func wordPressAndOtherInterfaces() throws {
        let post = try draft(
            """
            {"id": 7, "date": "2021-02-03T04:05:06", "link": "https://example.com/7", "title": {"rendered": "Don&#8217;t <i>go</i>"},
             "content": {"rendered": "<p>One.</p>\\n<p>Two.</p>", "protected": false}, "excerpt": {"rendered": "<p>Short.</p>"}}
            """)
        #expect(post.markup == "fragment <p>One.</p>\n<p>Two.</p>")
        #expect(post.article.title == "Don’t go")
        #expect(post.article.description == "Short.")
        #expect(post.article.source.recordID == "7")
        let times = try draft(
            """
            {"web_url": "https://example.com/t", "headline": {"main": "Head", "kicker": null}, "lead_paragraph": "Lead.",
             "abstract": "Abs.", "pub_date": "2020-01-02T03:04:05+0000", "section_name": "World",
             "byline": {"original": "By Ann Lee and Bo Diaz", "person": []}}
            """
        ).article
        #expect(times.title == "Head")
        #expect(times.authors == ["Ann Lee", "Bo Diaz"])
        #expect(times.section == "World")
        #expect(String(decoding: times.text, as: UTF8.self) == "Lead.")
        let guardian = try draft(
            """
            {"id": "world/1", "webTitle": "W", "webUrl": "https://example.com/w", "webPublicationDate": "2020-01-02T03:04:05Z",
             "sectionName": "World", "fields": {"bodyText": "Body", "trailText": "Trail", "byline": "Ann Lee in Rome"}}
            """
        ).article
        #expect(guardian.title == "W")
        #expect(guardian.authors == ["Ann Lee"])
        #expect(guardian.description == "Trail")
    }

    @Test func databasesExports() throws {
        let mongo = try draft(
            """
            {"_id": {"$oid": "5f99"}, "content": "Body", "published": {"$date": {"$numberLong": "1472713234000"}},
             "source": {"id": null, "name": "Example"}}
            """
        ).article
        #expect(mongo.source.recordID == "5f99")
        #expect(mongo.published?.iso8601 == "2016-09-01T07:00:34Z")
        #expect(mongo.site == "Example")
        let elastic = try draft(
            #"{"_index": "n", "_id": "e1", "_score": 1, "_source": {"title": "T", "body": "Body"}}"#)
        #expect(elastic.article.source.recordID == "e1")
        #expect(elastic.article.title == "T")
        #expect(elastic.text == "Body")
        let wrapped = try draft(
            #"{"id": 5, "url": "https://example.com/5", "article": {"title": "T", "text": "Body"}}"#)
        #expect(wrapped.article.source.recordID == "5")
        #expect(wrapped.article.url == "https://example.com/5")
        #expect(wrapped.article.title == "T")
        #expect(wrapped.text == "Body")
        let nested = try draft(#"{"meta": {"count": 1}, "data": {"item": {"id": 4, "headline": "H", "text": "Body"}}}"#)
        #expect(nested.article.source.recordID == "4")
    }
}

@Suite struct JSONRecordFieldTests {
    @Test(arguments: [
        "text", "content", "contents", "body", "article", "maintext", "article_text", "raw_text", "story",
        "articleBody",
        "Body-Text", "TEXT",
    ])
    func bodiesUnderManyNames(name: String) throws {
        #expect(try draft("{\"\(name)\": \"Words.\"}").text == "Words.")
    }

    @Test(arguments: [
        (#""2020-02-03""#, "2020-02-03"), (#""Mon, 03 Feb 2020 10:00:00 GMT""#, "2020-02-03T10:00:00Z"),
        ("1580724000", "2020-02-03T10:00:00Z"), ("1580724000000", "2020-02-03T10:00:00Z"),
        ("1580724000.75", "2020-02-03T10:00:00Z"),
        ("20200203", "2020-02-03"), ("20200203100000", "2020-02-03T10:00:00"),
        (#"{"$date": "2020-02-03T10:00:00Z"}"#, "2020-02-03T10:00:00Z"),
        ("0", nil), ("-1", nil), ("1e300", nil), ("9223372036854775807", "2262-04-11T23:47:16Z"), (#""""#, nil),
        ("null", nil),
        (#""soon""#, nil), ("[]", nil), ("{}", nil), ("true", nil),
    ])
    func dates(value: String, expected: String?) throws {
        #expect(try draft("{\"text\": \"x\", \"date\": \(value)}").article.published?.iso8601 == expected)
    }

    @Test func aDateThatCannotBeReadGivesWayToTheNext() throws {
        let article = try draft(#"{"text": "x", "published": "", "date": "n/a", "time": "2020-02-03T10:00:00Z"}"#)
            .article
        #expect(article.published?.iso8601 == "2020-02-03T10:00:00Z")
    }

    @Test(
        arguments: [
            (#""By Ann Lee and Bo Diaz""#, ["Ann Lee", "Bo Diaz"]),
            (#"["Ann Lee", "Bo Diaz", "Ann Lee"]"#, ["Ann Lee", "Bo Diaz"]),
            (#"[{"name": "Ann Lee"}, {"first_name": "Bo", "last_name": "Diaz"}]"#, ["Ann Lee", "Bo Diaz"]),
            (#"{"name": "Ann Lee", "url": "https://example.com"}"#, ["Ann Lee"]),
            (#""<a href='/ann'>Ann Lee</a>""#, ["Ann Lee"]),
            ("null", []), ("[]", []), (#""""#, []), ("[null, 1, {}]", []),
        ] as [(String, [String])])
    func authors(value: String, expected: [String]) throws {
        #expect(try draft("{\"text\": \"x\", \"author\": \(value)}").article.authors == expected)
    }

    @Test(arguments: [
        (#""abc""#, "abc"), ("17", "17"), (#"" a ""#, "a"), ("12345678901234567890", "12345678901234567890"),
        ("null", nil),
        (#""""#, nil), ("[1]", nil), ("true", nil),
    ])
    func identifiers(value: String, expected: String?) throws {
        #expect(try draft("{\"text\": \"x\", \"id\": \(value)}").article.source.recordID == expected)
    }

    @Test(arguments: [
        ("EN_us", "en-US"), ("eng", "en"), ("und", nil), ("English", nil), ("", nil),
    ])
    func languages(value: String, expected: String?) throws {
        #expect(try draft("{\"text\": \"x\", \"lang\": \"\(value)\"}").article.language == expected)
    }

    @Test func sitesAreNamesAndHosts() throws {
        #expect(
            try draft(#"{"text": "x", "source": "https://www.example.com:80/a"}"#).article.site == "www.example.com")
        #expect(try draft(#"{"text": "x", "source": "crawl", "domain": "example.com"}"#).article.site == "example.com")
        #expect(
            try draft(#"{"text": "x", "source": {"title": "The Example", "uri": "example.com"}}"#).article.site
                == "The Example")
    }

    @Test func linesAreOneLine() throws {
        let article = try draft(
            #"{"text": "x", "title": " A\n  <b>bold</b>\tone &amp; all, AT&T \u0000", "url": " <https://example.com/a b> "}"#
        ).article
        #expect(article.title == "A bold one & all, AT&T")
        #expect(article.url == "https://example.com/a%20b")
    }

    @Test func theConfigurationIsAskedFirst() throws {
        var configuration = Configuration()
        configuration.fields.text = "story.parts.1.words"
        configuration.fields.title = "seo.title"
        configuration.fields.published = "missing"
        let draft = try draft(
            """
            {"text": "Teaser", "title": "Wrong", "seo.title": "Right", "date": "2020-02-03",
             "story": {"parts": [null, {"words": ["One.", "", "Two."]}]}}
            """, configuration)
        #expect(draft.text == "One.\nTwo.")
        #expect(draft.article.title == "Right")
        #expect(draft.article.published?.iso8601 == "2020-02-03")
        configuration = Configuration()
        configuration.fields.html = "markup"
        let markup = try draft2(#"{"text": "Plain", "markup": "<p>One</p>"}"#, configuration)
        #expect(markup.markup == "fragment <p>One</p>")
    }

    private func draft2(_ json: String, _ configuration: Configuration) throws -> Draft {
        try draft(json, configuration)
    }

    @Test(arguments: [
        (#""text": "<!DOCTYPE html><html><body>x</body></html>""#, "page <!DOCTYPE html><html><body>x</body></html>"),
        (#""html": "\n<!-- c --><HTML lang='en'><p>x""#, "page \n<!-- c --><HTML lang='en'><p>x"),
        (#""raw_html": "<div>x</div>""#, "fragment <div>x</div>"),
        (#""content": "<p>One.</p><p>Two.</p>""#, "fragment <p>One.</p><p>Two.</p>"),
        (#""text": "One.<br>Two.<br/>Three.""#, "fragment One.<br>Two.<br/>Three."),
        (#""body": "&lt;p&gt;One &amp;amp; two.&lt;/p&gt;""#, "fragment <p>One &amp; two.</p>"),
        (#""html": "no tags""#, "fragment no tags"), (#""text": "", "html": "<p>x</p>""#, "fragment <p>x</p>"),
    ])
    func markupIsRecognised(members: String, expected: String) throws {
        #expect(try draft("{\(members)}").markup == expected)
    }

    @Test(arguments: [
        (#"a < b and c > d"#, "a < b and c > d"), (#"Use <p> to begin."#, "Use <p> to begin."),
        (#"One <b>bold</b>.\nTwo <a href='x'>link</a>."#, "One bold.\nTwo link."), ("<3 <3 <3", "<3 <3 <3"),
        (#"mail <ann@example.com> now"#, "mail <ann@example.com> now"), (#"R&D &amp; more"#, "R&D &amp; more"),
    ])
    func plainTextStaysPlain(text: String, expected: String) throws {
        #expect(try draft("{\"text\": \"\(text)\"}").text == expected)
    }
}

@Suite struct JSONRecordRejectTests {
    @Test(arguments: [
        ("", Reject.Reason.malformedJSON), ("{", .malformedJSON), (#"{"text":"#, .malformedJSON),
        ("[1,2]", .notAnObject),
        ("\"text\"", .notAnObject), ("17", .notAnObject), ("null", .notAnObject), ("{}", .noText),
        (#"{"text": null}"#, .noText),
        (#"{"text": ""}"#, .noText), (#"{"text": " \n\u00a0\u200b"}"#, .noText), (#"{"text": 5}"#, .noText),
        (#"{"id": 900, "text": null}"#, .noText), (#"{"html": ""}"#, .noText), (#"{"text": []}"#, .noText),
        (#"{"text": {"a": 1}}"#, .noText),
    ])
    func recordsWithoutAnArticle(json: String, reason: Reject.Reason) {
        let reject = reject(json)
        #expect(reject?.reason == reason)
        #expect(reject?.stage == .intake)
        #expect(reject?.bytes == json.utf8.count)
        #expect(reject?.source.ordinal == 3)
    }

    @Test func detailsHelp() {
        #expect(
            reject(#"{"a":1"#)?.detail
                == "not JSON at byte 6 of the record: the document ends inside the object that begins at byte 0")
        #expect(reject("[1,2]")?.detail.hasPrefix("the record is an array of 2 values") == true)
        let missing = reject(#"{"id": 9, "words": "x"}"#)
        #expect(missing?.detail.contains(#"the record has "id", "words""#) == true)
        #expect(missing?.detail.contains(#""text", "maintext""#) == true)
        #expect(missing?.source.recordID == "9")
        let list = reject(#"{"status": "ok", "articles": [{"content": "a"}, {"content": "b"}]}"#)
        #expect(list?.detail.contains(#""articles" is a list of 2"#) == true)
    }

    @Test func damageInsideStringsCostsOnlyItself() throws {
        let bytes = Array(#"{"id":"1","text":"caf"#.utf8) + [0xE9] + Array(#" \ud800 end"}"#.utf8)
        guard case .draft(let draft) = parse(bytes) else { throw Unexpected(result: parse(bytes)) }
        #expect(draft.text == "caf\u{FFFD} \u{FFFD} end")
        #expect(draft.article.repairs[.invalidBytes] == 2)
    }

    @Test func oddLinesAreRead() throws {
        #expect(try draft("\u{FEFF}{\"text\": \"bom\"}\r").text == "bom")
        #expect(try draft("{\"text\": \"a\", \"text\": \"last\"}\u{0}\u{0}").text == "last")
        #expect(try draft("{\"text\": \"nul \\u0000 x\"}").text == "nul \u{0} x")
        #expect(try draft("{\"text\": \"x\", \"author\": NaN}").text == "x")
    }

    @Test(arguments: [false, true], [false, true])
    func utf16IsRead(isBigEndian: Bool, hasMark: Bool) throws {
        let units = Array(((hasMark ? "\u{FEFF}" : "") + #"{"text": "é 😀"}"#).utf16)
        let bytes = units.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
            return isBigEndian ? pair : pair.reversed()
        }
        guard case .draft(let draft) = parse(bytes) else { throw Unexpected(result: parse(bytes)) }
        #expect(draft.text == "é 😀")
    }

    private static let fixtures = [
        #"{"id":{"$oid":"1"},"text":"<p>One &amp; two</p><p>x\u00e9</p>","author":[{"name":"A, B"}],"date":1580724000,"metadata":{"url":"u"}}"#,
        #"{"contents":[null,{"type":"sanitized_html","content":"a <b>c</b> &#x41;"},{"type":"date","content":1}],"source":"The Washington Post"}"#,
        #"{"pubstatus":"usable","guid":"g","version":"2","body_html":"<p>a</p>","byline":"By A and B","versioncreated":"2017"}"#,
        #"{"_id":"e","_source":{"data":[{"html":"<!doctype html><p><!-- x --><script>a</script>"}]}}"#,
    ]

    @Test(arguments: fixtures)
    func damagedRecordsNeverCrash(fixture: String) {
        let bytes = Array(fixture.utf8)
        for position in bytes.indices {
            if case .draft = parse(Array(bytes[..<position])) {
                Issue.record("a cut record was accepted at \(position)")
            }
            for byte in [0x00, 0x22, 0x5C, 0x3C, 0x3E, 0x26, 0x7B, 0x5D, 0x2C, 0x39, 0x80, 0xE2, 0xFF] as [UInt8] {
                var mutant = bytes
                mutant[position] = byte
                guard case .draft(let draft) = parse(mutant) else { continue }
                switch draft.body {
                case .text:
                    #expect(!draft.article.text.isEmpty && String(validating: draft.article.text, as: UTF8.self) != nil)
                case .page(let body), .fragment(let body): #expect(String(validating: body, as: UTF8.self) != nil)
                }
            }
        }
    }

    @Test func hostileMarkupTakesLinearTime() {
        for unit in ["<", "<a ", "<!--", "<p", "&", "&amp", "</", "<a b=\\\"", "<script>", "<!-- >"] {
            let text = String(repeating: unit, count: 20_000)
            _ = parse(Array("{\"title\": \"\(text)\", \"text\": \"x <b>\(text)\"}".utf8))
        }
    }

    @Test func theSameRecordHasTheSameIdentity() throws {
        let one = try draft(#"{"id": 1, "text": "x"}"#).article.id
        #expect(try draft(#"{"id": 1, "text": "x"}"#).article.id == one)
        #expect(try draft(#"{"id": 2, "text": "x"}"#).article.id != one)
    }
}

@Test("every name of a preset means its role, whatever its case and separators")
func everyPresetNameMeansItsRole() throws {
    for role in FieldRole.allCases {
        for (rank, name) in FieldPresets.names(of: role).enumerated() {
            let meaning = try #require(FieldPresets.meaning(of: (name.uppercased() + "_").utf8), "\(name)")
            #expect(meaning.role == role && meaning.rank == rank, "\(name)")
        }
    }
    #expect(FieldPresets.meaning(of: "colour".utf8) == nil)
}
