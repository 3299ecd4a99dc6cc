/// Makes the evidence and the sketch of a text. One per worker: the memory is reused.
struct EvidenceMaker: ~Copyable {
    private let shingleRoom = Scratch<UInt64>()
    private let entryRoom = Scratch<UInt32>()
    private let maskedRoom = Scratch<UInt64>()
    private let markRoom = Scratch<UInt32>()
    private let figureRoom = Scratch<UInt32>()
    private let nameRoom = Scratch<UInt32>()
    private let paragraphRoom = Scratch<Evidence.Paragraph>()
    private let entrySort = SpreadSort()
    private let figureSort = SpreadSort()
    private let nameSort = SpreadSort()
    private let calendar = Calendar()
    private var paragraphs = UnsafeBufferPointer<Evidence.Paragraph>(start: nil, count: 0)
    private var sampling = 0

    /// Shingles of the text that was read last, in their order; one of all its words for a text of few.
    private(set) var shingles = UnsafeBufferPointer<UInt64>(start: nil, count: 0)

    /// Words at the beginning of a text that say which story it is.
    static let headWords = 64
    /// Shorter paragraphs are answers, labels, scores.
    static let paragraphWords = 8

    private static let figureMark: UInt64 = 0x23
    private static let nameMark: UInt64 = 0x5E

    /// Shingles of the head.
    var head: UnsafeBufferPointer<UInt64> {
        UnsafeBufferPointer(rebasing: shingles.prefix(Self.headWords - Shingle.words + 1))
    }

    /// The evidence of a text, encoded.
    mutating func make(_ tokens: borrowing Tokens, site: UInt64) -> [UInt8] {
        let entries = settled(entries: makeShingles(tokens, site: site))
        let facts = makeFacts(tokens.hashes, tokens.looks)
        return Evidence.encoded(
            shingles: entries.span, figures: facts.figures.span, names: facts.names.span, paragraphs: paragraphs.span,
            sampling: sampling)
    }

    /// Makes the shingles and the keys of the paragraphs, in one pass over the tokens: the keys are a chain of products,
    /// each of which waits for the last.
    ///
    /// - Returns: the entries of the shingles, in their order.
    private mutating func makeShingles(_ tokens: borrowing Tokens, site: UInt64) -> UnsafeMutablePointer<UInt32> {
        let hashes = tokens.hashes
        let count = hashes.count < Shingle.words ? min(hashes.count, 1) : hashes.count - Shingle.words + 1
        let made = shingleRoom.reserve(count)
        let entries = entryRoom.reserve(count)
        shingles = UnsafeBufferPointer(start: made, count: count)
        // The site, and of all paragraphs but the first those that have a number.
        let paragraphs = paragraphRoom.reserve(Int(Shingle.paragraphMask))
        var paragraphCount = 1
        paragraphs[0] = .site(site)
        // Most paragraphs are new, as a Bloom filter with one function says.
        var filter: UInt64 = 1 &<< (site >> 58)
        defer { self.paragraphs = UnsafeBufferPointer(start: paragraphs, count: paragraphCount) }
        guard hashes.count >= Shingle.words else {
            if count == 1 {
                made[0] = hashes.reduce(Mixing.k0) { Mixing.mix($0 ^ $1, Mixing.k1) }
                entries[0] = Shingle.entry(made[0], paragraph: 0, isInHead: true)
            }
            return entries
        }
        for number in tokens.paragraphs.indices {
            let start = tokens.paragraphs[number]
            let end = number + 1 < tokens.paragraphs.count ? tokens.paragraphs[number + 1] : hashes.count
            // The last words of the text begin no shingle.
            let middle = max(start, min(end, count))
            let headEnd = max(start, min(Self.headWords - Shingle.words + 1, middle))
            var key = site
            for (part, isInHead) in [(start..<headEnd, true), (headEnd..<middle, false)] {
                let mark = Shingle.entry(0, paragraph: number, isInHead: isInHead)
                for i in part {
                    let shingle = Self.shingle(hashes, at: i)
                    made[i] = shingle
                    entries[i] = Shingle.entry(shingle, paragraph: 0, isInHead: false) | mark
                    key = Mixing.mix(key ^ hashes[i], Mixing.k1)
                }
            }
            for i in middle..<end { key = Mixing.mix(key ^ hashes[i], Mixing.k1) }
            guard number > 0, number < Int(Shingle.paragraphMask), end - start >= Self.paragraphWords else { continue }
            let bit: UInt64 = 1 &<< (key >> 58)
            if filter & bit != 0, (0..<paragraphCount).contains(where: { paragraphs[$0].key == key }) { continue }
            filter |= bit
            paragraphs[paragraphCount] = Evidence.Paragraph(key: key, number: UInt8(number))
            paragraphCount += 1
        }
        return entries
    }

