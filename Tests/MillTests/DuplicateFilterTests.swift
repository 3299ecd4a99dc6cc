import Model
import Store
import Synchronization
import Testing
import Text

@testable import Mill

@Suite struct DuplicateFilterTests {
    private static func verdicts(_ filter: DuplicateFilter, _ names: [String]) throws -> (
        lines: [String], articles: Int
    ) {
        let lines = Mutex<[UInt8]>([])
        let articles = try filter.run(names, write: { bytes in lines.withLock { $0 += bytes } }, note: { _ in })
        let text = lines.withLock { String(decoding: $0, as: UTF8.self) }
        return (text.split(separator: "\n").map(String.init), articles)
    }

    /// The keys that tell what a record repeats.
    private static func judgement(_ record: JSONValue) -> [String?] {
        ["id", "duplicate_of", "kind", "rule", "revises"].map { record[$0]?.string }
            + ["similarity", "containment"].map { record[$0]?.double.map { "\($0)" } }
    }

    @Test("every record is judged as the next run decides, and the archive stays as it is")
    func asRunDecides() throws {
        let lines = ClusterTests.lines
        let workspace = try Workspace()
        try workspace.write("1.jsonl", Array(lines[..<31]))
        try workspace.run()
        let before = try workspace.published()
        try workspace.write("2.jsonl", Array(lines[31...]) + ["{\"text\": "])
        let filter = try DuplicateFilter(workspace.configuration, against: workspace.configuration.output)
        #expect(filter.differences.isEmpty)
        let (found, articles) = try Self.verdicts(filter, ["\(workspace.path)/in/2.jsonl"])
        #expect(try workspace.published() == before)
        #expect(articles == 29 && found.count == 30)
        #expect(found[29].contains(#""verdict":"reject""#))

        let known = try Set(workspace.lines(.articles).map { try JSONValue(parsing: Array($0.utf8))["id"]?.string })
        let records = try found.map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(records.compactMap { $0["source"]?["ordinal"]?.integer } == Array(0..<30))
        try workspace.run()
        let decided = try workspace.lines(.duplicates).map { try JSONValue(parsing: Array($0.utf8)) }
            .filter { $0["source"]?["file"]?.string?.hasSuffix("2.jsonl") == true }
        let duplicates = records.filter { $0["verdict"]?.string == "duplicate" }
        #expect(duplicates.map(Self.judgement) == decided.map(Self.judgement))
        #expect(duplicates.count >= 15)
        for record in duplicates {
            #expect((record["found_in"]?.string == "archive") == known.contains(record["duplicate_of"]?.string))
        }
    }

    @Test("verdicts depend neither on workers nor on how many records fit in memory", arguments: [1, 2, 4])
    func batches(workers: Int) throws {
        let lines = ClusterTests.lines
        let workspace = try Workspace()
        try workspace.write("1.jsonl", Array(lines[..<20]))
        try workspace.run()
        try workspace.write("2.jsonl", Array(lines[20...]))
        let whole = try DuplicateFilter(workspace.configuration, against: workspace.configuration.output)
        let expected = try Self.verdicts(whole, ["\(workspace.path)/in/2.jsonl"])
        workspace.configuration.workers = workers
        workspace.configuration.resources.segmentRecords = 7
        let batches = try DuplicateFilter(
            workspace.configuration, against: workspace.configuration.output, batchBytes: 1)
        let found = try Self.verdicts(batches, ["\(workspace.path)/in/2.jsonl"])
        #expect(found.lines == expected.lines)
        #expect(found.articles == 40)
    }

    @Test("articles that are judged at once are as many as memory has room for")
    func manyBatches() throws {
        let workspace = try Workspace()
        for file in 0..<8 { try workspace.write("\(file).jsonl", ClusterTests.lines) }
        let whole = try DuplicateFilter(workspace.configuration, against: nil)
        let expected = try Self.verdicts(whole, [workspace.path + "/in"])
        #expect(expected.articles == 8 * ClusterTests.lines.count)
        workspace.configuration.resources.segmentRecords = 50
        workspace.configuration.resources.memory = 1 << 20
        let small = try DuplicateFilter(workspace.configuration, against: nil, batchBytes: .max)
        #expect(try Self.verdicts(small, [workspace.path + "/in"]) == expected)
    }

    @Test("an error of judging ends the filter, be it while records are read or after them", arguments: [1, 3])
    func errors(workers: Int) throws {
        let workspace = try Workspace()
        try workspace.write("1.jsonl", Array(ClusterTests.lines[..<20]))
        try workspace.run()
        for file in 2..<6 { try workspace.write("\(file).jsonl", ClusterTests.lines) }
        workspace.configuration.workers = workers
        workspace.configuration.resources.segmentRecords = 7
        let tables = workspace.configuration.output + "/" + Layout.index("tables.idx", run: 1)
        let whole = try Disk.read(tables)
        var damaged = whole
        damaged[whole.count / 3] ^= 0x55
        try Disk.replace(tables, with: damaged)
        func verdicts(_ name: String) throws {
            let filter = try DuplicateFilter(
                workspace.configuration, against: workspace.configuration.output, batchBytes: 1)
            _ = try Self.verdicts(filter, ["\(workspace.path)/in/\(name)"])
        }
        let early = #expect(throws: (any Error).self) { try verdicts("") }
        #expect("\(early as Any)".contains("damaged"))
        workspace.configuration.resources.segmentRecords = 100
        let late = #expect(throws: (any Error).self) { try verdicts("1.jsonl") }
        #expect("\(late as Any)".contains("damaged"))
    }

    @Test("without an archive the records are compared with each other")
    func alone() throws {
        let workspace = try Workspace()
        try workspace.write("1.jsonl", ClusterTests.lines)
        let found = try Self.verdicts(DuplicateFilter(workspace.configuration, against: nil), [workspace.path + "/in"])
        #expect(found.lines.filter { $0.contains(#""found_in":"input""#) }.count >= 35)
        #expect(throws: StoreError.self) {
            try DuplicateFilter(workspace.configuration, against: workspace.path + "/nowhere")
        }
    }

    @Test("other settings that shape texts are named")
    func differences() throws {
        let workspace = try Workspace()
        try workspace.write("1.jsonl", ClusterTests.lines)
        try workspace.run()
        workspace.configuration.normalize.repeatedParagraphs.toggle()
        workspace.configuration.dedupe.similarity = 0.5
        let filter = try DuplicateFilter(workspace.configuration, against: workspace.configuration.output)
        #expect(filter.differences.count == 1)
    }
}
