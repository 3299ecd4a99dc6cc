/// Collects the features of one candidate word: which cached vectors count, and the rows of the features that are about more
/// than one word. Training and use both go through here, so they cannot differ.
struct FeatureCollector {
    /// Numbers of vectors: record times slots plus slot.
    private(set) var vectors: [Int32] = []
    private(set) var rows: [UInt32] = []

    private static let slots = Int32(Slot.allCases.count)
    /// Other occurrences of the word that are looked at, to either side.
    private static let occurrences = 2

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

    @inline(__always) private mutating func vector(_ record: Int32, _ slot: Slot) {
        vectors.append(record &* Self.slots &+ Int32(truncatingIfNeeded: slot.rawValue))
    }

    mutating func collect(
        _ place: Int, in sentence: Sentence, run: Run, _ matcher: borrowing PhraseMatcher,
        _ document: inout DocumentWords, _ model: EntityModel
    ) {
        vectors.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        let range = sentence.range
        func at(_ offset: Int) -> Int32 {
            let index = place + offset
            return range.contains(index) ? document.records[index] : WordTable.boundary
        }
        let (b, p, c, n, a) = (at(-2), at(-1), at(0), at(1), at(2))
        vector(c, .current)
        vector(p, .previous)
        vector(n, .next)
        vector(b, .beforePrevious)
        vector(a, .afterNext)
        let before = run.start > range.lowerBound ? document.records[run.start - 1] : WordTable.boundary
        let after = run.end < range.upperBound ? document.records[run.end] : WordTable.boundary
        vector(document.records[run.start], .runFirst)
        vector(document.records[run.end - 1], .runLast)
        vector(before, .beforeRun)
        vector(after, .afterRun)

        let (rb, rp) = (document.table.records[Int(b)], document.table.records[Int(p)])
        let rc = document.table.records[Int(c)]
        let (rn, ra) = (document.table.records[Int(n)], document.table.records[Int(a)])
        func put(_ template: UInt64, _ value: UInt64) {
            rows.append(model.row(WordTemplates.feature(template &+ 1024, value)))
        }
        put(1, WordHash.pair(rp.lower, rc.lower))
        put(2, WordHash.pair(rc.lower, rn.lower))
        put(3, WordHash.pair(rb.lower, rp.lower))
        put(4, WordHash.pair(rn.lower, ra.lower))
        put(5, WordHash.pair(rp.shape, rc.shape))
        put(6, WordHash.pair(rc.shape, rn.shape))
        put(7, WordHash.pair(WordHash.pair(rp.collapsed, rc.collapsed), rn.collapsed))
        put(8, WordHash.pair(rp.lower, rc.collapsed))
        put(9, WordHash.pair(rc.collapsed, rn.lower))
        put(10, UInt64(rp.coarse) << 8 | UInt64(rc.coarse))
        put(11, UInt64(rc.coarse) << 8 | UInt64(rn.coarse))
        put(12, UInt64(rp.fine) << 16 | UInt64(rc.fine))
        put(13, UInt64(rc.fine) << 16 | UInt64(rn.fine))
        let isFirst = document.words[place].flags.contains(.sentenceFirst)
        if isFirst { put(14, rc.collapsed) }
        if sentence.isShouting {
            put(15, rc.collapsed)
            put(16, rc.lower)
        }
        put(17, UInt64(min(place - run.start, 3)) << 4 | UInt64(min(run.end - 1 - place, 3)))
        phrases(place - range.lowerBound, rc.collapsed, matcher, model)
        if rc.traits.contains(.hasUpper) { occurrences(place, rc, isFirst: isFirst, &document, model) }
    }

    private mutating func phrases(
        _ offset: Int, _ shape: UInt64, _ matcher: borrowing PhraseMatcher, _ model: EntityModel
    ) {
        func put(_ bits: UInt16, _ template: UInt64, withShape: Bool) {
            var left = bits
            while left != 0 {
                let bit = UInt64(left.trailingZeroBitCount)
                left &= left &- 1
                rows.append(model.row(WordTemplates.feature(template, bit)))
                if withShape {
                    rows.append(model.row(WordTemplates.feature(template &+ 1, WordHash.pair(bit, shape))))
                }
            }
        }
        put(matcher.begins[offset], 1100, withShape: true)
        put(matcher.inside[offset], 1102, withShape: true)
        put(matcher.ends[offset], 1104, withShape: true)
        if offset > 0 { put(matcher.ends[offset - 1], 1106, withShape: false) }
        if offset + 1 < matcher.begins.count { put(matcher.begins[offset + 1], 1108, withShape: false) }
    }

    /// What the rest of the document says about the same word.
    private mutating func occurrences(
        _ place: Int, _ record: WordRecord, isFirst: Bool, _ document: inout DocumentWords, _ model: EntityModel
    ) {
        func put(_ template: UInt64, _ value: UInt64) {
            rows.append(model.row(WordTemplates.feature(template &+ 1200, value)))
        }
        let firstBit: UInt64 = isFirst ? 1 : 0
        let count = record.count
        put(0, UInt64(count < 2 ? 0 : count < 4 ? 1 : count < 8 ? 2 : 3) << 1 | firstBit)
        if document.occursInSmallLetters(document.records[place]) { put(1, firstBit) }
        if isFirst, record.seen.contains(.inside) { put(2, 0) }
        guard count > 1 else { return }
        var other = document.earlier[place]
        var left = Self.occurrences
        while other >= 0, left > 0 {
            context(Int(other), document)
            other = document.earlier[Int(other)]
            left -= 1
        }
        other = document.later[place]
        left = Self.occurrences
        while other >= 0, left > 0 {
            context(Int(other), document)
            other = document.later[Int(other)]
            left -= 1
        }
    }

    private mutating func context(_ place: Int, _ document: borrowing DocumentWords) {
        let startsSentence = document.words[place].flags.contains(.sentenceStart)
        vector(startsSentence || place == 0 ? WordTable.boundary : document.records[place - 1], .documentPrevious)
        let endsSentence =
            place + 1 >= document.words.count || document.words[place + 1].flags.contains(.sentenceStart)
        vector(endsSentence ? WordTable.boundary : document.records[place + 1], .documentNext)
    }
}
