import Text

/// What the page shows of its facts: headings, microdata, bylines and dates around the headline.
struct VisibleFacts {
    /// Texts of the `h1` elements, in order.
    var headings: [String] = []
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

    init(_ arena: Arena, _ parts: PageParts, _ killing: Killing, container: Int) {
        var headline = 0
        for node in 0..<arena.count where arena.tag[node] == .h1 {
            guard let text = Self.text(node, arena, parts, limit: 500) else { continue }
            if headings.isEmpty { headline = node }
            headings.append(text)
            if headings.count == 6 { break }
        }
        readAttributes(arena, parts, killing, headline: headline, container: container)
        readDates(arena, parts, killing, headline: headline, container: container)
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
