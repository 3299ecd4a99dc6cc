import Text

/// Where the paragraphs of a text are, and which of them are to go.
struct Paragraphs {
    private(set) var ranges: [Range<Int>] = []
    var isRemoved: [Bool] = []

    /// Finds the paragraphs of `text`: its lines.
    mutating func find(in text: Span<UInt8>) {
        ranges.removeAll(keepingCapacity: true)
        isRemoved.removeAll(keepingCapacity: true)
        var start = 0
        while start < text.count {
            let end = text.first(0x0A, in: start..<text.count)
            ranges.append(start..<end)
            isRemoved.append(false)
            start = end + 1
        }
    }

    /// Whether nothing stays behind the first paragraph that is to go.
    var areRemovedFromEndOnly: Bool {
        isRemoved.lastIndex(of: false) ?? -1 < isRemoved.firstIndex(of: true) ?? isRemoved.count
    }

    /// Takes the removed paragraphs out of `text`. Positions are void afterwards.
    func removeMarked(from text: inout [UInt8], with rewriter: inout Rewriter) {
        guard let last = isRemoved.lastIndex(of: false) else {
            text.removeAll(keepingCapacity: true)
            return
        }
        // A paragraph goes with its line end, those at the end with the line end before them.
        for index in ranges.indices.prefix(last) where isRemoved[index] {
            rewriter.cut(ranges[index].lowerBound..<ranges[index].upperBound + 1, of: text)
        }
        if last + 1 < ranges.count { rewriter.cut(ranges[last].upperBound..<text.count, of: text) }
        rewriter.finish(&text)
    }
}
