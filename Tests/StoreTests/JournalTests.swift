import Model
import TestSupport
import Testing

@testable import Store

@Suite struct JournalTests {
    private static let commits: [Commit] = [
        .opened(contentKey: Array("{\"a\":\"ü\"}".utf8)),
        .began(run: 1, inputs: [PlannedInput(file: "d/ä \"x\".gz", size: 10, modified: 1_700_000_000_123_456_789)]),
        .ingested(run: 1, .sample(0)),
        .ingestEnded(run: 1, segments: 1),
        .decided(
            run: 1, file: StoredFile(path: "work/x", bytes: 25, sha256: "00"), duplicates: 1, boilerplate: nil,
            index: [StoredFile(path: "index/x", bytes: 1, sha256: "cd")]),
        .decided(
            run: 2, file: StoredFile(path: "work/x", bytes: 25, sha256: "00"), duplicates: 0,
            boilerplate: .sample, index: []),
        .published(
            run: 1,
            PublishCommit(
                segments: 1, duplicates: [0: 1],
                shards: [
                    ShardState(kind: .articles, number: 0, path: "articles/p", records: 2, bytes: 99, sha256: "ab")
                ])),
        .finished(run: 1),
        .abandoned(run: 2),
    ]

    private func filled(_ directory: TemporaryDirectory) throws -> String {
        let path = directory.path + "/journal.jsonl"
        let journal = try Journal.open(path).journal
        for commit in Self.commits { try journal.append(commit) }
        return path
    }

    @Test("every commit comes back as it went in")
    func roundTrip() throws {
        let directory = try TemporaryDirectory()
        #expect(try Journal.commits(try filled(directory)) == Self.commits)
    }

    @Test("a journal cut anywhere holds the commits whose lines are whole, and goes on from there")
    func cutAnywhere() throws {
        let directory = try TemporaryDirectory()
        let whole = try Disk.read(try filled(directory))
        for length in 0..<whole.count {
            let cut = Array(whole[..<length])
            try directory.write("cut", cut)
            let lines = cut.count { $0 == 0x0A }
            let (journal, commits) = try Journal.open(directory.path + "/cut")
            #expect(commits == Array(Self.commits[..<lines]), "cut at byte \(length)")
            try journal.append(.finished(run: 9))
            #expect(
                try Journal.commits(directory.path + "/cut") == commits + [.finished(run: 9)], "cut at byte \(length)")
        }
    }

    @Test("a flipped bit is never taken for a commit")
    func flippedBits() throws {
        let directory = try TemporaryDirectory()
        let whole = try Disk.read(try filled(directory))
        for place in whole.indices {
            var flipped = whole
            flipped[place] ^= 1 << UInt8(place % 8)
            try directory.write("flipped", flipped)
            let line = whole[..<place].count { $0 == 0x0A }
            // Damage in the last line looks like a torn one: the commits before it stand. Elsewhere it is an error.
            guard let commits = try? Journal.commits(directory.path + "/flipped") else { continue }
            #expect(commits == Array(Self.commits[..<line]), "flip at byte \(place)")
            // Without the line feed between them, the last two lines are one.
            let last = Self.commits.count - (whole[place] == 0x0A ? 2 : 1)
            #expect(line >= last, "flip at byte \(place) was passed over")
        }
    }
}

extension BoilerplateCommit {
    static var sample: BoilerplateCommit {
        var counts = BoilerplateCounts()
        (counts.records, counts.paragraphs, counts.learned, counts.published) = (3, 5, 2, 7)
        return BoilerplateCommit(file: StoredFile(path: "work/b", bytes: 72, sha256: "ee"), counts: counts)
    }
}

extension SegmentCommit {
    static func sample(_ number: Int) -> SegmentCommit {
        var tally = Tally()
        tally.records = 5
        tally.articles = 3
        tally.rejects = 2
        tally.auxiliary = ["request": 4, "warcinfo": 1]
        return SegmentCommit(
            number: number, file: SpoolFile(path: "work/s\(number)", bytes: 77, crc32: .max), articles: 3, rejects: 2,
            end: Position(input: 1, ordinal: 0), tallies: [0: tally, 1: Tally()],
            completed: [0: FileIdentity(size: 10, modified: 5, sha256: "aa")], unreadable: [1])
    }
}
