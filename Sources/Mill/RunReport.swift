internal import Glibc
package import Store
internal import Text

/// `runs/<run>/run.json`: when, where and how fast a run went. Apart from everything that has to be the same every time.
package struct RunReport: Sendable {
    package var run: Ledger.FinishedRun
    package var version: String
    package var workers: Int
    /// Seconds since 1970.
    package var started: Int
    package var seconds: Double
    package var inputBytes: Int

    package init(
        run: Ledger.FinishedRun, version: String, workers: Int, started: Int, seconds: Double, inputBytes: Int
    ) {
        self.run = run
        self.version = version
        self.workers = workers
        self.started = started
        self.seconds = seconds
        self.inputBytes = inputBytes
    }

    package func write(in output: String) throws(StoreError) {
        let path = "\(output)/\(Layout.runs)/\(Layout.runName(run.number))/run.json"
        try Disk.makeDirectory(Disk.parent(of: path))
        try Disk.replace(path, with: json)
    }

    private var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("run")
        json.integer(run.number)
        json.key("version")
        json.string(version)
        json.key("host")
        json.string(Self.host)
        json.key("started")
        json.string(NewsDate(unixSeconds: started)?.iso8601 ?? "")
        json.key("seconds")
        json.double(seconds, decimals: 3)
        json.key("cpu_seconds")
        json.double(Self.cpuSeconds, decimals: 3)
        json.key("peak_memory_bytes")
        json.integer(Self.peakMemory)
        json.key("workers")
        json.integer(workers)
        json.key("inputs")
        json.integer(run.inputs)
        json.key("input_bytes")
        json.integer(inputBytes)
        for (name, count) in [
            ("records", run.total.records), ("articles", run.total.articles), ("duplicates", run.total.duplicates),
            ("rejects", run.total.rejects),
        ] {
            json.key(name)
            json.integer(count)
        }
        json.endObject()
        return json.bytes + [0x0A]
    }

    private static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static var usage: rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage
    }

    private static var cpuSeconds: Double {
        let (user, system) = (usage.ru_utime, usage.ru_stime)
        return Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) / 1e6
    }

    /// The kernel counts in KiB.
    private static var peakMemory: Int { usage.ru_maxrss * 1024 }
}
