extension BlockFeatures {
    /// What the rules think, and how far their article lies.
    mutating func describeRules(_ page: PageRules, _ verdicts: Verdicts) {
        let count = page.arena.blocks.count
        let total = verdicts.width(page.arena)
        var before = 0
        var last: Int?
        for index in 0..<count {
            let block = page.arena.blocks[index]
            set(index, .kill, page.killing.code(of: block).rawValue)
            set(index, .verdict, verdicts.all[index].rawValue)
            set(index, .score, Scale.log(Int(page.measures.score[index])))
            set(index, .position, Scale.share(index + 1, of: count))
            set(index, .keptBefore, Scale.share(before, of: total))
            let isKept = verdicts.isKept(index)
            set(index, .keptAfter, Scale.share(total - before - (isKept ? Int(block.width) : 0), of: total))
            set(index, .keptSince, last.map { Scale.log(index - $0) } ?? 255)
            if isKept {
                before += Int(block.width)
                last = index
            }
        }
        var next: Int?
        for index in (0..<count).reversed() {
            set(index, .keptUntil, next.map { Scale.log($0 - index) } ?? 255)
            if verdicts.isKept(index) { next = index }
        }
    }

    /// The last heading above each block, and the page's headline.
    mutating func describeHeadings(_ page: PageRules) {
        var heading: Int?
        var headline: Int?
        var tail: Int?
        for index in page.arena.blocks.indices {
            let block = page.arena.blocks[index]
            set(index, .headingDistance, heading.map { Scale.log(index - $0) } ?? 255)
            set(index, .headingLevel, heading.map { get($0, .heading) } ?? 0)
            set(index, .headingWords, heading.map { get($0, .wordSum) } ?? 128)
            if block.heading == 1 || get(index, .title) >= 90 && block.width < 250 { headline = index }
            set(index, .headlineDistance, headline.map { Scale.log(index - $0) } ?? 255)
            if block.heading > 0 { heading = index }
            set(index, .tailDistance, tail.map { Scale.log(index - $0) } ?? 255)
            if get(index, .tailHeading) > 0, block.heading > 0 || get(index, .ending) == 0 { tail = index }
        }
    }

    /// Two blocks to either side. Beyond the ends of the page is nothing.
    mutating func describeNeighbours(_ count: Int) {
        for index in 0..<count {
            copy(index, .keptBefore2, from: index - 2, .verdict, count)
            copy(index, .keptBefore1, from: index - 1, .verdict, count)
            copy(index, .keptNext1, from: index + 1, .verdict, count)
            copy(index, .keptNext2, from: index + 2, .verdict, count)
            copy(index, .widthBefore2, from: index - 2, .width, count)
            copy(index, .widthBefore1, from: index - 1, .width, count)
            copy(index, .widthNext1, from: index + 1, .width, count)
            copy(index, .widthNext2, from: index + 2, .width, count)
            copy(index, .linksBefore1, from: index - 1, .linkDensity, count)
            copy(index, .linksNext1, from: index + 1, .linkDensity, count)
            copy(index, .headingBefore1, from: index - 1, .heading, count)
            copy(index, .headingNext1, from: index + 1, .heading, count)
            copy(index, .endingBefore1, from: index - 1, .ending, count)
            copy(index, .endingNext1, from: index + 1, .ending, count)
            copy(index, .nameBefore2, from: index - 2, .ownSum, count)
            copy(index, .nameBefore1, from: index - 1, .ownSum, count)
            copy(index, .nameNext1, from: index + 1, .ownSum, count)
            copy(index, .nameNext2, from: index + 2, .ownSum, count)
            copy(index, .wordsBefore1, from: index - 1, .wordSum, count)
            copy(index, .wordsNext1, from: index + 1, .wordSum, count)
        }
    }

    private mutating func copy(_ index: Int, _ feature: Feature, from other: Int, _ source: Feature, _ count: Int) {
        set(index, feature, other >= 0 && other < count ? get(other, source) : 255)
    }

    mutating func describePage(_ page: PageRules, _ verdicts: Verdicts, _ evidence: PageEvidence) {
        let blocks = 0..<page.arena.blocks.count
        let total = page.measures.score(blocks)
        let width = page.measures.width(blocks)
        var killed: Float = 0
        for index in blocks where !page.killing.keeps(page.arena.blocks[index]) { killed += page.measures.score[index] }
        let values: [(Feature, UInt8)] = [
            (.pageBlocks, Scale.log(blocks.count)), (.pageScore, Scale.log(Int(total))),
            (.containerWidth, Scale.log(page.measures.width(page.arena.blockRange(page.container)))),
            (.pageLinks, Scale.share(page.measures.linkWidth(blocks), of: width)),
            (.killedShare, total > 0 ? Self.hundredths(killed / total) : 0),
            (.keptShare, Scale.share(verdicts.width(page.arena), of: width)),
            (.evidence, evidence.rawValue),
        ]
        for index in blocks {
            for (feature, value) in values { set(index, feature, value) }
        }
    }
}
