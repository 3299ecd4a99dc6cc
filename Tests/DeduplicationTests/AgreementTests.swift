import Model
import TestSupport
import Testing

@testable import Deduplication

/// What is made fast is checked against what is made plainly.
@Suite struct AgreementTests {
    @Test("plain words are read as the general way reads them", arguments: 0..<300 as Range<UInt64>)
    func words(seed: UInt64) {
        var random = SplitMix(state: seed)
        let pieces = [
            "a", "Of", "sevenup", "EightBit", "ninetimes", "fifteenletters", "sixteenletterss", " ", " ", " ", ", ",
            ". ",
            "\n", "'", "'s", "\"", "1", "2.5", ",5", "67", ".", ",8", "é", "Ünal", "中", "’", "\u{AD}", "-", "?",
            "\u{0}",
            "x",
        ]
        let count = Int.random(in: 0...80, using: &random)
        let text = Array((0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined().utf8)
        var tokens = Tokens()
        tokens.read(text.span)
        var (hashes, looks, paragraphs): ([UInt64], [Tokens.Look], [Int]) = ([], [], [])
        var room = [UInt8](repeating: 0, count: text.count * 2 + 2 * Reading.margin)
        let folded = text.withUnsafeBufferPointer { text in
            room.withUnsafeMutableBufferPointer { room in
                var reading = Reading(text: text, folded: room)
                while reading.next() {
                    if reading.opensParagraph { paragraphs.append(hashes.count) }
                    hashes.append(reading.hash)
                    looks.append(reading.look)
                }
                return Array(room[Reading.margin..<reading.end])
            }
        }
        #expect(Array(tokens.hashes) == hashes && Array(tokens.looks) == looks, "seed \(seed)")
        #expect(Array(tokens.paragraphs) == paragraphs && Array(tokens.folded) == folded, "seed \(seed)")
    }

    @Test("a hash does not depend on how the bytes are at hand", arguments: 0...40)
    func hashes(length: Int) {
        var random = SplitMix(state: UInt64(length))
        let bytes = (0..<length + 16).map { _ in UInt8.random(in: 0...255, using: &random) }
        let hash = Mixing.hash(Array(bytes[8..<8 + length]).span)
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return }
            #expect(Mixing.hash(base, from: 8, to: 8 + length) == hash)
            func word(_ place: Int) -> UInt64 {
                UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            }
            if length < 8 { #expect(Mixing.hash(word(8), count: length) == hash) }
            if (8..<16).contains(length) { #expect(Mixing.hash(word(8), then: word(16), count: length - 8) == hash) }
        }
    }

    @Test("looks are counted alike by eights and one by one", arguments: 0..<40)
    func looks(count: Int) {
        var random = SplitMix(state: UInt64(count))
        let looks = (0..<count).map { _ in Tokens.Look(rawValue: UInt8.random(in: 0..<8, using: &random)) }
        let found = looks.withUnsafeBufferPointer { Tokens.Look.countInside($0) }
        let inside = looks.filter { $0.isDisjoint(with: [.figure, .opensSentence]) }
        #expect(found.inside == inside.count && found.capitals == inside.count { $0.contains(.capital) })
    }

    @Test("every day and month passes the filter, and few other words")
    func calendar() {
        let calendar = Calendar()
        let hashes = ["monday", "märz", "may", "июня", "août"].map { Mixing.hash(Array($0.utf8).span) }
        for hash in hashes {
            #expect(Calendar.mayHold(hash, calendar.filter.span) && calendar.isDayOrMonth(hash, isCapital: true))
        }
        #expect(
            !calendar.isDayOrMonth(hashes[2], isCapital: false) && calendar.isDayOrMonth(hashes[4], isCapital: false))
        var random = SplitMix(state: 1)
        let passing = (0..<10_000).count { _ in
            Calendar.mayHold(UInt64.random(in: 0...UInt64.max, using: &random), calendar.filter.span)
        }
        #expect(passing < 600)
    }

