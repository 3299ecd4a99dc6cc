/// An article's text as folded words. One per worker: the buffers are reused.
///
/// A token is a run of letters, digits and marks. Apostrophes, soft hyphens and other invisible characters do not break
/// it, a point or comma between two digits belongs to it (1.5 is not 15), and scripts that write without spaces give a
/// token for every character. Line breaks only part paragraphs, so hard-wrapped lines give the same tokens.
struct Tokens {
    /// What a token looked like before it was folded.
    struct Look: OptionSet {
        var rawValue: UInt8
        /// Has a digit.
        static let figure = Look(rawValue: 1)
        /// Begins with a capital.
        static let capital = Look(rawValue: 2)
        /// Stands where every word has a capital.
        static let opensSentence = Look(rawValue: 4)
    }

    /// 64-bit hashes of the folded tokens.
    private(set) var hashes: [UInt64] = []
    private(set) var looks: [Look] = []
    /// The first token of every paragraph that has one.
    private(set) var paragraphs: [Int] = []
    /// The folded text without anything between the tokens.
    private(set) var folded: [UInt8] = []

    mutating func read(_ text: Span<UInt8>) {
        hashes.removeAll(keepingCapacity: true)
        looks.removeAll(keepingCapacity: true)
        paragraphs.removeAll(keepingCapacity: true)
        // Folding makes no character longer than half again.
        let room = text.count + text.count / 2 + 8
        folded = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = text.withUnsafeBufferPointer { read($0, into: buffer) }
        }
    }

    /// Returns the number of folded bytes.
    private mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var reading = Reading(text: text, folded: folded)
        while reading.next() {
            if reading.opensParagraph { paragraphs.append(hashes.count) }
            hashes.append(reading.hash)
            looks.append(reading.look)
        }
        return reading.end
    }
}
