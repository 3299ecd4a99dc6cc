/// The best sequence of labels for a run of candidates between words that are outside.
struct Viterbi {
    private var back: [UInt8] = []

    /// Adds the names found in words `run` to `names`.
    ///
    /// - Parameter scores: one vector per word of the run.
    mutating func decode(
        _ scores: [SIMD16<Int16>], _ run: Range<Int>, _ transitions: Transitions, into names: inout [NameSpan]
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

    private var path: [UInt8] = []
    private static let impossible = Int32.min / 4

    mutating func labels(_ scores: [SIMD16<Int16>], _ transitions: Transitions, _ body: ([UInt8]) -> Void) {
        let count = scores.count
        path.removeAll(keepingCapacity: true)
        path.append(contentsOf: repeatElement(Label.outside, count: count))
        back.removeAll(keepingCapacity: true)
        back.append(contentsOf: repeatElement(0, count: count * 17))
        // Best score of a path that ends in each label; place 16 is outside.
        var best = SIMD32<Int32>(repeating: Self.impossible)
        best[16] = 0
        for i in 0..<count { best = step(best, scores[i], i, transitions) }
        var label: UInt8 = Label.outside
        var top = best[16]
        for type in 0..<4 {
            for state in [8 + type, 12 + type] where best[state] + Int32(transitions.leave[type]) > top {
                top = best[state] + Int32(transitions.leave[type])
                label = UInt8(state)
            }
        }
        for i in stride(from: count - 1, through: 0, by: -1) {
            path[i] = label
            label = back[i * 17 + Int(label)]
        }
        body(path)
    }

    @inline(__always) private mutating func step(
        _ before: SIMD32<Int32>, _ scores: SIMD16<Int16>, _ i: Int, _ transitions: Transitions
    ) -> SIMD32<Int32> {
        var now = SIMD32<Int32>(repeating: Self.impossible)
        let row = i * 17
        // The better end of a name of each type.
        var ended: (SIMD4<Int32>, SIMD4<UInt8>) = (.zero, .zero)
        for type in 0..<4 {
            let unit = before[12 + type] > before[8 + type]
            ended.0[type] = unit ? before[12 + type] : before[8 + type]
            ended.1[type] = UInt8(unit ? 12 + type : 8 + type)
        }
        var outside = before[16]
        back[row + 16] = 16
        for type in 0..<4 where ended.0[type] + Int32(transitions.leave[type]) > outside {
            outside = ended.0[type] + Int32(transitions.leave[type])
            back[row + 16] = ended.1[type]
        }
        now[16] = outside
        for type in 0..<4 {
            var begin = before[16] + Int32(transitions.begin[16 + type])
            var unit = before[16] + Int32(transitions.unit[16 + type])
            var beginFrom: UInt8 = 16
            var unitFrom: UInt8 = 16
            for from in 0..<4 {
                let b = ended.0[from] + Int32(transitions.begin[from * 4 + type])
                if b > begin { (begin, beginFrom) = (b, ended.1[from]) }
                let u = ended.0[from] + Int32(transitions.unit[from * 4 + type])
                if u > unit { (unit, unitFrom) = (u, ended.1[from]) }
            }
            now[type] = begin + Int32(scores[type])
            back[row + type] = beginFrom
            now[12 + type] = unit + Int32(scores[12 + type])
            back[row + 12 + type] = unitFrom
            let w = transitions.within
            let (bi, ii) = (before[type] + Int32(w[type]), before[4 + type] + Int32(w[8 + type]))
            now[4 + type] = max(bi, ii) + Int32(scores[4 + type])
            back[row + 4 + type] = UInt8(bi >= ii ? type : 4 + type)
            let (bl, il) = (before[type] + Int32(w[4 + type]), before[4 + type] + Int32(w[12 + type]))
            now[8 + type] = max(bl, il) + Int32(scores[8 + type])
            back[row + 8 + type] = UInt8(bl >= il ? type : 4 + type)
        }
        return now
    }
}
