import Text

/// What the page shows of its facts: microdata anywhere, bylines and dates around the headline.
struct VisibleFacts {
    var microdataAuthors: [String] = []
    var microdataPublished: NewsDate?
    var microdataModified: NewsDate?
    var microdataSection: String?
    /// `time datetime` next to the headline or at the beginning of the article.
    var timePublished: NewsDate?
    /// Texts of links to an author's page, near ones first.
    var linkedAuthors: [String] = []
    /// Texts of elements that are bylines by their class: innermost, and all.
    var bylines: [String] = []
    var outerBylines: [String] = []
    /// Short lines near the headline that begin as bylines do.
    var introducedAuthors: [String] = []
    var written: WrittenDates

    /// - Parameters:
    ///   - headline: the element that shows the title, or 0.
    ///   - monthFirst: how the page's language writes `04/05/2026`; nil when that is not known.
    init(
        _ arena: Arena, _ parts: PageParts, _ killing: Killing, container: Int, headline: Int, monthFirst: Bool?
    ) {
        let area = HeadlineArea(arena, container: container, headline: headline)
        written = WrittenDates(arena, parts, killing, area, monthFirst: monthFirst)
        readElements(arena, parts, killing, area)
        for index in area.near where arena.blocks[index].width <= 90 {
            let text = String(decoding: parts.text[arena.blocks[index].text.bounds], as: UTF8.self)
            introducedAuthors += Bylines.introduced(text)
            if introducedAuthors.count >= 4 { break }
        }
    }

    private mutating func readElements(_ arena: Arena, _ parts: PageParts, _ killing: Killing, _ area: HeadlineArea) {
        var timeDistance = Int.max
        var farAuthors: [String] = []
        var farBylines: [String] = []
        // The byline element that the last one read was nested in.
        var lastByline = 0
        for node in 1..<max(1, arena.count) {
            let source = Int(arena.source[node])
            let isInArticle = node < area.end
            if isInArticle, killing.evidence[node].contains(.byline), killing.evidence[node].isDisjoint(with: .comments),
                let text = BylineText.text(of: node, arena, parts)
            {
                if !area.isNear(node, arena) {
                    if farBylines.count < 2 { farBylines.append(text) }
                } else if outerBylines.count < 8 {
                    if arena.contains(lastByline, node), lastByline > 0, !bylines.isEmpty { bylines.removeLast() }
                    outerBylines.append(text)
                    bylines.append(text)
                    lastByline = node
                }
            }
            guard source >= 0 else { continue }
            let attributes = parts.attributes(ofTag: source)
            for attribute in parts.attributes[attributes] {
                let value = attribute.value.bounds
                switch attribute.name {
                case .datetime where isInArticle:
                    guard let date = NewsDate.parse(parts.string(attribute.value)) else { continue }
                    let distance = abs(node - area.headline)
                    if distance < timeDistance {
                        timeDistance = distance
                        timePublished = date
                    }
                case .rel where isInArticle && parts.attributeBytes.equals("author", in: value),
                    .href where isInArticle && Self.leadsToAuthor(parts.attributeBytes, value):
                    guard let text = BylineText.text(of: node, arena, parts) else { continue }
                    if area.isNear(node, arena) {
                        if linkedAuthors.count < 8 { linkedAuthors.append(text) }
                    } else if attribute.name == .rel, farAuthors.count < 2 {
                        farAuthors.append(text)
                    }
                case .itemprop:
                    readProperty(value, node, attributes, arena, parts, isInArticle: isInArticle)
                default: break
                }
            }
        }
        if linkedAuthors.isEmpty { linkedAuthors = farAuthors }
        if bylines.isEmpty { bylines = farBylines }
    }

