internal import Model
internal import Text

/// NITF 2.5 to 3.6 as a whole document: agency files and the New York Times Annotated Corpus.
struct NITFParser {
    func parse(_ record: RawRecord) -> ParseResult {
        var input = MarkupInput(record)
        let tree = MarkupTree(input.bytes, .xml)
        guard let node = tree.first("nitf") ?? tree.first("body") else {
            return input.reject(.malformedMarkup, "no <nitf> element in the record")
        }
        let item = NITFItem(tree, node)
        input.record.source.recordID = item.recordID
        if let status = item.withdrawal { return input.reject(.deleted, "management-status is \(status)") }
        var writer = ParagraphWriter()
        var article = input.article()
        item.write(to: &writer)
        item.fill(&article)
        writer.removeByline(&article.authors)
        return input.draft(
            article, writer, isCut: tree.isCut,
            emptyDetail: article.title.map { "no body; headline: \($0)" } ?? "neither a body nor a headline")
    }
}

/// The facts and the text of one `<nitf>` element, wherever it stands (NewsML carries it inside of an item).
struct NITFItem {
    private let tree: MarkupTree
    private let node: Int

    init(_ tree: MarkupTree, _ node: Int) {
        self.tree = tree
        self.node = node
    }

    var recordID: String? {
        tree.first("doc-id", in: node).flatMap { tree.attribute("id-string", of: $0) }
    }

    /// The status of a document that its sender took back.
    var withdrawal: String? {
        let status = tree.first("docdata", in: node).flatMap { tree.attribute("management-status", of: $0) }?
            .lowercased()
        return status.flatMap { ["canceled", "cancelled", "killed", "withheld"].contains($0) ? $0 : nil }
    }

    // MARK: - facts

    /// Fills what `article` does not have yet.
    func fill(_ article: inout Article) {
        article.title = article.title ?? title
        if article.authors.isEmpty { article.authors = authors }
        article.published = article.published ?? published
        article.dateline = article.dateline ?? MarkupText.dateline(dateline)
        article.description = article.description ?? tree.first("abstract", in: node).flatMap { tree.line($0) }
        article.section = article.section ?? section
        article.url =
            article.url
            ?? tree.first("pubdata", in: node).flatMap { tree.attribute("ex-ref", of: $0) }.flatMap(Self.web)
        article.image = article.image ?? image
        article.language =
            article.language
            ?? (tree.attribute("lang", of: node) ?? tree.attribute("baselang", of: node)).flatMap(LanguageTag.single)
    }

    private static func web(_ text: String) -> String? { text.hasPrefix("http") ? text : nil }

    private var title: String? {
        for name: StaticString in ["hedline", "headline"] {
            if let headline = tree.first(name, in: node),
                let line = tree.line(tree.first("hl1", in: headline)) ?? tree.line(headline)
            {
                return line
            }
        }
        let head = tree.first("head", in: node).flatMap { tree.child("title", of: $0) }
        return tree.line(head) ?? tree.first("body.head", in: node).flatMap { tree.line(tree.first("hl1", in: $0)) }
    }

    /// The New York Times gives every byline twice, as printed and as `Dowd, Maureen`.
    private var authors: [String] {
        guard let head = tree.first("body.head", in: node) else { return [] }
        let bylines = tree.all("byline", in: head)
        let isNormalized: (Int) -> Bool = { tree.attribute("class", of: $0) == "normalized_byline" }
        let printed = bylines.filter { tree.attribute("class", of: $0) == "print_byline" }
        for byline in printed.isEmpty ? bylines.filter({ !isNormalized($0) }) : printed {
            let people = tree.all("person", in: byline).compactMap { tree.line($0) }
            let authors =
                people.isEmpty
                ? MarkupByline.authors(tree.line(byline, without: "byttl"))
                : people.flatMap { MarkupByline.authors($0) }
            if !authors.isEmpty { return authors }
        }
        return MarkupByline.normalizedAuthors(bylines.first(where: isNormalized).flatMap { tree.line($0) })
    }

