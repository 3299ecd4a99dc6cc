import Model
import Store
import Testing
import Text

@testable import Mill

/// Boilerplate of sites on its way through the whole program.
@Suite struct BoilerplateTests {
    private static let footer = [
        "Sign up for the letter of the Marlow Herald and get the news of the river every morning at seven.",
        "The Marlow Herald is printed by Anselm Rourke in Marlow and follows the rules of the press council.",
    ]

    /// Stories over a footer; every fourth is a copy of the one before.
    private static func lines(_ numbers: Range<Int>, footer: [String] = footer) -> [String] {
        numbers.map { ClusterTests.line($0, ClusterTests.story($0 % 4 == 3 ? $0 - 1 : $0) + footer) }
    }

    private static func workspace() throws -> Workspace {
        let workspace = try Workspace()
        workspace.configuration.dedupe.cutBoilerplate = true
        return workspace
    }

    private static func records(_ workspace: Workspace, _ kind: ShardKind) throws -> [JSONValue] {
        try workspace.lines(kind).map { try JSONValue(parsing: Array($0.utf8)) }
    }

    @Test("articles and copies are published without it, under their ids, and the cut is counted everywhere")
    func published() throws {
        let (cut, whole) = (try Self.workspace(), try Workspace())
        for workspace in [cut, whole] {
            try workspace.write("a.jsonl", Self.lines(0..<40))
            try inside(workspace) { try workspace.run() }
        }
        for kind in [ShardKind.articles, .duplicates] {
            let (without, with) = (try Self.records(cut, kind), try Self.records(whole, kind))
            #expect(without.count == (kind == .articles ? 30 : 10))
            #expect(without.map { $0["id"]?.string } == with.map { $0["id"]?.string })
            for (a, b) in zip(without, with) {
                let (text, before) = (try #require(a["text"]?.string), try #require(b["text"]?.string))
                #expect(text + "\n" + Self.footer.joined(separator: "\n") == before)
                #expect(a["repairs"]?["boilerplate_paragraphs"]?.integer == 2)
                #expect(b["repairs"]?["boilerplate_paragraphs"] == nil)
                let scalars = Array(text.unicodeScalars)
                for mention in (a["entities"]?.elements ?? []).flatMap({ $0["mentions"]?.elements ?? [] }) {
                    let (start, end) = (try #require(mention["start"]?.integer), try #require(mention["end"]?.integer))
                    #expect(String(String.UnicodeScalarView(scalars[start..<end])) == mention["text"]?.string)
                }
                let names = (a["entities"]?.elements ?? []).compactMap { $0["name"]?.string }
                #expect(!names.contains { $0.contains("Rourke") })
            }
        }
        let counts = try #require(try Ledger(of: cut.configuration.output).finished.first?.boilerplate)
        #expect(counts.records == 40 && counts.paragraphs == 80 && counts.learned == 2 && counts.published == 0)
        #expect(try OutputStatus(cut.configuration).lines.contains { $0.hasPrefix("80 boilerplate paragraphs cut") })
        #expect(try Ledger(of: whole.configuration.output).finished.first?.boilerplate == nil)
        #expect(try Verification(cut.configuration.output, depth: .lines).problems.isEmpty)
    }

    @Test("the bytes depend neither on workers nor on memory nor on the order of the files")
    func determinism() throws {
        var expected: [String: [UInt8]]?
        for (workers, memory, order) in [
            (1, 64 << 20, [0, 1, 2]), (2, 512 << 20, [2, 0, 1]), (4, 64 << 20, [1, 2, 0]),
        ] {
            let workspace = try Self.workspace()
            workspace.configuration.workers = workers
            workspace.configuration.resources.memory = memory
            workspace.configuration.resources.segmentRecords = 7
            workspace.configuration.limits.maxRecordBytes = 1 << 20
            for file in order { try workspace.write("\(file).jsonl", Self.lines(file * 12..<file * 12 + 12)) }
            try inside(workspace) { try workspace.run() }
            let bytes = try workspace.published()
            if let expected { #expect(bytes == expected, "\(workers) workers") } else { expected = bytes }
        }
    }

    @Test("nights add up: later records lose what earlier ones taught, and the run tells what earlier ones published")
    func nights() throws {
        let workspace = try Self.workspace()
        for night in 0..<4 {
            try workspace.write("\(night).jsonl", Self.lines(night * 4..<night * 4 + 4))
            try workspace.run()
        }
        let counts = try Ledger(of: workspace.configuration.output).finished.compactMap(\.boilerplate)
        // Three stories a night: the third night makes it nine.
        #expect(counts.map(\.records) == [0, 0, 4, 4])
        #expect(counts.map(\.learned) == [0, 0, 2, 0])
        #expect(counts.map(\.published) == [0, 0, 12, 0])
        let texts = try Self.records(workspace, .articles).map { $0["text"]?.string ?? "" }
        #expect(
            texts.map { $0.contains("Sign up") } == Array(repeating: true, count: 6) + Array(repeating: false, count: 6)
        )
        #expect(try workspace.run().isIdle)
    }

    @Test("what a record lost is shown as long as its file is there")
    func explanation() throws {
        let workspace = try Self.workspace()
        try workspace.write("a.jsonl", Self.lines(0..<12))
        try workspace.run()
        let output = workspace.configuration.output
        let file = workspace.configuration.inputs[0] + "/a.jsonl"
        let record = try #require(try RecordExplanation.all(.place(file: file, ordinal: 5), in: output).first)
        #expect(record.cutParagraphs == 2)
        #expect(CutParagraphs.of(record, workspace.configuration) == Self.footer)
        try workspace.write("a.jsonl", Self.lines(20..<32))
        #expect(CutParagraphs.of(record, workspace.configuration) == nil)
    }

    @Test("a setting that does nothing is told")
    func warning() {
        var configuration = Configuration()
        configuration.dedupe.cutBoilerplate = true
        #expect(DuplicateSettings(configuration).warning == nil)
        configuration.dedupe.near = false
        #expect(DuplicateSettings(configuration).warning?.contains("dedupe.cut_boilerplate") == true)
    }
}

extension Run.Outcome {
    fileprivate var isIdle: Bool { if case .finished(let runs) = self { runs.isEmpty } else { false } }
}
