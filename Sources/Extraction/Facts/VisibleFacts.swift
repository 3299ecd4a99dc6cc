import Text

/// What the page shows of its facts: headings, microdata, bylines and dates around the headline.
struct VisibleFacts {
    struct Heading {
        var text: String
        /// The texts of its elements and of what stands between them, where it has several: kicker, headline, date.
        var pieces: [String] = []
        /// The heading is a link to the site's home page: its logo.
        var leadsHome = false

        /// The piece that another place states (by its key), or all of it.
        func headline(among keys: Set<String>) -> String {
            keys.contains(FactText.key(text)) ? text : pieces.first { keys.contains(FactText.key($0)) } ?? text
        }
    }

    /// The `h1` elements, in order.
    var headings: [Heading] = []
    /// Texts of the first `h2` elements.
    var subheadings: [String] = []
    var microdataAuthors: [String] = []
    var microdataPublished: NewsDate?
    var microdataModified: NewsDate?
    var microdataSection: String?
    /// `time datetime` next to the headline or at the beginning of the article.
    var timePublished: NewsDate?
    var linkedAuthors: [String] = []
    var bylines: [String] = []
    /// A date in words near the headline.
    var writtenDate: NewsDate?

    init(_ arena: Arena, _ parts: PageParts, _ killing: Killing, container: Int, base: WebAddress?) {
        var headline = 0
        for node in 0..<arena.count {
            if arena.tag[node] == .h1, headings.count < 6 {
                guard let text = Self.text(node, arena, parts, limit: 500) else { continue }
                if headline == 0 { headline = node }
                headings.append(
                    Heading(
                        text: text, pieces: Self.pieces(node, arena, parts),
                        leadsHome: Self.leadsHome(node, arena, parts, base)))
            } else if arena.tag[node] == .h2, subheadings.count < 3 {
                if let text = Self.text(node, arena, parts, limit: 500) { subheadings.append(text) }
            }
        }
        readAttributes(arena, parts, killing, headline: headline, container: container)
        readDates(arena, parts, killing, headline: headline, container: container)
    }

    /// The texts of an element's children and between them; none when one child holds all.
    private static func pieces(_ node: Int, _ arena: Arena, _ parts: PageParts) -> [String] {
        var outer = node
        var children = Self.children(outer, arena)
        while children.count == 1, arena.textStart[children[0]] <= arena.textStart[outer],
            arena.textEnd[children[0]] >= arena.textEnd[outer]
        {
            outer = children[0]
            children = Self.children(outer, arena)
        }
        var pieces: [String] = []
        var position = Int(arena.textStart[outer])
        func add(_ range: Range<Int>) {
            for line in parts.text[range].split(separator: 0x0A) {
                if let text = FactText.clean(String(decoding: line, as: UTF8.self)) { pieces.append(text) }
            }
        }
        for child in children {
            let start = Int(arena.textStart[child])
            guard start >= position else { continue }
            add(position..<start)
            add(start..<max(start, Int(arena.textEnd[child])))
            position = max(start, Int(arena.textEnd[child]))
        }
        add(position..<max(position, Int(arena.textEnd[outer])))
        return pieces.count > 1 ? pieces : []
    }

    private static func children(_ node: Int, _ arena: Arena) -> [Int] {
        var children: [Int] = []
        var child = node + 1
        while child < Int(arena.end[node]), children.count < 12 {
            children.append(child)
            child = max(child + 1, Int(arena.end[child]))
        }
        return children
    }

    /// Whether the heading stands in a link to the home page, or has one that holds all of its text.
    private static func leadsHome(_ heading: Int, _ arena: Arena, _ parts: PageParts, _ base: WebAddress?) -> Bool {
        var link = -1
        var node = heading
        for _ in 0..<3 where node > 0 && link < 0 {
            node = Int(arena.parent[node])
            if node > 0, arena.tag[node] == .a { link = node }
        }
        if link < 0 {
            let inner = (heading + 1)..<max(heading + 1, Int(arena.end[heading]))
            link = inner.first { arena.tag[$0] == .a } ?? -1
            guard link >= 0, arena.textEnd[link] - arena.textStart[link] + 2 >= arena.textEnd[heading] - arena.textStart[heading]
            else { return false }
        }
        guard link >= 0, arena.source[link] >= 0 else { return false }
        for attribute in parts.attributes[parts.attributes(ofTag: Int(arena.source[link]))] where attribute.name == .href {
            let target = parts.string(attribute.value)
            return target == "/" || WebAddress(target, relativeTo: base)?.isHome ?? false
        }
        return false
    }

