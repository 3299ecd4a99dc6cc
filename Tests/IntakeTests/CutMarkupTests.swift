import Model
import Testing

struct CutMarkupTests {
    private static func reuters(_ number: Int) -> String {
        "<REUTERS TOPICS=\"YES\" NEWID=\"\(number)\">\n<DATE>26-FEB-1987</DATE>\n<TEXT>&#2;\n"
            + "<BODY>\(prose(number))\n&#3;</BODY></TEXT>\n</REUTERS>"
    }

    private static func element(_ name: String, _ content: String) -> String { "<\(name)>\(content)</\(name)>" }

    @Test(arguments: [1, 7, 100, 65_536])
    func everyReutersElementIsARecord(block: Int) {
        let stream = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + (0..<20).map { Self.reuters($0) + "\n" }.joined()
        let result = cuttings(of: stream, block: block)
        #expect(result.records == (0..<20).map { Self.reuters($0) })
        #expect(result.formats.allSatisfy { $0 == .reuters })
        #expect(result.rejects.isEmpty)
        #expect(result.offsets.first == 36)
    }

    @Test func streamsOfDocsAreTRECOrGigaword() {
        let trec = "<DOC>\n<DOCNO> AP-1 </DOCNO>\n<1ST_LINE>x</1ST_LINE><TEXT>a < b</TEXT>\n</DOC>\n"
        let lower = "<doc id=\"1\">\n<docno>1</docno>text</doc >\n"
        #expect(cuttings(of: trec + "<!-- a comment about <DOC> -->\n" + trec).formats == [.trec, .trec])
        #expect(cuttings(of: lower + lower).formats == [.trec, .trec])
        let gigaword = "<DOC id=\"AFP_ENG_19940512.0001\" type=\"story\" >\n<TEXT>\n<P>\nx\n</P>\n</TEXT>\n</DOC>\n"
        #expect(cuttings(of: gigaword + gigaword).formats == [.gigaword, .gigaword])
        #expect(cuttings(of: "<ROOT>\n" + trec + trec + "</ROOT>\n").formats == [.trec, .trec])
    }

    @Test func aMissingEndTagNeverMergesTwoRecords() {
        let one = "<DOC>\n<DOCNO>1</DOCNO><TEXT>first</TEXT>"
        let two = "<DOC>\n<DOCNO>2</DOCNO><TEXT>second</TEXT>\n</DOC>"
        let result = cuttings(of: one + "\n" + two + "\n" + one + "\n" + two)
        #expect(result.records == [one, two, one, two])
        let end = cuttings(of: two + "\n" + one)
        #expect(end.records == [two])
        #expect(end.reasons == [.truncatedRecord])
        #expect(end.rejects.first?.bytes == one.utf8.count)
    }

    @Test func piecesOutsideRecordsAreRejects() {
        let doc = "<DOC>\n<DOCNO>1</DOCNO><TEXT>first</TEXT>\n</DOC>\n"
        let head = cuttings(of: "the end of another\n</TEXT>\n</DOC>\n" + doc + doc)
        #expect(head.records.count == 2)
        #expect(head.reasons == [.malformedMarkup])
        let middle = cuttings(of: doc + "<DO>\n<DOCNO>2</DOCNO><TEXT>lost start</TEXT>\n</DOC>\n" + doc)
        #expect(middle.records.count == 2)
        #expect(middle.reasons == [.malformedMarkup])
        #expect(middle.rejects.first?.source.ordinal == 1)
        let control = cuttings(of: doc + doc + "\u{1A}\n\0\0")
        #expect(control.rejects.isEmpty)
    }

    @Test(arguments: [1, 65_536])
    func feedsGiveTheirItems(block: Int) {
        let page = "<content:encoded><![CDATA[<p>an <item> and an </item> in a page</p>]]></content:encoded>"
        let feed =
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!-- export <item> --><rss version=\"2.0\"><channel>"
            + "<title>Channel</title><item><title>1</title>\(page)</item>"
            + "<item ><title>2</title><media:item/></item><item><title>3</title></item></channel></rss>"
        let result = cuttings(of: feed, block: block)
        #expect(result.records.count == 3)
        #expect(result.records.first?.hasSuffix("in a page</p>]]></content:encoded></item>") ?? false)
        #expect(result.charsets == Array(repeating: "ISO-8859-1", count: 3))
        #expect(result.formats == [.rss, .rss, .rss])
        #expect(result.rejects.isEmpty)
    }

