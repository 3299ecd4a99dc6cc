import Store

/// What there is to know of an output directory without opening its shards.
package struct OutputStatus {
    /// For a person, a fact a line.
    package let lines: [String]

    package init(_ output: String) throws {
        let journal = output + "/" + Layout.journal
        guard Disk.exists(journal) else { throw StoreError.noOutput(path: output) }
        let ledger = Ledger(try Journal.commits(journal))
        var lines: [String] = []
        var total = Tally()
        for run in ledger.finished { total += run.total }
        lines.append("\(output): \(ledger.finished.count) finished runs over \(ledger.inputs.count) inputs")
        lines.append(
            "\(total.records) records = \(total.articles) articles + \(total.duplicates) duplicates + "
                + "\(total.rejects) rejects")
        for kind in ShardKind.allCases {
            let shards = ledger.shards.filter { $0.kind == kind }
            let bytes = shards.reduce(0) { $0 + $1.file.bytes }
            lines.append("\(kind.rawValue)/: \(shards.count) shards, \(bytes) bytes")
        }
        let holder = Lock.holder(of: output)
        if let run = ledger.active {
            let state =
                run.segmentCount == nil
                ? "ingesting, \(run.segments.count) segments so far"
                : run.decisions == nil
                    ? "deduplicating" : "publishing, \(run.published) of \(run.segments.count) segments"
            lines.append("run \(run.number) is unfinished (\(state)) over \(run.inputs.count) inputs")
            lines.append(
                holder.map { "it is alive: \($0)" }
                    ?? "it is not running; `newsmill run` continues it")
        } else if let holder {
            lines.append("a run holds the directory: \(holder)")
        }
        let unreadable = ledger.inputs.filter(\.value.unreadable).keys.sorted()
        for file in unreadable { lines.append("could not be read, will be tried again: \(file)") }
        self.lines = lines
    }
}