    private var published: NewsDate? {
        let head = tree.first("head", in: node) ?? node
        func norm(_ name: StaticString, _ attribute: StaticString) -> NewsDate? {
            tree.first(name, in: node).flatMap { tree.attribute(attribute, of: $0) }.flatMap { NewsDate.parse($0) }
        }
        return norm("date.issue", "norm") ?? norm("pubdata", "date.publication") ?? norm("date.release", "norm")
            ?? publicationDay(head) ?? norm("story.date", "norm") ?? norm("revision-history", "norm")
    }

    /// `<meta name="publication_day_of_month" content="1"/>` and its siblings.
    private func publicationDay(_ head: Int) -> NewsDate? {
        var day: Int?
        var month: Int?
        var year: Int?
        for meta in tree.all("meta", in: head) {
            guard let name = tree.attribute("name", of: meta),
                let number = tree.attribute("content", of: meta).flatMap({ Int($0) })
            else { continue }
            switch name {
            case "publication_day_of_month": day = number
            case "publication_month": month = number
            case "publication_year": year = number
            default: break
            }
        }
        guard let day, let month, let year else { return nil }
        return NewsDate(year: year, month: month, day: day)
    }

    /// The places in their order, or what else the dateline says; its machine-readable date is none of it.
    private var dateline: String? {
        guard let head = tree.first("body.head", in: node), let dateline = tree.first("dateline", in: head) else {
            return nil
        }
        guard let location = tree.first("location", in: dateline) else {
            return tree.line(dateline, without: "story.date")
        }
        let places = tree.children(of: location).filter { tree.nodes[$0].kind == .element }.compactMap { tree.line($0) }
        let line = places.isEmpty ? tree.line(location) : places.joined(separator: ", ")
        return line ?? tree.line(dateline, without: "story.date")
    }

    private var section: String? {
        let head = tree.first("head", in: node) ?? node
        for name in ["online_sections", "print_section_name"] {
            for meta in tree.all("meta", in: head) where tree.attribute("name", of: meta) == name {
                if let first = tree.attribute("content", of: meta)?.split(separator: ";").first {
                    return MarkupTree.squeezed(Array(first.utf8))
                }
            }
        }
        for subject in tree.all("tobject.subject", in: head) {
            if let type = tree.attribute("tobject.subject.type", of: subject) { return type }
        }
        let type = tree.first("tobject", in: head).flatMap { tree.attribute("tobject.type", of: $0) }
        return type?.lowercased() == "news" ? nil : type
    }

    private var image: String? {
        for reference in tree.all("media-reference", in: node) {
            let type = tree.attribute("mime-type", of: reference) ?? "image/"
            if type.hasPrefix("image/"), let source = tree.attribute("source", of: reference), Self.web(source) != nil {
                return source
            }
        }
        return nil
    }

    // MARK: - text

    /// The text, without head, captions and notes; where the corpus marks the whole text as a block, only that.
    func write(to writer: inout ParagraphWriter) {
        let flow = MarkupFlow(tree, skipping: Self.withoutText)
        let contents = tree.all("body.content", in: node).filter { !tree.isInside("note", $0) }
        for content in contents {
            let full = tree.all("block", in: content).filter { tree.attribute("class", of: $0) == "full_text" }
            for part in full.isEmpty ? [content] : full { flow.write(part, to: &writer) }
        }
        guard contents.isEmpty || writer.text.isEmpty else { return }
        flow.write(tree.first("body", in: node) ?? node, to: &writer)
    }

    private static let withoutText: [StaticString] = [
        "byline", "dateline", "distributor", "hedline", "headline", "abstract",
    ]
}

extension ParagraphWriter {
    /// Takes a first paragraph that is nothing but a byline off the text; `authors` are those of the byline unless
    /// facts named some.
    mutating func removeByline(_ authors: inout [String]) {
        let first = text.prefix { $0 != 0x0A }
        guard first.count <= 80, first.count < text.count else { return }
        let line = String(decoding: first, as: UTF8.self)
        guard MarkupByline.isByline(line) else { return }
        removeFirst(first.count)
        if authors.isEmpty { authors = MarkupByline.authors(line) }
    }
}