    @Test func feedsComeInThreeVocabularies() {
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry>1</entry><entry>2</entry></feed>"
        #expect(cuttings(of: atom).records == ["<entry>1</entry>", "<entry>2</entry>"])
        let rdf = "<rdf:RDF><channel><items><rdf:Seq/></items></channel><item rdf:about=\"a\">1</item></rdf:RDF>"
        #expect(cuttings(of: rdf).records == ["<item rdf:about=\"a\">1</item>"])
        #expect(cuttings(of: "<rss><channel><title>nothing yet</title></channel></rss>").reasons == [.emptyFile])
    }

    @Test func anUnclosedSectionHidesNoNeighbour() {
        let items = ["<item>1<![CDATA[ open </item>", "<item>2<![CDATA[ closed ]]></item>", "<item>3</item>"]
        let result = cuttings(of: "<rss><channel>" + items.joined() + "</channel></rss>")
        #expect(result.records == items)
    }

    @Test func wikiPagesAreCutWithoutTheSiteInfo() {
        let pages = (1...2).map { "<page>\n<title>T\($0)</title><text>a &lt;page&gt; b</text>\n  </page>" }
        let result = cuttings(
            of: "<mediawiki xml:lang=\"en\">\n  <siteinfo><sitename>Wikinews</sitename></siteinfo>\n  "
                + pages.joined(separator: "\n  ") + "\n</mediawiki>\n")
        #expect(result.records == pages)
        #expect(result.formats == [.mediawiki, .mediawiki])
        #expect(result.rejects.isEmpty)
    }

    @Test func agencyXMLIsOneRecordOrOnePerItem() {
        let item = "<newsItem guid=\"urn:1\" version=\"1\"><contentSet/></newsItem>"
        let single = "<?xml version=\"1.0\"?>\n" + Self.element("newsMessage", "<header/>" + item) + "\n"
        #expect(cuttings(of: single).records == [single])
        let prefixed = "<ns0:newsItem guid=\"urn:1\"><ns0:contentSet/></ns0:newsItem>"
        let several = cuttings(of: Self.element("ns0:newsMessage", prefixed + prefixed + prefixed))
        #expect(several.records == Array(repeating: prefixed, count: 3))
        #expect(several.formats == [.newsml, .newsml, .newsml])
        let rcv1 = "<?xml version=\"1.0\"?><newsitem itemid=\"2286\" id=\"root\"><title>x</title></newsitem>"
        #expect(cuttings(of: rcv1).formats == [.rcv1])
    }

    @Test func newspaperXMLIsOneRecordOrOnePerDocument() {
        let document = "<nitf><head/><body>x</body></nitf>"
        let file = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE nitf SYSTEM \"x\">\n\(document)\n"
        let one = cuttings(of: file)
        #expect(one.records == [file])
        #expect(one.charsets == ["ISO-8859-1"])
        let two = cuttings(of: file + file)
        #expect(two.records == [document, document])
        #expect(two.charsets == ["ISO-8859-1", "ISO-8859-1"])
    }

    @Test(arguments: [64, 65_536])
    func aRecordThatIsTooLargeIsPassedOver(block: Int) {
        let giant = "<DOC>\n<DOCNO>G</DOCNO>" + String(repeating: "<p>x</p>\n", count: 2000) + "</DOC>"
        let small = "<DOC>\n<DOCNO>S</DOCNO>x</DOC>"
        let result = cuttings(of: small + "\n" + giant + "\n" + small, block: block) {
            $0.limits.maxRecordBytes = 1000
        }
        #expect(result.records == [small, small])
        #expect(result.reasons == [.recordTooLarge])
        #expect(result.rejects.first?.bytes == giant.utf8.count)
    }

    @Test func damageInTheMiddleCostsTheRecordsInIt() {
        let records = (0..<200).map { Self.reuters($0) }
        let members = stride(from: 0, to: 200, by: 20).map { start in
            records[start..<(start + 20)].map { $0 + "\n" }.joined()
        }
        var packed = gzipped(members)
        let starts = memberStarts(members)
        for index in (starts[4] + 200)..<(starts[4] + 230) { packed[index] = 0xFF }
        let result = cuttings(of: packed)
        #expect(result.records.prefix(80) == records.prefix(80))
        #expect(result.records.suffix(100) == records.suffix(100))
        #expect(result.reasons == [.gzipDamage])
    }

    @Test func aStreamCutAtAnyByteLosesOnlyItsLastRecord() {
        let records = (0..<3).map { Self.reuters($0) }
        let stream = Array(records.joined(separator: "\n").utf8)
        for length in stride(from: 1, to: stream.count, by: 2) {
            let result = cuttings(of: Array(stream[..<length]), block: 97) { $0.format = .reuters }
            #expect(records.starts(with: result.records), "cut at \(length)")
            #expect(result.rejects.count <= 1, "cut at \(length)")
        }
    }
}
