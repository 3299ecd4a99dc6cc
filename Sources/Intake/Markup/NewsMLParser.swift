internal import Model
internal import Text

/// NewsML 1.x (`<NewsItem>` inside of `<NewsML>`) and NewsML-G2 (`<newsItem>` inside of `<newsMessage>`), the item
/// alone or with the message around it.
struct NewsMLParser {
    func parse(_ record: RawRecord) -> ParseResult {
        var input = MarkupInput(record)
        let tree = MarkupTree(input.bytes, .xml)
        let item: any NewsMLItem
        if let node = Self.firstG2Item(tree) {
            item = NewsMLG2Item(tree, node)
        } else if let node = tree.first("newsitem") {
            item = NewsML1Item(tree, node)
        } else {
            return input.reject(
                .malformedMarkup, "no news item in the record; its first element is \(Self.firstName(tree))")
        }
        input.record.source.recordID = item.recordID
        if let status = item.withdrawal { return input.reject(.deleted, "the item's status is \(status)") }
        var article = input.article()
        item.fill(&article)
        var writer = ParagraphWriter()
        item.write(to: &writer, &article)
        writer.removeByline(&article.authors)
        return input.draft(
            article, writer, isCut: tree.isCut,
            emptyDetail: "\(item.kind) item without text" + (article.title.map { ": \($0)" } ?? ""))
    }

    /// Items that can hold text come before packages of references.
    private static func firstG2Item(_ tree: MarkupTree) -> Int? {
        let items = tree.all("newsitem").filter {
            tree.attribute("guid", of: $0) != nil || tree.child("itemmeta", of: $0) != nil
        }
        return items.first { tree.first(of: ["inlinexml", "inlinedata"], in: $0) != nil } ?? items.first
            ?? tree.first("packageitem") ?? tree.first("conceptitem") ?? tree.first("knowledgeitem")
    }

    private static func firstName(_ tree: MarkupTree) -> String {
        tree.nodes.indices.dropFirst().first { tree.nodes[$0].kind == .element }.map { "<\(tree.name(of: $0))>" }
            ?? "missing"
    }
}

/// What the two generations of NewsML have in common.
protocol NewsMLItem {
    var recordID: String? { get }
    /// `canceled`, `withheld` or the like for an item that its sender took back.
    var withdrawal: String? { get }
    /// `text`, `picture`, `composite` ...
    var kind: String { get }
    func fill(_ article: inout Article)
    /// Writes the text; a NITF document inside adds the facts that the item does not state.
    func write(to writer: inout ParagraphWriter, _ article: inout Article)
}

extension NewsMLItem {
    static func isWithdrawn(_ status: String) -> Bool {
        ["canceled", "cancelled", "withheld", "killed"].contains(status.lowercased())
    }

    /// Writes the content of one element: NITF, XHTML, paragraphs, or plain text with line ends that count.
    static func write(_ node: Int, of tree: MarkupTree, to writer: inout ParagraphWriter, _ article: inout Article) {
        if let nitf = tree.first("nitf", in: node) {
            let item = NITFItem(tree, nitf)
            item.write(to: &writer)
            item.fill(&article)
            return
        }
        if let body = tree.first("body", in: node) {
            // A body of text alone has nothing but its lines to tell paragraphs apart.
            let isText =
                tree.nodes[body].last > body && tree.children(of: body).allSatisfy { tree.nodes[$0].kind != .element }
            return MarkupFlow(tree, layout: isText ? .lines : .flow).write(body, to: &writer)
        }
        let hasElements = tree.children(of: node).contains { tree.nodes[$0].kind == .element }
        guard !hasElements else { return MarkupFlow(tree).write(node, to: &writer) }
        var text: [UInt8] = []
        writer.droppedControls += tree.appendText(of: node, into: &text)
        // Markup that was escaped or stands in a CDATA section.
        let inner = MarkupTree(text, .xml)
        let isMarkup = inner.first(of: ["p", "br", "div", "body", "nitf"]) != nil
        if isMarkup, inner.first(of: ["nitf", "body"]) != nil {
            write(MarkupTree.root, of: inner, to: &writer, &article)
        } else if isMarkup {
            MarkupFlow(inner).write(MarkupTree.root, to: &writer)
        } else {
            writer.run = text
            writer.endRun(.lines)
        }
    }
}