    private mutating func readProperty(
        _ name: Range<Int>, _ node: Int, _ attributes: Range<Int>, _ arena: Arena, _ parts: PageParts, isInArticle: Bool
    ) {
        func value() -> String? {
            for attribute in parts.attributes[attributes]
            where attribute.name == .content || attribute.name == .datetime {
                return parts.string(attribute.value)
            }
            return BylineText.text(of: node, arena, parts)
        }
        let bytes = parts.attributeBytes
        if bytes.equals("author", in: name), isInArticle, microdataAuthors.count < 8, let text = value() {
            microdataAuthors.append(text)
        } else if bytes.equals("datepublished", in: name), microdataPublished == nil {
            microdataPublished = value().flatMap { NewsDate.parse($0) }
        } else if bytes.equals("datemodified", in: name), microdataModified == nil {
            microdataModified = value().flatMap { NewsDate.parse($0) }
        } else if bytes.equals("articlesection", in: name), microdataSection == nil {
            microdataSection = value()
        }
    }

    /// `/author/ann-lee`, `/authors/`, `/autor/`, `/auteur/`, `/journalist/` and their like, with a name behind.
    private static func leadsToAuthor(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count <= 300 else { return false }
        var start = range.lowerBound
        while start < range.upperBound, let slash = bytes.index(of: UInt8(ascii: "/"), in: start..<range.upperBound) {
            let next = bytes.index(of: UInt8(ascii: "/"), in: (slash + 1)..<range.upperBound) ?? range.upperBound
            if next + 2 < range.upperBound, (4...14).contains(next - slash - 1),
                authorFolders.contains(where: { bytes.equals($0, in: (slash + 1)..<next) })
            {
                return true
            }
            start = slash + 1
        }
        return false
    }

    private static let authorFolders: [StaticString] = [
        "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori", "journalist",
        "journalists", "reporter", "reporters", "contributor", "contributors", "columnist", "columnists", "byline",
        "bylines", "redakteur", "redaktion", "profile", "profiles", "writer", "writers", "people", "staff", "forfatter",
        "skribent", "yazar", "yazarlar", "firma", "firmas", "penulis",
    ]
}

/// Where a page's headline is, and what is near it.
struct HeadlineArea {
    /// The element of the headline, or 0.
    let headline: Int
    /// The blocks that may hold byline and date: some before the headline, more behind it.
    let near: Range<Int>
    /// The block of the headline, or the article's first.
    let block: Int
    /// The blocks of the article.
    let article: Range<Int>
    /// Elements from here on lie behind the article.
    let end: Int

    init(_ arena: Arena, container: Int, headline: Int) {
        self.headline = headline
        article = arena.blockRange(container)
        block = min(headline > 0 ? Int(arena.firstBlock[headline]) : article.lowerBound, arena.blocks.count)
        end = Int(arena.end[container])
        let last = max(block + 14, min(article.lowerBound + 5, block + 45))
        near = max(0, block - 6)..<max(0, min(arena.blocks.count, last))
    }

    func isNear(_ node: Int, _ arena: Arena) -> Bool { near.contains(Int(arena.firstBlock[node])) }
}

/// The text of a byline with a line for each of its elements, unless blanks join them.
enum BylineText {
    static func text(of node: Int, _ arena: Arena, _ parts: PageParts) -> String? {
        let range = Int(arena.textStart[node])..<Int(arena.textEnd[node])
        guard !range.isEmpty, range.count <= 250 else { return nil }
        var edges: Set<Int> = []
        for block in arena.blockRange(node).prefix(12) { edges.insert(Int(arena.blocks[block].text.start)) }
        for inner in (node + 1)..<max(node + 1, min(Int(arena.end[node]), node + 40)) {
            for edge in [Int(arena.textStart[inner]), Int(arena.textEnd[inner])]
            where edge > range.lowerBound && edge < range.upperBound && parts.text[edge - 1] > 0x20 && parts.text[edge] > 0x20 {
                edges.insert(edge)
            }
        }
        var bytes: [UInt8] = []
        for position in range {
            if edges.contains(position), !bytes.isEmpty { bytes.append(0x0A) }
            bytes.append(parts.text[position])
        }
        return FactText.lines(String(decoding: bytes, as: UTF8.self))
    }
}
