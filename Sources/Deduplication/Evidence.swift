/// What of an article's text is kept to check whether another repeats it.
struct Evidence: Equatable {
    /// Word shingles, ascending: 24 bits of hash, whether it begins in the head, 7 bits of paragraph (see `Shingle`).
    var shingles: [UInt32] = []
    /// Only hashes below 2^(24-sampling) are kept, so that long articles have at most `maxShingles`. Two articles are
    /// compared on the stricter of their samples.
    var sampling = 0
    /// Numbers, days and months with their surroundings, ascending: 20 bits of hash of the words around, 12 of the value.
    var figures: [UInt32] = []
    /// Other words with a capital inside a sentence, likewise.
    var names: [UInt32] = []
    /// Site and text of every longer paragraph but the first, with its number in `shingles`.
    var paragraphs: [Paragraph] = []

    struct Paragraph: Equatable {
        var key: UInt64
        var number: UInt8
    }

    static let maxShingles = 1024
    static let maxFacts = 256
}

/// One entry of `Evidence.shingles`.
enum Shingle {
    static let headBit: UInt32 = 0x80
    static let paragraphMask: UInt32 = 0x7F
    /// Number of words in a shingle.
    static let words = 5

    @inline(__always) static func hash(_ entry: UInt32) -> UInt32 { entry >> 8 }
}
