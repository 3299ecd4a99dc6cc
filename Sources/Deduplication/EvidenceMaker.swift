/// Makes the evidence and the sketch of a text. One per worker: the buffers are reused.
struct EvidenceMaker {
    private var shingles: [UInt64] = []
    private var entries: [UInt32] = []
    private var masked: [UInt64] = []

    /// Words at the beginning of a text that say which story it is.
    static let headWords = 64
    /// Shorter paragraphs are answers, labels, scores.
    static let paragraphWords = 8

    private static let figureMark: UInt64 = 0x23
    private static let nameMark: UInt64 = 0x5E

    mutating func make(_ tokens: Tokens, site: UInt64) -> Evidence {
        var evidence = Evidence()
        guard !tokens.hashes.isEmpty else { return evidence }
        makeShingles(tokens)
        makeEntries(tokens, into: &evidence)
        makeFacts(tokens, into: &evidence)
        makeParagraphs(tokens, site: site, into: &evidence)
        return evidence
    }

    /// Keys of the shingles that `make` saw last: those of the whole text, then those of its head.
    func sketch(_ whole: inout Sketcher, _ head: inout Sketcher, into keys: inout [UInt64]) {
        whole.sketch(shingles.span, into: &keys)
        head.sketch(shingles.span.extracting(first: Self.headWords - Shingle.words + 1), into: &keys)
    }

    private mutating func makeShingles(_ tokens: Tokens) {
        shingles.removeAll(keepingCapacity: true)
        let count = tokens.hashes.count
        let hashes = tokens.hashes.span
        if count < Shingle.words {
            shingles.append((0..<count).reduce(Mixing.k0) { Mixing.mix($0 ^ hashes[$1], Mixing.k1) })
            return
        }
        shingles.reserveCapacity(count)
        for i in 0...(count - Shingle.words) {
            let a = hashes[i] &* 0x9E37_79B9_7F4A_7C15 ^ hashes[i + 1]
            let b = hashes[i + 2] &* 0xC2B2_AE3D_27D4_EB4F ^ hashes[i + 3]
            shingles.append(Mixing.mix(a ^ Mixing.k0, b ^ Mixing.mix(hashes[i + 4], Mixing.k1)))
        }
    }

    private mutating func makeEntries(_ tokens: Tokens, into evidence: inout Evidence) {
        entries.removeAll(keepingCapacity: true)
        entries.reserveCapacity(shingles.count)
        var paragraph = 0
        for i in 0..<shingles.count {
            while paragraph + 1 < tokens.paragraphs.count, tokens.paragraphs[paragraph + 1] <= i { paragraph += 1 }
            let place = UInt32(min(paragraph, Int(Shingle.paragraphMask)))
            let head = i + Shingle.words <= Self.headWords ? Shingle.headBit : 0
            entries.append(UInt32(shingles[i] >> 40) << 8 | head | place)
        }
        var limit = UInt64(1) << 32
        while entries.count > Evidence.maxShingles {
            limit >>= 1
            evidence.sampling += 1
            entries.removeAll { UInt64($0) >= limit }
        }
        entries.sort()
        evidence.shingles.reserveCapacity(entries.count)
        for entry in entries {
            if let last = evidence.shingles.last, Shingle.hash(last) == Shingle.hash(entry) {
                // The same words twice: a head entry stays one.
                evidence.shingles[evidence.shingles.count - 1] = last | entry & Shingle.headBit
            } else {
                evidence.shingles.append(entry)
            }
        }
    }

    private mutating func makeFacts(_ tokens: Tokens, into evidence: inout Evidence) {
        let count = tokens.hashes.count
        var (inside, capitals) = (0, 0)
        for look in tokens.looks where !look.contains(.opensSentence) && !look.contains(.figure) {
            inside += 1
            if look.contains(.capital) { capitals += 1 }
        }
        // In capitals throughout, or like a headline: nothing can be told from a capital.
        let hasNames = capitals * 2 < inside
        masked.removeAll(keepingCapacity: true)
        masked.reserveCapacity(count)
        for i in 0..<count {
            let look = tokens.looks[i]
            if look.contains(.figure) || Calendar.isDayOrMonth(tokens.hashes[i], isCapital: look.contains(.capital)) {
                masked.append(Self.figureMark)
            } else if hasNames, look.contains(.capital), !look.contains(.opensSentence) {
                masked.append(Self.nameMark)
            } else {
                masked.append(tokens.hashes[i])
            }
        }
        for i in 0..<count where masked[i] == Self.figureMark || masked[i] == Self.nameMark {
            let before = i > 0 ? masked[i - 1] : 1
            let beforeThat = i > 1 ? masked[i - 2] : 1
            let after = i + 1 < count ? masked[i + 1] : 1
            let context = Mixing.mix(before ^ Mixing.k0, Mixing.mix(beforeThat ^ Mixing.k1, after ^ Mixing.k0))
            let fact = UInt32(context >> 44) << 12 | UInt32(tokens.hashes[i] >> 52)
            if masked[i] == Self.figureMark { evidence.figures.append(fact) } else { evidence.names.append(fact) }
        }
        Self.settle(&evidence.figures)
        Self.settle(&evidence.names)
    }

    private static func settle(_ facts: inout [UInt32]) {
        facts.sort()
        var kept = 0
        for place in facts.indices where kept == 0 || facts[kept - 1] != facts[place] {
            facts[kept] = facts[place]
            kept += 1
        }
        facts.removeSubrange(min(kept, Evidence.maxFacts)...)
    }

    private func makeParagraphs(_ tokens: Tokens, site: UInt64, into evidence: inout Evidence) {
        for number in tokens.paragraphs.indices.dropFirst() where number < Int(Shingle.paragraphMask) {
            let start = tokens.paragraphs[number]
            let end = number + 1 < tokens.paragraphs.count ? tokens.paragraphs[number + 1] : tokens.hashes.count
            guard end - start >= Self.paragraphWords else { continue }
            var key = site
            for i in start..<end { key = Mixing.mix(key ^ tokens.hashes[i], Mixing.k1) }
            if evidence.paragraphs.contains(where: { $0.key == key }) { continue }
            evidence.paragraphs.append(Evidence.Paragraph(key: key, number: UInt8(number)))
        }
    }
}
