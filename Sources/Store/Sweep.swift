/// Removes what no commit names: the debris of a crash and the spool of runs that are over.
///
/// Only files under names that the store itself gives are touched; what a user put beside them stays.
enum Sweep {
    static func run(in output: String, _ ledger: Ledger) throws(StoreError) {
        try sweepTop(output)
        try sweepShards(output, ledger)
        try sweepRollup(output, ledger)
        try sweepSpool(output, ledger)
        try sweepIndex(output, ledger)
    }

    private static func sweepTop(_ output: String) throws(StoreError) {
        for name in [Layout.manifest, Layout.success] { try Disk.remove("\(output)/\(name).tmp") }
    }

    private static func sweepShards(_ output: String, _ ledger: Ledger) throws(StoreError) {
        var named = Set(ledger.shards.map(\.file.path))
        for shard in (ledger.active?.openShards ?? [:]).values {
            named.insert(shard.path + ".tmp")
            // Renamed but not committed: `ShardSet` takes it back.
            named.insert(shard.path)
        }
        for kind in ShardKind.allCases {
            for name in Disk.names(in: "\(output)/\(kind.rawValue)") where isShardName(name) {
                let path = "\(kind.rawValue)/\(name)"
                if !named.contains(path) { try Disk.remove("\(output)/\(path)") }
            }
        }
    }

    private static func isShardName(_ name: String) -> Bool {
        name.hasPrefix("part-") && hasShardEnding(name)
    }

    private static func hasShardEnding(_ name: String) -> Bool {
        (name.hasSuffix(".jsonl.gz") || name.hasSuffix(".jsonl") || name.hasSuffix(".tmp"))
    }

    /// The counts of the run before are still in force while the new ones, complete, wait for the run's end.
    private static func sweepRollup(_ output: String, _ ledger: Ledger) throws(StoreError) {
        let named = Set((ledger.rollup.shards + (ledger.active?.rollup?.shards ?? [])).map(\.file.path))
        for name in Disk.names(in: "\(output)/\(Layout.entities)")
        where name.hasPrefix("run-") && hasShardEnding(name) && !named.contains("\(Layout.entities)/\(name)") {
            try Disk.remove("\(output)/\(Layout.entities)/\(name)")
        }
    }

    private static func sweepSpool(_ output: String, _ ledger: Ledger) throws(StoreError) {
        guard let run = ledger.active else {
            if Disk.isDirectory("\(output)/\(Layout.work)") { try Disk.removeTree("\(output)/\(Layout.work)") }
            return
        }
        for name in Disk.names(in: "\(output)/\(Layout.work)") where name != Layout.runName(run.number) {
            try Disk.removeTree("\(output)/\(Layout.work)/\(name)")
        }
        var named = Set(
            run.segments.values.map(\.file.path) + [run.decisions, run.boilerplate?.file].compactMap { $0?.path })
        if !run.rollupTables.isEmpty { named.insert(Layout.rollupSpool(run: run.number)) }
        for name in Disk.names(in: "\(output)/\(Layout.spool(run: run.number))") {
            let path = "\(Layout.spool(run: run.number))/\(name)"
            if !named.contains(path) { try Disk.remove("\(output)/\(path)") }
        }
    }

    private static func sweepIndex(_ output: String, _ ledger: Ledger) throws(StoreError) {
        let kept = [
            ledger.index, ledger.active?.index ?? [], ledger.rollup.tables, ledger.active?.rollup?.tables ?? [],
        ]
        let named = Set(kept.joined().map(\.path))
        for run in Disk.names(in: "\(output)/\(Layout.index)") {
            for name in Disk.names(in: "\(output)/\(Layout.index)/\(run)") {
                let path = "\(Layout.index)/\(run)/\(name)"
                if !named.contains(path) { try Disk.remove("\(output)/\(path)") }
            }
        }
    }
}
