/// An article's text as folded words. One per worker: the memory is reused.
///
/// A token is a run of letters, digits and marks. Apostrophes, soft hyphens and other invisible characters do not break
/// it, a point or comma between two digits belongs to it (1.5 is not 15), and scripts that write without spaces give a
/// token for every character. Line breaks only part paragraphs, so hard-wrapped lines give the same tokens.
struct Tokens: ~Copyable {
    /// What a token looked like before it was folded.
    struct Look: OptionSet, BitwiseCopyable {
        var rawValue: UInt8
        /// Has a digit.
        static let figure = Look(rawValue: 1)
        /// Begins with a capital.
        static let capital = Look(rawValue: 2)
        /// Stands where every word has a capital.
        static let opensSentence = Look(rawValue: 4)

        /// No token looks like this.
        static let none = Look(rawValue: 0xFF)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// How many tokens are words inside sentences (no figures, and not where every word has a capital), and how many of
        /// these have a capital. Eight at a time: which ones do cannot be foreseen.
        static func countInside(_ looks: UnsafeBufferPointer<Look>) -> (inside: Int, capitals: Int) {
            let ones: UInt64 = 0x0101_0101_0101_0101
            var (inside, capitals) = (0, 0)
            let raw = UnsafeRawBufferPointer(looks)
            var place = 0
            while place < raw.count {
                // Behind the end, figures.
                var eight = ones
                if place &+ 8 <= raw.count {
                    eight = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                } else {
                    for look in raw[place...] { eight = eight << 8 | UInt64(look) }
                }
                // Bit 0 is `figure`, bit 1 `capital`, bit 2 `opensSentence`.
                let words = ~(eight | eight >> 2) & ones
                inside &+= Int((words &* ones) >> 56)
                capitals &+= Int(((words & eight >> 1) &* ones) >> 56)
                place &+= 8
            }
            return (inside, capitals)
        }
    }

    // All of these are valid until the next text is read.

    /// 64-bit hashes of the folded tokens.
    private(set) var hashes = UnsafeBufferPointer<UInt64>(start: nil, count: 0)
    private(set) var looks = UnsafeBufferPointer<Look>(start: nil, count: 0)
    /// The first token of every paragraph that has one.
    private(set) var paragraphs = UnsafeBufferPointer<Int>(start: nil, count: 0)
    /// The folded text without anything between the tokens.
    private(set) var folded = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

    private let hashRoom = Scratch<UInt64>()
    private let lookRoom = Scratch<Look>()
    private let paragraphRoom = Scratch<Int>()
    private let foldedRoom = Scratch<UInt8>()

    mutating func read(_ text: Span<UInt8>) {
        text.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        // Between two tokens there is a byte of neither, or one of them is a character of three bytes.
        let most = text.count / 2 + 1
        let (hashes, looks, paragraphs) = (hashRoom.reserve(most), lookRoom.reserve(most), paragraphRoom.reserve(most))
        // Folding makes no character longer than half again.
        let room = UnsafeMutableBufferPointer(
            start: foldedRoom.reserve(text.count + text.count / 2 + 2 * Reading.margin),
            count: text.count + text.count / 2 + 2 * Reading.margin)
        var (count, paragraphCount) = (0, 0)
        var reading = Reading(text: text, folded: room)
        while true {
            count = reading.readPlainWords(hashes, looks, from: count, most: most, paragraphs, &paragraphCount)
            guard reading.next() else { break }
            precondition(count < most, "more tokens than the text has room for")
            if reading.opensParagraph {
                paragraphs[paragraphCount] = count
                paragraphCount &+= 1
            }
            hashes[count] = reading.hash
            looks[count] = reading.look
            count &+= 1
        }
        self.hashes = UnsafeBufferPointer(start: hashes, count: count)
        self.looks = UnsafeBufferPointer(start: looks, count: count)
        self.paragraphs = UnsafeBufferPointer(start: paragraphs, count: paragraphCount)
        folded = UnsafeBufferPointer(rebasing: room[Reading.margin..<reading.end])
    }
}
