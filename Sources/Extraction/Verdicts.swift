import Text

/// What was decided about a block, and why.
enum Verdict: UInt8 {
    case kept
    case outsideContainer
    /// An element around it is killed.
    case killed
    /// Links, or too little to be a line of text.
    case notText
    /// The headline, or what stands above it.
    case title
    /// A label before the first sentence, or after the last.
    case label
    /// It belongs to the next article on the page.
    case nextArticle
    /// It stands under a heading like "Related".
    case tail
    /// It was there before.
    case repeated
    /// The block model thinks that it is something else.
    case unlikely
}

/// Decides block by block what belongs to the article.
struct Verdicts {
    private(set) var all: [Verdict] = []

    private var seen = Set<UInt64>()

    mutating func keepAll(_ count: Int) {
        all.removeAll(keepingCapacity: true)
        all.append(contentsOf: repeatElement(.kept, count: count))
    }

    mutating func judge(_ page: PageRules, title: String?) {
        all.removeAll(keepingCapacity: true)
        for (index, block) in page.arena.blocks.enumerated() { all.append(verdict(on: block, index, page)) }
        let range = page.arena.blockRange(page.container)
        joinLead(range, page)
        dropTitle(page, title: title)
        cutAtNextArticle(range, page)
        cutTail(range, page)
        trimHead(page)
        trimEnd(page)
        dropRepeats(page)
    }

    private func verdict(on block: Block, _ index: Int, _ page: PageRules) -> Verdict {
        if !page.killing.keeps(block) { return .killed }
        if !page.arena.contains(page.container, Int(block.node)) { return .outsideContainer }
        return isText(block, index, page) ? .kept : .notText
    }

    /// Columns of text that are kept.
    func width(_ arena: Arena) -> Int {
        var width = 0
        for index in all.indices where isKept(index) { width += Int(arena.blocks[index].width) }
        return width
    }

    func isKept(_ index: Int) -> Bool { all[index] == .kept }

    mutating func set(_ index: Int, _ verdict: Verdict) { all[index] = verdict }

    private func isText(_ block: Block, _ index: Int, _ page: PageRules) -> Bool {
        let density = block.linkDensity
        if page.refersElsewhere(block) { return false }
        if block.heading > 0 { return density < 0.6 }
        switch page.arena.tag[Int(block.node)] {
        case .p, .blockquote:
            // A line that is one link leads elsewhere, unless it is a sentence.
            return density <= 0.7 || (density < 1 && block.width > 80 && page.measures.endsSentence[index])
        case .li, .dd, .dt, .td, .th: return density <= 0.6
        case .pre, .listing: return true
        default:
            if page.tables.isDataCell(index) { return density <= 0.6 }
            return density <= 0.4 && (block.width >= 25 || page.measures.endsSentence[index])
        }
    }

    /// Something to read, not a label: enough words to count, and a sentence or the length of one.
    private func isProse(_ index: Int, _ page: PageRules) -> Bool {
        page.measures.score[index] > 0 && (page.measures.endsSentence[index] || page.arena.blocks[index].width >= 100)
    }

    // MARK: Around the container

    /// The paragraph between headline and container is the article's first.
    private mutating func joinLead(_ range: Range<Int>, _ page: PageRules) {
        guard let headline = page.arena.blocks[..<range.lowerBound].lastIndex(where: { $0.heading == 1 }),
            range.lowerBound - headline <= 30
        else { return }
        for index in headline + 1..<max(headline + 1, range.lowerBound) {
            let block = page.arena.blocks[index]
            guard block.heading != 1, block.width >= 40, block.linkDensity < 0.25, page.killing.keeps(block) else {
                continue
            }
            let isParagraph =
                block.width >= 80 && page.measures.endsSentence[index] && page.arena.tag[Int(block.node)] == .p
            if isParagraph { all[index] = .kept }
        }
    }

    // MARK: Beginning and end

