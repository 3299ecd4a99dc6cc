import Store
import Testing

@testable import Mill

@Suite struct MetricsTests {
    private func metrics(_ exitCode: Int32, at time: Int, output: String = "out") -> Metrics {
        Metrics(
            output: output, version: "1.2.3", lastRun: nil, total: Tally(), exitCode: exitCode, ended: time,
            seconds: 2.5, progress: Progress().snapshot)
    }

    @Test("the last success is remembered through failures")
    func lastSuccess() throws {
        let workspace = try Workspace()
        let path = workspace.path + "/node/newsmill.prom"
        func write(_ code: Int32, _ time: Int) throws -> String {
            var metrics = metrics(code, at: time)
            try metrics.write(to: path)
            return String(decoding: try Disk.read(path), as: UTF8.self)
        }
        #expect(!(try write(74, 100).contains("last_success")))
        #expect(try write(0, 200).contains("newsmill_last_success_timestamp_seconds{output=\"out\"} 200\n"))
        let failed = try write(75, 300)
        #expect(failed.contains("newsmill_last_success_timestamp_seconds{output=\"out\"} 200\n"))
        #expect(failed.contains("newsmill_last_end_timestamp_seconds{output=\"out\"} 300\n"))
    }

    @Test("what a label cannot hold is escaped")
    func escaping() {
        let text = metrics(0, at: 1, output: "a\\b \"c\"\nd").text
        #expect(text.contains(#"newsmill_exit_code{output="a\\b \"c\"\nd"} 0"#))
    }

    @Test("every family is declared once, before its samples")
    func families() {
        let lines = metrics(0, at: 1).text.split(separator: "\n")
        var declared: [String] = []
        for line in lines {
            if line.hasPrefix("# TYPE ") {
                declared.append(String(line.split(separator: " ")[2]))
            } else if !line.hasPrefix("#") {
                #expect(String(line.prefix { $0 != "{" }) == declared.last)
            }
        }
        #expect(Set(declared).count == declared.count && declared.count >= 10)
    }
}
