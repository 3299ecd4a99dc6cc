import Model

extension Verdicts {
    /// What people want in the text or not, whoever decided about the blocks.
    mutating func apply(_ options: Configuration.Extraction, _ page: PageRules, title: String?) {
        guard !options.headings || options.captions || !options.posts || !options.standfirst else { return }
        if !options.standfirst { dropStandfirst(page) }
        for (index, block) in page.arena.blocks.enumerated() {
            if !options.headings, block.heading > 0, isKept(index) { set(index, .unwanted) }
            if !options.posts, isKept(index), page.isPost(block) { set(index, .unwanted) }
            if options.captions, !isKept(index), page.isCaption(block) { set(index, .kept) }
        }
    }

    /// The summary between headline and text, by the names of its element.
    private mutating func dropStandfirst(_ page: PageRules) {
        var before = 0
        for (index, block) in page.arena.blocks.enumerated() where isKept(index) {
            // Further down such names mean headings of sections and the like.
            guard before < 3 else { return }
            before += 1
            if page.isInside(block, .standfirst, levels: 3) { set(index, .unwanted) }
        }
    }
}

extension PageRules {
    /// A quoted post of a social network.
    func isPost(_ block: Block) -> Bool { isInside(block, .post, levels: 6) }

    /// A sentence that belongs to a picture of the article.
    func isCaption(_ block: Block) -> Bool {
        let code = killing.code(of: block)
        return (code == .caption || code == .figure) && arena.contains(container, Int(block.node))
            && block.linkDensity < 0.5
    }

    /// One of the innermost elements around the block has a name of this kind.
    func isInside(_ block: Block, _ kind: ClassEvidence, levels: Int) -> Bool {
        var node = Int(block.wrapper >= 0 ? block.wrapper : block.node)
        for _ in 0..<levels where node > 0 {
            if killing.evidence[node].contains(kind) { return true }
            node = Int(arena.parent[node])
        }
        return false
    }
}
