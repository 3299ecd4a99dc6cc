import Glibc
import Store
import Testing

/// Failures at every durable operation, and kills at any moment: what comes out in the end is always the same.
@Suite(.serialized) struct CrashTests {
    private static let run = [
        "run", "--quiet", "--set", "resources.segment_records=20", "--set", "dedupe.cut_boilerplate=true", "--input",
        "in", "--output",
    ]

    private func reference() throws -> (Bench, [String: [UInt8]]) {
        let bench = try Bench()
        try bench.fill(records: 25)
        try bench.write("in/footers.jsonl", Self.storiesOverAFooter)
        let result = try Command.run(Self.run + ["whole"], in: bench.path)
        try #require(result.code == 0, "\(result.errors)")
        let whole = try bench.published("whole")
        #expect(whole.keys.contains { $0.hasPrefix("entities/") })
        let report = String(decoding: try Disk.read(bench.path + "/whole/runs/run-000001/run.json"), as: UTF8.self)
        #expect(report.contains(#""boilerplate":{"records":9,"paragraphs":9,"#), "\(report)")
        return (bench, whole)
    }

    /// Nine stories of a site, so that there is boilerplate to cut.
    private static var storiesOverAFooter: String {
        let words = "harbour council ferry winter bridge market river school night engine".split(separator: " ")
        var state: UInt32 = 1
        func paragraph() -> String {
            (0..<20).map { _ in
                state = state &* 1_664_525 &+ 1_013_904_223
                return String(words[Int(state >> 16) % words.count])
            }.joined(separator: " ")
        }
        let footer = "Sign up for the letter of the harbour and get it every morning at seven."
        return (0..<9).map { story in
            let text = [paragraph(), paragraph(), paragraph(), footer].joined(separator: "\\n\\n")
            return #"{"id":"f\#(story)","url":"https://f.example/\#(story)","text":"\#(text)"}"# + "\n"
        }.joined()
    }

    @Test(
        "a kill at every durable operation, and refusals at every third or fourth, cost nothing that was committed",
        arguments: [("kill", -SIGKILL, 1), ("enospc", 74, 3), ("eio", 74, 4)] as [(String, Int32, Int)])
    func everyOperation(fault: String, expected: Int32, stride: Int) throws {
        let (bench, whole) = try reference()
        var operation = 1
        while true {
            try Disk.removeTree(bench.path + "/out")
            let faulty = try Command.run(
                Self.run + ["out"], in: bench.path, environment: ["NEWSMILL_FAULT": "\(fault):\(operation)"])
            if faulty.code == 0 { break }
            #expect([expected, 73].contains(faulty.code), "\(fault) at \(operation): \(faulty.errors)")
            let resumed = try Command.run(Self.run + ["out"], in: bench.path)
            #expect(resumed.code == 0, "after \(fault) at \(operation): \(resumed.errors)")
            #expect(try bench.published("out") == whole, "after \(fault) at \(operation)")
            // A refused operation takes one path through the code; every third or fourth tries each kind of file.
            operation += stride
        }
        #expect(operation > 20, "only \(operation) operations were tried")
    }

    @Test("short writes change nothing")
    func shortWrites() throws {
        let (bench, whole) = try reference()
        let result = try Command.run(Self.run + ["out"], in: bench.path, environment: ["NEWSMILL_FAULT": "short:1"])
        #expect(result.code == 0)
        #expect(try bench.published("out") == whole)
    }

    @Test("kills at random moments, several in a row, end in the same bytes", arguments: 0..<6)
    func randomKills(seed: UInt32) throws {
        let (bench, whole) = try reference()
        var state = seed &* 2_654_435_761 &+ 12345
        for _ in 0..<3 {
            state = state &* 1_664_525 &+ 1_013_904_223
            try Command.run(Self.run + ["out"], in: bench.path, killAfterMilliseconds: 5 + (state >> 16) % 400)
        }
        #expect(try Command.run(Self.run + ["out"], in: bench.path).code == 0)
        #expect(try bench.published("out") == whole, "seed \(seed)")
    }

    @Test("SIGTERM stops at a commit with 75, in every phase, and the next run completes the same bytes")
    func terminated() throws {
        let (bench, whole) = try reference()
        var operation = 1
        var codes: [Int32] = []
        while true {
            try Disk.removeTree(bench.path + "/out")
            let result = try Command.run(
                Self.run + ["out"], in: bench.path, environment: ["NEWSMILL_FAULT": "term:\(operation)"])
            codes.append(result.code)
            #expect([0, 75].contains(result.code), "at \(operation): \(result.errors)")
            let resumed = try Command.run(Self.run + ["out"], in: bench.path)
            #expect(resumed.code == 0, "after a stop at \(operation): \(resumed.errors)")
            #expect(try bench.published("out") == whole, "after a stop at \(operation)")
            // Past the last commit there is nothing left to stop.
            if result.code == 0 { break }
            operation += 4
        }
        #expect(codes.count > 5, "only \(codes) were seen")
        #expect(codes.first == 75)
    }

    /// Mounting takes root; a developer's machine shows the test as skipped.
    @Test(
        "a file system that is really full stops the run with 74; with space again it completes",
        .enabled(if: getuid() == 0))
    func fullFileSystem() throws {
        let (bench, whole) = try reference()
        let small = bench.path + "/small"
        try Disk.makeDirectory(small)
        try #require(mount("tmpfs", small, "tmpfs", 0, "size=40k") == 0)
        defer { umount(small) }
        let full = try Command.run(Self.run + ["small/out"], in: bench.path)
        #expect([73, 74].contains(full.code), "\(full.errors)")
        #expect(full.errors.contains("No space left on device"))
        try #require(mount("tmpfs", small, "tmpfs", UInt(MS_REMOUNT), "size=64m") == 0)
        let resumed = try Command.run(Self.run + ["small/out"], in: bench.path)
        #expect(resumed.code == 0, "\(resumed.errors)")
        #expect(try bench.published("small/out") == whole)
    }
}
