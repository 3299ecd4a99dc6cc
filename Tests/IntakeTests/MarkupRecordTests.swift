import Model
import Testing
import Text

@testable import Intake

@Suite struct MarkupRecordTests {
    // MARK: - Reuters-21578

    @Test("a Reuters story: facts, paragraphs, no signature, figures in lines")
    func reuters() throws {
        let article = try #require(MarkupFixture.article(MarkupFixture.reuters, .reuters))
        #expect(article.source.recordID == "42")
        #expect(article.title == "ACME <ACM> OPENS SMELTER")
        #expect(article.authors == ["Ann Other"])
        #expect(article.dateline == "PORT ANY, Feb 26")
        #expect(article.published?.iso8601 == "1987-02-26T15:01:01")
        #expect(article.section == "zinc")
        #expect(
            article.lines == [
                "Acme Metals Inc <ACM> said it opened a smelter on the north-ern coast.",
                "It will employ 350 people & run at 5 < 10 pct.", "Qtr 1986 1985", "Shr 34 cts 12 cts", "The end.",
            ])
        #expect(article.repairs[.controls] == 1)
    }

    @Test("a Reuters headline without a story is a reject that keeps the headline")
    func reutersBrief() throws {
        let brief =
            """
            <REUTERS NEWID=\"9\"><TEXT TYPE=\"BRIEF\">&#2;\n<TITLE>ZINC UP</TITLE>Blah blah blah.\n&#3;</TEXT>\
            </REUTERS>
            """
        let reject = try #require(MarkupFixture.reject(brief, .reuters))
        #expect(reject.reason == .noText && reject.detail.contains("headline only: ZINC UP"))
        #expect(reject.source.recordID == "9")
        let empty = try #require(MarkupFixture.reject("<REUTERS NEWID=\"9\"><TEXT></TEXT></REUTERS>", .reuters))
        #expect(empty.reason == .noText)
    }

    @Test("unprocessed Reuters text stands beside the title")
    func reutersUnprocessed() throws {
        let brief =
            """
            <REUTERS NEWID=\"7\"><TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>T</TITLE>Blah blah blah.\n&#3;</TEXT>\
            </REUTERS>
            """
        #expect(MarkupFixture.reject(brief, .reuters)?.reason == .noText)
        let tail = "<REUTERS NEWID=\"6\"><TEXT><BODY>Total 55.8 (33.7).    REUTER\n&#3;</BODY></TEXT></REUTERS>"
        #expect(MarkupFixture.article(tail, .reuters)?.lines == ["Total 55.8 (33.7)."])
        let raw =
            """
            <REUTERS NEWID=\"8\"><TEXT TYPE=\"UNPROC\">&#2;\n<TITLE>T</TITLE>\nRATES - FEB 26\n M-1.......736.7 \
            up.......2.1\n\n REUTER\n&#3;\n\n</TEXT></REUTERS>
            """
        #expect(MarkupFixture.article(raw, .reuters)?.lines == ["RATES - FEB 26", "M-1.......736.7 up.......2.1"])
    }

    // MARK: - TREC and Gigaword

    @Test("a Gigaword story")
    func gigaword() throws {
        let article = try #require(MarkupFixture.article(MarkupFixture.gigaword, .gigaword))
        #expect(article.source.recordID == "XYZ_ENG_19990401.0001")
        #expect(article.title == "COMET RETURNS TO THE SKY")
        #expect(article.dateline == "TUCSON, April 1 (XYZ)")
        #expect(article.published?.iso8601 == "1999-04-01")
        #expect(article.lines == ["The comet & its tail came back on Thursday — brightly.", "It will stay."])
    }

    @Test("Gigaword documents of other types have plain lines")
    func gigawordOther() {
        let text =
            """
            <DOC id=\"A_ENG_20010203.0004\" type=\"other\" >\n<TEXT>\nHeads up, editors:\n   A list comes\n\
            at noon.\n</TEXT>\n</DOC>\n
            """
        #expect(MarkupFixture.article(text, .gigaword)?.lines == ["Heads up, editors:", "A list comes at noon."])
    }

    @Test(
        "each TREC source names its fields differently",
        arguments: [
            (
                """
                <DOC><DOCNO> AP880212-0004 </DOCNO><FILEID>AP-NR</FILEID><1ST_LINE>r w</1ST_LINE><2ND_LINE>x\
                </2ND_LINE><HEAD>Nuts Up</HEAD><DATELINE>ANYTOWN (AP) </DATELINE><BYLINE>By ANN OTHER</BYLINE><TEXT>\
                \n   Nuts are\nup.\n   More.\n</TEXT></DOC>
                """,
                ["AP880212-0004", "Nuts Up", "1988-02-12", "ANYTOWN (AP)", "ANN OTHER", "", "Nuts are up.|More."]
            ),
            (
                """
                <DOC><DOCNO> WSJ870324-0001 </DOCNO><HL> Acme:\n@  Nears Accord\n@  ----\n@  By Ann Other\n@  Staff \
                Reporter of Something</HL><DD> 03/04/87</DD><SO> SOME JOURNAL (J), PAGE 1</SO><LP>   Lead.\n</LP>\
                <TEXT>\n   Rest.\n</TEXT></DOC>
                """,
                ["WSJ870324-0001", "Acme: Nears Accord", "1987-03-04", "", "Ann Other", "SOME JOURNAL", "Lead.|Rest."]
            ),
            (
                "<DOC><DOCNO> WSJ891102-0188 </DOCNO><DD> = 891102 </DD><HL>H</HL><TEXT>t</TEXT></DOC>",
                ["WSJ891102-0188", "H", "1989-11-02", "", "", "", "t"]
            ),
            (
                """
                <DOC><DOCNO>FT922-5992</DOCNO><DATE>920527\n</DATE><HEADLINE>\nFT  27 MAY 92 / World: No term\n\
                </HEADLINE><BYLINE>By BO THIRD</BYLINE><TEXT>\nText.\n</TEXT><PUB>The Paper\n</PUB><PAGE>\nPage 1\n\
                </PAGE></DOC>
                """,
                ["FT922-5992", "World: No term", "1992-05-27", "", "BO THIRD", "The Paper", "Text."]
            ),
            (
                """
                <DOC><DOCNO> LA042990-0001 </DOCNO><DATE><P>April 29, 1990, Sunday, Home Edition </P></DATE>\
                <SECTION><P>TV; Page 3</P></SECTION><HEADLINE><P>ONE; </P><P>TWO</P></HEADLINE><TEXT><P>A line\nwrap\
                ped. </P><P>B.</P></TEXT><TYPE><P>Letter</P></TYPE></DOC>
                """,
                ["LA042990-0001", "ONE; TWO", "1990-04-29", "", "", "", "A line wrapped.|B."]
            ),
            (
                "<DOC><DOCNO> LA042990-0002 </DOCNO><TEXT><P>Dated by number.</P></TEXT></DOC>",
                ["LA042990-0002", "", "1990-04-29", "", "", "", "Dated by number."]
            ),
            (
                """
                <DOC><DOCNO> FBIS3-1 </DOCNO><HT> \"x\" </HT><HEADER><AU> FBIS-CHI-94 </AU>\nDocument Type:Daily\n\
                <DATE1>  19 Mar 1994 </DATE1></HEADER><F P=100> P </F><H3> <TI>  A Title </TI></H3><F P=102> OW1 \
                </F><TEXT>\nLanguage: <F P=105> Chinese </F>\nArticle Type:BFN\n\n  [Text] Anytown, 19 Mar -- It\nwe\
                nt on.\n  More.\n</TEXT></DOC>
                """,
                ["FBIS3-1", "A Title", "1994-03-19", "", "", "", "Anytown, 19 Mar -- It went on.|More."]
            ),
            (
                """
                <DOC><DOCNO> FR941110-0-00002 </DOCNO><PARENT> x </PARENT><TEXT><!-- PJG STAG 4700 --><DOCTITLE>A Ru\
                le</DOCTITLE>\n&blank;/&blank;No&hyph;1 <RINDOCK>[Docket]</RINDOCK>\n<FOOTNAME>x</FOOTNAME></TEXT>\
                </DOC>
                """,
                ["FR941110-0-00002", "A Rule", "1994-11-10", "", "", "", "A Rule|/ No-1|[Docket]|x"]
            ),
            (
                """
                <DOC><DOCNO> APW19980601.0001 </DOCNO><DOCTYPE> NEWS </DOCTYPE><DATE_TIME> 1998-06-01 00:12 \
                </DATE_TIME><HEADER>w &Cx1f; x</HEADER><BODY><SLUG> s </SLUG><HEADLINE> Hi </HEADLINE><TEXT><P>One\
                </P><P>Two</P></TEXT>(END)</BODY><TRAILER>AP</TRAILER></DOC>
                """,
                ["APW19980601.0001", "Hi", "1998-06-01T00:12:00", "", "", "", "One|Two"]
            ),
            (
                "<DOC><DOCNO> X-1 </DOCNO><HEADLINE>H<TEXT><P>a<P>b</TEXT></DOC>",
                ["X-1", "H", "", "", "", "", "a|b"]
            ),
            ("<DOC>\nX-2 </DOCNO>\n<TEXT>t</TEXT></DOC>", ["X-2", "", "", "", "", "", "t"]),
            (
                "<DOC><DOCNO>X-3</DOCNO><TITLE>T</TITLE><CORRECTION><P>Fixed.</P></CORRECTION></DOC>",
                ["X-3", "T", "", "", "", "", "Fixed."]
            ),
        ] as [(String, [String])])
    func trec(text: String, expected: [String]) throws {
        let article = try #require(MarkupFixture.article(text, .trec))
        #expect(
            [
                article.source.recordID ?? "", article.title ?? "", article.published?.iso8601 ?? "",
                article.dateline ?? "", article.authors.joined(separator: "|"), article.site ?? "",
                article.lines.joined(separator: "|"),
            ] == expected)
    }

    @Test("a TREC web page goes on as a page")
    func trecWeb() throws {
        let text =
            """
            <DOC>\n<DOCNO> WEB-1 </DOCNO>\n<DOCHDR>\nhttp://example.org/a 1.2.3.4 text/html 20\n</DOCHDR>\n\
            <html><p>x</DOC>\n
            """
        guard case .draft(let draft) = MarkupFixture.parse(Array(text.utf8), .trec), case .page(let html) = draft.body
        else {
            Issue.record("no page")
            return
        }
        #expect(String(decoding: html, as: UTF8.self) == "\n<html><p>x")
        #expect(draft.article.source.recordID == "WEB-1" && draft.article.url == "http://example.org/a")
    }

    @Test("a TREC document without text is a reject that keeps the headline")
    func trecEmpty() throws {
        let reject = try #require(
            MarkupFixture.reject("<DOC><DOCNO>1</DOCNO><HEAD>Only</HEAD><TEXT>\n</TEXT></DOC>", .trec))
        #expect(reject.reason == .noText && reject.detail.contains("Only"))
    }

    // MARK: - NITF and RCV1

    @Test("a NITF document with the lead repeated, two bylines, media and notes")
    func nitf() throws {
        let article = try #require(MarkupFixture.article(MarkupFixture.nitf, .nitf))
        #expect(article.source.recordID == "1000042")
        #expect(article.title == "A Comet & Its Tail")
        #expect(article.authors == ["ANN O. OTHER", "Bo Third"])
        #expect(article.published?.iso8601 == "1999-03-09")
        #expect(article.section == "Science")
        #expect(article.dateline == "Tucson, Ariz.")
        #expect(article.description == "A comet came back.")
        #expect(article.url == "http://www.example.org/1999/03/09/comet.html")
        #expect(article.image == "http://img.example.org/c.jpg")
        #expect(article.language == "en-US")
        #expect(article.lines == ["The comet came.", "It went away &b; again.", "Mag. 4.5"])
    }

    @Test("agency NITF: lines broken by <br/>, a byline as the first paragraph, a cancelled document")
    func agencyNITF() throws {
        let text = """
            <nitf><head><tobject tobject.type="Innenriks"/><docdata><date.issue norm="20150218T160141+1100"/>\
            </docdata></head>
            <body><body.head><hedline><hl1>H</hl1></hedline><dateline>SYDNEY March 22 -</dateline></body.head>
            <body.content><p>By Ann Other</p>\
            <p>   First half of the line, which is long enough to be full, at <br />centre.</p><p/>
            <p>Second.</p></body.content></body></nitf>
            """
        let article = try #require(MarkupFixture.article(text, .nitf))
        #expect(article.authors == ["Ann Other"])
        #expect(article.published?.iso8601 == "2015-02-18T16:01:41+11:00")
        #expect(article.section == "Innenriks")
        #expect(article.dateline == "SYDNEY March 22")
        #expect(article.lines == ["First half of the line, which is long enough to be full, at centre.", "Second."])
        let canceled =
            """
            <nitf><head><docdata management-status=\"canceled\"/></head><body><body.content><p>x</p>\
            </body.content></body></nitf>
            """
        #expect(MarkupFixture.reject(canceled, .nitf)?.reason == .deleted)
    }

    @Test("an RCV1 story")
    func rcv1() throws {
        let article = try #require(MarkupFixture.article(MarkupFixture.rcv1, .rcv1))
        #expect(article.source.recordID == "2286" && article.title == "Zinc up." && article.authors == ["Ann Other"])
        #expect(article.published?.iso8601 == "1996-08-21" && article.language == "en")
        #expect(article.lines == ["Zinc rose.", "Lead fell."])
    }

    // MARK: - NewsML

    @Test("a NewsML-G2 item with prefixes")
    func newsmlG2() throws {
        let article = try #require(MarkupFixture.article(MarkupFixture.newsmlG2, .newsml))
        #expect(article.source.recordID == "urn:newsml:example.org:1@3")
        #expect(article.title == "Komet kehrt zurück" && article.authors == ["Anna Andere"])
        #expect(article.published?.iso8601 == "2024-03-12T10:00:00+01:00")
        #expect(article.modified?.iso8601 == "2024-03-12T11:00:00+01:00")
        #expect(article.language == "de-DE" && article.section == "Wissen" && article.dateline == "Bonn (xyz)")
        #expect(article.description == "Er war lange fort." && article.image == "https://img.example.org/k.jpg")
        #expect(article.lines == ["Am Himmel", "Der Komet ist zurück.", "Erstens", "Zweitens"])
    }

    @Test("a NewsML 1.2 item: the text, not the caption of its picture")
    func newsml1() throws {
        let article = try #require(MarkupFixture.article(MarkupFixture.newsml1, .newsml))
        #expect(article.source.recordID == "example.org:20240312:TX-1:2")
        #expect(article.title == "La comète" && article.authors == ["Anne Autre"] && article.language == "fr")
        #expect(article.published?.iso8601 == "2024-03-12T10:15:00Z")
        #expect(article.modified?.iso8601 == "2024-03-12T11:15:00Z")
        #expect(article.lines == ["Elle est là.", "Enfin."])
    }

    @Test("content that is NITF, escaped markup or plain text")
    func newsmlContent() {
        func lines(_ content: String) -> [String]? {
            MarkupFixture.article(
                """
                <newsItem guid=\"g\"><itemMeta/><contentMeta/><contentSet>\(content)</contentSet></newsItem>
                """, .newsml)?
                .lines
        }
        #expect(
            lines(
                """
                <inlineXML><nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>a</p>\
                </body.content></body></nitf></inlineXML>
                """
            )
                == ["a"])
        #expect(lines("<inlineData><![CDATA[<p>a &amp; b</p><p>c</p>]]></inlineData>") == ["a & b", "c"])
        #expect(lines("<inlineData>One\nline\n\nTwo</inlineData>") == ["One line", "Two"])
    }

    @Test("a body's own header, a repeated byline and dates that contradict one another are left out")
    func newsmlExtras() throws {
        let text = """
            <newsItem guid="g" version="2"><itemMeta><versionCreated>2024-03-12T09:00:00Z</versionCreated>
            <firstCreated>2024-03-12T10:00:00Z</firstCreated></itemMeta><contentMeta><by>Ann Other</by>
            <dateline>2024-03-12 10:00:00 GMT</dateline></contentMeta><contentSet><inlineXML><html><body>
            <header><ul><li>Keyword</li></ul><h1>Title</h1></header><section><p>By Ann Other</p><p>Text.</p></section>
            <footer>xyz ab1</footer></body></html></inlineXML></contentSet></newsItem>
            """
        let article = try #require(MarkupFixture.article(text, .newsml))
        #expect(article.authors == ["Ann Other"] && article.dateline == nil && article.modified == nil)
        #expect(article.lines == ["Text."])
    }

    @Test("pictures, packages and withdrawn items are rejects that say so")
    func newsmlRejects() {
        let picture =
            """
            <newsItem guid=\"g\" version=\"1\"><itemMeta><itemClass qcode=\"ninat:picture\"/></itemMeta>\
            <contentMeta><headline>Sky</headline></contentMeta><contentSet><remoteContent href=\"x\"/>\
            </contentSet></newsItem>
            """
        let reject = MarkupFixture.reject(picture, .newsml)
        #expect(reject?.reason == .noText && reject?.detail == "picture item without text: Sky")
        #expect(reject?.source.recordID == "g@1")
        let package =
            "<packageItem guid=\"p\"><itemMeta><itemClass qcode=\"ninat:composite\"/></itemMeta></packageItem>"
        #expect(MarkupFixture.reject(package, .newsml)?.detail == "composite item without text")
        let withdrawn =
            """
            <newsItem guid=\"g\"><itemMeta><pubStatus qcode=\"stat:canceled\"/></itemMeta><contentSet>\
            <inlineData>x</inlineData></contentSet></newsItem>
            """
        #expect(MarkupFixture.reject(withdrawn, .newsml)?.reason == .deleted)
        #expect(MarkupFixture.reject("<other/>", .newsml)?.reason == .malformedMarkup)
    }

    // MARK: - charsets

    @Test("Latin-1 bytes are read as such")
    func latin1() throws {
        let bytes =
            Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><newsitem itemid=\"1\"><headline>Caf".utf8) + [0xE9]
            + Array("</headline><text><p>Un caf".utf8) + [0xE9] + Array(" noir.</p></text></newsitem>".utf8)
        guard case .draft(let draft) = MarkupFixture.parse(bytes, .rcv1) else {
            Issue.record("no draft")
            return
        }
        #expect(draft.article.title == "Café" && draft.article.lines == ["Un café noir."])
        #expect(draft.article.source.charset == "windows-1252")
    }
}
