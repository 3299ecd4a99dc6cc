/// How alike two texts are, by their evidence.
struct Likeness: Equatable {
    /// Shared shingles by all shingles.
    var jaccard = 0.0
    /// Shared shingles by those of the text that has fewer.
    var containment = 0.0
    /// Shingles of the text that has fewer.
    var smaller = 0
    /// How much of one text's beginning is found in the other, whichever is found better.
    var head = 0.0
    var figures = Facts()
    var names = Facts()

    /// Numbers or names that stand between the same words in both texts.
    struct Facts: Equatable {
        /// The same in both.
        var agreeing = 0
        /// Another one: not an addition or a cut, but another value in the same place.
        var conflicting = 0
    }

    /// - Parameter common: hashes of shingles that take no part, ascending: those of the site's boilerplate.
    init(_ a: Evidence, _ b: Evidence, without common: [UInt32] = []) {
        a.withLists { x in
            b.withLists { y in
                compare(x.shingles, y.shingles, common.span, sampling: max(a.sampling, b.sampling))
                figures = Self.compare(x.figures, y.figures)
                names = Self.compare(x.names, y.names)
            }
        }
    }

    private mutating func compare(_ x: EvidenceList, _ y: EvidenceList, _ common: Span<UInt32>, sampling: Int) {
        let limit = UInt32(truncatingIfNeeded: (UInt64(1) << 32) >> UInt64(sampling) &- 1)
        var (i, j, skip) = (0, 0, 0)
        var (sizeX, sizeY, shared) = (0, 0, 0)
        var (headX, headXShared, headY, headYShared) = (0, 0, 0, 0)
        while true {
            let xValue = i < x.count && x[i] <= limit ? x[i] : .max
            let yValue = j < y.count && y[j] <= limit ? y[j] : .max
            let (xHash, yHash) = (Shingle.hash(xValue), Shingle.hash(yValue))
            let least = min(xHash, yHash)
            if xValue == .max && yValue == .max { break }
            let (inX, inY) = (xHash == least && xValue != .max, yHash == least && yValue != .max)
            if inX { i &+= 1 }
            if inY { j &+= 1 }
            while skip < common.count, common[skip] < least { skip += 1 }
            if skip < common.count, common[skip] == least { continue }
            let isShared = inX && inY
            if inX {
                sizeX &+= 1
                if xValue & Shingle.headBit != 0 {
                    headX &+= 1
                    if isShared { headXShared &+= 1 }
                }
            }
            if inY {
                sizeY &+= 1
                if yValue & Shingle.headBit != 0 {
                    headY &+= 1
                    if isShared { headYShared &+= 1 }
                }
            }
            if isShared { shared &+= 1 }
        }
        smaller = min(sizeX, sizeY)
        guard smaller > 0 else { return }
        jaccard = Double(shared) / Double(sizeX + sizeY - shared)
        containment = Double(shared) / Double(smaller)
        head = max(
            headX == 0 ? 0 : Double(headXShared) / Double(headX), headY == 0 ? 0 : Double(headYShared) / Double(headY))
        // What sampling left out counts too, roughly.
        smaller <<= sampling
    }

    private static func compare(_ a: EvidenceList, _ b: EvidenceList) -> Facts {
        var facts = Facts()
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            let (x, y) = (a[i] >> 12, b[j] >> 12)
            if x < y {
                i += 1
            } else if y < x {
                j += 1
            } else {
                var (inA, inB, same) = (0, 0, 0)
                while i < a.count, j < b.count, a[i] >> 12 == x, b[j] >> 12 == x {
                    if a[i] == b[j] { same += 1 }
                    let (first, second) = (a[i], b[j])
                    if first <= second { (i, inA) = (i + 1, inA + 1) }
                    if second <= first { (j, inB) = (j + 1, inB + 1) }
                }
                while i < a.count, a[i] >> 12 == x { (i, inA) = (i + 1, inA + 1) }
                while j < b.count, b[j] >> 12 == x { (j, inB) = (j + 1, inB + 1) }
                facts.agreeing += same
                facts.conflicting += min(inA, inB) - same
            }
        }
        return facts
    }
}
