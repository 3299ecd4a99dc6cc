internal import Model
internal import Text

/// One `<item>` of RSS 0.9x, 1.0 or 2.0 (WordPress exports among them) or one `<entry>` of Atom.
struct FeedParser {
    func parse(_ record: RawRecord) -> ParseResult {
        var input = MarkupInput(record)
        let tree = MarkupTree(input.bytes, .xml)
        guard let node = tree.first(of: ["item", "entry"]) else {
            return input.reject(.malformedMarkup, "neither an <item> nor an <entry> in the record")
        }
        let item = FeedItem(tree, node)
        input.record.source.recordID = item.recordID
        if let kind = item.otherKind { return input.reject(.notAPage, "a WordPress \(kind), no post") }
        if let status = item.unpublishedStatus { return input.reject(.deleted, "the post's status is \(status)") }
        let body = item.body
        var article = input.article()
        item.fill(&article)
        if tree.isCut { article.repairs[.limits] += 1 }
        switch body {
        case .none:
            return input.reject(.noText, article.title.map { "headline only: \($0)" } ?? "neither content nor a title")
        case .markup(let html):
            return .draft(Draft(article: article, body: .fragment(html)))
        case .plain(let text):
            var writer = ParagraphWriter()
            writer.run = text
            writer.endRun(.lines)
            return input.draft(article, writer, isCut: false, emptyDetail: "the item's content is blank")
        }
    }
}

/// The facts and the content of one feed item.
private struct FeedItem {
    enum Body {
        case none
        case markup([UInt8])
        case plain([UInt8])
    }

    private let tree: MarkupTree
    private let node: Int
    private let children: [Int]

    init(_ tree: MarkupTree, _ node: Int) {
        self.tree = tree
        self.node = node
        children = tree.children(of: node).filter { tree.nodes[$0].kind == .element }
    }

    /// The first child of this name that is no extension of another vocabulary (`media:title`, `itunes:summary`).
    private func child(_ name: StaticString) -> Int? {
        let named = children.filter { tree.isElement($0, name) }
        return named.first { !isForeign($0) } ?? named.first
    }

    private func isForeign(_ node: Int) -> Bool {
        let prefixes = ["media:", "itunes:", "wp:", "excerpt:", "googleplay:", "slash:", "podcast:"]
        let name = tree.qualifiedName(of: node)
        return prefixes.contains { name.starts(with: $0.utf8) }
    }

    private func line(_ name: StaticString) -> String? { child(name).flatMap { tree.line($0) } }

    // MARK: - WordPress

    /// What is in the export but is no post or page.
    var otherKind: String? {
        guard let kind = line("post_type"), kind != "post", kind != "page" else { return nil }
        let hidden = [
            "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "wp_block",
            "wp_template", "wp_global_styles", "wp_navigation", "user_request",
        ]
        return hidden.contains(kind) ? kind : nil
    }

    var unpublishedStatus: String? {
        guard line("post_type") != nil, let status = line("status") else { return nil }
        return ["draft", "trash", "auto-draft", "pending", "private"].contains(status) ? status : nil
    }

    // MARK: - facts

    var recordID: String? {
        line("guid") ?? line("id") ?? tree.attribute("about", of: node) ?? line("post_id") ?? address
    }

    func fill(_ article: inout Article) {
        article.url = address
        article.title = child("title").flatMap { tree.plainLine($0) }
        article.authors = authors
        article.published = date(
            "pubdate", "published", "issued", "post_date_gmt", "date", "created", "post_date", "updated")
        article.modified = date("updated", "modified", "post_modified_gmt")
        article.modified = MarkupInput.modified(article.modified, after: article.published)
        article.section = category
        article.language = (tree.attribute("lang", of: node) ?? line("language")).flatMap(LanguageTag.single)
        article.image = image
        if let summary = child("description") ?? child("summary") ?? child("encoded"), contentNode != summary {
            article.description = tree.plainLine(summary)
        }
    }

    private func date(_ names: StaticString...) -> NewsDate? {
        for name in names {
            for child in children where tree.isElement(child, name) {
                guard let text = tree.line(child), let date = NewsDate.parse(text) else { continue }
                // WordPress writes this column in UTC without saying so.
                if tree.isElement(child, "post_date_gmt") || tree.isElement(child, "post_modified_gmt"),
                    let time = date.time
                {
                    return NewsDate(
                        year: date.year, month: date.month, day: date.day,
                        time: .init(hour: time.hour, minute: time.minute, second: time.second, offset: 0))
                }
                return date
            }
        }
        return nil
    }

