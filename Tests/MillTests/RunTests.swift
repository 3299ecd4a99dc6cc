import Glibc
import Model
import Store
import Testing

@testable import Mill

@Suite struct RunTests {
    @Test("every record is in exactly one place, and a deep verification agrees")
    func conservation() throws {
        let workspace = try Workspace()
        try workspace.fillWithSamples(400)
        guard case .finished(let runs) = try workspace.run() else {
            Issue.record("stopped")
            return
        }
        let total = try #require(runs.first).total
        #expect(total.records == total.articles + total.duplicates + total.rejects)
        #expect(try workspace.lines(.articles).count == total.articles)
        #expect(try workspace.lines(.duplicates).count == total.duplicates)
        #expect(try workspace.lines(.rejects).count == total.rejects)
        #expect(total.articles == 597 && total.duplicates == 595 && total.rejects == 10)
        #expect(try Verification(workspace.configuration.output, depth: .lines).problems.isEmpty)
        #expect(Disk.exists(workspace.configuration.output + "/_SUCCESS"))
    }

    @Test("the bytes do not depend on the number of workers")
    func workers() throws {
        var expected: [String: [UInt8]]?
        for workers in [1, 2, 3, 8] {
            let workspace = try Workspace()
            try workspace.fillWithSamples(9000)
            workspace.configuration.workers = workers
            // Paths are part of the records; every workspace has the same ones seen from inside.
            try inside(workspace) { try workspace.run() }
            let bytes = try workspace.published()
            if let expected { #expect(bytes == expected, "\(workers) workers") } else { expected = bytes }
        }
    }

    @Test("a second run does nothing; a new file is one file's work; a vanished one changes nothing")
    func incremental() throws {
        let workspace = try Workspace()
        try workspace.fillWithSamples(100)
        try workspace.run()
        let first = try workspace.published()
        guard case .finished(let none) = try workspace.run() else { return }
        #expect(none.isEmpty)
        #expect(try workspace.published() == first)

        try workspace.write("z.jsonl", [#"{"id":1,"text":"Something that nobody has reported before."}"#])
        try Disk.remove(workspace.path + "/in/b.jsonl")
        guard case .finished(let second) = try workspace.run() else { return }
        #expect(second.map(\.inputs) == [1])
        #expect(second.first?.total.articles == 1)
        for (path, bytes) in first where path.hasPrefix("articles/") || path.hasPrefix("rejects/") {
            #expect(try workspace.published()[path] == bytes, "\(path) was rewritten")
        }
        #expect(try Verification(workspace.configuration.output, depth: .lines).problems.isEmpty)
    }

    @Test("a changed file is read again, one that was only touched is not")
    func changed() throws {
        let workspace = try Workspace()
        let old = #"{"id":1,"text":"The ferry to Orrin leaves at noon on Friday."}"#
        try workspace.write("a.jsonl", [old])
        try workspace.run()
        try workspace.write("a.jsonl", [old])
        guard case .finished(let touched) = try workspace.run() else { return }
        #expect(touched.isEmpty)
        try workspace.write("a.jsonl", [old, #"{"id":2,"text":"The ferry to Orrin was cancelled after all."}"#])
        guard case .finished(let again) = try workspace.run() else { return }
        #expect(again.first?.total.articles == 1 && again.first?.total.duplicates == 1)
    }

    @Test("nights in sequence publish the articles that one run over all does")
    func nights() throws {
        let whole = try Workspace()
        let nights = try Workspace()
        try whole.fillWithSamples(200)
        try inside(whole) { try whole.run() }
        for part in 0..<3 {
            if part == 0 {
                try nights.write("a.jsonl.gz", try Disk.read(whole.path + "/in/a.jsonl.gz"))
            } else if part == 1 {
                try nights.write("b.jsonl", try Disk.read(whole.path + "/in/b.jsonl"))
            } else {
                for name in ["c/cut.jsonl.gz", "c/note.txt", "empty.jsonl"] {
                    try nights.write(name, try Disk.read(whole.path + "/in/" + name))
                }
            }
            try inside(nights) { try nights.run() }
        }
        #expect(try nights.lines(.articles) == whole.lines(.articles))
        #expect(try nights.lines(.duplicates) == whole.lines(.duplicates))
        #expect(try nights.lines(.rejects) == whole.lines(.rejects))
    }

    @Test("a stopped run goes on to the same bytes")
    func stopped() throws {
        let undisturbed = try Workspace()
        try undisturbed.fillWithSamples(500)
        try inside(undisturbed) { try undisturbed.run() }

        let workspace = try Workspace()
        try workspace.fillWithSamples(500)
        try inside(workspace) {
            let stop = StopSignal()
            stop.set()
            guard case .stopped = try workspace.run(stop: stop) else {
                Issue.record("not stopped")
                return
            }
            #expect(!Disk.exists(workspace.configuration.output + "/_SUCCESS"))
            try workspace.run()
        }
        #expect(try workspace.published() == undisturbed.published())
    }

    @Test("what is neither a file nor a directory is passed over, with a note")
    func specialFiles() throws {
        let workspace = try Workspace()
        try workspace.write("a.jsonl", [#"{"id":1,"text":"The harbour of Tolm was closed on Monday."}"#])
        try #require(mkfifo(workspace.path + "/in/pipe", 0o600) == 0)
        let listing = try InputListing(workspace.configuration.inputs, excluding: workspace.configuration.output)
        #expect(listing.inputs.map(\.file) == [workspace.path + "/in/a.jsonl"])
        #expect(listing.notes.contains { $0.contains("pipe") })
    }

    @Test("a configuration among the dumps is no input, unless it is named")
    func configurationBesideDumps() throws {
        let workspace = try Workspace()
        try workspace.write("a.jsonl", [#"{"id":1,"text":"The harbour of Tolm was closed on Monday."}"#])
        try workspace.write("pipeline.json", ["{}"])
        let listing = try InputListing(workspace.configuration.inputs, excluding: workspace.configuration.output)
        #expect(listing.inputs.map(\.file) == [workspace.path + "/in/a.jsonl"])
        #expect(listing.notes.contains { $0.contains("pipeline.json") })
        let named = try InputListing([workspace.path + "/in/pipeline.json"], excluding: workspace.configuration.output)
        #expect(named.inputs.count == 1)
    }

    @Test("a missing input is an error that names it")
    func missingInput() throws {
        let workspace = try Workspace()
        workspace.configuration.inputs = [workspace.path + "/nowhere"]
        #expect(throws: InputListingError.self) { try workspace.run() }
    }

    @Test("verification finds a flipped byte, a missing shard and a stranger")
    func verification() throws {
        let workspace = try Workspace()
        try workspace.fillWithSamples(50)
        try workspace.run()
        let output = workspace.configuration.output
        let shard = "articles/part-00000.jsonl.gz"
        let good = try Disk.read("\(output)/\(shard)")
        var bad = good
        bad[bad.count / 2] ^= 1
        try Disk.replace("\(output)/\(shard)", with: bad)
        #expect(try Verification(output, depth: .checksums).problems.contains { $0.contains("SHA-256") })
        try Disk.remove("\(output)/\(shard)")
        #expect(try Verification(output, depth: .checksums).problems.contains { $0.contains("missing") })
        try Disk.replace("\(output)/\(shard)", with: good)
        try Disk.replace("\(output)/articles/part-00099.jsonl.gz", with: good)
        #expect(try Verification(output, depth: .checksums).problems.contains { $0.contains("not in the manifest") })
    }
}
