package import Model
import Store
import Text

/// What there is to know of an output directory without opening its shards.
package struct OutputStatus {
    /// For a person, a fact a line.
    package private(set) var lines: [String] = []
    private let output: String

    /// - Parameter configuration: where it names inputs, what waits among them is said too.
    package init(_ configuration: Configuration) throws {
        output = configuration.output
        let ledger = try Ledger(of: output)
        describeContent(ledger)
        describeWork(ledger)
        describeMissing(ledger)
        describeWaiting(configuration, ledger)
    }

    private mutating func describeContent(_ ledger: Ledger) {
        let total = ledger.total
        lines.append(
            "\(output): \(Wording.count(ledger.finished.count, "finished run")) over "
                + Wording.count(ledger.inputs.count, "input"))
        lines.append(
            "\(Wording.count(total.records, "record")) = \(Wording.count(total.articles, "article")) + "
                + "\(Wording.count(total.duplicates, "duplicate")) + \(Wording.count(total.rejects, "reject"))")
        let boilerplate = ledger.finished.compactMap(\.boilerplate)
        if !boilerplate.isEmpty {
            lines.append(boilerplate.reduce(into: BoilerplateCounts()) { $0 += $1 }.sentence)
        }
        for kind in ShardKind.allCases {
            let shards = ledger.shards.filter { $0.kind == kind }
            let bytes = shards.reduce(0) { $0 + $1.file.bytes }
            lines.append("\(kind.rawValue)/: \(Wording.count(shards.count, "shard")), \(Wording.size(bytes))")
        }
        if let last = ledger.finished.last {
            let ended = report(last.number)?["ended"]?.string
            lines.append(
                "last run: \(last.number)\(last.isReplay ? ", a replay" : "")\(ended.map { ", ended \($0)" } ?? "")")
        }
    }

    /// Whether a run is unfinished, alive, and able to go on.
    private mutating func describeWork(_ ledger: Ledger) {
        let holder = Lock.holder(of: output)
        guard let run = ledger.active else {
            if let holder { lines.append("a run holds the directory: \(holder)") }
            return
        }
        let records = run.segments.values.reduce(0) { $0 + $1.articles + $1.rejects }
        let state =
            run.segmentCount == nil
            ? "ingesting, \(Wording.count(run.segments.count, "segment")) with "
                + "\(Wording.count(records, "record")) so far"
            : run.decisions == nil
                ? "deduplicating \(Wording.count(records, "record"))"
                : "publishing, \(run.published) of \(run.segments.count) segments"
        lines.append("run \(run.number) is unfinished (\(state)) over \(Wording.count(run.inputs.count, "input"))")
        if let holder {
            lines.append("it is alive: \(holder)")
            return
        }
        if let end = report(run.number)?["sessions"]?.elements.last,
            let why = end["end"]?.string, let when = end["started"]?.string, let code = end["exit_code"]?.integer
        {
            lines.append("it is not running; its last session, begun \(when), ended with \(code) (\(why))")
        } else {
            lines.append("it is not running; its last session ended without a word (killed, or the machine went down)")
        }
        lines.append(prospects(of: run))
    }

    private func prospects(of run: Ledger.ActiveRun) -> String {
        if run.segmentCount != nil {
            return "`newsmill run` continues it at its last commit; its inputs are not needed any more"
        }
        if run.isReplay { return "`newsmill run` gives it up; start `newsmill replay` again" }
        if let altered = run.inputs.first(where: { InputListing.current($0.file) != $0 }) {
            return "it cannot be resumed, since \(altered.file) changed or is gone: `newsmill run` begins it anew, "
                + "and nothing of it was published"
        }
        return "`newsmill run` continues it at its last commit"
    }

    /// Looks for files, not into them: that is for `verify`.
    private mutating func describeMissing(_ ledger: Ledger) {
        let named =
            ledger.shards.map(\.file) + ledger.rollup.shards.map(\.file) + ledger.index + ledger.rollup.tables
        for file in named where Disk.size(output + "/" + file.path) != file.bytes {
            lines.append("missing or of another size: \(file.path); `newsmill verify` says more")
        }
        let unreadable = ledger.inputs.filter(\.value.unreadable).keys.sorted()
        for file in unreadable { lines.append("could not be read, will be tried again: \(file)") }
    }

    private mutating func describeWaiting(_ configuration: Configuration, _ ledger: Ledger) {
        guard !configuration.inputs.isEmpty,
            let listing = try? InputListing(configuration.inputs, excluding: output)
        else { return }
        var expected = ledger
        if let run = ledger.active { expected.apply(.finished(run: run.number)) }
        // Contents are not compared here: `plan` does, which can take its time.
        let fresh = listing.inputs.filter { input in
            guard let known = expected.inputs[input.file] else { return true }
            return known.identity.size != input.size || known.identity.modified != input.modified
        }
        if fresh.isEmpty {
            lines.append("no new inputs are waiting")
        } else {
            let bytes = fresh.reduce(0) { $0 + $1.size }
            lines.append(
                "\(Wording.count(fresh.count, "new or changed input")) waiting, \(Wording.size(bytes)); "
                    + "`newsmill plan` lists them")
        }
    }

    private func report(_ run: Int) -> JSONValue? {
        let path = output + "/" + Layout.report("run.json", run: run)
        guard Disk.exists(path), let bytes = try? Disk.read(path) else { return nil }
        return try? JSONValue(parsing: bytes)
    }
}
