import Gzip
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct ShardSetTests {
    private static let limits: Configuration.Shards = {
        var limits = Configuration.Shards()
        limits.records = 10
        return limits
    }()

    private static func chunk(_ lines: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        GzipCompressor(level: 3).appendMember(Array((lines.joined(separator: "\n") + "\n").utf8).span, to: &bytes)
        return bytes
    }

    private static func lines(_ path: String) throws -> [String] {
        var lines: [String] = []
        try ShardReader(path).forEachLine { lines.append(String(decoding: $0, as: UTF8.self)) }
        return lines
    }

    @Test("a shard ends before it would hold too many records, and chunks stay in order")
    func limits() throws {
        let directory = try TemporaryDirectory()
        let shards = try ShardSet(output: directory.path, limits: Self.limits, ledger: Ledger())
        for start in stride(from: 0, to: 40, by: 4) {
            try shards.append(Self.chunk((start..<start + 4).map { "line \($0)" }), records: 4, to: .articles)
        }
        try shards.closeAll()
        let states = try shards.checkpoint()
        #expect(states.map(\.records) == [8, 8, 8, 8, 8])
        #expect(states.allSatisfy { $0.sha256 != nil })
        let all = try states.flatMap { try Self.lines(directory.path + "/" + $0.path) }
        #expect(all == (0..<40).map { "line \($0)" })
    }

    @Test("an interrupted shard goes on at its last commit, whatever was written after it", arguments: [false, true])
    func continuing(wasRenamed: Bool) throws {
        let undisturbed = try TemporaryDirectory()
        let disturbed = try TemporaryDirectory()
        let first = Self.chunk(["a", "b"])
        let second = Self.chunk(["c"])

        let plain = try ShardSet(output: undisturbed.path, limits: Self.limits, ledger: Ledger())
        try plain.append(first, records: 2, to: .rejects)
        try plain.append(second, records: 1, to: .rejects)
        try plain.closeAll()
        let expected = try plain.checkpoint()

        var ledger = Ledger([.opened(contentKey: []), .began(run: 1, inputs: [])])
        do {
            let crashing = try ShardSet(output: disturbed.path, limits: Self.limits, ledger: ledger)
            try crashing.append(first, records: 2, to: .rejects)
            let states = try crashing.checkpoint()
            ledger.apply(.published(run: 1, PublishCommit(segments: 1, duplicates: [:], shards: states)))
            try crashing.append(Self.chunk(["lost"]), records: 1, to: .rejects)
            if wasRenamed { try crashing.closeAll() }
        }
        let resumed = try ShardSet(output: disturbed.path, limits: Self.limits, ledger: ledger)
        try resumed.append(second, records: 1, to: .rejects)
        try resumed.closeAll()
        #expect(try resumed.checkpoint() == expected)
        #expect(try Self.lines(disturbed.path + "/" + expected[0].path) == ["a", "b", "c"])
    }

    @Test("a reader notices a shard that is cut off")
    func cutOff() throws {
        let directory = try TemporaryDirectory()
        let bytes = Self.chunk(["one", "two"])
        for length in 1..<bytes.count {
            try directory.write("part.jsonl.gz", Array(bytes[..<length]))
            #expect(throws: StoreError.self, "cut at \(length)") { try Self.lines(directory.path + "/part.jsonl.gz") }
        }
    }
}
