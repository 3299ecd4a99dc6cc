import Testing

@testable import Entities

/// The small parts of the tagger that can be told right from wrong by themselves.
@Suite struct TaggerPartsTests {
    @Test func `the best path is that of trying every path`() {
        var random = SplitMix(seed: 5)
        var transitions = [Int16]()
        for _ in 0..<Transitions.count { transitions.append(Int16(random.below(41)) - 20) }
        let steps = Transitions(transitions)
        var viterbi = Viterbi()
        for _ in 0..<200 {
            let scores = (0..<3).map { _ in (0..<16).map { _ in Int16(random.below(101)) - 60 } }
            var found: [UInt8] = []
            viterbi.labels(scores.map { LabelScores($0) }, steps) { found = $0 }
            var best = Int.min
            for a in 0...16 {
                for b in 0...16 {
                    for c in 0...16 {
                        best = max(best, Self.value([a, b, c].map { UInt8($0) }, scores, transitions) ?? best)
                    }
                }
            }
            #expect(Self.value(found, scores, transitions) == best)
        }
    }

    /// The score of a path; nil for one that BILOU forbids.
    static func value(_ path: [UInt8], _ scores: [[Int16]], _ transitions: [Int16]) -> Int? {
        var last = Label.outside
        var sum = 0
        for (place, label) in (path + [Label.outside]).enumerated() {
            if !(last == Label.outside && label == Label.outside) {
                guard let step = Transitions.place(from: last, to: label) else { return nil }
                sum += Int(transitions[step])
            }
            if label != Label.outside { sum += Int(scores[place][Int(label)]) }
            last = label
        }
        return sum
    }

    @Test func `a row of weights is added up label by label`() {
        var random = SplitMix(seed: 8)
        let rows = (0..<40).map { _ in (0..<16).map { _ in Int8(random.below(256) - 128) } }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 16)
        defer { memory.deallocate() }
        var sum = LabelSum.zero
        for row in rows {
            row.withUnsafeBytes { memory.copyMemory(from: $0) }
            if let base = memory.baseAddress { sum &+= LabelSum(row: base) }
        }
        let scores = LabelScores(sum)
        for (part, four) in [scores.begin, scores.inside, scores.last, scores.unit].enumerated() {
            for type in 0..<4 {
                #expect(Int(four[type]) == rows.reduce(0) { $0 + Int($1[part * 4 + type]) })
            }
        }
        #expect(Slot.count == Slot.allCases.count)
    }

    @Test(arguments: [
        ("Ä", true), ("ä", false), ("Ž", true), ("ž", false), ("Ÿ", true), ("İ", true), ("Ł", true), ("ł", false),
        ("Ж", true),
        ("ж", false), ("Ω", true), ("ω", false), ("×", false), ("日", false), ("A", true), ("z", false),
    ])
    func `case of letters beyond ASCII`(letter: String, isUpper: Bool) {
        let bytes = Array(letter.utf8)
        #expect(bytes.withUnsafeBufferPointer { LetterCase.isUpper($0, 0) } == isUpper)
        var lower: [UInt8] = []
        bytes.withUnsafeBufferPointer { LetterCase.lower($0, into: &lower) }
        if isUpper && letter != "İ" { #expect(String(decoding: lower, as: UTF8.self) == letter.lowercased()) }
    }

    @Test func `tables give back what was put in, and nothing else`() throws {
        var entries: [UInt64: PhraseTable.Entry] = [:]
        var random = SplitMix(seed: 9)
        for _ in 0..<500 {
            entries[random.next()] = .init(lists: UInt16(1 + random.below(1000)), isPrefix: random.below(2) == 0)
        }
        let bytes = PhraseTable.encode(entries)
        try bytes.withUnsafeBytes { raw in
            let base = try #require(raw.baseAddress)
            let table = try #require(PhraseTable(base, bytes: raw.count))
            for (hash, entry) in entries { #expect(table.find(hash) == entry) }
            for _ in 0..<500 { #expect(table.find(random.next()) == PhraseTable.Entry()) }
        }
    }

    @Test func `words that may be alike are never ruled out`() {
        var random = SplitMix(seed: 4)
        for _ in 0..<2000 {
            let words = (0..<2).map { _ in (0..<1 + random.below(9)).map { _ in UInt8(97 + random.below(4)) } }
            let likeness = JaroWinkler.similarity(words[0], words[1])
            #expect(JaroWinkler.mayReach(likeness, words[0], words[1]), "\(words)")
        }
    }

    @Test(arguments: [("rodricks", "rodriguez", 0.8...0.9), ("smith", "smith", 1...1), ("smith", "jones", 0...0.5)])
    func `likeness of words`(a: String, b: String, range: ClosedRange<Double>) {
        #expect(range.contains(JaroWinkler.similarity(Array(a.utf8), Array(b.utf8))))
        #expect(
            JaroWinkler.similarity(Array(b.utf8), Array(a.utf8)) == JaroWinkler.similarity(Array(a.utf8), Array(b.utf8))
        )
    }
}
