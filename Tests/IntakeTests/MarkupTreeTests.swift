import Testing

@testable import Intake

@Suite struct MarkupTreeTests {
    private func outline(_ text: String, _ dialect: MarkupTree.Dialect = .xml) -> String {
        let tree = MarkupTree(Array(text.utf8), dialect)
        func write(_ node: Int) -> String {
            tree.children(of: node).map { child in
                tree.nodes[child].kind == .element
                    ? "\(tree.name(of: child))(\(write(child)))" : tree.line(child) ?? ""
            }.joined()
        }
        return write(MarkupTree.root)
    }

    @Test(
        "elements nest as their tags say, and end where they must",
        arguments: [
            ("<a><b>x</b>y</a>z", "a(b(x)y)z"), ("<a><b>x</a>y", "a(b(x))y"), ("x</b>y", "xy"), ("<a><b>x", "a(b(x))"),
            ("<A>x</a>", "a(x)"), ("<n:a>x</m:a>", "a(x)"), ("<a/>x", "a()x"), ("<a>x</>y", "a(x)y"),
            ("<a><a>x</a>y</a>z", "a(a(x)y)z"),
        ])
    func nesting(text: String, expected: String) {
        #expect(outline(text) == expected)
    }

    @Test(
        "where end tags are missing, fields end at fields and paragraphs at paragraphs",
        arguments: [
            ("<DOC><HEADLINE>h<TEXT>t</TEXT></DOC>", "doc(headline(h)text(t))"),
            ("<DOC><TEXT><P>a<P>b</TEXT></DOC>", "doc(text(p(a)p(b)))"),
            ("<DOC><TEXT>a<F P=1>b</F>c</TEXT></DOC>", "doc(text(af(b)c))"),
            ("<DOC><TEXT>a<PUB>b</PUB></DOC>", "doc(text(a)pub(b))"),
            ("<DOC><TEXT><DATE>d</DATE>a</TEXT></DOC>", "doc(text(date(d)a))"),
            ("<DOC>a<DOC>b", "doc(adoc(b))"),
        ])
    func sloppy(text: String, expected: String) {
        #expect(outline(text, .sgml) == expected)
    }

    @Test("attributes in all their spellings")
    func attributes() throws {
        let tree = MarkupTree(Array("<a x=1 y = \"two &amp; &#8217;\" z n:W='3' x=9 open=\"4 5/>".utf8), .xml)
        let node = try #require(tree.first("a"))
        #expect(tree.attribute("x", of: node) == "1")
        #expect(tree.attribute("y", of: node) == "two & ’")
        #expect(tree.attribute("z", of: node) == nil)
        #expect(tree.attribute("w", of: node) == "3")
        #expect(tree.attribute("open", of: node) == "4 5")
        #expect(tree.attribute("none", of: node) == nil)
    }

    @Test("references: illegal ones are dropped and counted, entities of the document are not expanded")
    func references() {
        let source = "<!DOCTYPE a [<!ENTITY b 'bb'>]>a&#5;&#22;b&#127;&b;&hyph;&blank;&amp;&Cx1f;&x & &#65;&#9;c"
        let tree = MarkupTree(Array(source.utf8), .xml)
        var text: [UInt8] = []
        let dropped = tree.appendText(of: MarkupTree.root, into: &text)
        #expect(dropped == 3)
        #expect(String(decoding: text, as: UTF8.self) == "ab&b;- &&x & A\tc")
    }

    @Test("depth and size are bounded", .timeLimit(.minutes(1)))
    func bounds() {
        let nested = String(repeating: "<a>", count: 20_000) + "x" + String(repeating: "</a>", count: 20_000)
        let deep = MarkupTree(Array((nested + "<b>y</b>").utf8), .xml)
        #expect(deep.isCut)
        #expect(deep.line(MarkupTree.root) == "x y")
        #expect(deep.first("b").map { deep.nodes[$0].parent } == 0)
        let wide = MarkupTree(Array(String(repeating: "<a/>", count: MarkupTree.maxNodes + 10).utf8), .xml)
        #expect(wide.isCut && wide.nodes.count <= MarkupTree.maxNodes)
        let names = (0..<12_000).map { "<x\($0)>" }.joined()
        let many = MarkupTree(Array(names.utf8), .sgml)
        #expect(many.nodes.count > 5_000)
    }
}
