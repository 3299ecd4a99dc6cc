import Model
import Testing

@testable import Deduplication

@Suite struct DeduplicatorTests {
    /// A document by its text and URL; equal numbers are equal hashes, URL 0 is none.
    private struct Document {
        var text: UInt64
        var url: UInt64
    }

    private static func hash(_ number: UInt64) -> RecordID {
        // Spread over the key space, as real hashes are.
        number == 0
            ? RecordID(high: 0, low: 0) : RecordID(high: number &* 0x9E37_79B9_7F4A_7C15, low: number)
    }

    private static func id(_ document: Int) -> RecordID { RecordID(high: 77, low: UInt64(document)) }

    private static func feed(_ documents: [Document], first: Int) -> Deduplicator.Documents {
        { visit in
            for (place, document) in documents.enumerated() {
                try visit(
                    first + place,
                    Fingerprint(id: id(first + place), text: hash(document.text), url: hash(document.url)))
            }
        }
    }

    private static func run(
        _ documents: [Document], first: Int = 0, tables: [Key: [[UInt8]]] = [:], memory: Int = 1 << 20
    ) throws -> (decisions: [Decision], tables: [Key: [UInt8]]) {
        let deduplicator = Deduplicator(rules: .init(), documents: documents.count, memory: memory)
        func open(_ key: Key) -> [IndexTable] {
            (tables[key] ?? []).map { bytes in
                IndexTable(bytes: bytes.count) { Array(bytes[$0..<$0 + $1]) }
            }
        }
        let feed = feed(documents, first: first)
        let decisions = try deduplicator.decide(feed, index: [.text: open(.text), .url: open(.url)])
        var made: [Key: [UInt8]] = [:]
        for key in Key.allCases {
            var bytes: [UInt8] = []
            try deduplicator.makeTable(key, feed, decisions: decisions, index: open(key)) { bytes += $0 }
            made[key] = bytes
        }
        return (decisions, made)
    }

    @Test("the first document leads; what repeats its text or address follows, with the right kind")
    func kinds() throws {
        let documents = [
            Document(text: 1, url: 1), Document(text: 1, url: 2), Document(text: 1, url: 1), Document(text: 2, url: 1),
            Document(text: 2, url: 0), Document(text: 3, url: 0),
        ]
        let decisions = try Self.run(documents).decisions
        #expect(
            decisions == [
                Decision(document: 1, kind: .exact, leader: Self.id(0)),
                Decision(document: 2, kind: .url, leader: Self.id(0)),
                Decision(document: 3, kind: .revision, leader: Self.id(0)),
                // Its text was first seen in a revision, whose leader it joins: leaders are published.
                Decision(document: 4, kind: .exact, leader: Self.id(0)),
            ])
    }

    @Test("runs one after the other decide as one run over all, whatever the memory", arguments: 0..<20)
    func incremental(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let documents = (0..<300).map { _ in
            Document(text: .random(in: 1...150, using: &random), url: .random(in: 0...150, using: &random))
        }
        let whole = try Self.run(documents).decisions
        #expect(try Self.run(documents, memory: 1 << 10).decisions == whole, "partitions (seed \(seed))")

        var decisions: [Decision] = []
        var tables: [Key: [[UInt8]]] = [:]
        var first = 0
        while first < documents.count {
            let count = min(Int.random(in: 1...90, using: &random), documents.count - first)
            let night = try Self.run(Array(documents[first..<first + count]), first: first, tables: tables)
            decisions += night.decisions
            for key in Key.allCases { tables[key, default: []].append(night.tables[key] ?? []) }
            first += count
        }
        #expect(decisions == whole, "nights (seed \(seed))")
    }

    @Test("every leader is a document that is published itself", arguments: 0..<10)
    func leadersArePublished(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let documents = (0..<200).map { _ in
            Document(text: .random(in: 1...40, using: &random), url: .random(in: 0...40, using: &random))
        }
        let decisions = try Self.run(documents).decisions
        let dropped = Set(decisions.map { Self.id($0.document) })
        #expect(decisions.allSatisfy { !dropped.contains($0.leader) }, "seed \(seed)")
    }

    @Test(
        "a URL is known by what does not vary, a bare site not at all",
        arguments: [
            ("https://www.a.example/x/", "a.example/x"), ("http://a.example/x", "a.example/x"),
            ("https://a.example", nil), ("https://a.example/", nil), ("https://a.example/?p=1", "a.example/?p=1"),
        ] as [(String, String?)])
    func urls(url: String, identity: String?) {
        #expect(Fingerprinter.identity(of: url).map { String(decoding: $0, as: UTF8.self) } == identity)
    }
}

/// Steele, Lea, Flood: "Fast splittable pseudorandom number generators".
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
