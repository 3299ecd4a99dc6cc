internal import Model
internal import Store

/// Which runs of an output directory a report is about.
package struct ReportScope: Sendable {
    package let output: String
    let ledger: Ledger
    /// In the order of their numbers.
    let runs: [Ledger.FinishedRun]

    /// Runs are named in a way that cannot be read.
    package struct MalformedRuns: Error, CustomStringConvertible {
        package var description: String
    }

    /// What was asked for is not there.
    package struct NoSuchRun: Error, CustomStringConvertible {
        package var description: String
    }

    /// - Parameter runs: numbers and ranges, `1,3-5`; all finished runs for nil.
    package init(output: String, runs: String?) throws {
        ledger = try Ledger(of: output)
        self.output = output
        guard let runs else {
            self.runs = ledger.finished
            guard !ledger.finished.isEmpty else { throw NoSuchRun(description: "\(output) has no finished run yet") }
            return
        }
        var wanted: [ClosedRange<Int>] = []
        for part in runs.split(separator: ",") {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last
            else {
                throw MalformedRuns(description: "--runs \(runs): write it like 3 or 1,3-5")
            }
            wanted.append(first...last)
        }
        self.runs = ledger.finished.filter { run in wanted.contains { $0.contains(run.number) } }
        if let missing = wanted.first(where: { range in !self.runs.contains { range.contains($0.number) } }) {
            throw NoSuchRun(
                description: "\(output) has no finished run \(missing.lowerBound); "
                    + "there are \(ledger.finished.map { String($0.number) }.joined(separator: ", "))")
        }
    }

    var isWhole: Bool { runs.count == ledger.finished.count }

    /// Records that were rejects and became articles or duplicates in a replay count once in a report over all runs.
    var total: Tally { isWhole ? ledger.total : runs.reduce(into: Tally()) { $0 += $1.total } }

    /// What was cut of the articles.
    var boilerplate: BoilerplateCounts { runs.compactMap(\.boilerplate).reduce(into: BoilerplateCounts()) { $0 += $1 } }

    var shards: [Ledger.Shard] {
        let numbers = Set(runs.map(\.number))
        return ledger.shards.filter { numbers.contains($0.run) }
    }

    /// Inputs that these runs were the last to read, in the order of their names.
    var inputs: [(file: String, state: Ledger.InputState)] {
        let numbers = Set(runs.map(\.number))
        return ledger.inputs.filter { numbers.contains($0.value.run) }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }

    /// Where the report belongs: beside its run's numbers, or above those of all.
    package var path: String {
        if runs.count == 1 { return output + "/" + Layout.report("report.html", run: runs[0].number) }
        return "\(output)/\(Layout.runs)/report.html"
    }
}
