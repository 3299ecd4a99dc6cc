internal import Text

/// The body of a record whose `contents` is a list of typed items, as in the TREC Washington Post collection: kicker,
/// title, byline, date, paragraphs of sanitized HTML, and between them images, tweets and null.
struct TypedContents {
    /// Paragraphs separated by one line feed.
    private(set) var text: [UInt8] = []
    private(set) var kicker: String?
    private(set) var title: String?
    private(set) var deck: String?
    private(set) var byline: JSONValue?
    private(set) var date: NewsDate?
    private(set) var image: String?

    /// Nil when `value` is no list of items that say their type.
    init?(_ value: JSONValue) {
        guard value.kind == .array else { return nil }
        let items = value.elements.filter { $0.kind == .object }
        guard items.contains(where: { $0["type"]?.kind == .string && ($0["content"] != nil || $0["imageURL"] != nil) })
        else {
            return nil
        }
        for item in items { read(item) }
    }

    private mutating func read(_ item: JSONValue) {
        let content = item["content"]
        switch item["type"]?.string {
        case "kicker": kicker = kicker ?? content.flatMap(JSONFacts.line)
        case "title": title = title ?? content.flatMap(JSONFacts.line)
        case "deck": deck = deck ?? content.flatMap(JSONFacts.line)
        case "byline": byline = byline ?? content
        case "date": date = date ?? content.flatMap { JSONFacts.date($0) }
        case "image": image = image ?? item["imageURL"].flatMap(JSONFacts.url)
        case "sanitized_html", "paragraph", "text", "header", "heading", "subhead", "correction", "list", "blockquote",
            "quote":
            for source in [content, item["items"], item["text"]] {
                if let source, append(source) { return }
            }
        default: break
        }
    }

    /// Whether there was something to append.
    private mutating func append(_ value: JSONValue) -> Bool {
        if value.kind == .array { return value.elements.reduce(false) { $1.kind != .array && append($1) || $0 } }
        guard let bytes = JSONFacts.text(value) else { return false }
        // Items marked as plain text hold tags all the same in some editions.
        let paragraph = InlineMarkup.plain(bytes)
        guard !JSONFacts.isBlank(paragraph) else { return false }
        if !text.isEmpty { text.append(0x0A) }
        text.append(contentsOf: paragraph.drop(while: \.isASCIISpace))
        return true
    }
}
