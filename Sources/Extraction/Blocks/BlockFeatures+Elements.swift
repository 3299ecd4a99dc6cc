extension BlockFeatures {
    mutating func describeElements(_ index: Int, _ block: Block, _ page: PageRules) {
        let arena = page.arena
        let node = Int(block.node)
        let row = context.rows[block.wrapper >= 0 ? Int(block.wrapper) : node]
        set(index, .strongNegative, row.strong)
        set(index, .weakNegative, row.weak)
        set(index, .bodyName, row.body)
        set(index, .captionName, row.caption)
        set(index, .bylineName, row.byline)
        set(index, .dateName, row.date)
        set(index, .standfirstName, row.standfirst)
        set(index, .negatives, row.negatives)
        set(index, .surroundings, UInt8(truncatingIfNeeded: row.surroundings.rawValue & 0xFF))
        set(index, .sections, UInt8(truncatingIfNeeded: row.surroundings.rawValue >> 8))
        set(index, .depth, row.depth)
        set(index, .articles, row.articles)
        describeImages(index, node, arena)
        describeAncestors(index, node, page)
        describeContainer(index, node, page)
        describeUnit(index, node, page)
    }

    private mutating func describeUnit(_ index: Int, _ node: Int, _ page: PageRules) {
        let unit = Int(units.of[node])
        guard unit >= 0 else { return }
        let blocks = page.arena.blockRange(unit)
        set(index, .unitCount, Scale.log(Int(units.counts[unit])))
        set(index, .unitWidth, Scale.log(page.measures.width(blocks)))
        set(index, .unitBlocks, Scale.log(blocks.count))
        set(index, .unitHeading, page.arena.blocks[blocks.lowerBound].heading)
        set(index, .unitPlace, Scale.share(Int(units.places[unit]), of: Int(units.counts[unit])))
    }

    /// Pictures in the smallest elements around the block, and right before and after it.
    private mutating func describeImages(_ index: Int, _ node: Int, _ arena: Arena) {
        let parent = max(Int(arena.parent[node]), 0)
        set(
            index, .imagesNear,
            Scale.count(min(context.images(in: node, arena), 15) * 16 + min(context.images(in: parent, arena), 15)))
        // Elements between the last one with the block before, or up to the one with the block after.
        let before = index > 0 ? Int(arena.blocks[index - 1].node) + 1 : 0
        let next = index + 1 < arena.blocks.count ? Int(arena.blocks[index + 1].node) : arena.count
        if before < node { set(index, .imageBefore, Scale.count(Int(context.images[node] - context.images[before]))) }
        if node < next { set(index, .imageAfter, Scale.count(Int(context.images[next] - context.images[node]))) }
    }

    private mutating func describeAncestors(_ index: Int, _ node: Int, _ page: PageRules) {
        let total = page.measures.score(0..<page.arena.blocks.count)
        var ancestor = node
        for features in [
            (Feature.parentWidth, Feature.parentLinks, Feature.parentScore, Feature.parentBlocks),
            (.grandparentWidth, .grandparentLinks, .grandparentScore, .grandparentBlocks),
            (.ancestorWidth, .ancestorLinks, .ancestorScore, .ancestorBlocks),
        ] {
            ancestor = max(Int(page.arena.parent[ancestor]), 0)
            let blocks = page.arena.blockRange(ancestor)
            let width = page.measures.width(blocks)
            set(index, features.0, Scale.log(width))
            set(index, features.1, Scale.share(page.measures.linkWidth(blocks), of: width))
            set(index, features.2, total > 0 ? Self.hundredths(page.measures.score(blocks) / total) : 0)
            set(index, features.3, Scale.log(blocks.count))
        }
    }

    private mutating func describeContainer(_ index: Int, _ node: Int, _ page: PageRules) {
        let arena = page.arena
        set(index, .inContainer, arena.contains(page.container, node) ? 1 : 0)
        set(index, .inDominant, arena.contains(page.dominant, node) ? 1 : 0)
        var levels = 0
        var ancestor = node
        // Downwards from the container for what is in it, upwards to what holds both for the rest.
        if arena.contains(page.container, node) {
            while ancestor != page.container, ancestor > 0, levels < 20 {
                ancestor = Int(arena.parent[ancestor])
                levels += 1
            }
            set(index, .levelsToContainer, Scale.count(levels))
        } else {
            while !arena.contains(ancestor, page.container), ancestor > 0, levels < 20 {
                ancestor = Int(arena.parent[ancestor])
                levels += 1
            }
            set(index, .levelsToContainer, Scale.count(levels + 100))
        }
        let range = arena.blockRange(page.container)
        let place = index - range.lowerBound
        if place < 0 {
            set(index, .containerPosition, 60 - min(Scale.log(-place), 60))
        } else if place >= range.count {
            set(index, .containerPosition, min(180 + Scale.log(place - range.count + 1), 250))
        } else {
            set(index, .containerPosition, 70 + Scale.share(place + 1, of: range.count))
        }
        set(index, .containerBlocks, Scale.log(range.count))
    }

    @inline(__always) static func hundredths(_ share: Float) -> UInt8 {
        share > 0 ? UInt8(min(share, 1) * 100) : 0
    }
}
