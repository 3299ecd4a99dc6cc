internal import Model
internal import Text

/// One `<newsItem>` of NewsML-G2 (or a `<packageItem>`, which never has text).
struct NewsMLG2Item: NewsMLItem {
    private let tree: MarkupTree
    private let node: Int
    private let itemMeta: Int
    private let contentMeta: Int?

    init(_ tree: MarkupTree, _ node: Int) {
        self.tree = tree
        self.node = node
        itemMeta = tree.child("itemmeta", of: node) ?? node
        contentMeta = tree.child("contentmeta", of: node)
    }

    /// The guid with its version, because versions of one item are different records.
    var recordID: String? {
        guard let guid = tree.attribute("guid", of: node) else { return nil }
        return tree.attribute("version", of: node).map { "\(guid)@\($0)" } ?? guid
    }

    /// The part of a QCode after its scheme: `stat:usable`.
    private func code(_ name: StaticString) -> String? {
        let element = tree.child(name, of: itemMeta)
        let code = element.flatMap { tree.attribute("qcode", of: $0) ?? tree.attribute("uri", of: $0) }
        return code?.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map(String.init)
    }

    var withdrawal: String? { code("pubstatus").flatMap { Self.isWithdrawn($0) ? $0 : nil } }

    var kind: String {
        if let itemClass = code("itemclass") { return itemClass }
        let name = tree.name(of: node)
        return name.hasSuffix("item") ? String(name.dropLast(4)) : name
    }

    // MARK: - facts

    private func line(_ name: StaticString) -> String? { contentMeta.flatMap { tree.line(tree.child(name, of: $0)) } }

    private func date(_ name: StaticString, in parent: Int?) -> NewsDate? {
        parent.flatMap { tree.line(tree.child(name, of: $0)) }.flatMap { NewsDate.parse($0) }
    }

    func fill(_ article: inout Article) {
        article.title = headline ?? tree.line(tree.child("title", of: itemMeta))
        article.authors = authors
        let version = date("versioncreated", in: itemMeta)
        article.published = date("firstcreated", in: itemMeta) ?? date("contentcreated", in: contentMeta) ?? version
        article.modified = version ?? date("contentmodified", in: contentMeta)
        article.modified = MarkupInput.modified(article.modified, after: article.published)
        article.dateline = MarkupText.dateline(line("dateline"))
        article.language =
            (contentMeta.flatMap { tree.child("language", of: $0) }.flatMap { tree.attribute("tag", of: $0) }
            ?? tree.attribute("lang", of: node)).flatMap(LanguageTag.single)
        article.description = description
        article.section = section
        article.image = image
    }

    /// The main headline: roles mark sub-headlines, navigation and social media texts.
    private var headline: String? {
        guard let contentMeta else { return nil }
        var fallback: String?
        for child in tree.children(of: contentMeta) where tree.isElement(child, "headline") {
            guard let text = tree.line(child) else { continue }
            let role = tree.attribute("role", of: child)?.lowercased() ?? ""
            if role.isEmpty || role.hasSuffix("main") || role.hasSuffix("headline") && !role.hasSuffix("subheadline") {
                return text
            }
            fallback = fallback ?? text
        }
        return fallback
    }

    /// `by`, else creators whose name is that of a person: provider names and desk codes are a single word.
    private var authors: [String] {
        guard let contentMeta else { return [] }
        let by = tree.children(of: contentMeta).filter { tree.isElement($0, "by") }
            .flatMap { MarkupByline.authors(tree.line($0)) }
        if !by.isEmpty { return by }
        return tree.children(of: contentMeta).filter { tree.isElement($0, "creator") }
            .compactMap { tree.line(tree.child("name", of: $0)) ?? tree.attribute("literal", of: $0) }
            .filter { $0.contains(" ") }
    }

    private var description: String? {
        guard let contentMeta else { return nil }
        for child in tree.children(of: contentMeta) where tree.isElement(child, "description") {
            let role = tree.attribute("role", of: child)?.lowercased() ?? ""
            if !role.hasSuffix("caption"), let text = tree.line(child) { return text }
        }
        return nil
    }

    /// The first subject that its scheme or type calls a department, desk or category, by name.
    private var section: String? {
        guard let contentMeta else { return nil }
        for child in tree.children(of: contentMeta) where tree.isElement(child, "subject") {
            let scheme = tree.attribute("qcode", of: child)?.prefix { $0 != ":" }.lowercased() ?? ""
            let type = tree.attribute("type", of: child)?.lowercased() ?? ""
            let isSection =
                ["department", "desk", "section", "ressort", "categories"].contains { scheme.hasSuffix($0) }
                || type.hasSuffix(":category") || type.hasSuffix(":department")
            if isSection, let name = tree.line(tree.child("name", of: child)) ?? tree.attribute("literal", of: child) {
                return name
            }
        }
        return nil
    }

    private var image: String? {
        for content in tree.all("remotecontent", in: node) {
            let type = tree.attribute("contenttype", of: content) ?? ""
            if type.hasPrefix("image/"), let address = tree.attribute("href", of: content), address.hasPrefix("http") {
                return address
            }
        }
        return nil
    }

    // MARK: - text

    func write(to writer: inout ParagraphWriter, _ article: inout Article) {
        guard let contents = tree.child("contentset", of: node) else { return }
        for child in tree.children(of: contents)
        where tree.isElement(child, "inlinexml") || tree.isElement(child, "inlinedata") {
            Self.write(child, of: tree, to: &writer, &article)
            // Alternatives follow: the same story in another format.
            if !writer.text.isEmpty { return }
        }
    }
}