    /// The item's page: RSS `link`, Atom's `link` without a relation or with `alternate`, a guid that is a permalink.
    private var address: String? {
        var fallback: String?
        for link in children where tree.isElement(link, "link") {
            if let target = tree.attribute("href", of: link) {
                let relation = tree.attribute("rel", of: link) ?? "alternate"
                if relation == "alternate" { return target }
            } else if let target = tree.line(link), target.hasPrefix("http") {
                return target
            }
        }
        if let original = line("origlink") { fallback = original }
        if fallback == nil, let guid = child("guid"), tree.attribute("ispermalink", of: guid) != "false",
            let target = tree.line(guid), target.hasPrefix("http")
        {
            fallback = target
        }
        return fallback ?? tree.attribute("about", of: node).flatMap { $0.hasPrefix("http") ? $0 : nil }
    }

    private var authors: [String] {
        var authors: [String] = []
        for child in children where tree.isElement(child, "creator") || tree.isElement(child, "author") {
            let name = tree.child("name", of: child).flatMap { tree.line($0) } ?? tree.plainLine(child)
            // RSS has `address (name)` here.
            guard var name else { continue }
            if name.contains("@"), let open = name.firstIndex(of: "(") {
                name = String(name[name.index(after: open)...].prefix { $0 != ")" })
            }
            guard !name.contains("@") else { continue }
            for author in MarkupByline.authors(name) where !authors.contains(author) { authors.append(author) }
        }
        return authors
    }

    /// The first category; WordPress marks tags as such.
    private var category: String? {
        for child in children where tree.isElement(child, "category") || tree.isElement(child, "subject") {
            if tree.attribute("domain", of: child) == "post_tag" { continue }
            if let name = tree.plainLine(child) ?? tree.attribute("label", of: child)
                ?? tree.attribute("term", of: child)
            {
                return name
            }
        }
        return nil
    }

    private var image: String? {
        for name: StaticString in ["content", "enclosure", "thumbnail"] {
            for found in tree.all(name, in: node) {
                guard let address = tree.attribute("url", of: found), address.hasPrefix("http") else { continue }
                let type = tree.attribute("type", of: found) ?? tree.attribute("medium", of: found) ?? ""
                if type.hasPrefix("image") || name.utf8CodeUnitCount == 9 && type.isEmpty { return address }
            }
        }
        return nil
    }

    // MARK: - content

    /// The element with the fullest content.
    private var contentNode: Int? {
        var best: Int?
        var bestLength = 0
        for child in children {
            let isContent =
                tree.isElement(child, "encoded") || tree.isElement(child, "content")
                || tree.isElement(child, "description")
                || tree.isElement(child, "summary") || tree.isElement(child, "body")
                || tree.isElement(child, "fulltext")
            guard isContent, !isForeign(child), tree.attribute("url", of: child) == nil else { continue }
            // `content:encoded` is the text even where a summary with a picture's markup is longer.
            let length = tree.textLength(child) * (tree.isElement(child, "encoded") ? 2 : 1)
            if length > bestLength {
                best = child
                bestLength = length
            }
        }
        return best
    }

    var body: Body {
        guard let content = contentNode else { return .none }
        let hasElements = tree.children(of: content).contains { tree.nodes[$0].kind == .element }
        if hasElements { return .markup(Array(tree.bytes[tree.inner(content)])) }
        var text: [UInt8] = []
        _ = tree.appendText(of: content, into: &text)
        guard text.contains(where: { !$0.isASCIISpace }) else { return .none }
        let type = tree.attribute("type", of: content)
        if type == "text" || type == "text/plain" { return .plain(text) }
        let isWordPress = line("post_type") != nil
        if isWordPress { return .markup(WordPressText.html(text)) }
        // The element holds HTML; without a tag it is a line of text with HTML's references in it.
        guard text.contains(0x3C) else {
            var decoded: [UInt8] = []
            CharacterReferences.decode(text.span, into: &decoded)
            return .plain(decoded)
        }
        return .markup(text)
    }
}

extension MarkupTree {
    /// The name with its prefix, as written, in lower case.
    fileprivate func qualifiedName(of node: Int) -> [UInt8] {
        var start = Int(nodes[node].attributes)
        let end = start
        while start > 0, bytes[start - 1] != 0x3C { start -= 1 }
        return bytes[start..<end].map(\.asciiLowered)
    }

    /// Bytes of character data inside of `node`.
    fileprivate func textLength(_ node: Int) -> Int {
        var length = 0
        for index in node...Int(nodes[node].last) where nodes[index].kind != .element {
            length += Int(nodes[index].end - nodes[index].start)
        }
        return length
    }

    /// A line of text from an element that by custom holds HTML: decoded once more, without tags.
    fileprivate func plainLine(_ node: Int) -> String? {
        var text: [UInt8] = []
        _ = appendText(of: node, into: &text)
        guard text.contains(0x26) || text.contains(0x3C) else { return Self.squeezed(text) }
        return MarkupTree(text, .xml).line(Self.root)
    }
}
