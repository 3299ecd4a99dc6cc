/// Numbers about each block, and their running totals, so that any element's sum is one subtraction.
struct Measures {
    /// What a block counts as running text: its columns, less links, little for fragments, nothing for headings.
    private(set) var score: [Float] = []
    /// Sentence ends inside the block, up to 255.
    private(set) var sentences: [UInt8] = []
    /// The last character ends a sentence (a closing quote or bracket after it is skipped).
    private(set) var endsSentence: [Bool] = []

    private var widths: [Int32] = [0]
    private var linkWidths: [Int32] = [0]
    private var scores: [Float] = [0]
    private var linkedHeadings: [Int32] = [0]
    private var sentenceTotals: [Int32] = [0]
    private var paragraphs: [Int32] = [0]

    mutating func measure(_ arena: Arena, text: [UInt8]) {
        score.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        endsSentence.removeAll(keepingCapacity: true)
        widths.removeLast(widths.count - 1)
        linkWidths.removeLast(linkWidths.count - 1)
        scores.removeLast(scores.count - 1)
        linkedHeadings.removeLast(linkedHeadings.count - 1)
        sentenceTotals.removeLast(sentenceTotals.count - 1)
        paragraphs.removeLast(paragraphs.count - 1)
        var width: Int32 = 0
        var linkWidth: Int32 = 0
        var total: Float = 0
        var headings: Int32 = 0
        var ends: Int32 = 0
        var count: Int32 = 0
        for block in arena.blocks {
            let found = Punctuation.sentences(in: block.text.bounds, of: text)
            sentences.append(UInt8(clamping: found.count))
            endsSentence.append(found.isLast)
            let value = Self.score(block, in: arena, sentences: found.count, endsSentence: found.isLast)
            score.append(value)
            width &+= block.width
            linkWidth &+= block.linkWidth
            total += value
            if block.heading > 0, block.linkDensity > 0.9 { headings += 1 }
            ends &+= Int32(min(found.count, 255))
            if value > 0 { count += 1 }
            widths.append(width)
            linkWidths.append(linkWidth)
            scores.append(total)
            linkedHeadings.append(headings)
            sentenceTotals.append(ends)
            paragraphs.append(count)
        }
    }

    private static func score(_ block: Block, in arena: Arena, sentences: Int, endsSentence: Bool) -> Float {
        let density = block.linkDensity
        guard block.heading == 0, block.width >= 25, density <= 0.5 else { return 0 }
        var score = Float(block.width) * (1 - density)
        if block.width < 100, sentences == 0 { score *= 0.25 }
        switch arena.tag[Int(block.node)] {
        case .li, .td, .th, .dd, .dt: score *= 0.3
        default: break
        }
        return score
    }

    func width(_ blocks: Range<Int>) -> Int { Int(widths[blocks.upperBound] - widths[blocks.lowerBound]) }
    func linkWidth(_ blocks: Range<Int>) -> Int { Int(linkWidths[blocks.upperBound] - linkWidths[blocks.lowerBound]) }
    func score(_ blocks: Range<Int>) -> Float { scores[blocks.upperBound] - scores[blocks.lowerBound] }
    func linkedHeadings(_ blocks: Range<Int>) -> Int {
        Int(linkedHeadings[blocks.upperBound] - linkedHeadings[blocks.lowerBound])
    }
    func sentences(_ blocks: Range<Int>) -> Int {
        Int(sentenceTotals[blocks.upperBound] - sentenceTotals[blocks.lowerBound])
    }
    func paragraphs(_ blocks: Range<Int>) -> Int { Int(paragraphs[blocks.upperBound] - paragraphs[blocks.lowerBound]) }

    func linkDensity(_ blocks: Range<Int>) -> Float {
        let width = width(blocks)
        return width > 0 ? Float(linkWidth(blocks)) / Float(width) : 0
    }
}
