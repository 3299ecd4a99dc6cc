/// Lets the model decide, block by block, and the rules where it cannot.
struct BlockDecision {
    /// Blocks of a page that the model is asked about; a page with more is left to the rules. Real pages have hundreds.
    static let mostBlocks = 50_000

    /// Log-odds of 0.27.
    private static let otherThreshold: Int32 = -1024

    /// Log-odds of each block, 0 for those that were not asked about.
    private(set) var scores: [Int32] = []
    private var kept: [Bool] = []
    private var smoothing = BlockSmoothing()

    mutating func decide(
        _ features: BlockFeatures, _ page: PageRules, _ evidence: PageEvidence, _ model: BlockModel,
        _ verdicts: inout Verdicts
    ) {
        let count = page.arena.blocks.count
        scores.removeAll(keepingCapacity: true)
        scores.append(contentsOf: repeatElement(0, count: count))
        model.scores(features.values, chosen: features.chosen, into: &scores)
        kept.removeAll(keepingCapacity: true)
        kept.append(contentsOf: repeatElement(false, count: count))
        // Pages that do not call themselves articles are of many kinds, and more of their text is content.
        smoothing.threshold = evidence.isArticle ? 0 : Self.otherThreshold
        smoothing.smooth(features.chosen, scores: scores, wordCounts: features.wordCounts) { kept[$0] = $1 }

        guard isEnough(page, verdicts) else { return }
        for index in 0..<count {
            if kept[index] {
                verdicts.set(index, .kept)
            } else if verdicts.isKept(index) {
                verdicts.set(index, .unlikely)
            }
        }
        verdicts.finish(page)
    }

    /// The model keeps something, and at least a quarter of what the rules keep.
    private func isEnough(_ page: PageRules, _ verdicts: Verdicts) -> Bool {
        var width = 0
        for index in kept.indices where kept[index] { width += Int(page.arena.blocks[index].width) }
        return width > 0 && width * 4 >= verdicts.width(page.arena)
    }
}