    /// The headline is a fact of its own; what stands above it is the page's.
    private mutating func dropTitle(_ page: PageRules, title: String?) {
        let key = title.map(FactText.key) ?? ""
        var headline: Int?
        for index in all.indices where isKept(index) {
            let block = page.arena.blocks[index]
            guard block.heading > 0 || block.width <= 250 else { continue }
            if block.heading == 1 {
                headline = index
                break
            }
            guard !key.isEmpty, abs(block.text.count - key.utf8.count) < 60 else { continue }
            if FactText.key(String(decoding: page.text[block.text.bounds], as: UTF8.self)) == key {
                headline = index
                break
            }
        }
        guard let headline else { return }
        var before = 0
        for index in 0..<headline where isKept(index) && isProse(index, page) {
            before += Int(page.arena.blocks[index].width)
        }
        guard before < 400 else {
            // Prose above: the heading is one among others.
            return
        }
        for index in 0...headline where isKept(index) { all[index] = .title }
    }

    /// Labels before the first sentence: dates, places, names, counts.
    private mutating func trimHead(_ page: PageRules) {
        guard let first = all.indices.first(where: { isKept($0) && isProse($0, page) }) else { return }
        let before = all.indices[..<first].filter { isKept($0) }
        guard before.count <= 15 else { return }
        for index in before {
            let block = page.arena.blocks[index]
            if block.heading == 0, block.width < 80, !page.measures.endsSentence[index],
                !page.tables.isDataCell(index), page.arena.tag[Int(block.node)] != .li
            {
                all[index] = .label
            }
        }
    }

    private mutating func trimEnd(_ page: PageRules) {
        guard let last = all.indices.last(where: { isKept($0) && isProse($0, page) }) else { return }
        for index in all.indices[(last + 1)...] where isKept(index) {
            let block = page.arena.blocks[index]
            let isItem = page.arena.tag[Int(block.node)] == .li || page.tables.isDataCell(index)
            if block.heading > 0 || !isItem && block.width < 60 && !page.measures.endsSentence[index] {
                all[index] = .label
            }
        }
        dropTrailingHeadings(page)
    }

    /// Headings with nothing below them lead nowhere.
    private mutating func dropTrailingHeadings(_ page: PageRules) {
        for index in all.indices.reversed() where isKept(index) {
            guard page.arena.blocks[index].heading > 0 else { return }
            all[index] = .label
        }
    }

    /// What holds whoever decided about the blocks one by one.
    mutating func finish(_ page: PageRules) {
        dropTrailingHeadings(page)
        dropRepeats(page)
    }

    // MARK: What follows the article

    /// A second headline in another place of the tree begins another article.
    private mutating func cutAtNextArticle(_ range: Range<Int>, _ page: PageRules) {
        var width = 0
        for index in range where isKept(index) {
            let block = page.arena.blocks[index]
            if block.heading == 1, width > 500,
                page.isHeadlineOfAnother(block, at: index, isProse: { isKept($0) && isProse($0, page) })
            {
                for later in index..<range.upperBound where isKept(later) { all[later] = .nextArticle }
                return
            }
            width += Int(block.width)
        }
    }

    /// "Related articles", "Comments", "About the author": what stands below such a heading is not the article.
    private mutating func cutTail(_ range: Range<Int>, _ page: PageRules) {
        var total = 0
        for index in range where isKept(index) { total += Int(page.arena.blocks[index].width) }
        var width = 0
        for index in range {
            let block = page.arena.blocks[index]
            defer { if isKept(index) { width += Int(block.width) } }
            guard page.killing.keeps(block), block.width < 70, block.heading > 0 || !page.measures.endsSentence[index],
                width * 5 >= total * 2, page.phrases.isTailHeading(block.text.bounds, of: page.text)
            else { continue }
            if isKept(index) { all[index] = .tail }
            // A line among paragraphs refers to another article; it does not stand over what follows.
            guard block.heading > 0 || page.arena.tag[Int(block.node)] != .p, block.linkDensity < 0.5 else { continue }
            let end = page.endOfSection(headedBy: block, in: range)
            for later in index..<max(index, end) where isKept(later) { all[later] = .tail }
        }
    }

    private mutating func dropRepeats(_ page: PageRules) {
        seen.removeAll(keepingCapacity: true)
        for index in all.indices where isKept(index) && page.arena.blocks[index].width > 40 {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for position in page.arena.blocks[index].text.bounds {
                let byte = page.text[position]
                if byte > 0x20 { hash = (hash ^ UInt64(byte.asciiLowered)) &* 0x100_0000_01b3 }
            }
            if !seen.insert(hash).inserted { all[index] = .repeated }
        }
    }
}
