/// The tree of a page, flat: one row per element in document order, and the blocks of text that lie between them.
///
/// The rows of an element's descendants follow it, up to `end`; so "inside" is a comparison, and one loop over the
/// rows is a walk of the tree. Nothing is ever removed: what the rules think of an element is written beside it.
struct Arena {
    /// The element's name. Row 0 is the page itself, as a `body`.
    var tag: [TagName] = []
    var parent: [Int32] = []
    /// The row after the last descendant.
    var end: [Int32] = []
    /// The element's text, as a range of `PageParts.text`.
    var textStart: [Int32] = []
    var textEnd: [Int32] = []
    /// The blocks that begin in the element. For an inline element these are only the ones that end in it, too.
    var firstBlock: [Int32] = []
    var endBlock: [Int32] = []
    /// Position among `PageParts.tags`, -1 for row 0.
    var source: [Int32] = []

    var blocks: [Block] = []

    var count: Int { tag.count }

    mutating func clear() {
        tag.removeAll(keepingCapacity: true)
        parent.removeAll(keepingCapacity: true)
        end.removeAll(keepingCapacity: true)
        textStart.removeAll(keepingCapacity: true)
        textEnd.removeAll(keepingCapacity: true)
        firstBlock.removeAll(keepingCapacity: true)
        endBlock.removeAll(keepingCapacity: true)
        source.removeAll(keepingCapacity: true)
        blocks.removeAll(keepingCapacity: true)
    }

    func blockRange(_ node: Int) -> Range<Int> { Int(firstBlock[node])..<Int(endBlock[node]) }

    @inline(__always) func contains(_ ancestor: Int, _ node: Int) -> Bool {
        node >= ancestor && node < Int(end[ancestor])
    }
}

/// A line or paragraph: the text between two edges of block elements or two line breaks.
struct Block {
    /// Without blanks at its ends; single line breaks inside.
    var text: ByteRange
    /// The innermost block element around it.
    var node: Int32
    /// The outermost inline element that holds all of it, or -1.
    var wrapper: Int32
    /// Columns (see `TextRun.width`): of all text, of links, of bold or italic text.
    var width: Int32
    var linkWidth: Int32
    var emphasisWidth: Int32
    /// 1...6 inside a heading, else 0.
    var heading: UInt8

    var linkDensity: Float { width > 0 ? Float(linkWidth) / Float(width) : 0 }
}
