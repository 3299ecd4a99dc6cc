/// Rewrites a text by copying what stays in large pieces, so that a repair costs what it changes.
///
/// One rewriter is reused for every step of every article: its buffer grows to the largest text that needed a repair.
struct Rewriter {
    /// The new text so far. A step appends its replacement here after `cut`.
    var output: [UInt8] = []
    private var taken = 0

    var isTouched: Bool { taken > 0 || !output.isEmpty }

    /// Copies everything before `range` that was not taken yet and leaves `range` out.
    mutating func cut(_ range: Range<Int>, of text: [UInt8]) {
        copy(of: text, upTo: range.lowerBound)
        taken = range.upperBound
    }

    /// Copies everything before `end` that was not taken yet.
    mutating func copy(of text: [UInt8], upTo end: Int) {
        if end > taken { output.append(contentsOf: text[taken..<end]) }
        taken = max(taken, end)
    }

    /// Puts `bytes` in place of `range`.
    mutating func replace(_ range: Range<Int>, of text: [UInt8], with bytes: StaticString) {
        cut(range, of: text)
        bytes.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    /// Lets `step` rewrite `text`; returns what `step` returns, the number of repairs.
    mutating func rewrite(_ text: inout [UInt8], _ step: (_ text: [UInt8], inout Rewriter) -> Int) -> Int {
        let count = step(text, &self)
        finish(&text)
        return count
    }

    /// Copies the rest, makes the result the text, and is ready for the next step. Untouched texts cost nothing.
    mutating func finish(_ text: inout [UInt8]) {
        guard isTouched else { return }
        copy(of: text, upTo: text.count)
        // The text keeps a buffer of its own size; the rewriter keeps the one that has grown.
        text.removeAll(keepingCapacity: true)
        text.append(contentsOf: output)
        output.removeAll(keepingCapacity: true)
        taken = 0
    }
}
