/// Some of a text's paragraphs, by their numbers from 0: those with at least one letter or digit are counted.
package struct ParagraphSet: Sendable, Equatable {
    /// Numbers below 64, and those from there on, a bit each.
    @usableFromInline package private(set) var words: (UInt64, UInt64) = (0, 0)

    /// Later paragraphs have no numbers.
    package static let capacity = 128

    package init() {}

    package init(words: (UInt64, UInt64)) { self.words = words }

    package static func == (a: ParagraphSet, b: ParagraphSet) -> Bool { a.words == b.words }

    package var isEmpty: Bool { words == (0, 0) }
    package var count: Int { words.0.nonzeroBitCount + words.1.nonzeroBitCount }

    @inlinable package func contains(_ number: Int) -> Bool {
        guard (0..<128).contains(number) else { return false }
        return (number < 64 ? words.0 >> UInt64(number) : words.1 >> UInt64(number - 64)) & 1 == 1
    }

    package mutating func insert(_ number: Int) {
        precondition((0..<Self.capacity).contains(number), "no such paragraph")
        if number < 64 { words.0 |= 1 << UInt64(number) } else { words.1 |= 1 << UInt64(number - 64) }
    }
}
