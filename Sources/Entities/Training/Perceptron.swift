/// Averaged structured perceptron (Collins 2002) over runs of candidates, with a margin for wrong labels and dropped features.
///
/// The label O has no weights: what an update would give it is taken from all others instead, which is the same.
package struct Perceptron {
    package struct Settings: Sendable {
        package var rounds = 6
        /// Part of the features left out of each look at a token.
        package var drop = 0.15
        /// What a wrong label is worth beyond its score while training.
        package var margin: Float = 30
        var seed: UInt64 = 1
    }

    /// Weights after averaging.
    struct Weights {
        var rows: [SIMD16<Float>]
        var transitions: [Float]

        init(rows count: Int) {
            rows = [SIMD16<Float>](repeating: .zero, count: count)
            transitions = [Float](repeating: 0, count: Transitions.count)
        }
    }

    private var weights: Weights
    private var sums: Weights
    private var steps: Float = 1
    private var viterbi = TrainingViterbi()
    private var random: SplitMix
    private let settings: Settings
    private let rowCount: Int
    // Of the run at hand.
    private var scores: [SIMD16<Float>] = []
    private var kept: [UInt32] = []
    private var keptStarts: [Int] = []
    private(set) var mistakes = 0

    /// - Parameter copies: private copies of the features beside the shared one.
    init(rows: Int, copies: Int, _ settings: Settings) {
        rowCount = rows
        self.settings = settings
        weights = Weights(rows: rows * (1 + copies))
        sums = weights
        random = SplitMix(seed: settings.seed)
    }

    /// Learns, and returns the averages of the shared weights.
    mutating func train(_ examples: borrowing Examples) -> Weights {
        var order = Array(examples.runs.indices)
        for _ in 0..<settings.rounds {
            order.shuffle(using: &random)
            mistakes = 0
            for index in order { learn(examples.runs[index], examples) }
        }
        var average = Weights(rows: rowCount)
        for row in 0..<rowCount { average.rows[row] = weights.rows[row] - sums.rows[row] / steps }
        for place in average.transitions.indices {
            average.transitions[place] = weights.transitions[place] - sums.transitions[place] / steps
        }
        return average
    }

    private mutating func learn(_ run: Examples.Run, _ examples: borrowing Examples) {
        score(run, examples)
        steps += 1
        let labels = examples.gold[run.start..<run.end]
        let target: [UInt8]
        if run.hasMiscellaneous {
            target = Array(labels)
        } else {
            target = viterbi.decode(scores, weights.transitions, allowed: labels)
        }
        let guess = viterbi.decode(scores, weights.transitions, target: target, margin: settings.margin)
        if guess == target { return }
        mistakes += 1
        update(run, target, guess)
    }

    private mutating func score(_ run: Examples.Run, _ examples: borrowing Examples) {
        scores.removeAll(keepingCapacity: true)
        kept.removeAll(keepingCapacity: true)
        keptStarts.removeAll(keepingCapacity: true)
        keptStarts.append(0)
        let limit = UInt64(settings.drop * 65536)
        let copy = UInt32(run.copy * rowCount)
        for token in run.start..<run.end {
            var sum = SIMD16<Float>.zero
            var bits: UInt64 = 0
            var left = 0
            for place in examples.rowStarts[token]..<examples.rowStarts[token + 1] {
                if left == 0 {
                    bits = random.next()
                    left = 4
                }
                let dropped = bits & 0xFFFF < limit
                bits &>>= 16
                left &-= 1
                if dropped { continue }
                let row = examples.rows[place]
                kept.append(row)
                sum += weights.rows[Int(row)]
                if copy > 0 {
                    kept.append(row + copy)
                    sum += weights.rows[Int(row + copy)]
                }
            }
            scores.append(sum)
            keptStarts.append(kept.count)
        }
    }

    private mutating func update(_ run: Examples.Run, _ target: [UInt8], _ guess: [UInt8]) {
        let weight = run.weight
        var (lastTarget, lastGuess) = (Label.outside, Label.outside)
        for offset in 0...target.count {
            let right = offset < target.count ? target[offset] : Label.outside
            let wrong = offset < target.count ? guess[offset] : Label.outside
            if right != wrong {
                var change = SIMD16<Float>.zero
                if right == Label.outside { change -= weight } else { change[Int(right)] += weight }
                if wrong == Label.outside { change += weight } else { change[Int(wrong)] -= weight }
                let later = change * steps
                for place in keptStarts[offset]..<keptStarts[offset + 1] {
                    weights.rows[Int(kept[place])] += change
                    sums.rows[Int(kept[place])] += later
                }
            }
            if right != wrong || lastTarget != lastGuess {
                if let place = Transitions.place(from: lastTarget, to: right) {
                    weights.transitions[place] += weight
                    sums.transitions[place] += weight * steps
                }
                if let place = Transitions.place(from: lastGuess, to: wrong) {
                    weights.transitions[place] -= weight
                    sums.transitions[place] -= weight * steps
                }
            }
            (lastTarget, lastGuess) = (right, wrong)
        }
    }
}
