/// Makes the evidence and the sketch of a text. One per worker: the memory is reused.
struct EvidenceMaker: ~Copyable {
    private let shingleRoom = Scratch<UInt64>()
    private let entryRoom = Scratch<UInt32>()
    private let sortRoom = Scratch<UInt32>()
    private let maskedRoom = Scratch<UInt64>()
    private let markRoom = Scratch<UInt32>()
    private let figureRoom = Scratch<UInt32>()
    private let nameRoom = Scratch<UInt32>()
    private let calendar = Calendar()
    private var paragraphs: [Evidence.Paragraph] = []
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
        makeShingles(tokens.hashes)
        let entries = makeEntries(tokens.paragraphs)
        let facts = makeFacts(tokens.hashes, tokens.looks)
        makeParagraphs(tokens, site: site)
        return Evidence.encoded(
            shingles: entries.span, figures: facts.figures.span, names: facts.names.span, paragraphs: paragraphs,
            sampling: sampling)
    }

    private mutating func makeShingles(_ hashes: UnsafeBufferPointer<UInt64>) {
        let count = hashes.count
        let made = shingleRoom.reserve(max(count, 1))
        guard count >= Shingle.words else {
            if count > 0 { made[0] = hashes.reduce(Mixing.k0) { Mixing.mix($0 ^ $1, Mixing.k1) } }
            shingles = UnsafeBufferPointer(start: made, count: min(count, 1))
            return
        }
        let shingleCount = count - Shingle.words + 1
        for i in 0..<shingleCount {
            let a = hashes[i] &* 0x9E37_79B9_7F4A_7C15 ^ hashes[i &+ 1]
            let b = hashes[i &+ 2] &* 0xC2B2_AE3D_27D4_EB4F ^ hashes[i &+ 3]
            made[i] = Mixing.mix(a ^ Mixing.k0, b ^ Mixing.mix(hashes[i &+ 4], Mixing.k1))
        }
        shingles = UnsafeBufferPointer(start: made, count: shingleCount)
    }

    /// The shingles as they are kept: ascending, each once, sampled when there are many.
    private mutating func makeEntries(_ paragraphs: [Int]) -> UnsafeBufferPointer<UInt32> {
        let entries = entryRoom.reserve(shingles.count)
        var count = 0
        for (number, start) in paragraphs.enumerated() {
            let end = number + 1 < paragraphs.count ? paragraphs[number + 1] : shingles.count
            let place = UInt32(min(number, Int(Shingle.paragraphMask)))
            while count < min(end, shingles.count) {
                let head = count &+ Shingle.words <= Self.headWords ? Shingle.headBit : 0
                entries[count] = UInt32(truncatingIfNeeded: shingles[count] >> 40) << 8 | head | place
                count &+= 1
            }
            if start >= shingles.count { break }
        }
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
        SpreadSort.sort(entries, count, sortRoom.reserve(count), uppermost: 32 - sampling, ignoring: 8)
        var kept = 0
        for i in 0..<count {
            if kept > 0, Shingle.hash(entries[kept - 1]) == Shingle.hash(entries[i]) {
                // The same words twice: a head entry stays one.
                entries[kept - 1] |= entries[i] & Shingle.headBit
            } else {
                entries[kept] = entries[i]
                kept += 1
            }
        }
        return UnsafeBufferPointer(start: entries, count: kept)
    }

    private func makeFacts(
        _ hashes: UnsafeBufferPointer<UInt64>, _ looks: UnsafeBufferPointer<Tokens.Look>
    ) -> (figures: UnsafeBufferPointer<UInt32>, names: UnsafeBufferPointer<UInt32>) {
        let count = hashes.count
        var (inside, capitals) = (0, 0)
        for look in looks where look.isDisjoint(with: [.opensSentence, .figure]) {
            inside &+= 1
            if look.contains(.capital) { capitals &+= 1 }
        }
        // In capitals throughout, or like a headline: nothing can be told from a capital.
        let hasNames = capitals * 2 < inside
        // Two places before the text and one behind it, so that every word has neighbours.
        let masked = maskedRoom.reserve(count + 3) + 2
        (masked[-2], masked[-1], masked[count]) = (1, 1, 1)
        let marks = markRoom.reserve(count)
        var markCount = 0
        for i in 0..<count {
            let look = looks[i]
            var word = hashes[i]
            if look.contains(.figure) || calendar.isDayOrMonth(word, isCapital: look.contains(.capital)) {
                word = Self.figureMark
            } else if hasNames, look.intersection([.capital, .opensSentence]) == .capital {
                word = Self.nameMark
            }
            masked[i] = word
            if word == Self.figureMark || word == Self.nameMark {
                marks[markCount] = UInt32(truncatingIfNeeded: i)
                markCount &+= 1
            }
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
        return (settled(figures, figureCount), settled(names, nameCount))
    }

    /// Ascending, each once, not too many.
    private func settled(_ facts: UnsafeMutablePointer<UInt32>, _ count: Int) -> UnsafeBufferPointer<UInt32> {
        SpreadSort.sort(facts, count, sortRoom.reserve(count), uppermost: 32, ignoring: 0)
        var kept = 0
        for i in 0..<count where kept == 0 || facts[kept - 1] != facts[i] {
            facts[kept] = facts[i]
            kept += 1
        }
        return UnsafeBufferPointer(start: facts, count: min(kept, Evidence.maxFacts))
    }

    private mutating func makeParagraphs(_ tokens: borrowing Tokens, site: UInt64) {
        paragraphs.removeAll(keepingCapacity: true)
        paragraphs.append(.site(site))
        let hashes = tokens.hashes
        for number in tokens.paragraphs.indices.dropFirst() where number < Int(Shingle.paragraphMask) {
            let start = tokens.paragraphs[number]
            let end = number + 1 < tokens.paragraphs.count ? tokens.paragraphs[number + 1] : hashes.count
            guard end - start >= Self.paragraphWords else { continue }
            var key = site
            for i in start..<end { key = Mixing.mix(key ^ hashes[i], Mixing.k1) }
            if paragraphs.contains(where: { $0.key == key }) { continue }
            paragraphs.append(Evidence.Paragraph(key: key, number: UInt8(number)))
        }
    }
}
