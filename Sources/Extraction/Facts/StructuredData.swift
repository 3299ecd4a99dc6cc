import Text

/// What a page's JSON-LD says about its article (schema.org).
struct StructuredData {
    var headline: String?
    /// Whether a `NewsArticle`, or one of its kinds, states the headline.
    var isNews = false
    var authors: [String] = []
    var published: NewsDate?
    var modified: NewsDate?
    var section: String?
    var publisher: String?
    var siteName: String?
    var description: String?
    var image: String?
    var language: String?
    var url: String?
    /// The text of the article as data, maybe with markup or cut short.
    var body: String?

    /// `@id` to name, for authors and publishers that are only referred to.
    private var names: [String: String] = [:]

    init() {}

    /// Reads every script; objects that describe an article come before those that describe the page.
    init(scripts: [Range<Int>], of page: [UInt8]) {
        var articles: [(rank: Int, object: JSONValue)] = []
        for script in scripts {
            guard let root = Self.parse(page[script]) else {
                rescue(page[script])
                continue
            }
            collect(root, into: &articles)
        }
        // A stable order: rank, then place on the page.
        for rank in [3, 2, 1] {
            for article in articles where article.rank == rank { take(article.object) }
        }
    }

    private static func parse(_ script: ArraySlice<UInt8>) -> JSONValue? {
        if let value = try? JSONValue(parsing: Array(script)) { return value }
        return try? JSONValue(parsing: JSONMending.mended(script))
    }

    // MARK: Finding the objects

    private mutating func collect(_ root: JSONValue, into articles: inout [(rank: Int, object: JSONValue)]) {
        var waiting = [root]
        // Enough for any honest page; the order of visits is the order of the page.
        var visits = 0
        var next = 0
        while next < waiting.count, visits < 4_000 {
            let value = waiting[next]
            next += 1
            visits += 1
            if value.kind == .array {
                waiting.append(contentsOf: value.elements)
                continue
            }
            guard value.kind == .object else { continue }
            let rank = Self.rank(of: value["@type"])
            if rank > 0 { articles.append((rank, value)) }
            if let id = value["@id"]?.string, let name = value["name"]?.string { names[id] = name }
            if Self.types(value["@type"]).contains("WebSite"), siteName == nil { siteName = value["name"]?.string }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"] {
                if let inner = value[key], inner.kind == .object || inner.kind == .array { waiting.append(inner) }
            }
        }
    }

    private static func types(_ type: JSONValue?) -> [String] {
        guard let type else { return [] }
        if let name = type.string { return [name] }
        return type.elements.compactMap(\.string)
    }

    private static func rank(of type: JSONValue?) -> Int {
        var rank = 0
        for name in types(type) {
            let name = name.split(separator: "/").last.map(String.init) ?? name
            if name.hasSuffix("Article") || name.hasSuffix("Posting") || name.hasSuffix("News") || name == "Report" {
                rank = max(rank, 3)
            } else if ["Review", "Recipe", "HowTo", "VideoObject", "PodcastEpisode", "Event"].contains(name) {
                rank = max(rank, 2)
            } else if name.hasSuffix("WebPage") || name == "ItemPage" {
                rank = max(rank, 1)
            }
        }
        return rank
    }

    // MARK: Reading one object

    private mutating func take(_ object: JSONValue) {
        func text(_ key: String) -> String? { object[key].flatMap(Self.text).flatMap(FactText.clean) }
        let isArticle = Self.rank(of: object["@type"]) > 1
        if headline == nil {
            headline = text("headline") ?? (isArticle ? text("name") : nil)
            isNews = headline != nil && Self.types(object["@type"]).contains { $0.contains("NewsArticle") }
        }
        if authors.isEmpty { authors = people(object["author"] ?? object["creator"]) }
        if published == nil {
            published =
                Self.date(object["datePublished"])
                ?? (isArticle ? Self.date(object["dateCreated"] ?? object["uploadDate"]) : nil)
        }
        if modified == nil { modified = Self.date(object["dateModified"]) }
        if section == nil { section = text("articleSection") }
        if publisher == nil { publisher = people(object["publisher"]).first }
        if description == nil { description = text("description") }
        if image == nil {
            image = object["image"].flatMap { Self.address($0) } ?? object["thumbnailUrl"].flatMap { Self.address($0) }
        }
        if language == nil { language = text("inLanguage") }
        if url == nil { url = object["url"].flatMap { Self.address($0) } }
        if body == nil, let text = object["articleBody"].flatMap(Self.text), !text.isEmpty { body = text }
    }

    /// A string, the first of several, or the `@value` of a language-tagged one.
    private static func text(_ value: JSONValue) -> String? {
        if let string = value.string { return string }
        if value.kind == .array { return value.elements.lazy.compactMap { $0.string ?? $0["@value"]?.string }.first }
        return value["@value"]?.string ?? value["name"]?.string ?? value["alternateName"]?.string
    }

    private static func date(_ value: JSONValue?) -> NewsDate? {
        guard let value else { return nil }
        if let text = text(value) { return NewsDate.parse(text) }
        return value.integer.flatMap(NewsDate.init(epoch:))
    }

    private static func address(_ value: JSONValue) -> String? {
        if let string = value.string { return string }
        if value.kind == .array { return value.elements.lazy.compactMap { member(ofObject: $0) }.first }
        return member(ofObject: value)
    }

    private static func member(ofObject value: JSONValue) -> String? {
        value.string ?? value["url"]?.string ?? value["contentUrl"]?.string ?? value["@id"]?.string
    }

    /// The names in an `author` or `publisher`: strings, objects, references, and arrays of them.
    private func people(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        var found: [String] = []
        for person in value.kind == .array ? value.elements : [value] {
            if let name = person.string {
                found.append(names[name] ?? name)
            } else if let name = person["name"] {
                if let text = name.string {
                    found.append(text)
                } else {
                    found += name.elements.compactMap(\.string)
                }
            } else if let id = person["@id"]?.string, let name = names[id] {
                found.append(name)
            }
        }
        return found.compactMap(FactText.clean)
    }

    // MARK: JSON beyond repair

    /// Takes the plain members of an article out of a script that is not JSON.
    private mutating func rescue(_ script: ArraySlice<UInt8>) {
        guard
            JSONMending.member("@type", of: script, accept: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") })
                != nil
        else { return }
        func text(_ key: String) -> String? { JSONMending.member(key, of: script, accept: { _ in true }) }
        if headline == nil { headline = text("headline").flatMap(FactText.clean) }
        if published == nil { published = text("datePublished").flatMap { NewsDate.parse($0) } }
        if modified == nil { modified = text("dateModified").flatMap { NewsDate.parse($0) } }
        if section == nil { section = text("articleSection").flatMap(FactText.clean) }
        if description == nil { description = text("description").flatMap(FactText.clean) }
    }
}
