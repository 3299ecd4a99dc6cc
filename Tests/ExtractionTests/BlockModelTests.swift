import TestSupport
import Testing

@testable import Extraction

/// The learned model says here what it said where it was made.
@Suite struct BlockModelTests {
    @Test func theProgramsOwnModelCanBeRead() {
        #expect(BlockModel.shared != nil)
    }

    /// Leaves are rounded to 1/1024, so a sum of trees is off by at most half of that for each.
    @Test func scoresAreThoseOfTheTraining() throws {
        let model = try #require(BlockModel.shared)
        let rows = try #require(BlockModelFixture.rows.withUTF8Buffer { Base64.decoded($0) })
        let count = BlockModelFixture.scores.count
        #expect(rows.count == count * BlockFeatures.stride)
        var scores = [Int32](repeating: 0, count: count)
        model.scores(rows, chosen: (0..<Int32(count)).map { $0 }, into: &scores)
        for (index, expected) in BlockModelFixture.scores.enumerated() {
            let difference = abs(Double(scores[index]) - expected * Double(BlockModel.scale))
            #expect(difference <= Double(model.treeCount) / 2, "row \(index)")
        }
        #expect(Set(scores).count > count / 2, "the rows are not told apart")
    }

    /// Two tests in one tree: feature 0 above 9, then feature 2 above 1 on the left and above 200 on the right.
    @Test func aTreeIsWalkedFromItsRootToALeaf() throws {
        let bytes = Self.model(depth: 2, tests: [[(0, 9), (2, 1), (2, 200)]], leaves: [[-3, 5, 7, 11]])
        let model = try #require(BlockModel(bytes))
        for (row, expected) in [([9, 0, 1], -3), ([9, 0, 2], 5), ([10, 0, 200], 7), ([255, 0, 201], 11)]
            as [([UInt8], Int32)]
        {
            var scores: [Int32] = [0]
            let values = row + [UInt8](repeating: 0, count: BlockFeatures.stride - row.count)
            model.scores(values, chosen: [0], into: &scores)
            #expect(scores == [expected], "\(row)")
        }
    }

    @Test func tokensAreFoundInTheirPlaceOnly() throws {
        let key = TokenHash.entry(77, .near)
        let model = try #require(BlockModel(Self.model(tokens: [(key, -40)])))
        #expect(model.score(of: 77, in: .near) == -40)
        #expect(model.score(of: 77, in: .own) == nil)
        #expect(model.score(of: 78, in: .near) == nil)
    }

    @Test func damagedModelsAreNoModels() {
        let whole = Self.model(depth: 1, tests: [[(0, 9)]], leaves: [[-3, 5]], tokens: [(12, 1)])
        #expect(BlockModel(whole) != nil)
        for length in 0..<whole.count { #expect(BlockModel(Array(whole[..<length])) == nil, "\(length) bytes") }
        #expect(BlockModel(whole + [0]) == nil)
        #expect(BlockModel(Self.model(features: 3)) == nil, "for other features")
        #expect(BlockModel(Self.model(depth: 1, tests: [[(255, 9)]], leaves: [[-3, 5]])) == nil, "unknown feature")
        #expect(BlockModel(Self.model(depth: 40)) == nil)
    }

    static func model(
        features: Int = BlockFeatures.stride, depth: Int = 1, tests: [[(feature: Int, bound: Int)]] = [],
        leaves: [[Int16]] = [], tokens: [(key: UInt32, score: Int8)] = []
    ) -> [UInt8] {
        var bytes = Array("NMB1".utf8) + [UInt8(features), UInt8(depth)]
        func append(_ number: some FixedWidthInteger) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
        append(UInt16(tests.count))
        append(UInt32(tokens.count))
        append(UInt32(0))
        for test in tests.joined() { append(UInt16(test.feature | test.bound << 8)) }
        for leaf in leaves.joined() { append(leaf) }
        for token in tokens { append(token.key) }
        for token in tokens { append(token.score) }
        return bytes
    }
}

@Suite struct BlockSmoothingTests {
    private func kept(_ scores: [Int32], words: Int32 = 20, cost: Int32 = 300) -> [Bool] {
        var smoothing = BlockSmoothing()
        smoothing.changeCost = cost
        var kept = [Bool](repeating: false, count: scores.count)
        let chosen = (0..<Int32(scores.count)).map { $0 }
        let words = [Int32](repeating: words, count: scores.count)
        smoothing.smooth(chosen, scores: scores, wordCounts: words) { kept[$0] = $1 }
        return kept
    }

    @Test func clearScoresDecide() {
        #expect(kept([-2000, 2000, 3000, -2000]) == [false, true, true, false])
        #expect(kept([]) == [])
    }

    @Test func aSlightDoubtBetweenSureNeighboursIsOverruled() {
        #expect(kept([2000, -100, 2000]) == [true, true, true])
        #expect(kept([-2000, 100, -2000]) == [false, false, false])
    }

    @Test func aSureBlockStandsAgainstItsNeighbours() {
        #expect(kept([2000, -700, 2000]) == [true, false, true])
        #expect(kept([-2000, 700, -2000]) == [false, true, false])
    }

    @Test func shortBlocksSayLess() {
        #expect(kept([2000, -700, 2000], words: 1) == [true, true, true])
    }

    /// The best sum of gains and costs, found by trying everything.
    @Test(arguments: 0..<50) func noOtherChoiceIsBetter(seed: UInt64) {
        var random = SplitMix(state: seed)
        let scores = (0..<9).map { _ in Int32.random(in: -900...900, using: &random) }
        func value(_ choice: [Bool]) -> Int {
            var sum = 0
            for (index, isKept) in choice.enumerated() {
                if isKept { sum += Int(scores[index]) }
                if index > 0, choice[index - 1] != isKept { sum -= 300 }
            }
            return sum
        }
        let best = (0..<512).map { bits in value((0..<9).map { bits >> $0 & 1 == 1 }) }.max()
        #expect(value(kept(scores)) == best, "seed \(seed)")
    }
}
