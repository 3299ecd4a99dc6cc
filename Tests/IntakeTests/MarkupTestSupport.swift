import Model
import Text

@testable import Intake

/// Fixtures of the markup families, written for these tests, and short ways to read them.
enum MarkupFixture {
    static func parse(_ bytes: [UInt8], _ format: Format, charset: String? = nil) -> ParseResult {
        var parser = MarkupRecordParser(configuration: Configuration())
        return parser.parse(
            RawRecord(
                source: Source(file: "fixture", format: format, ordinal: 0, offset: 0), bytes: bytes,
                declaredCharset: charset))
    }

    static func article(_ text: String, _ format: Format) -> Article? {
        guard case .draft(let draft) = parse(Array(text.utf8), format) else { return nil }
        return draft.article
    }

    static func fragment(_ text: String, _ format: Format) -> String? {
        guard case .draft(let draft) = parse(Array(text.utf8), format), case .fragment(let html) = draft.body else {
            return nil
        }
        return String(decoding: html, as: UTF8.self)
    }

    static func reject(_ text: String, _ format: Format) -> Reject? {
        guard case .reject(let reject) = parse(Array(text.utf8), format) else { return nil }
        return reject
    }

    static let reuters = """
        <REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" OLDID="7" NEWID="42">
        <DATE>26-FEB-1987 15:01:01.79</DATE>
        <TOPICS><D>zinc</D><D>lead</D></TOPICS>
        <UNKNOWN>&#5;&#5;&#5;C T
        &#22;&#22;&#1;f0704&#31;reute</UNKNOWN>
        <TEXT>&#2;
        <TITLE>ACME &lt;ACM>   OPENS
        SMELTER</TITLE>
        <AUTHOR>    By Ann Other, Reuters</AUTHOR>
        <DATELINE>    PORT ANY, Feb 26 - </DATELINE><BODY>Acme Metals Inc &lt;ACM> said it opened
        a smelter on the north-
        ern coast.
            It will employ 350 people &amp; run at 5 < 10 pct.
            Qtr      1986      1985
            Shr     34 cts    12 cts
            The end.
         Reuter
        &#3;</BODY></TEXT>
        </REUTERS>
        """

