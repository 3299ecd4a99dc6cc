internal import Model
internal import Text

/// One `<NewsItem>` of NewsML 1.0 to 1.2.
struct NewsML1Item: NewsMLItem {
    private let tree: MarkupTree
    private let node: Int

    init(_ tree: MarkupTree, _ node: Int) {
        self.tree = tree
        self.node = node
    }

    private func line(_ name: StaticString) -> String? { tree.line(tree.first(name, in: node)) }

    private func formalName(_ name: StaticString) -> String? {
        tree.first(name, in: node).flatMap { tree.attribute("formalname", of: $0) }
    }

    /// The public identifier, which ends in the revision, or its parts.
    var recordID: String? {
        if let identifier = line("publicidentifier") { return identifier }
        let parts = ["providerid", "dateid", "newsitemid", "revisionid"].compactMap { (name: StaticString) in line(name)
        }
        return parts.isEmpty ? nil : parts.joined(separator: ":")
    }

    var withdrawal: String? {
        let status = tree.first("newsmanagement", in: node).flatMap { tree.child("status", of: $0) }
            .flatMap { tree.attribute("formalname", of: $0) }
        return status.flatMap { Self.isWithdrawn($0) ? $0 : nil }
    }

    var kind: String { (formalName("mediatype") ?? formalName("newsitemtype") ?? "news").lowercased() }

    func fill(_ article: inout Article) {
        article.title = line("headline") ?? line("title")
        article.authors = MarkupByline.authors(line("byline"))
        article.dateline = MarkupText.dateline(line("dateline"))
        article.published = (line("firstcreated") ?? line("dateid")).flatMap { NewsDate.parse($0) }
        article.modified = line("thisrevisioncreated").flatMap { NewsDate.parse($0) }
        article.modified = MarkupInput.modified(article.modified, after: article.published)
        article.language = (formalName("language") ?? tree.attribute("lang", of: node)).flatMap(LanguageTag.single)
        article.description = line("abstract")
    }

    /// The longest text: captions of pictures are items of their own beside it.
    func write(to writer: inout ParagraphWriter, _ article: inout Article) {
        var best = ParagraphWriter()
        var bestArticle = article
        for content in tree.all("contentitem", in: node) {
            let type = tree.child("mediatype", of: content).flatMap { tree.attribute("formalname", of: $0) }?
                .lowercased()
            guard type == nil || type == "text" || type == "complexdata",
                let data = tree.first("datacontent", in: content)
            else { continue }
            var candidate = ParagraphWriter()
            var facts = article
            Self.write(data, of: tree, to: &candidate, &facts)
            if candidate.text.count > best.text.count {
                best = candidate
                bestArticle = facts
            }
        }
        writer = best
        article = bestArticle
    }
}
