import Glibc
import Store
import Testing
import Text

/// What somebody sees who runs the program unattended.
@Suite struct OperatorTests {
    private func json(_ bench: Bench, _ path: String) throws -> JSONValue {
        try JSONValue(parsing: Disk.read(bench.path + "/" + path))
    }

    @Test("a run leaves its report and its metrics, there and where the collector looks")
    func reports() throws {
        let bench = try Bench()
        try bench.fill(records: 40)
        let arguments = ["run", "--input", "in", "--set", "monitoring.metrics_file=node/newsmill.prom"]
        #expect(try Command.run(arguments, in: bench.path).code == 0)
        let report = try json(bench, "out/runs/run-000001/run.json")
        #expect(report["finished"]?.bool == true && report["exit_code"]?.integer == 0)
        let sum = ["articles", "duplicates", "rejects"].reduce(0) { $0 + (report[$1]?.integer ?? 0) }
        #expect(report["records"]?.integer == 120 && sum == 120)
        #expect(report["phases"]?.elements.compactMap { $0["phase"]?.string } == ["ingest", "dedupe", "publish"])
        #expect(report["stage_busy_seconds"]?.members.count == 10)
        let slowest = report["slowest_inputs"]?.elements ?? []
        #expect(slowest.count == report["inputs"]?.integer)
        #expect(
            slowest.allSatisfy { $0["file"]?.string?.hasPrefix("in/") == true && $0["busy_seconds"]?.double != nil })
        #expect(report["sessions"]?.elements.count == 1)
        #expect(report["sessions"]?.elements.first?["end"]?.string == "finished")
        let metrics = String(decoding: try Disk.read(bench.path + "/node/newsmill.prom"), as: UTF8.self)
        #expect(metrics.contains("newsmill_exit_code{output=\"out\"} 0\n"))
        #expect(metrics.contains("newsmill_corpus_records{output=\"out\",kind=\"rejects\"} 6\n"))
        #expect(
            metrics == String(decoding: try Disk.read(bench.path + "/out/runs/run-000001/metrics.prom"), as: UTF8.self))
        for line in metrics.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(
                line.hasPrefix("newsmill_") && line.contains("} ")
                    && Double(line.split(separator: " ").last ?? "") != nil)
        }
    }

    @Test("an interrupted run's report says why, the next one keeps its session, and status says what will happen")
    func sessions() throws {
        let bench = try Bench()
        try bench.fill(records: 60)
        let run = ["run", "--quiet", "--set", "resources.segment_records=20", "--input", "in"]
        let stopped = try Command.run(run, in: bench.path, environment: ["NEWSMILL_FAULT": "term:20"])
        #expect(stopped.code == 75)
        let interrupted = try json(bench, "out/runs/run-000001/run.json")
        #expect(interrupted["finished"]?.bool == false && interrupted["exit_code"]?.integer == 75)
        let status = try bench.newsmill("status", "--input", "in").output
        #expect(status.contains("ended with 75 (signal)") && status.contains("continues it at its last commit"))
        #expect(try Command.run(run, in: bench.path).code == 0)
        let whole = try json(bench, "out/runs/run-000001/run.json")
        #expect(whole["sessions"]?.elements.compactMap { $0["exit_code"]?.integer } == [75, 0])
        #expect(whole["finished"]?.bool == true)

        try bench.write("in/new.jsonl", "{\"text\":\"The mayor of Tolm has resigned.\"}\n")
        #expect(try bench.newsmill("status", "--input", "in").output.contains("1 new or changed input waiting"))
        let plan = try bench.newsmill("plan", "--set", "resources.segment_records=20", "--input", "in")
        #expect(plan.output.contains("as run 1 went"), "\(plan.errors)")
    }

    @Test("the deadline stops a run at a commit with 75, and the next one comes to the same bytes")
    func deadline() throws {
        let bench = try Bench()
        try bench.fill(records: 60)
        let run = ["run", "--set", "resources.segment_records=1", "--input", "in", "--output"]
        #expect(try Command.run(run + ["whole"], in: bench.path).code == 0)
        let whole = try bench.published("whole")
        // A write that is held up lets the deadline come in the middle.
        let late = try Command.run(
            run + ["out", "--deadline", "1s"], in: bench.path, environment: ["NEWSMILL_FAULT": "slow:30"])
        #expect(late.code == 75, "\(late.errors)")
        #expect(late.errors.contains("deadline"))
        #expect(
            try json(bench, "out/runs/run-000001/run.json")["sessions"]?.elements.last?["end"]?.string == "deadline")
        #expect(try Command.run(run + ["out"], in: bench.path).code == 0)
        #expect(try bench.published("out") == whole)
        for bad in ["6", "0s", "h", "1x", "-1h", "", "99999999999s", "20000d", "9000d9000d"] {
            #expect(try bench.newsmill("run", "--input", "in", "--deadline", bad).code == 64, "\(bad)")
        }
    }

    @Test("of two runs at once the second leaves with 75 and says who holds the lock")
    func twoAtOnce() throws {
        let bench = try Bench()
        try bench.fill(records: 20)
        try Disk.makeDirectory(bench.path + "/out")
        let lock = try Lock(directory: bench.path + "/out")
        let second = try bench.newsmill("run", "--input", "in")
        #expect(second.code == 75)
        #expect(second.errors.contains("process \(getpid()) on "), "\(second.errors)")
        #expect(second.errors.contains(" since 20"))
        withExtendedLifetime(lock) {}
    }

    @Test("the lock that a killed run left is taken over, with a word about it")
    func staleLock() throws {
        let bench = try Bench()
        try bench.fill(records: 60)
        let killed = try Command.run(
            ["run", "--input", "in"], in: bench.path, environment: ["NEWSMILL_FAULT": "kill:8"])
        #expect(killed.code == -SIGKILL)
        #expect(try bench.newsmill("status").output.contains("ended without a word"))
        let next = try bench.newsmill("run", "--input", "in")
        #expect(next.code == 0)
        #expect(next.errors.contains("ended without letting go of out; its lock is taken over"), "\(next.errors)")
        #expect(!(try bench.newsmill("run", "--input", "in").errors.contains("taken over")))
    }

    @Test("where there is no terminal the progress comes as lines, as text or as JSON, and not at all with --quiet")
    func logs() throws {
        let bench = try Bench()
        try bench.fill(records: 40)
        let slow = ["NEWSMILL_FAULT": "slow:12"]
        let text = try Command.run(
            ["run", "--input", "in", "--log-interval", "1s", "--output", "a"], in: bench.path, environment: slow)
        #expect(text.errors.contains(" gone, "), "\(text.errors)")
        #expect(!text.errors.contains("\u{1B}"))
        let lines = try Command.run(
            ["run", "--input", "in", "--log-interval", "1s", "--log-format", "json", "--output", "b"], in: bench.path,
            environment: slow
        ).errors.split(separator: "\n")
        for line in lines {
            let value = try JSONValue(parsing: Array(line.utf8))
            #expect(value["level"]?.string == "info" && value["time"] != nil && value["message"] != nil)
        }
        #expect(lines.contains { $0.contains("\"phase\":\"") })
        #expect(lines.last?.contains("\"records\":120") == true)
        let quiet = try Command.run(
            ["run", "--quiet", "--input", "in", "--log-interval", "1s", "--output", "c"], in: bench.path,
            environment: slow)
        #expect(quiet.code == 0 && quiet.errors.isEmpty)
    }

    @Test("init writes a configuration that works, says what it saw, and overwrites nothing")
    func initialize() throws {
        let bench = try Bench()
        try bench.fill(records: 30)
        let first = try bench.newsmill("init", "in")
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.contains("jsonl: 3 files"))
        #expect(try bench.newsmill("config", "check").code == 0)
        #expect(try bench.newsmill("init", "in").code == 64)
        #expect(try bench.newsmill("run").code == 0)
        // Every suggestion is a valid one.
        let page = String(decoding: try Disk.read(bench.path + "/pipeline.json"), as: UTF8.self)
        let active = page.split(separator: "\n").map {
            $0.hasPrefix("    // \"") ? String($0.dropFirst(7)) : String($0)
        }
        try bench.write("all.json", active.joined(separator: "\n"))
        let checked = try bench.newsmill("config", "check", "--config", "all.json")
        #expect(checked.code == 0, "\(checked.errors)")
        #expect(try bench.newsmill("init", "--force", "nowhere").code == 66)
        try Disk.makeDirectory(bench.path + "/odd")
        try bench.write(
            "odd/odd.jsonl", #"{"headline_x":"A","contents_x":"\#(String(repeating: "word ", count: 60))"}"# + "\n")
        #expect(try bench.newsmill("init", "--force", "odd").code == 0)
        #expect(
            String(decoding: try Disk.read(bench.path + "/pipeline.json"), as: UTF8.self).contains(
                #""text": "contents_x""#))
    }

    @Test("explain finds a record by its id, its address and its place, and a reject by its place")
    func explain() throws {
        let bench = try Bench()
        let story = "The council of Ansby said on Friday that the bridge would be closed for repairs until May."
        try bench.write(
            "in/a.jsonl",
            #"{"url":"https://a.example/1","title":"Bridge closed","text":"\#(story)"}"# + "\n"
                + #"{"url":"https://b.example/2","title":"Bridge is shut","text":"\#(story)"}"# + "\n{broken\n")
        #expect(try bench.newsmill("run", "--quiet", "--input", "in").code == 0)
        let place = try bench.newsmill("explain", "in/a.jsonl#1")
        #expect(place.code == 0, "\(place.errors)")
        #expect(place.output.contains("Bridge is shut") && place.output.contains("tells the same story as:"))
        let address = try bench.newsmill("explain", "https://a.example/1")
        #expect(address.output.contains("in/a.jsonl#0") && address.output.contains("published"))
        let id = String(address.output.prefix(32))
        #expect(try bench.newsmill("explain", id).output == address.output)
        #expect(try bench.newsmill("explain", "in/a.jsonl#2").output.contains("malformed_json"))
        #expect(try bench.newsmill("explain", "in/a.jsonl#3").code == 66)
        #expect(try bench.newsmill("explain", "https://c.example/").code == 66)
    }

    @Test("replay with nothing to rescue says so and changes nothing")
    func replay() throws {
        let bench = try Bench()
        try bench.fill(records: 30)
        #expect(try bench.newsmill("run", "--quiet", "--input", "in").code == 0)
        let before = try bench.published("out")
        let result = try bench.newsmill("replay")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.errors.contains("0 are articles now, 6 are refused again"), "\(result.errors)")
        #expect(try bench.published("out") == before)
        #expect(try bench.newsmill("replay", "--output", "in").code == 66)
    }
}
