import Model
import TestSupport
import Testing

@testable import Store

@Suite struct OutputDirectoryTests {
    private static let key = Configuration().contentKey()

    @Test("a second owner is turned away and told who the first is")
    func locked() throws {
        let directory = try TemporaryDirectory()
        let first = try OutputDirectory(path: directory.path, contentKey: Self.key, fresh: false)
        do {
            _ = try OutputDirectory(path: directory.path, contentKey: Self.key, fresh: false)
            Issue.record("two owners")
        } catch {
            guard case .locked(_, let holder) = error else { throw error }
            #expect(holder.contains("process"))
        }
        #expect(Lock.holder(of: first.path) != nil)
    }

    @Test("a directory that is not ours is refused, also with --fresh, and left alone", arguments: [false, true])
    func notOurs(fresh: Bool) throws {
        let directory = try TemporaryDirectory()
        try directory.write("thesis.txt", [1])
        #expect(throws: StoreError.notAnOutput(path: directory.path)) {
            try OutputDirectory(path: directory.path, contentKey: Self.key, fresh: fresh)
        }
        #expect(Disk.names(in: directory.path) == ["thesis.txt"])
    }

    @Test("another configuration is refused with what differs; --fresh takes it")
    func changedConfiguration() throws {
        let directory = try TemporaryDirectory()
        _ = try OutputDirectory(path: directory.path, contentKey: Self.key, fresh: false)
        var other = Configuration()
        other.shards.level = 9
        do {
            _ = try OutputDirectory(path: directory.path, contentKey: other.contentKey(), fresh: false)
            Issue.record("accepted")
        } catch {
            #expect("\(error)".contains("shards.level") && "\(error)".contains("--fresh"))
        }
        _ = try OutputDirectory(path: directory.path, contentKey: other.contentKey(), fresh: true)
    }

    @Test("debris under our names goes, a user's own files stay")
    func sweep() throws {
        let directory = try TemporaryDirectory()
        do {
            let output = try OutputDirectory(path: directory.path, contentKey: Self.key, fresh: false)
            try output.commit(.began(run: 1, inputs: []))
        }
        for name in ["articles", "work/run-000001", "work/run-000007", "index/run-000001"] {
            try Disk.makeDirectory(directory.path + "/" + name)
        }
        let debris = [
            "articles/part-00000.jsonl.gz", "articles/part-00001.jsonl.gz.tmp", "work/run-000001/segment-000000.bin",
            "work/run-000007/decisions.bin", "index/run-000001/text.idx", "manifest.json.tmp",
        ]
        for name in debris { try directory.write(name, [0]) }
        try directory.write("articles/README", [0])
        _ = try OutputDirectory(path: directory.path, contentKey: Self.key, fresh: false)
        for name in debris { #expect(!Disk.exists(directory.path + "/" + name), "\(name) is still there") }
        #expect(Disk.exists(directory.path + "/articles/README"))
    }
}
