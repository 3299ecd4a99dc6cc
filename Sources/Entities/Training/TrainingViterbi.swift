/// Best paths while training: with floating-point weights, a margin, or only some labels allowed.
struct TrainingViterbi {
    private static let impossible: Float = -1e30
    /// The steps that BILOU allows: from, to, and the place of the step's weight (-1: none).
    private static let steps: [(from: Int, to: Int, place: Int)] = {
        var steps: [(from: Int, to: Int, place: Int)] = []
        for from in 0...16 {
            for to in 0...16 {
                if from == 16, to == 16 {
                    steps.append((from, to, -1))
                } else if let place = Transitions.place(from: UInt8(from), to: UInt8(to)) {
                    steps.append((from, to, place))
                }
            }
        }
        return steps
    }()

    private var best: [Float] = []
    private var back: [Int8] = []

    /// The best path when every label but `target`'s gets `margin` on top.
    mutating func decode(
        _ scores: [SIMD16<Float>], _ transitions: [Float], target: [UInt8], margin: Float
    ) -> [UInt8] {
        path(scores.count, transitions) { place, label in
            (label < 16 ? scores[place][label] : 0) + (Int(target[place]) == label ? 0 : margin)
        }
    }

    /// The best path that agrees with labels of a set without MISC: what is outside there may be MISC.
    mutating func decode(_ scores: [SIMD16<Float>], _ transitions: [Float], allowed: ArraySlice<UInt8>) -> [UInt8] {
        path(scores.count, transitions) { place, label in
            let given = Int(allowed[allowed.startIndex + place])
            let fits = given == label || (given == 16 && label & 3 == Label.miscellaneous)
            return fits ? (label < 16 ? scores[place][label] : 0) : Self.impossible
        }
    }

    private mutating func path(
        _ count: Int, _ transitions: [Float], _ score: (_ place: Int, _ label: Int) -> Float
    ) -> [UInt8] {
        best.removeAll(keepingCapacity: true)
        best.append(contentsOf: repeatElement(Self.impossible, count: (count + 1) * 17))
        back.removeAll(keepingCapacity: true)
        back.append(contentsOf: repeatElement(16, count: (count + 1) * 17))
        best[16] = 0
        for place in 0..<count {
            let (here, there) = (place * 17, (place + 1) * 17)
            for step in Self.steps {
                let value = best[here + step.from] + (step.place < 0 ? 0 : transitions[step.place])
                if value > best[there + step.to] {
                    best[there + step.to] = value
                    back[there + step.to] = Int8(step.from)
                }
            }
            for label in 0...16 { best[there + label] += score(place, label) }
        }
        var label = 16
        var top = best[count * 17 + 16]
        for type in 0..<4 {
            for end in [8 + type, 12 + type] where best[count * 17 + end] + transitions[56 + type] > top {
                top = best[count * 17 + end] + transitions[56 + type]
                label = end
            }
        }
        var labels = [UInt8](repeating: Label.outside, count: count)
        for place in stride(from: count, to: 0, by: -1) {
            labels[place - 1] = UInt8(label)
            label = Int(back[place * 17 + label])
        }
        return labels
    }
}
