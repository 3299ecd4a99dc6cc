/// Collects the features of one candidate word: the cached vectors that count, and the rows of the features that are about more
/// than one word. Training and use both go through here, so they cannot differ; use adds up the weights at once, training keeps
/// what they belong to.
struct FeatureCollector {
    /// The sum of the weights of all features.
    private(set) var sum = LabelSum.zero
    /// With `keepsRows`, the numbers of the vectors (see `WordTable`) and the rows that would be added up.
    private(set) var vectors: [Int32] = []
    private(set) var rows: [UInt32] = []
    private let keepsRows: Bool

    /// Other occurrences of the word that are looked at, to either side.
    private static let occurrences = 2

    init(keepsRows: Bool) { self.keepsRows = keepsRows }

    /// What holds for a whole sentence.
    struct Sentence {
        var range: Range<Int>
        var isShouting: Bool
    }

    /// A run of words with capitals, and what stands around it.
    struct Run {
        var start: Int
        var end: Int
    }

    @inline(__always) private mutating func vector(_ index: Int32, _ slot: Slot, _ document: inout DocumentWords) {
        if keepsRows {
            vectors.append(Int32(truncatingIfNeeded: WordTable.vector(index, slot)))
        } else {
            sum &+= document.sum(index, slot)
        }
    }

    @inline(__always) private mutating func put(_ template: UInt64, _ value: UInt64, _ model: EntityModel) {
        let row = model.row(WordTemplates.feature(template, value))
        if keepsRows { rows.append(row) } else { sum &+= model.weights(of: row) }
    }

    mutating func collect(
        _ place: Int, in sentence: Sentence, run: Run, _ matcher: borrowing PhraseMatcher,
        _ document: inout DocumentWords, _ model: EntityModel
    ) {
        sum = .zero
        vectors.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        let range = sentence.range
        func at(_ offset: Int) -> Int32 {
            let index = place + offset
            return range.contains(index) ? document.records[index] : WordTable.boundary
        }
        let (b, p, c, n, a) = (at(-2), at(-1), at(0), at(1), at(2))
        vector(c, .current, &document)
        vector(p, .previous, &document)
        vector(n, .next, &document)
        vector(b, .beforePrevious, &document)
        vector(a, .afterNext, &document)
        let before = run.start > range.lowerBound ? document.records[run.start - 1] : WordTable.boundary
        let after = run.end < range.upperBound ? document.records[run.end] : WordTable.boundary
        vector(document.records[run.start], .runFirst, &document)
        vector(document.records[run.end - 1], .runLast, &document)
        vector(before, .beforeRun, &document)
        vector(after, .afterRun, &document)

        let (rb, rp) = (document.table.records[Int(b)], document.table.records[Int(p)])
        let rc = document.table.records[Int(c)]
        let (rn, ra) = (document.table.records[Int(n)], document.table.records[Int(a)])
        put(1025, WordHash.pair(rp.lower, rc.lower), model)
        put(1026, WordHash.pair(rc.lower, rn.lower), model)
        put(1027, WordHash.pair(rb.lower, rp.lower), model)
        put(1028, WordHash.pair(rn.lower, ra.lower), model)
        put(1029, WordHash.pair(rp.shape, rc.shape), model)
        put(1030, WordHash.pair(rc.shape, rn.shape), model)
        put(1031, WordHash.pair(WordHash.pair(rp.collapsed, rc.collapsed), rn.collapsed), model)
        put(1032, WordHash.pair(rp.lower, rc.collapsed), model)
        put(1033, WordHash.pair(rc.collapsed, rn.lower), model)
        put(1034, UInt64(rp.coarse) << 8 | UInt64(rc.coarse), model)
        put(1035, UInt64(rc.coarse) << 8 | UInt64(rn.coarse), model)
        put(1036, UInt64(rp.fine) << 16 | UInt64(rc.fine), model)
        put(1037, UInt64(rc.fine) << 16 | UInt64(rn.fine), model)
        let isFirst = document.words[place].flags.contains(.sentenceFirst)
        if isFirst { put(1038, rc.collapsed, model) }
        if sentence.isShouting {
            put(1039, rc.collapsed, model)
            put(1040, rc.lower, model)
        }
        put(1041, UInt64(min(place - run.start, 3)) << 4 | UInt64(min(run.end - 1 - place, 3)), model)
        phrases(place - range.lowerBound, rc.collapsed, matcher, model)
        if rc.traits.contains(.hasUpper) { occurrences(place, isFirst: isFirst, &document, model) }
    }

    private mutating func phrases(
        _ offset: Int, _ shape: UInt64, _ matcher: borrowing PhraseMatcher, _ model: EntityModel
    ) {
        let marks = matcher.marks[offset]
        phrases(marks.begins, 1100, shape, model)
        phrases(marks.inside, 1102, shape, model)
        phrases(marks.ends, 1104, shape, model)
        if offset > 0 { phrases(matcher.marks[offset - 1].ends, 1106, nil, model) }
        if offset + 1 < matcher.marks.count { phrases(matcher.marks[offset + 1].begins, 1108, nil, model) }
    }

    @inline(__always) private mutating func phrases(
        _ lists: UInt16, _ template: UInt64, _ shape: UInt64?, _ model: EntityModel
    ) {
        var left = lists
        while left != 0 {
            let bit = UInt64(left.trailingZeroBitCount)
            left &= left &- 1
            put(template, bit, model)
            if let shape { put(template &+ 1, WordHash.pair(bit, shape), model) }
        }
    }

    /// What the rest of the document says about the same word.
    private mutating func occurrences(
        _ place: Int, isFirst: Bool, _ document: inout DocumentWords, _ model: EntityModel
    ) {
        let firstBit: UInt64 = isFirst ? 1 : 0
        let use = document.table.uses[Int(document.records[place])]
        let count = use.count
        put(1200, UInt64(count < 2 ? 0 : count < 4 ? 1 : count < 8 ? 2 : 3) << 1 | firstBit, model)
        if document.occursInSmallLetters(document.records[place]) { put(1201, firstBit, model) }
        if isFirst, use.seen.contains(.inside) { put(1202, 0, model) }
        guard count > 1 else { return }
        var other = document.earlier[place]
        var left = Self.occurrences
        while other >= 0, left > 0 {
            context(Int(other), &document)
            other = document.earlier[Int(other)]
            left -= 1
        }
        other = document.later[place]
        left = Self.occurrences
        while other >= 0, left > 0 {
            context(Int(other), &document)
            other = document.later[Int(other)]
            left -= 1
        }
    }

    private mutating func context(_ place: Int, _ document: inout DocumentWords) {
        let startsSentence = document.words[place].flags.contains(.sentenceStart)
        let before = startsSentence || place == 0 ? WordTable.boundary : document.records[place - 1]
        vector(before, .documentPrevious, &document)
        let endsSentence =
            place + 1 >= document.words.count || document.words[place + 1].flags.contains(.sentenceStart)
        let after = endsSentence ? WordTable.boundary : document.records[place + 1]
        vector(after, .documentNext, &document)
    }
}
