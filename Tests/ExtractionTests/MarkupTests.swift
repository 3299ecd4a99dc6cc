import Testing

/// What markup becomes as text. Fragments keep every block, so that only reading is tested here.
@Suite struct MarkupTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var what: String
        var html: String
        var lines: [String]
        var testDescription: String { what }

        init(_ what: String, _ html: String, _ lines: String...) {
            self.what = what
            self.html = html
            self.lines = lines
        }
    }

    static let rows: [Row] = [
        Row("one paragraph a line", "<p>One</p><p>Two</p>", "One", "Two"),
        Row("blanks are squeezed", "<p>  One\n\t two&nbsp;\u{A0} three </p>", "One two three"),
        Row(
            "blanks between inline elements", "<p><b>One</b> <i>two</i>\n<a href=x>three</a></p>", "One two three"),
        Row("no blank where there is none", "<p>un<b>believ</b>able</p>", "unbelievable"),
        Row("no blanks from comments", "<p>un<!-- <p> -->broken</p>", "unbroken"),
        Row("text right in the body", "One<div>Two</div>Three", "One", "Two", "Three"),
        Row("one line break is a blank", "<p>One<br>two</p>", "One two"),
        Row("two line breaks are a paragraph", "<div>One<br><br/>Two<br />\n<br>Three</div>", "One", "Two", "Three"),
        Row("an end tag br is a br", "<div>One</br></br>Two</div>", "One", "Two"),
        Row("headings, items, quotes", "<h2>H</h2><ul><li>A<li>B</ul><blockquote>Q</blockquote>", "H", "A", "B", "Q"),
        Row("section inside an open p", "<p>One<section>Two</section>Three", "One", "Two", "Three"),
        Row(
            "figure, article inside an open p", "<p>A<figure>B</figure><p>C<article>D</article>", "A", "B", "C", "D"),
        Row("p inside h1 belongs to it", "<h1><p>Head</p></h1><p>Body</p>", "Head", "Body"),
        Row("an unclosed heading keeps to itself", "<h2>Head<p>One</p><p>Two</p>", "Head", "One", "Two"),
        Row("p with a slash is open", "<p/>One<p/>Two", "One", "Two"),
        Row("custom elements", "<x-story><p>One</p><x-b>two</x-b></x-story>", "One", "two"),
        Row("legacy references without semicolon", "<p>&copy 2020 &nbspx &AMP &eacutet&eacute</p>", "© 2020 x & été"),
        Row("references of HTML 5", "<p>&hellip;&lpar;&bigstar;</p>", "…(★"),
        Row("references of windows-1252", "<p>&#147;A&#148; &#x80;</p>", "“A” €"),
        Row("a reference to nothing stays", "<p>AT&T &bogus; &; &#; R&D</p>", "AT&T &bogus; &; &#; R&D"),
        Row("escaped markup is text", "<p>&lt;b&gt; 1 < 2 && 3 > 2</p>", "<b> 1 < 2 && 3 > 2"),
        Row("readings over words", "<p><ruby>子<rt>こ</rt></ruby>ども<ruby>体<rt>たい</rt>罰<rt>ばつ</rt></ruby>", "子ども体罰"),
        Row(
            "readings with brackets", "<p><ruby>尹<rp>(</rp><rt>ユン<rp>)</rp></ruby>氏の<ruby>法<rt>ほう</ruby>", "尹(ユン)氏の法"),
        Row("readings without end tags", "<p><ruby>漢<rt>kan<rb>字<rt>ji</ruby>.<p>A<rt>b<p>Two", "漢字.", "A", "Two"),
        Row("NUL is nothing", "<p>a\u{0}b</p>", "ab"),
        Row("attributes with signs", "<p title='a > b' data-x=\"<p>\">One</p><p class=a'b\">Two</p>", "One", "Two"),
        Row(
            "script, style, svg, template, noscript",
            "<p>A<script>if (a < b) '</p>'</script><style>p{}</style><svg><title>T</title><text>S</text></svg></p>"
                + "<template><p>T</p></template><noscript><img><p>N</p></noscript><p>B", "A", "B"),
        Row("a shadow root is content", "<div><template shadowrootmode=open><p>One</p></template></div>", "One"),
        Row(
            "frames, forms, players",
            "<iframe>F</iframe><textarea>T</textarea><select><option>O</select><video>V</video><p>A", "A"),
        Row("an unclosed template hides nothing", "<p>One<template><p>Two", "One", "Two"),
        Row(
            "comments of all kinds", "<!-->A<!--->B<!-- x --!>C<!doctype x>D<?php x ?>E</ x>F<![CDATA[g]]>H", "ABCDEFH"),
        Row("a page cut inside a tag", "<p>One</p><p class=\"tw", "One"),
        Row("a page cut inside a comment", "<p>One</p><!-- <p>Two</p>", "One"),
        Row("upper case", "<P>One<BR><BR>Two</P><SCRIPT>x</Script><DIV>Three", "One", "Two", "Three"),
        Row("stray end tags", "</div></p><p>One</b></i></p></section></p><p>Two", "One", "Two"),
        Row("old layout tables", "<table><tr><td>One<td>Two<tr><td>Three</table>", "One", "Two", "Three"),
        Row(
            "preformatted paragraphs", "<pre>One\ntwo\n\n  Three\n \n\nFour</pre>", "One two", "Three", "Four"),
        Row("text after the end of the page", "<html><body><p>One</p></body></html>Two", "One", "Two"),
        Row("two bodies", "<body><p>One</p><body><p>Two</p></body></html><html><p>Three", "One", "Two", "Three"),
        Row("definition lists", "<dl><dt>A<dd>B<dt>C<dd>D</dl>", "A", "B", "C", "D"),
        Row("word break opportunities", "<p>super<wbr>cali<wbr/>fragil</p>", "supercalifragil"),
        Row("ideographs", "<p>東京で<b>会議</b>が。</p><p>二</p>", "東京で会議が。", "二"),
        Row("right to left", "<p>مرحبا <b>بالعالم</b></p>", "مرحبا بالعالم"),
    ]

    @Test(arguments: rows) func reads(_ row: Row) {
        #expect(Pages.fragment(row.html) == row.lines)
    }
}