    static let nitf = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE nitf SYSTEM "http://example.org/nitf.dtd" [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
        <nitf xml:lang="en-us"><head><title>Wrong title</title>
        <meta name="publication_day_of_month" content="9"/><meta name="publication_month" content="3"/>
        <meta name="publication_year" content="1999"/><meta name="online_sections" content="Science; Health"/>
        <docdata><doc-id id-string="1000042"/><doc.copyright holder="Example Times" year="1999"/></docdata>
        <pubdata ex-ref="http://www.example.org/1999/03/09/comet.html" name="Example"/></head>
        <body><body.head><hedline><hl1>A Comet &amp; Its Tail</hl1><hl2>Seen twice</hl2></hedline>
        <byline class="print_byline">By ANN O. OTHER; Compiled by Bo Third</byline>
        <byline class="normalized_byline">Other, Ann O.</byline>
        <dateline><location><city>Tucson</city><state>Ariz.</state></location><story.date norm="19990308"/></dateline>
        <abstract><p>A comet came back.</p></abstract></body.head>
        <body.content>
        <block class="lead_paragraph"><p>LEAD: The comet came.</p></block>
        <block class="full_text"><p>The comet came.</p><p>It went
            away &b; <em>again</em>.</p>
        <media><media-reference mime-type="image/jpeg" source="http://img.example.org/c.jpg"/>
        <media-caption>The comet.</media-caption></media>
        <note><p>Editors: note.</p></note>
        <table><tr><td>Mag.</td><td>4.5</td></tr></table></block>
        </body.content><body.end><tagline>Ann is a writer.</tagline></body.end></body></nitf>
        """

    static let newsmlG2 = """
        <?xml version="1.0"?>
        <n:newsMessage xmlns:n="http://iptc.org/std/nar/2006-10-01/"><n:itemSet>
        <n:newsItem guid="urn:newsml:example.org:1" version="3" xml:lang="de">
        <n:itemMeta><n:itemClass qcode="ninat:text"/><n:versionCreated>2024-03-12T11:00:00+01:00</n:versionCreated>
        <n:firstCreated>2024-03-12T10:00:00+01:00</n:firstCreated><n:pubStatus qcode="stat:usable"/>
        <n:edNote><p>Nicht zur Veröffentlichung.</p></n:edNote></n:itemMeta>
        <n:contentMeta><n:headline role="hld:subHeadline">Unterzeile</n:headline>\
        <n:headline>Komet kehrt zurück</n:headline>
        <n:by>Von Anna Andere</n:by><n:dateline>Bonn (xyz)</n:dateline><n:language tag="de-DE"/>
        <n:subject qcode="desk:wis"><n:name>Wissen</n:name></n:subject>
        <n:description role="drol:summary">Er war lange fort.</n:description></n:contentMeta>
        <n:contentSet><n:inlineXML contenttype="application/xhtml+xml"><html><head><title>x</title></head><body>
        <h2>Am Himmel</h2><p>Der Komet ist zurück.</p><ul><li>Erstens</li><li>Zweitens</li></ul></body></html>
        </n:inlineXML><n:remoteContent contenttype="image/jpeg" href="https://img.example.org/k.jpg"/></n:contentSet>
        </n:newsItem></n:itemSet></n:newsMessage>
        """

    static let newsml1 = """
        <NewsML Version="1.2"><NewsItem xml:lang="fr"><Identification><NewsIdentifier>\
        <ProviderId>example.org</ProviderId>
        <DateId>20240312</DateId><NewsItemId>TX-1</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier>\
        </Identification>
        <NewsManagement><FirstCreated>20240312T101500Z</FirstCreated>\
        <ThisRevisionCreated>20240312T111500Z</ThisRevisionCreated>
        <Status FormalName="Usable"/></NewsManagement>
        <NewsComponent><NewsLines><HeadLine>La comète</HeadLine><ByLine>Par Anne Autre</ByLine>
        <DateLine>Paris, 12 mars 2024</DateLine></NewsLines><DescriptiveMetadata><Language FormalName="fr"/>\
        </DescriptiveMetadata>
        <NewsComponent><ContentItem><MediaType FormalName="Photo"/>\
        <DataContent>Légende de la photo, très longue.</DataContent>
        </ContentItem></NewsComponent>
        <NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent><p>Elle est là.</p><p>Enfin.</p>\
        </DataContent>
        </ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>
        """

    static let rcv1 = """
        <?xml version="1.0" encoding="iso-8859-1" ?>
        <newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en"><title>ANYLAND: Zinc up.</title>
        <headline>Zinc up.</headline><byline>Ann Other</byline><dateline>PORT ANY 1996-08-20</dateline>
        <text><p>Zinc rose.</p><p>Lead fell.</p></text><copyright>(c) Someone</copyright>
        <metadata><dc element="dc.date.published" value="1996-08-21"/></metadata></newsitem>
        """

    static let mediawiki = """
        <page><title>Comet returns</title><ns>0</ns><id>77</id>
        <revision><id>1</id><timestamp>2008-01-01T00:00:00Z</timestamp><text>old</text></revision>
        <revision><id>2</id><timestamp>2008-11-04T10:00:00Z</timestamp><model>wikitext</model>
        <text xml:space="preserve">{{byline|date=November 3, 2008|location=Tucson}}
        [[File:Comet.jpg|thumb|The [[comet]] &lt;ref&gt;seen&lt;/ref&gt;]]
        The '''comet''' of {{w|Edmond Halley|Halley}} came [[back]] to the [[Solar System|system]].&lt;!-- no --&gt;
        It is &amp;quot;bright&amp;quot;.&lt;ref&gt;A source.&lt;/ref&gt;

        {| class="wikitable"
        | a || {{x|y}}
        |}
        == Reactions ==
        * [https://example.org A statement] said so
        * {{unknown|gone}}
        == Sources ==
        *{{source|url=https://example.org|title=x}}
        * [https://example.org/2 Another]
        [[Category:Space]][[de:Komet]]</text></revision></page>
        """

    static let rss = """
        <item rdf:about="http://example.org/r"><title>Comet &amp;amp; tail</title>
        <link>https://example.org/comet</link><guid isPermaLink="false">tag:1</guid>
        <pubDate>Tue, 12 Mar 2024 10:15:00 +0100</pubDate><dc:creator><![CDATA[Ann Other]]></dc:creator>
        <category>Space</category><description>Short &lt;b&gt;summary&lt;/b&gt;.</description>
        <media:content url="https://img.example.org/c.jpg" medium="image"/>
        <content:encoded><![CDATA[<p>The comet is back.</p><p>All of it.</p>]]></content:encoded></item>
        """

    static let atom = """
        <entry xml:lang="en"><title type="html">A &amp;lt;i&amp;gt;comet&amp;lt;/i&amp;gt;</title>
        <link rel="self" href="https://example.org/self"/><link href="https://example.org/a"/><id>urn:uuid:1</id>
        <published>2024-03-12T10:15:00Z</published><updated>2024-03-13T10:15:00Z</updated>
        <author><name>Ann Other</name><email>a@example.org</email></author><category term="space" label="Space"/>
        <summary>Brief.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The comet &amp; tail.</p></div>\
        </content></entry>
        """

    static let gigaword = """
        <DOC id="XYZ_ENG_19990401.0001" type="story" >
        <HEADLINE>
        COMET RETURNS TO
        THE SKY
        </HEADLINE>
        <DATELINE>
        TUCSON, April 1 (XYZ)
        </DATELINE>
        <TEXT>
        <P>
        The comet &AMP; its tail came back
        on Thursday &MD; brightly.
        </P>
        <P>
        It will stay.&UR;
        </P>
        </TEXT>
        </DOC>
        """

    static let all: [(format: Format, text: String)] = [
        (.reuters, reuters), (.nitf, nitf), (.newsml, newsmlG2), (.newsml, newsml1), (.rcv1, rcv1),
        (.mediawiki, mediawiki), (.rss, rss), (.rss, atom), (.gigaword, gigaword), (.trec, gigaword),
    ]
}

extension Article {
    /// The paragraphs.
    var lines: [String] { String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init) }
}
