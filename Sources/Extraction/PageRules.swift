/// What the block rules look at: the tree and everything known about it so far.
struct PageRules {
    let arena: Arena
    let text: [UInt8]
    let measures: Measures
    let killing: Killing
    let tables: DataTables
    let container: Int
    /// The element that most running text is in, before names of elements had a say.
    let dominant: Int
    let phrases = Phrases.shared

    /// A line like "Read more: ...", mostly a link.
    func refersElsewhere(_ block: Block) -> Bool {
        block.linkDensity >= 0.4 && block.width < 300 && phrases.beginsWithLead(block.text.bounds, of: text)
    }

    /// The `h1` of a block stands at the head of an element of its own that shows a date or a byline, or is an
    /// `article`: another article, not a section of this one. `isProse` tells which earlier blocks are kept text.
    func isHeadlineOfAnother(_ block: Block, at index: Int, isProse: (Int) -> Bool) -> Bool {
        guard var unit = headingNode(of: block) else { return false }
        while Int(arena.parent[unit]) > container {
            let parent = Int(arena.parent[unit])
            if (Int(arena.firstBlock[parent])..<index).contains(where: isProse) { break }
            unit = parent
        }
        return (unit..<Int(arena.end[unit])).contains { node in
            arena.tag[node] == .article || arena.tag[node] == .time
                || !killing.evidence[node].isDisjoint(with: [.byline, .date])
        }
    }

    private func headingNode(of block: Block) -> Int? {
        var node = Int(block.node)
        while node > 0 {
            if arena.tag[node].isHeading { return node }
            node = Int(arena.parent[node])
        }
        return nil
    }

    /// The block after the section that a tail heading stands over: what is left of the elements that begin with it, or
    /// of the element around them when the heading stands in the article's last third.
    func endOfSection(headedBy block: Block, in range: Range<Int>) -> Int {
        var node = headingNode(of: block) ?? Int(block.node)
        // Climb while the heading is the first thing in its parent.
        while Int(arena.parent[node]) > container, arena.firstBlock[Int(arena.parent[node])] == arena.firstBlock[node] {
            node = Int(arena.parent[node])
        }
        let own = arena.blockRange(node)
        if own.count > 1 { return own.upperBound }
        let parent = Int(arena.parent[node])
        let around = arena.contains(container, parent) ? arena.blockRange(parent) : range
        let rest = measures.width(own.upperBound..<max(own.upperBound, around.upperBound))
        if rest * 3 <= measures.width(range) { return around.upperBound }
        return own.upperBound
    }
}
