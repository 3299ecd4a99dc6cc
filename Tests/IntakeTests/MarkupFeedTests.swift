import Model
import Testing
import Text

@testable import Intake

@Suite struct MarkupFeedTests {
    private func fragment(_ item: String) -> String? { MarkupFixture.fragment(item, .rss) }

    @Test("an RSS item with its whole content")
    func rss() throws {
        let article = try #require(MarkupFixture.article(MarkupFixture.rss, .rss))
        #expect(article.source.recordID == "tag:1" && article.url == "https://example.org/comet")
        #expect(article.title == "Comet & tail" && article.authors == ["Ann Other"] && article.section == "Space")
        #expect(article.published?.iso8601 == "2024-03-12T10:15:00+01:00")
        #expect(article.description == "Short summary.")
        #expect(article.image == "https://img.example.org/c.jpg")
        #expect(fragment(MarkupFixture.rss) == "<p>The comet is back.</p><p>All of it.</p>")
    }

    @Test("an Atom entry with XHTML inside")
    func atom() throws {
        let article = try #require(MarkupFixture.article(MarkupFixture.atom, .rss))
        #expect(article.source.recordID == "urn:uuid:1" && article.url == "https://example.org/a")
        #expect(article.published?.iso8601 == "2024-03-12T10:15:00Z")
        #expect(article.modified?.iso8601 == "2024-03-13T10:15:00Z")
        #expect(article.authors == ["Ann Other"] && article.section == "Space" && article.language == "en")
        #expect(fragment(MarkupFixture.atom)?.contains("<p>The comet &amp; tail.</p>") == true)
    }

    @Test("content in all its wrappings: escaped HTML, CDATA, plain text")
    func content() {
        #expect(
            fragment("<item><description>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</description></item>") == "<p>A &amp; B</p>")
        #expect(fragment("<item><description><![CDATA[<p>A &amp; B</p>]]></description></item>") == "<p>A &amp; B</p>")
        #expect(
            MarkupFixture.article("<item><description>AT&amp;amp;T rose</description></item>", .rss)?.lines == [
                "AT&T rose"
            ])
        #expect(
            MarkupFixture.article("<entry><content type=\"text\">1 &lt; 2</content></entry>", .rss)?.lines == ["1 < 2"])
        #expect(
            fragment(
                """
                <item><description>A much longer teaser than the content has words in it, padding it out\
                </description><content:encoded>&lt;p&gt;The content itself, which counts more.&lt;/p&gt;\
                </content:encoded></item>
                """
            ) == "<p>The content itself, which counts more.</p>")
    }

    @Test(
        "the address: link, alternate, permalink guid, rdf:about",
        arguments: [
            ("<item><link>https://e.org/1</link><description>x</description></item>", "https://e.org/1"),
            (
                """
                <entry><link rel='edit' href='e'/><link rel='alternate' href='https://e.org/2'/><summary>x</summary>\
                </entry>
                """,
                "https://e.org/2"
            ),
            ("<item><guid>https://e.org/3</guid><description>x</description></item>", "https://e.org/3"),
            ("<item rdf:about='https://e.org/4'><description>x</description></item>", "https://e.org/4"),
            (
                """
                <item><atom:link href='https://e.org/self' rel='self'/><link>https://e.org/5</link><description>x\
                </description></item>
                """,
                "https://e.org/5"
            ),
        ])
    func address(item: String, expected: String) {
        #expect(MarkupFixture.article(item, .rss)?.url == expected)
    }

    @Test("an author's address is no name")
    func authors() {
        let item =
            """
            <item><author>a@example.org (Ann Other)</author><author>b@example.org</author><description>x\
            </description></item>
            """
        #expect(MarkupFixture.article(item, .rss)?.authors == ["Ann Other"])
    }

    private func post(_ content: String, type: String = "post", status: String = "publish") -> String {
        """
        <item><title>T</title><guid isPermaLink="false">https://e.org/?p=1</guid>
        <content:encoded><![CDATA[\(content)]]></content:encoded><excerpt:encoded><![CDATA[Brief]]></excerpt:encoded>
        <wp:post_date><![CDATA[2024-03-12 11:15:00]]></wp:post_date>\
        <wp:post_date_gmt>2024-03-12 10:15:00</wp:post_date_gmt>
        <wp:status><![CDATA[\(status)]]></wp:status><wp:post_type><![CDATA[\(type)]]></wp:post_type>
        <category domain="post_tag">tag</category><category domain="category">Space</category></item>
        """
    }

    @Test("a WordPress post: blank lines are paragraphs, shortcodes go")
    func wordPress() throws {
        let text =
            """
            [dropcap]T[/dropcap]he comet [sic].\n\n<a href=\"x\">Two</a>\nlines\n\n<h2>Head</h2>\n[caption id=\"\
            1\"]<img src=\"c.jpg\"/> Caption[/caption]\n\n[contact_form]End
            """
        let html = try #require(fragment(post(text)))
        #expect(html == "\n<p>The comet [sic].\n<p><a href=\"x\">Two</a>\nlines\n<h2>Head</h2>\n<p>End")
        let article = try #require(MarkupFixture.article(post(text), .rss))
        #expect(article.published?.iso8601 == "2024-03-12T10:15:00Z" && article.section == "Space")
        #expect(article.source.recordID == "https://e.org/?p=1")
    }

    @Test("WordPress attachments, menus and unpublished posts are rejects")
    func wordPressRejects() {
        #expect(MarkupFixture.reject(post("x", type: "attachment"), .rss)?.reason == .notAPage)
        #expect(MarkupFixture.reject(post("x", type: "nav_menu_item"), .rss)?.reason == .notAPage)
        #expect(MarkupFixture.reject(post("x", status: "trash"), .rss)?.reason == .deleted)
        #expect(MarkupFixture.reject(post("x", status: "draft"), .rss)?.reason == .deleted)
        #expect(MarkupFixture.reject(post(""), .rss)?.reason == .noText)
    }
}
