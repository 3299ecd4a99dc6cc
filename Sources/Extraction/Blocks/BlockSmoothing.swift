/// Turns the model's log-odds into decisions: an article is a run of blocks, so a change costs.
///
/// The Viterbi algorithm (1967) over two states, on integers.
struct BlockSmoothing {
    /// What a change between article and the rest costs, in parts of `BlockModel.scale`.
    var changeCost: Int32 = 307
    /// Log-odds from which a block counts for the article.
    var threshold: Int32 = 0

    private var cameFromOther: [(keep: Bool, drop: Bool)] = []

    init() {}

    /// Calls `decide` for every block of `chosen`, last one first.
    mutating func smooth(
        _ chosen: [Int32], scores: [Int32], wordCounts: [Int32], _ decide: (_ block: Int, _ isKept: Bool) -> Void
    ) {
        cameFromOther.removeAll(keepingCapacity: true)
        var keep: Int64 = 0
        var drop: Int64 = 0
        for index in chosen {
            // Staying is the choice where both are equal.
            let keepsFromDrop = drop - Int64(changeCost) > keep
            let dropsFromKeep = keep - Int64(changeCost) > drop
            cameFromOther.append((keepsFromDrop, dropsFromKeep))
            let gain = Self.emission(scores[Int(index)] - threshold, words: wordCounts[Int(index)])
            let keepBefore = keepsFromDrop ? drop - Int64(changeCost) : keep
            drop = dropsFromKeep ? keep - Int64(changeCost) : drop
            keep = keepBefore + gain
        }
        var isKept = keep > drop
        for place in chosen.indices.reversed() {
            decide(Int(chosen[place]), isKept)
            if isKept ? cameFromOther[place].keep : cameFromOther[place].drop { isKept.toggle() }
        }
    }

    /// A short block says less than a long one: times min(1, sqrt((words + 1) / 12)).
    private static func emission(_ score: Int32, words: Int32) -> Int64 {
        words >= 11 ? Int64(score) : Int64(score) * weights[Int(max(words, 0))] / 256
    }

    /// 256 times the square root, rounded.
    private static let weights: [Int64] = [74, 105, 128, 148, 165, 181, 196, 209, 222, 234, 245]
}
