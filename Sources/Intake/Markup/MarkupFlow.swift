internal import Text

/// Writes what stands in an element as paragraphs: which elements are blocks, which are no text at all.
struct MarkupFlow {
    private let tree: MarkupTree
    private let blocks: Set<Int32>
    private let inlines: Set<Int32>
    private let cells: Set<Int32>
    private let skipped: Set<Int32>
    private let lineBreak: Int32
    private let paragraph: Int32
    private let preformatted: Int32
    private let layout: ParagraphWriter.Layout

    /// `layout` is for character data outside of paragraph elements; inside of them it is flow, or, where that is
    /// `lines`, hard-wrapped lines.
    init(_ tree: MarkupTree, layout: ParagraphWriter.Layout = .flow, skipping more: [StaticString] = []) {
        func numbers(_ names: [StaticString]) -> Set<Int32> { Set(names.map { tree.number($0) }.filter { $0 >= 0 }) }
        self.tree = tree
        self.layout = layout
        blocks = layout == .flow ? numbers(Self.blockNames) : []
        inlines = layout == .flow ? [] : numbers(Self.inlineNames)
        cells = numbers(["td", "th", "dt", "col"])
        skipped = numbers(Self.skippedNames + more)
        lineBreak = tree.number("br")
        paragraph = tree.number("p")
        preformatted = tree.number("pre")
    }

    /// Appends the paragraphs inside of `node`.
    func write(_ node: Int, to writer: inout ParagraphWriter) {
        let inside = layout(at: node)
        tree.bytes.withUnsafeBufferPointer { write(node, $0, inside, to: &writer) }
        writer.endRun(inside)
    }

    private func layout(at node: Int) -> ParagraphWriter.Layout {
        tree.nodes[node].name == paragraph ? inParagraph : layout
    }

    /// SGML archives have field names of their own, so that there all but a few names are blocks.
    private func isBlock(_ name: Int32) -> Bool {
        layout == .flow ? blocks.contains(name) : !inlines.contains(name) && !cells.contains(name)
    }

    private var inParagraph: ParagraphWriter.Layout { layout == .flow ? .flow : .paragraphLines }

    /// Recursion is bounded by the tree's depth.
    private func write(
        _ node: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ layout: ParagraphWriter.Layout,
        to writer: inout ParagraphWriter
    ) {
        var index = node + (tree.nodes[node].kind == .element ? 1 : 0)
        let last = Int(tree.nodes[node].last)
        while index <= last {
            let child = tree.nodes[index]
            let range = Int(child.start)..<Int(child.end)
            switch child.kind {
            case .text:
                writer.droppedControls += MarkupText.decode(bytes, range, into: &writer.run)
            case .cdata:
                writer.run.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
            case .element:
                if skipped.contains(child.name) { break }
                if child.name == lineBreak {
                    writer.run.append(ParagraphWriter.lineBreak)
                    write(index, bytes, layout, to: &writer)
                } else if isBlock(child.name) {
                    writer.endRun(layout)
                    let inside =
                        child.name == paragraph ? inParagraph : child.name == preformatted ? .lines : layout
                    write(index, bytes, inside, to: &writer)
                    writer.endRun(inside)
                } else {
                    if cells.contains(child.name) { writer.run.append(0x20) }
                    write(index, bytes, layout, to: &writer)
                }
            }
            index = Int(child.last) + 1
        }
    }

    private static let blockNames: [StaticString] = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "hl3", "hl4", "hr", "li", "ul", "ol", "dl", "dd",
        "table", "caption", "tr", "nitf-table", "block", "blockquote", "bq", "credit", "pre", "section", "article",
        "main",
        "fn", "lead", "datasource", "body", "body.content", "html", "text", "lp", "leadpara", "para", "row", "item",
        "paragraph", "correction", "graphic", "inlinedata", "inlinexml", "datacontent", "center", "address",
    ]

    private static let inlineNames: [StaticString] = [
        "f", "b", "i", "u", "em", "strong", "a", "sub", "sup", "font", "span", "q", "person", "org", "location", "num",
    ]

    private static let skippedNames: [StaticString] = [
        "script", "style", "head", "media", "media-caption", "media-producer", "media-metadata", "media-reference",
        "figure", "figcaption", "note", "noscript", "object", "iframe", "svg", "math", "form", "button", "nav", "video",
        "audio", "header", "footer", "aside", "body.head", "body.end", "tagline", "nitf-table-metadata",
    ]
}
