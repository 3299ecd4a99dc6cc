internal import Model

/// What of an article's text is kept to check whether another repeats it: its encoded form, read where it lies.
struct Evidence {
    private(set) var bytes: [UInt8]
    private var shingleCount = 0
    private var figureCount = 0
    private var nameCount = 0
    private(set) var paragraphCount = 0
    /// Only hashes below 2^(24-sampling) are kept, so that long articles have at most `maxShingles`. Two articles are
    /// compared on the stricter of their samples.
    private(set) var sampling = 0

    struct Paragraph: Equatable {
        /// Site and text.
        var key: UInt64
        /// Its number in the lower bits of `shingles`.
        var number: UInt8

        /// Stands for the site itself, so that its stories are counted as those of its paragraphs are.
        static func site(_ key: UInt64) -> Paragraph { Paragraph(key: key, number: UInt8(Shingle.paragraphMask)) }

        var isSite: Bool { number == UInt8(Shingle.paragraphMask) }
    }

    /// Lists of an article's evidence, valid as long as it is.
    struct Lists {
        /// Word shingles, ascending: 24 bits of hash, whether it begins in the head, 7 bits of paragraph (see `Shingle`).
        let shingles: EvidenceList
        /// Numbers, days and months with their surroundings, ascending: 20 bits of hash of the words around, 12 of the
        /// value.
        let figures: EvidenceList
        /// Other words with a capital inside a sentence, likewise.
        let names: EvidenceList
    }

    static let maxShingles = 1024
    static let maxFacts = 256

    /// Evidence of nothing.
    init() { bytes = [] }

    /// Takes what `encoded` made, and nothing more.
    init(decoding bytes: [UInt8]) throws {
        self.bytes = bytes
        guard let header = Self.header(of: bytes) else { throw IndexError.damaged }
        (shingleCount, figureCount, nameCount) = (header.shingles, header.figures, header.names)
        (paragraphCount, sampling) = (header.paragraphs, header.sampling)
    }

    @inline(__always)
    func withLists<Result>(_ body: (Lists) -> Result) -> Result {
        bytes.withUnsafeBytes { raw in
            let shingles = EvidenceList(raw, Self.headerBytes, shingleCount)
            let figures = EvidenceList(raw, shingles.end, figureCount)
            return body(Lists(shingles: shingles, figures: figures, names: EvidenceList(raw, figures.end, nameCount)))
        }
    }

    /// The site, then the longer paragraphs but the first.
    func paragraph(_ place: Int) -> Paragraph {
        precondition(place < paragraphCount)
        let start = Self.headerBytes + 4 * (shingleCount + figureCount + nameCount) + Self.paragraphBytes * place
        return Paragraph(key: bytes.word(at: start), number: bytes[start + 8] & 0x7F)
    }

    /// Takes the shingles of some paragraphs out and gives their hashes, ascending, as far as the rest does not have them.
    mutating func takeOut(_ isCommon: (Paragraph) -> Bool) throws -> [UInt32] {
        var numbers = ParagraphSet()
        for place in 0..<paragraphCount {
            let paragraph = paragraph(place)
            if !paragraph.isSite, isCommon(paragraph) { numbers.insert(Int(paragraph.number)) }
        }
        if numbers.isEmpty { return [] }
        var common: [UInt32] = []
        var kept: [UInt32] = []
        var (figures, names): ([UInt32], [UInt32]) = ([], [])
        withLists { lists in
            for i in 0..<lists.shingles.count {
                let entry = lists.shingles[i]
                if numbers.contains(Shingle.paragraph(entry)) {
                    common.append(Shingle.hash(entry))
                } else {
                    kept.append(entry)
                }
            }
            (figures, names) = (lists.figures.array, lists.names.array)
        }
        let paragraphs = (0..<paragraphCount).map(paragraph)
        self = try Evidence(
            decoding: Self.encoded(
                shingles: kept.span, figures: figures.span, names: names.span, paragraphs: paragraphs.span,
                sampling: sampling))
        return common
    }

    /// How many shingles of the text begin outside of some paragraphs; about, where they were sampled.
    func shingles(outside paragraphs: ParagraphSet) -> Int {
        withLists { lists in
            let count = (0..<lists.shingles.count).count {
                !paragraphs.contains(Shingle.paragraph(lists.shingles[$0]))
            }
            return count << sampling
        }
    }
}

/// A list of little-endian words in the bytes of evidence.
struct EvidenceList {
    private let start: UnsafeRawPointer?
    let count: Int
    /// Where the list ends in the bytes.
    let end: Int

    @inline(__always)
    init(_ raw: UnsafeRawBufferPointer, _ offset: Int, _ count: Int) {
        end = offset + 4 * count
        precondition(count == 0 || end <= raw.count)
        start = raw.baseAddress.map { $0 + offset }
        self.count = count
    }

    @inline(__always)
    init(prefix count: Int, of list: EvidenceList) {
        precondition(count <= list.count)
        (start, end, self.count) = (list.start, list.end, count)
    }

    /// - Precondition: `place` is below `count`, which is not checked.
    @inline(__always)
    subscript(place: Int) -> UInt32 {
        start.unsafelyUnwrapped.loadUnaligned(fromByteOffset: 4 &* place, as: UInt32.self).littleEndian
    }

    var array: [UInt32] { (0..<count).map { self[$0] } }
}

/// Of the shingles of evidence.
extension EvidenceList {
    /// Entries that begin in the head.
    var headCount: Int { (0..<count).reduce(0) { $0 &+ Int(self[$1] & Shingle.headBit) } / Int(Shingle.headBit) }

    /// The entries below a limit.
    func prefix(below limit: UInt32) -> EvidenceList {
        var count = count
        while count > 0, self[count &- 1] >= limit { count &-= 1 }
        return EvidenceList(prefix: count, of: self)
    }

    /// The entries whose hashes are not in a list, which is ascending.
    func filtered(without hashes: Span<UInt32>) -> [UInt32] {
        var kept: [UInt32] = []
        kept.reserveCapacity(count)
        var skip = 0
        for place in 0..<count {
            let hash = Shingle.hash(self[place])
            while skip < hashes.count, hashes[skip] < hash { skip &+= 1 }
            if skip == hashes.count || hashes[skip] != hash { kept.append(self[place].littleEndian) }
        }
        return kept
    }
}

/// One entry of the shingles of evidence.
enum Shingle {
    static let headBit: UInt32 = 0x80
    static let paragraphMask: UInt32 = 0x7F
    /// Number of words in a shingle.
    static let words = 5

    @inline(__always)
    static func entry(_ shingle: UInt64, paragraph: Int, isInHead: Bool) -> UInt32 {
        UInt32(truncatingIfNeeded: shingle >> 40) << 8 | (isInHead ? headBit : 0)
            | UInt32(truncatingIfNeeded: min(paragraph, Int(paragraphMask)))
    }

    @inline(__always) static func paragraph(_ entry: UInt32) -> Int { Int(entry & paragraphMask) }
    @inline(__always) static func hash(_ entry: UInt32) -> UInt32 { entry >> 8 }
}