    @inline(__always)
    private static func shingle(_ hashes: UnsafeBufferPointer<UInt64>, at i: Int) -> UInt64 {
        let a = hashes[i] &* 0x9E37_79B9_7F4A_7C15 ^ hashes[i &+ 1]
        let b = hashes[i &+ 2] &* 0xC2B2_AE3D_27D4_EB4F ^ hashes[i &+ 3]
        return Mixing.mix(a ^ Mixing.k0, b ^ Mixing.mix(hashes[i &+ 4], Mixing.k1))
    }

    /// Entries as they are kept: ascending, each once, sampled when there are many.
    private mutating func settled(entries: UnsafeMutablePointer<UInt32>) -> UnsafeBufferPointer<UInt32> {
        var count = shingles.count
        sampling = 0
        var limit = UInt64(1) << 32
        while count > Evidence.maxShingles {
            limit >>= 1
            sampling += 1
            var kept = 0
            for i in 0..<count {
                entries[kept] = entries[i]
                if UInt64(entries[i]) < limit { kept &+= 1 }
            }
            count = kept
        }
        let sorted = entrySort.sorted(entries, count, uppermost: 32 - sampling, ignoring: 8)
        if count == 0 { return UnsafeBufferPointer(start: sorted, count: 0) }
        var kept = 0
        var last = sorted[0]
        for i in 1..<count {
            let entry = sorted[i]
            if Shingle.hash(last) == Shingle.hash(entry) {
                // The same words twice: a head entry stays one.
                last |= entry & Shingle.headBit
            } else {
                sorted[kept] = last
                kept &+= 1
                last = entry
            }
        }
        sorted[kept] = last
        return UnsafeBufferPointer(start: sorted, count: kept + 1)
    }

    private func makeFacts(
        _ hashes: UnsafeBufferPointer<UInt64>, _ looks: UnsafeBufferPointer<Tokens.Look>
    ) -> (figures: UnsafeBufferPointer<UInt32>, names: UnsafeBufferPointer<UInt32>) {
        let count = hashes.count
        // In capitals throughout, or like a headline: nothing can be told from a capital.
        let (inside, capitals) = Tokens.Look.countInside(looks)
        let hasNames = capitals * 2 < inside
        // Two places before the text and one behind it, so that every word has neighbours.
        let masked = maskedRoom.reserve(count + 3) + 2
        (masked[-2], masked[-1], masked[count]) = (1, 1, 1)
        let marks = markRoom.reserve(count)
        var markCount = 0
        let nameLook: Tokens.Look = hasNames ? .capital : .none
        let filter = calendar.filter.span
        for i in 0..<count {
            let (word, look) = (hashes[i], looks[i])
            masked[i] = word
            marks[markCount] = UInt32(truncatingIfNeeded: i)
            if look.contains(.figure)
                || Calendar.mayHold(word, filter) && calendar.isDayOrMonth(word, isCapital: look.contains(.capital))
            {
                masked[i] = Self.figureMark
                markCount &+= 1
                continue
            }
            // Without a branch: which of the words are names cannot be foreseen.
            let isName: UInt64 = look == nameLook ? 1 : 0
            masked[i] ^= (word ^ Self.nameMark) & (0 &- isName)
            markCount &+= Int(truncatingIfNeeded: isName)
        }
        let (figures, names) = (figureRoom.reserve(markCount), nameRoom.reserve(markCount))
        var (figureCount, nameCount) = (0, 0)
        for mark in 0..<markCount {
            let i = Int(marks[mark])
            let context = Mixing.mix(
                masked[i &- 1] ^ Mixing.k0, Mixing.mix(masked[i &- 2] ^ Mixing.k1, masked[i &+ 1] ^ Mixing.k0))
            let fact =
                UInt32(truncatingIfNeeded: context >> 44) << 12 | UInt32(truncatingIfNeeded: hashes[i] >> 52)
            if masked[i] == Self.figureMark {
                figures[figureCount] = fact
                figureCount &+= 1
            } else {
                names[nameCount] = fact
                nameCount &+= 1
            }
        }
        return (
            Self.settled(figureSort.sorted(figures, figureCount, uppermost: 32, ignoring: 0), figureCount),
            Self.settled(nameSort.sorted(names, nameCount, uppermost: 32, ignoring: 0), nameCount)
        )
    }

    /// Each once, not too many.
    private static func settled(_ facts: UnsafeMutablePointer<UInt32>, _ count: Int) -> UnsafeBufferPointer<UInt32> {
        var kept = 0
        for i in 0..<count where kept == 0 || facts[kept - 1] != facts[i] {
            facts[kept] = facts[i]
            kept += 1
        }
        return UnsafeBufferPointer(start: facts, count: min(kept, Evidence.maxFacts))
    }
}
