package import Store

/// A run in the Prometheus text exposition format, for node_exporter's textfile collector.
///
/// Every value is a gauge: a night's program has no counters that go on. Alert on the age of
/// `newsmill_last_success_timestamp_seconds`.
package struct Metrics: Sendable {
    /// Label `output` of every sample.
    package var output: String
    package var version: String
    /// The last finished run of the output, and what it came to; nil before the first.
    package var lastRun: Ledger.FinishedRun?
    /// All of the corpus.
    package var total: Tally
    package var exitCode: Int32
    /// Seconds since 1970.
    package var ended: Int
    package var seconds: Double
    package var progress: Progress.Snapshot
    private let usage = ProcessUsage.now
    /// When a command last ended well, as the file before this one says.
    package var lastSuccess: Int?

    package init(
        output: String, version: String, lastRun: Ledger.FinishedRun?, total: Tally, exitCode: Int32, ended: Int,
        seconds: Double, progress: Progress.Snapshot
    ) {
        self.output = output
        self.version = version
        self.lastRun = lastRun
        self.total = total
        self.exitCode = exitCode
        self.ended = ended
        self.seconds = seconds
        self.progress = progress
    }

    /// Replaces the file at once, so that a collector never sees half of it.
    package mutating func write(to path: String) throws(StoreError) {
        if exitCode == 0 {
            lastSuccess = ended
        } else if Disk.exists(path) {
            lastSuccess = Self.lastSuccess(in: String(decoding: try Disk.read(path), as: UTF8.self))
        }
        try Disk.makeDirectory(Disk.parent(of: path))
        try Disk.replace(path, with: Array(text.utf8))
    }

    package var text: String {
        var page = MetricsPage(label: output)
        page.add("build_info", "The version that ran.", [("version", version, 1)])
        page.add("exit_code", "Exit code of the last command.", Double(exitCode))
        page.add("last_end_timestamp_seconds", "When the last command ended.", Double(ended))
        if let lastSuccess {
            page.add(
                "last_success_timestamp_seconds", "When a command last ended with 0, also with nothing new.",
                Double(lastSuccess))
        }
        page.add("duration_seconds", "How long the last command took.", seconds)
        page.add("corpus_records", "Records in the output, by what became of them.", Self.rows(total))
        if let lastRun {
            page.add("run", "Number of the last finished run.", Double(lastRun.number))
            page.add("run_records", "Records of the last finished run.", Self.rows(lastRun.total))
        }
        page.add(
            "input_bytes", "Size of the inputs of the run under way or just done.", Double(progress.counters.inputBytes)
        )
        page.add("cpu_seconds", "Processor time of the last command.", usage.cpuSeconds)
        page.add("peak_memory_bytes", "Most memory that the last command held.", Double(usage.peakMemory))
        page.add(
            "phase_seconds", "Time by phase.", progress.phases.map { ("phase", $0.phase.rawValue, $0.seconds) })
        page.add(
            "stage_busy_seconds", "Time that workers were busy, by stage.",
            StageName.allCases.map { ("stage", $0.rawValue, Double(progress.stages[$0]) / 1e9) })
        let waits = progress.phases.reduce(into: QueueTimes()) { $0 += $1.queue }
        page.add(
            "queue_wait_seconds", "Time that threads waited, by whom.",
            [
                ("who", "reader", Double(waits.sourceWaits) / 1e9),
                ("who", "worker_for_input", Double(waits.workerWaits) / 1e9),
                ("who", "worker_for_turn", Double(waits.turnWaits) / 1e9),
            ])
        return page.text
    }

    private static func rows(_ tally: Tally) -> [(String, String, Double)] {
        [
            ("kind", "articles", Double(tally.articles)), ("kind", "duplicates", Double(tally.duplicates)),
            ("kind", "rejects", Double(tally.rejects)),
        ]
    }

    private static func lastSuccess(in text: String) -> Int? {
        for line in text.split(separator: "\n") where line.hasPrefix("newsmill_last_success_timestamp_seconds{") {
            return line.split(separator: " ").last.flatMap { Int($0) }
        }
        return nil
    }
}

/// Lines of the exposition format, family by family.
private struct MetricsPage {
    private(set) var text = ""
    private let label: String

    /// - Parameter label: value of the label `output`.
    init(label: String) {
        // In label values these three are escaped, and nothing else.
        self.label = label.map { $0 == "\\" ? "\\\\" : $0 == "\"" ? "\\\"" : $0 == "\n" ? "\\n" : String($0) }.joined()
    }

    mutating func add(_ name: String, _ help: String, _ value: Double) {
        begin(name, help)
        text += "newsmill_\(name){output=\"\(label)\"} \(Self.shown(value))\n"
    }

    mutating func add(_ name: String, _ help: String, _ rows: [(label: String, value: String, Double)]) {
        if rows.isEmpty { return }
        begin(name, help)
        for row in rows {
            text += "newsmill_\(name){output=\"\(label)\",\(row.label)=\"\(row.value)\"} \(Self.shown(row.2))\n"
        }
    }

    private mutating func begin(_ name: String, _ help: String) {
        text += "# HELP newsmill_\(name) \(help)\n# TYPE newsmill_\(name) gauge\n"
    }

    private static func shown(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String((value * 1000).rounded() / 1000)
    }
}