    private static func text(_ node: Int, _ arena: Arena, _ parts: PageParts, limit: Int) -> String? {
        let range = Int(arena.textStart[node])..<Int(arena.textEnd[node])
        guard !range.isEmpty, range.count <= limit else { return nil }
        return FactText.clean(String(decoding: parts.text[range], as: UTF8.self))
    }

    private mutating func readAttributes(
        _ arena: Arena, _ parts: PageParts, _ killing: Killing, headline: Int, container: Int
    ) {
        // Facts of other articles stand below this one, or in its side boxes.
        let end = Int(arena.end[container])
        var timeDistance = Int.max
        for node in 1..<max(1, arena.count) {
            let source = Int(arena.source[node])
            if killing.evidence[node].contains(.byline), node < end, bylines.count < 4,
                killing.evidence[node].isDisjoint(with: .comments),
                let text = Self.text(node, arena, parts, limit: 150)
            {
                bylines.append(text)
            }
            guard source >= 0 else { continue }
            let attributes = parts.attributes(ofTag: source)
            for attribute in parts.attributes[attributes] {
                let value = attribute.value.bounds
                switch attribute.name {
                case .datetime where node < end:
                    guard let date = NewsDate.parse(parts.string(attribute.value)) else { continue }
                    let distance = abs(node - headline)
                    if distance < timeDistance {
                        timeDistance = distance
                        timePublished = date
                    }
                case .rel where parts.attributeBytes.equals("author", in: value) && node < end:
                    if let text = Self.text(node, arena, parts, limit: 100) { linkedAuthors.append(text) }
                case .itemprop:
                    readProperty(value, node, attributes, arena, parts, isBeforeEnd: node < end)
                default: break
                }
            }
        }
    }

    private mutating func readProperty(
        _ name: Range<Int>, _ node: Int, _ attributes: Range<Int>, _ arena: Arena, _ parts: PageParts, isBeforeEnd: Bool
    ) {
        func value() -> String? {
            for attribute in parts.attributes[attributes]
            where attribute.name == .content || attribute.name == .datetime {
                return parts.string(attribute.value)
            }
            return Self.text(node, arena, parts, limit: 150)
        }
        let bytes = parts.attributeBytes
        if bytes.equals("author", in: name), isBeforeEnd, microdataAuthors.count < 8, let text = value() {
            microdataAuthors.append(text)
        } else if bytes.equals("datepublished", in: name), microdataPublished == nil {
            microdataPublished = value().flatMap { NewsDate.parse($0) }
        } else if bytes.equals("datemodified", in: name), microdataModified == nil {
            microdataModified = value().flatMap { NewsDate.parse($0) }
        } else if bytes.equals("articlesection", in: name), microdataSection == nil {
            microdataSection = value()
        }
    }

    /// Looks at short blocks around the headline and at the head of the article, never below it.
    private mutating func readDates(
        _ arena: Arena, _ parts: PageParts, _ killing: Killing, headline: Int, container: Int
    ) {
        let near = headline > 0 ? Int(arena.firstBlock[headline]) : Int(arena.firstBlock[container])
        let last = max(near + 12, min(Int(arena.firstBlock[container]) + 4, near + 40))
        let range = max(0, near - 6)..<max(0, min(arena.blocks.count, last))
        for index in range where arena.blocks[index].width <= 120 {
            if let date = Self.date(in: arena.blocks[index].text.bounds, of: parts.text) {
                writtenDate = date
                return
            }
        }
    }

    /// Tries every word of a short text as the beginning of a date.
    private static func date(in range: Range<Int>, of text: [UInt8]) -> NewsDate? {
        guard range.contains(where: { text[$0].isASCIIDigit }) else { return nil }
        var attempts = 0
        var startsWord = true
        for position in range {
            if startsWord, text[position] > 0x20, attempts < 14 {
                attempts += 1
                let end = min(range.upperBound, position + 64)
                if let date = NewsDate.parse(text.span.extracting(position..<end)), (1980...2100).contains(date.year) {
                    return date
                }
            }
            startsWord =
                text[position] <= 0x20 || text[position] == UInt8(ascii: ":") || text[position] == UInt8(ascii: "|")
        }
        return nil
    }
}
