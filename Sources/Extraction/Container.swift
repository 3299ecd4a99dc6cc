/// Finds the element that holds the article.
struct ContainerFinder {
    /// An element with this share of its parent's running text takes the parent's place.
    private let dominance: Float = 0.75

    /// Running text (columns) of a declared body that is more than a teaser, and its share of what would be chosen else.
    private static let declaredText: Float = 600
    private static let declaredShare: Float = 0.05

    /// Running text per element that is not killed, as running totals over blocks.
    private var totals: [Float] = []

    /// The element that running text alone would have chosen.
    private(set) var dominant = 0

    mutating func container(
        _ arena: Arena, _ measures: Measures, _ killing: Killing
    ) -> Int {
        totals.removeAll(keepingCapacity: true)
        totals.append(0)
        var total: Float = 0
        for (index, block) in arena.blocks.enumerated() {
            if killing.keeps(block) { total += measures.score[index] }
            totals.append(total)
        }
        dominant = descend(arena, from: 0)
        let chosen = prior(arena, killing, dominant: dominant) ?? declared(arena, killing) ?? dominant
        return firstArticle(in: chosen, arena, killing) ?? chosen
    }

    func score(_ node: Int, _ arena: Arena) -> Float {
        let blocks = arena.blockRange(node)
        return totals[blocks.upperBound] - totals[blocks.lowerBound]
    }

    private func descend(_ arena: Arena, from start: Int) -> Int {
        var node = start
        while true {
            let needed = score(node, arena) * dominance
            guard needed > 0 else { return node }
            var child = node + 1
            var heir: Int?
            while child < Int(arena.end[node]) {
                if score(child, arena) >= needed { heir = child; break }
                child = Int(arena.end[child])
            }
            // A paragraph that outweighs its siblings is not a container.
            guard let heir, Self.holdsBlocks(heir, arena) else { return node }
            node = heir
        }
    }

    private static func holdsBlocks(_ node: Int, _ arena: Arena) -> Bool {
        switch arena.tag[node] {
        case .p, .h1, .h2, .h3, .h4, .h5, .h6, .li, .dd, .dt, .pre: return false
        case let tag where tag.isInline:
            // A `<span>` or `<font>` around bare text is part of a block that begins above it.
            return arena.blockRange(node).contains { Int(arena.blocks[$0].node) >= node }
        default: return true
        }
    }

    /// The element that says of itself that it is the body, when it holds enough of the text.
    private func prior(_ arena: Arena, _ killing: Killing, dominant: Int) -> Int? {
        let base = score(dominant, arena)
        guard base > 0 else { return nil }
        var best: (node: Int, value: Float)?
        for node in 1..<max(1, arena.count) where killing.codes[node] == .none {
            let weight: Float
            if killing.evidence[node].contains(.body), killing.evidence[node].isDisjoint(with: .strongNegative) {
                weight = 1.4
            } else if arena.tag[node] == .article {
                weight = 1.25
            } else if arena.tag[node] == .main {
                weight = 1.1
            } else {
                continue
            }
            let own = score(node, arena)
            guard own >= 0.55 * base, Self.holdsBlocks(node, arena) || !arena.tag[node].isInline else { continue }
            let value = own * weight
            if value > (best?.value ?? base) { best = (node, value) }
        }
        return best?.node
    }
}

extension ContainerFinder {
    /// The only element that is declared to be the body, where another part of the page has more text: readers write more
    /// than the author.
    private func declared(_ arena: Arena, _ killing: Killing) -> Int? {
        var found: Int?
        for node in 1..<max(1, arena.count) where killing.evidence[node].contains(.declaredBody) {
            if let found, node < Int(arena.end[found]) { continue }
            guard found == nil else { return nil }
            found = node
        }
        guard let found, killing.codes[found] == .none, killing.evidence[found].isDisjoint(with: .strongNegative),
            !(dominant..<Int(arena.end[dominant])).contains(found), Self.holdsBlocks(found, arena),
            score(found, arena) >= Self.declaredText,
            score(found, arena) >= Self.declaredShare * score(dominant, arena)
        else { return nil }
        return found
    }

    /// Where several articles follow each other, the one that begins with the page's headline.
    private func firstArticle(in container: Int, _ arena: Arena, _ killing: Killing) -> Int? {
        let whole = score(container, arena)
        var units: [Int] = []
        var node = container + 1
        while node < Int(arena.end[container]) {
            if arena.tag[node] == .article, killing.codes[node] == .none {
                if score(node, arena) >= 0.1 * whole { units.append(node) }
                node = Int(arena.end[node])
            } else {
                node += 1
            }
        }
        guard units.count >= 2, let first = units.first, hasHeadline(first, arena) else { return nil }
        // Sections of one article may be marked up as articles, too; a further article has a headline of its own.
        guard units.dropFirst().contains(where: { hasHeadline($0, arena) }), score(first, arena) >= 0.15 * whole else {
            return nil
        }
        return first
    }

    private func hasHeadline(_ article: Int, _ arena: Arena) -> Bool {
        (article..<Int(arena.end[article])).contains { arena.tag[$0] == .h1 }
    }
}

extension Killing {
    /// Neither the element around the block nor the inline element that holds all of it is killed.
    func keeps(_ block: Block) -> Bool { code(of: block) == .none }

    /// Why the block is left out: because of an element around it, or of the inline element that holds all of it.
    func code(of block: Block) -> KillCode {
        let outer = codes[Int(block.node)]
        return outer != .none || block.wrapper < 0 ? outer : codes[Int(block.wrapper)]
    }
}
