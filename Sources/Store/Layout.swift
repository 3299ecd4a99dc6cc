/// Names inside an output directory, all relative to it.
package enum Layout {
    package static let journal = "journal.jsonl"
    /// What the journal is called while `--fresh` empties the directory.
    package static let discarded = "journal.discarded"
    package static let lock = "lock"
    package static let manifest = "manifest.json"
    package static let success = "_SUCCESS"
    package static let work = "work"
    package static let index = "index"
    package static let runs = "runs"
    package static let entities = "entities"

    /// Spool of one run.
    package static func spool(run: Int) -> String { "\(work)/\(runName(run))" }
    package static func segment(_ number: Int, run: Int) -> String {
        "\(spool(run: run))/segment-\(padded(number, 6)).bin"
    }
    package static func decisions(run: Int) -> String { "\(spool(run: run))/decisions.bin" }
    package static func boilerplate(run: Int) -> String { "\(spool(run: run))/boilerplate.bin" }
    /// A file that only the dedupe phase of a run needs.
    package static func block(_ number: Int, run: Int) -> String { "\(spool(run: run))/block-\(padded(number, 6)).idx" }
    /// The roll-up's tables of the segments of a run.
    package static func rollupSpool(run: Int) -> String { "\(spool(run: run))/entities.bin" }
    /// Files that only the roll-up of a run needs.
    package static func rollup(_ number: Int, run: Int) -> String {
        "\(spool(run: run))/entities-\(padded(number, 6)).bin"
    }
    package static func rollupNames(run: Int) -> String { "\(spool(run: run))/names.bin" }
    /// `entities/run-000002-part-00000.jsonl.gz`
    package static func rollupShard(_ number: Int, run: Int, suffix: String) -> String {
        "\(entities)/\(runName(run))-part-\(padded(number, 5)).jsonl\(suffix)"
    }
    package static func index(_ name: String, run: Int) -> String { "\(index)/\(runName(run))/\(name)" }
    /// What a run leaves for people and for monitoring: `runs/run-000002/run.json`
    package static func report(_ name: String, run: Int) -> String { "\(runs)/\(runName(run))/\(name)" }
    package static func runName(_ run: Int) -> String { "run-" + padded(run, 6) }

    /// `articles/part-00000.jsonl.gz`
    package static func shard(_ kind: ShardKind, _ number: Int, suffix: String) -> String {
        "\(kind.rawValue)/part-\(padded(number, 5)).jsonl\(suffix)"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
