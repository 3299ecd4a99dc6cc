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
        // The greatest entry stands for none.
        let limit = UInt32(truncatingIfNeeded: min((UInt64(1) << 32) >> UInt64(sampling), UInt64(UInt32.max)))
        let (x, y) = (x.prefix(below: limit), y.prefix(below: limit))
        if common.isEmpty { return compare(x, y, sampling: sampling) }
        x.filtered(without: common).withUnsafeBytes { x in
            y.filtered(without: common).withUnsafeBytes { y in
                let (x, y) = (EvidenceList(x, 0, x.count / 4), EvidenceList(y, 0, y.count / 4))
                compare(x, y, sampling: sampling)
            }
        }
    }

    private mutating func compare(_ x: EvidenceList, _ y: EvidenceList, sampling: Int) {
        var (i, j) = (0, 0)
        var (shared, headXShared, headYShared) = (0, 0, 0)
        // Without branches: whether two different texts have the next shingle in common cannot be foreseen.
        while i < x.count, j < y.count {
            let (xEntry, yEntry) = (x[i], y[j])
            let (xHash, yHash) = (Shingle.hash(xEntry), Shingle.hash(yEntry))
            i &+= xHash <= yHash ? 1 : 0
            j &+= yHash <= xHash ? 1 : 0
            let isShared = xHash == yHash ? Shingle.headBit : 0
            shared &+= Int(isShared)
            headXShared &+= Int(xEntry & isShared)
            headYShared &+= Int(yEntry & isShared)
        }
        shared /= Int(Shingle.headBit)
        headXShared /= Int(Shingle.headBit)
        headYShared /= Int(Shingle.headBit)
        let (sizeX, sizeY) = (x.count, y.count)
        let (headX, headY) = (x.headCount, y.headCount)
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