    @Test("words are sorted by all of their bits, also where the upper ones agree", arguments: [0, 1, 2, 300, 5000])
    func radix(count: Int) {
        var random = SplitMix(state: UInt64(count))
        for bits in [64, 30, 8] as [UInt64] {
            let words = (0..<count).map { _ in
                UInt64.random(in: 0...UInt64.max, using: &random) << (64 - bits)
                    | UInt64.random(in: 0..<4, using: &random)
            }
            var sorted = words
            RadixSort.sort(&sorted)
            #expect(sorted == words.sorted())
            var rows = words.enumerated().map { (key: $0.element, value: UInt64($0.offset)) }
            RadixSort.sort(&rows)
            #expect(rows.map(\.key) == words.sorted())
            #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.key < $1.key || $0.value < $1.value })
        }
    }

    @Test("a likeness is what the sets of shingles say", arguments: 0..<60 as Range<UInt64>)
    func likeness(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let pool = (0..<60).map { _ in UInt32.random(in: 0..<(1 << 24), using: &random) }
        func evidence(_ sampling: Int) throws -> (Evidence, [UInt32: Bool]) {
            var heads: [UInt32: Bool] = [:]
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let hash = pool.randomElement(using: &random) ?? 0
                if UInt64(hash) << UInt64(sampling) < 1 << 24 { heads[hash] = Bool.random(using: &random) }
            }
            let entries = heads.keys.sorted().map { $0 << 8 | ((heads[$0] ?? false) ? Shingle.headBit : 0) }
            let bytes = Evidence.encoded(
                shingles: entries.span, figures: [UInt32]().span, names: [UInt32]().span,
                paragraphs: [Evidence.Paragraph]().span, sampling: sampling)
            return (try Evidence(decoding: bytes), heads)
        }
        let samplings = (Int.random(in: 0...1, using: &random), Int.random(in: 0...1, using: &random))
        let (one, other) = (try evidence(samplings.0), try evidence(samplings.1))
        let common = seed % 3 == 0 ? Array(Set(pool.prefix(20)).sorted()) : []
        let sampling = max(samplings.0, samplings.1)
        func kept(_ heads: [UInt32: Bool]) -> [UInt32: Bool] {
            heads.filter { UInt64($0.key) << UInt64(sampling) < 1 << 24 && !common.contains($0.key) }
        }
        let (x, y) = (kept(one.1), kept(other.1))
        let shared = Set(x.keys).intersection(y.keys)
        func head(_ heads: [UInt32: Bool]) -> Double {
            let all = heads.filter(\.value).keys
            return all.isEmpty ? 0 : Double(all.count { shared.contains($0) }) / Double(all.count)
        }
        var expected = Likeness(Evidence(), Evidence())
        expected.smaller = min(x.count, y.count) << sampling
        if expected.smaller > 0 {
            expected.jaccard = Double(shared.count) / Double(Set(x.keys).union(y.keys).count)
            expected.containment = Double(shared.count) / Double(min(x.count, y.count))
            expected.head = max(head(x), head(y))
        }
        #expect(Likeness(one.0, other.0, without: common) == expected, "seed \(seed)")
    }

    @Test("a table keeps what a dictionary keeps", arguments: 0..<20 as Range<UInt64>)
    func keyTable(seed: UInt64) {
        var random = SplitMix(state: seed)
        var table = KeyTable(capacity: 0)
        var plain: [UInt64: UInt64] = [:]
        for _ in 0..<500 {
            let key = UInt64.random(in: 0..<100, using: &random)
            var before: UInt64?
            table.update(key) {
                before = $0
                return ($0 ?? 0) + 3
            }
            #expect(before == plain[key])
            plain[key, default: 0] += 3
        }
        #expect(table.count == plain.count && plain.allSatisfy { table[$0.key] == $0.value })
    }
}
