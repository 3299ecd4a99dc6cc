/// The best sequence of labels for a run of candidates between words that are outside.
struct Viterbi {
    /// Of each word, the label before each label on the best path, and before outside.
    private var back: [Back] = []
    private var path: [UInt8] = []

    private static let impossible = Int32.min / 4

    /// Adds the names found in words `run` to `names`.
    ///
    /// - Parameter scores: one vector per word of the run.
    mutating func decode(
        _ scores: [LabelScores], _ run: Range<Int>, _ transitions: Transitions, into names: inout [NameSpan]
    ) {
        labels(scores, transitions) { labels in
            var start = 0
            for (offset, label) in labels.enumerated() where label != Label.outside {
                switch Label.part(label) {
                case .begin?: start = offset
                case .inside?, nil: break
                case .unit?:
                    names.append(
                        NameSpan(
                            start: run.lowerBound + offset, end: run.lowerBound + offset + 1, type: Label.type(label)))
                case .last?:
                    names.append(
                        NameSpan(
                            start: run.lowerBound + start, end: run.lowerBound + offset + 1, type: Label.type(label)))
                }
            }
        }
    }

    mutating func labels(_ scores: [LabelScores], _ transitions: Transitions, _ body: ([UInt8]) -> Void) {
        let count = scores.count
        path.removeAll(keepingCapacity: true)
        path.append(contentsOf: repeatElement(Label.outside, count: count))
        back.removeAll(keepingCapacity: true)
        var best = Best()
        for score in scores { back.append(best.step(score, transitions)) }
        var label = best.leaving(transitions).label
        for i in stride(from: count - 1, through: 0, by: -1) {
            path[i] = label
            label = back[i].label(before: label)
        }
        body(path)
    }

    /// The label before each label of a word on the best path to it, the four types side by side.
    private struct Back {
        var begin: SIMD4<Int32>
        var inside: SIMD4<Int32>
        var last: SIMD4<Int32>
        var unit: SIMD4<Int32>
        var outside: UInt8

        func label(before label: UInt8) -> UInt8 {
            let four =
                switch Label.part(label) {
                case .begin?: begin
                case .inside?: inside
                case .last?: last
                case .unit?: unit
                case nil: SIMD4<Int32>(repeating: Int32(outside))
                }
            return UInt8(truncatingIfNeeded: four[Label.type(label)])
        }
    }

    /// The best score of a path that ends in each label, the four types side by side.
    private struct Best {
        var begin = SIMD4<Int32>(repeating: impossible)
        var inside = SIMD4<Int32>(repeating: impossible)
        var last = SIMD4<Int32>(repeating: impossible)
        var unit = SIMD4<Int32>(repeating: impossible)
        var outside: Int32 = 0

        /// The better way to stand outside behind the last word: its score, and the label of that word.
        @inline(__always) func leaving(_ transitions: Transitions) -> (score: Int32, label: UInt8) {
            let (ended, labels) = ended
            let left = ended &+ transitions.leave
            var found = (score: outside, label: Label.outside)
            for type in 0..<Label.types where left[type] > found.score {
                found = (left[type], UInt8(truncatingIfNeeded: labels[type]))
            }
            return found
        }

        /// The better end of a name of each type.
        @inline(__always) private var ended: (score: SIMD4<Int32>, labels: SIMD4<Int32>) {
            let isUnit = unit .> last
            return (
                last.replacing(with: unit, where: isUnit),
                SIMD4(8, 9, 10, 11).replacing(with: SIMD4(12, 13, 14, 15), where: isUnit)
            )
        }

        /// Takes in the scores of one more word.
        ///
        @inline(__always) mutating func step(_ scores: LabelScores, _ transitions: Transitions) -> Back {
            let (ended, labels) = ended
            let left = leaving(transitions)
            let (newBegin, beginFrom) = enter(ended, labels, transitions.begin)
            let (newUnit, unitFrom) = enter(ended, labels, transitions.unit)
            let (bi, ii) = (begin &+ transitions.beginInside, inside &+ transitions.insideInside)
            let goesOn = bi .< ii
            let (bl, il) = (begin &+ transitions.beginLast, inside &+ transitions.insideLast)
            let closes = bl .< il
            let (begins, insides) = (SIMD4<Int32>(0, 1, 2, 3), SIMD4<Int32>(4, 5, 6, 7))
            begin = newBegin &+ scores.begin
            inside = bi.replacing(with: ii, where: goesOn) &+ scores.inside
            last = bl.replacing(with: il, where: closes) &+ scores.last
            unit = newUnit &+ scores.unit
            outside = left.score
            return Back(
                begin: beginFrom, inside: begins.replacing(with: insides, where: goesOn),
                last: begins.replacing(with: insides, where: closes), unit: unitFrom, outside: left.label)
        }

        @inline(__always) private func enter(
            _ ended: SIMD4<Int32>, _ labels: SIMD4<Int32>, _ steps: Transitions.Sources
        ) -> (score: SIMD4<Int32>, from: SIMD4<Int32>) {
            var best = SIMD4(repeating: outside) &+ steps.outside
            var from = SIMD4<Int32>(repeating: Int32(Label.outside))
            func look(_ type: Int, _ step: SIMD4<Int32>) {
                let score = SIMD4(repeating: ended[type]) &+ step
                let isBetter = score .> best
                best.replace(with: score, where: isBetter)
                from.replace(with: SIMD4(repeating: labels[type]), where: isBetter)
            }
            look(Label.person, steps.person)
            look(Label.organization, steps.organization)
            look(Label.location, steps.location)
            look(Label.miscellaneous, steps.miscellaneous)
            return (best, from)
        }
    }
}
