internal import Model

/// Takes articles one after the other, block by block, and gives each its leader.
struct Clustering {
    private let rules: Configuration.Dedupe
    private let judge: Judge
    private var index: RunIndex

    /// A paragraph that so many stories of a site had before belongs to the site and not to the story.
    private static let boilerplateStories: UInt64 = 4

    init(rules: Configuration.Dedupe, index: RunIndex) {
        self.rules = rules
        self.index = index
        judge = Judge(similarity: rules.similarity, containment: rules.containment)
    }

    /// What the earlier articles are known by, as far as a block asks for it; carried forward from article to article.
    private struct Knowledge {
        /// Address or identifier, and the rank of the last article that had it.
        var addresses: KeyTable
        var paragraphs: ParagraphCounts

        /// Rank of the last article with an address or identifier, which this one has now.
        mutating func next(_ key: UInt64, _ rank: Int) -> Int? {
            if key == 0 { return nil }
            var last: UInt64?
            addresses.update(key) {
                last = $0
                return UInt64(rank)
            }
            return last.map { Int($0) }
        }
    }

    /// Decides about the articles of a block and writes their sorted tables.
    ///
    /// - Parameters:
    ///   - earlier: the tables of everything before the block.
    mutating func decide(
        _ block: inout Block, tables earlier: [SortedTables], source: any FingerprintSource, into sink: any ByteSink,
        decide: (Decision) throws -> Void
    ) throws {
        if rules.exact { try findSameTexts(&block, earlier) }
        block.sortBands()
        if rules.near { try block.findCandidates(in: earlier) }
        var knowledge = Knowledge(
            addresses: try KeyJoin.addresses(of: block, in: earlier),
            paragraphs: try KeyJoin.paragraphs(of: block, in: earlier, source))
        for place in block.prints.indices {
            // Nothing is compared with the copy of a text.
            let isCopy = block.prints[place].sameText > 0
            let evidence =
                isCopy ? Evidence() : try Evidence(decoding: source.evidence(of: block.prints[place].document))
            if let decision = try settle(place, evidence, &block, &knowledge) { try decide(decision) }
        }
        try block.write(addresses: knowledge.addresses, paragraphs: knowledge.paragraphs, to: sink)
        try index.endBlock()
    }

    /// The first article with a text leads its copies, or its leader does.
    private mutating func findSameTexts(_ block: inout Block, _ earlier: [SortedTables]) throws {
        var texts = try KeyJoin.texts(of: block, in: earlier)
        for place in block.prints.indices {
            let text = block.prints[place].text
            guard let rank = texts[text.high] else {
                texts[text.high] = UInt64(block.firstRank + place)
                continue
            }
            let other = Int(rank)
            let low =
                other >= block.firstRank ? block.prints[other - block.firstRank].text.low : try index.row(other).text
            if low == text.low { block.setSameText(place, rank: other) }
        }
    }

    /// Gives an article its leader, or makes it one.
    private mutating func settle(
        _ place: Int, _ evidence: Evidence, _ block: inout Block, _ knowledge: inout Knowledge
    ) throws -> Decision? {
        let print = block.prints[place]
        let rank = block.firstRank + place
        var ties = Known()
        if rules.url {
            ties.address = knowledge.next(print.address, rank)
            ties.identifier = knowledge.next(print.identifier, rank)
        }
        var own = evidence
        if let found = try repeated(print, &own, ties, block, place, knowledge.paragraphs) {
            try index.append(print, leader: found.leader, evidence: nil)
            return found.decision
        }
        for place in 0..<own.paragraphCount { knowledge.paragraphs.addStory(with: own.paragraph(place).key) }
        try index.append(print, leader: rank, evidence: own)
        return nil
    }

    /// Ranks of the last articles that an article shares its address or its identifier with.
    private struct Known {
        var address: Int?
        var identifier: Int?
    }

    private struct Found {
        var leader: Int
        var decision: Decision
    }

    /// Whom an article repeats; nil for nobody.
    private mutating func repeated(
        _ print: Block.Print, _ own: inout Evidence, _ known: Known, _ block: Block, _ place: Int,
        _ paragraphs: ParagraphCounts
    ) throws -> Found? {
        let addressed = try known.address.map { try index.leader(of: $0) }
        let identified = try known.identifier.map { try index.leader(of: $0) }
        if print.sameText > 0 {
            let leader = try index.leader(of: print.sameText - 1)
            let kind: DuplicateKind = addressed == leader ? .url : .exact
            return Found(
                leader: leader,
                decision: Decision(
                    document: index.firstRank + print.document, kind: kind, rule: .sameText,
                    leader: try index.row(leader).id))
        }
        let common = try own.takeOut { paragraphs.stories(with: $0.key) >= Self.boilerplateStories }
        var leaders: [Int] = []
        if rules.near { try block.forEachCandidate(of: place) { leaders.append(try index.leader(of: $0)) } }
        if let addressed { leaders.append(addressed) }
        if let identified { leaders.append(identified) }
        if leaders.isEmpty { return nil }
        leaders.sort()
        leaders = leaders.indices.filter { $0 == 0 || leaders[$0 - 1] != leaders[$0] }.map { leaders[$0] }
        let stories = try leaders.map { leader in
            (
                likeness: Likeness(own, try index.evidence(of: leader), without: common),
                ties: Judge.Ties(
                    address: leader == addressed, identifier: leader == identified,
                    isMarkedRevision: print.isMarkedRevision)
            )
        }
        guard let (chosen, kind, rule) = judge.choose(stories) else { return nil }
        let (leader, likeness, ties) = (leaders[chosen], stories[chosen].likeness, stories[chosen].ties)
        var decision = Decision(
            document: index.firstRank + print.document, kind: kind, rule: rule, leader: try index.row(leader).id,
            similarity: Int((likeness.jaccard * 10_000).rounded()),
            containment: Int((likeness.containment * 10_000).rounded()))
        if kind == .revision {
            let before = ties.address ? known.address : ties.identifier ? known.identifier : nil
            decision.previous = try index.row(before ?? leader).id
            decision.supersedes = rules.revisions == .newest
        }
        return Found(leader: leader, decision: decision)
    }
}
