internal import Glibc
package import Model
package import Store
internal import Text

/// `runs/<run>/run.json`: when, where and how fast a run went. Apart from everything that has to be the same every time.
///
/// A run that was interrupted has several sessions: one for each process that worked on it. `run.json` lists them all; its
/// sums are over those that ended in order (a process that is killed leaves no times behind).
package struct RunReport: Sendable {
    private static let slowestInputs = 10

    package var run: Int
    /// What the run came to; nil while it is unfinished.
    package var total: Tally?
    package var inputs: Int
    /// What was cut of the articles; nil where nothing was looked for.
    package var boilerplate: BoilerplateCounts?
    package var session: Session
    package var progress: Progress.Snapshot

    /// One process's work on the run.
    package struct Session: Sendable {
        package var version: String
        /// Seconds since 1970.
        package var started: Int
        package var seconds: Double
        package var exitCode: Int32
        /// Why it ended, in a word or two: `finished`, `signal`, `deadline`, `error`, `too many rejects`.
        package var end: String
        package var usage = ProcessUsage.now

        package init(version: String, started: Int, seconds: Double, exitCode: Int32, end: String) {
            self.version = version
            self.started = started
            self.seconds = seconds
            self.exitCode = exitCode
            self.end = end
        }
    }

    package init(
        run: Int, total: Tally?, inputs: Int, boilerplate: BoilerplateCounts? = nil, session: Session,
        progress: Progress.Snapshot
    ) {
        self.run = run
        self.total = total
        self.inputs = inputs
        self.boilerplate = boilerplate
        self.session = session
        self.progress = progress
    }

    /// Replaces `run.json`, keeping the sessions that an earlier one lists.
    package func write(in output: String) throws(StoreError) {
        let path = output + "/" + Layout.report("run.json", run: run)
        try Disk.makeDirectory(Disk.parent(of: path))
        let earlier = Disk.exists(path) ? (try? JSONValue(parsing: Disk.read(path)))?["sessions"]?.elements ?? [] : []
        try Disk.replace(path, with: json(after: earlier))
    }

    private func json(after earlier: [JSONValue]) -> [UInt8] {
        let before = earlier.reduce(into: (seconds: 0.0, cpu: 0.0)) { sum, session in
            sum.seconds += session["seconds"]?.double ?? 0
            sum.cpu += session["cpu_seconds"]?.double ?? 0
        }
        var json = JSONWriter()
        json.beginObject()
        json.entry("run", run)
        json.key("finished")
        json.bool(total != nil)
        json.entry("exit_code", Int(session.exitCode))
        json.entry("version", session.version)
        json.entry("host", Self.host)
        json.entry(
            "started", earlier.first?["started"]?.string ?? NewsDate(unixSeconds: session.started)?.iso8601 ?? "")
        json.entry("ended", NewsDate(unixSeconds: session.started + Int(session.seconds.rounded()))?.iso8601 ?? "")
        json.seconds("seconds", before.seconds + session.seconds)
        json.seconds("cpu_seconds", before.cpu + session.usage.cpuSeconds)
        json.entry("peak_memory_bytes", session.usage.peakMemory)
        json.entry("workers", progress.workers)
        json.entry("inputs", inputs)
        json.entry("input_bytes", progress.counters.inputBytes)
        for (name, count) in counts { json.entry(name, count) }
        writeBoilerplate(into: &json)
        writePhases(into: &json)
        writeStages(into: &json)
        writeSlowestInputs(into: &json)
        json.key("sessions")
        json.beginArray()
        for session in earlier { json.raw(Array(session.source)) }
        writeSession(into: &json)
        json.endArray()
        json.endObject()
        return json.bytes + [0x0A]
    }

    /// Of the whole run when it is finished, else what is committed.
    private var counts: [(String, Int)] {
        let counters = progress.counters
        return [
            ("records", total?.records ?? counters.records), ("articles", total?.articles ?? counters.articles),
            ("duplicates", total?.duplicates ?? counters.duplicates), ("rejects", total?.rejects ?? counters.rejects),
        ]
    }

    private func writeBoilerplate(into json: inout JSONWriter) {
        guard let boilerplate else { return }
        json.key("boilerplate")
        json.beginObject()
        for (name, count) in boilerplate.named { json.entry(name, count) }
        json.endObject()
    }

    /// Of this session.
    private func writePhases(into json: inout JSONWriter) {
        json.key("phases")
        json.beginArray()
        for phase in progress.phases {
            json.beginObject()
            json.entry("phase", phase.phase.rawValue)
            json.seconds("seconds", phase.seconds)
            json.seconds("cpu_seconds", phase.cpuSeconds)
            json.seconds("reader_waits_seconds", Double(phase.queue.sourceWaits) / 1e9)
            json.seconds("workers_wait_for_input_seconds", Double(phase.queue.workerWaits) / 1e9)
            json.seconds("workers_wait_for_turn_seconds", Double(phase.queue.turnWaits) / 1e9)
            json.endObject()
        }
        json.endArray()
    }

    private func writeStages(into json: inout JSONWriter) {
        json.key("stage_busy_seconds")
        json.beginObject()
        for stage in StageName.allCases { json.seconds(stage.rawValue, Double(progress.stages[stage]) / 1e9) }
        json.endObject()
    }

    /// Of this session.
    private func writeSlowestInputs(into json: inout JSONWriter) {
        json.key("slowest_inputs")
        json.beginArray()
        for slow in progress.inputTimes.slowest(Self.slowestInputs) {
            json.beginObject()
            json.entry("file", slow.file)
            json.seconds("busy_seconds", Double(slow.nanoseconds) / 1e9)
            json.endObject()
        }
        json.endArray()
    }

    private func writeSession(into json: inout JSONWriter) {
        json.beginObject()
        json.entry("started", NewsDate(unixSeconds: session.started)?.iso8601 ?? "")
        json.seconds("seconds", session.seconds)
        json.seconds("cpu_seconds", session.usage.cpuSeconds)
        json.entry("host", Self.host)
        json.entry("process", Int(getpid()))
        json.entry("version", session.version)
        json.entry("end", session.end)
        json.entry("exit_code", Int(session.exitCode))
        json.endObject()
    }

    private static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension JSONWriter {
    fileprivate mutating func entry(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    fileprivate mutating func entry(_ name: String, _ value: Int) {
        key(name)
        integer(value)
    }

    fileprivate mutating func seconds(_ name: String, _ value: Double) {
        key(name)
        double(value, decimals: 3)
    }
}
