package import Model

/// Makes `entities/`: everything that is counted of the entities of all published articles, a line for each.
///
/// The tables of the run's segments are added up on disk, few at a time, and join the tables that earlier runs left. A table
/// takes in its predecessors while these are not more than twice its size, so there are few of them, and each row is written
/// again a few times in all. The lines are made anew in each run, by going through all tables at once: memory holds one row of
/// each, and one name in 32.
package struct CorpusRollup {
    private let output: String
    private let earlier: [StoredFile]
    private let run: Ledger.ActiveRun
    private let limits: Configuration.Shards
    private let isStopped: () -> Bool

    /// Tables that are read at the same time.
    private static let fanIn = 64

    /// - Parameters:
    ///   - ledger: with `run` as its active run, all segments of which are published.
    ///   - isStopped: asked from time to time.
    package init(
        output: String, ledger: Ledger, run: Ledger.ActiveRun, limits: Configuration.Shards,
        isStopped: @escaping () -> Bool
    ) {
        self.output = output
        earlier = ledger.rollup.tables
        self.run = run
        self.limits = limits
        self.isStopped = isStopped
    }

    private struct Stopped: Error {}

    /// Nothing that it writes counts before the commit that it gives is in the journal; until then it can be done again and
    /// comes to the same bytes.
    ///
    /// - Returns: nil when it was stopped.
    package func perform() throws -> Commit? {
        do {
            let (kept, table) = try addTables()
            let tables = kept + [table]
            let open = try tables.map { try RollupTableFile("\(output)/\($0.path)", in: 0..<$0.bytes) }
            let names = try writeNames(open)
            return .rolledUp(run: run.number, Rollup(shards: try writeShards(open, names), tables: tables))
        } catch is Stopped {
            return nil
        }
    }

    // MARK: Tables

    /// The run's own table, with those of earlier runs that it takes in; and the earlier ones that stay.
    private func addTables() throws -> (kept: [StoredFile], table: StoredFile) {
        let spool = output + "/" + Layout.rollupSpool(run: run.number)
        var parts: [RollupTableFile] = []
        var start = 0
        for length in run.rollupTables where length > 0 {
            parts.append(try RollupTableFile(spool, in: start..<start + length))
            start += length
        }
        var size = start
        var temporaries = 0
        while parts.count > Self.fanIn {
            var merged: [RollupTableFile] = []
            for group in stride(from: 0, to: parts.count, by: Self.fanIn) {
                temporaries += 1
                let file = try merge(
                    Array(parts[group..<min(parts.count, group + Self.fanIn)]),
                    into: Layout.rollup(temporaries, run: run.number))
                merged.append(try RollupTableFile("\(output)/\(file.path)", in: 0..<file.bytes))
            }
            parts = merged
        }
        var kept = earlier
        var taken: [RollupTableFile] = []
        while let last = kept.last, last.bytes <= 2 * size {
            taken.insert(try RollupTableFile("\(output)/\(last.path)", in: 0..<last.bytes), at: 0)
            size += last.bytes
            kept.removeLast()
        }
        return (kept, try merge(taken + parts, into: Layout.index("entities.idx", run: run.number)))
    }

    private func merge(_ tables: [RollupTableFile], into path: String) throws -> StoredFile {
        let file = try StoredFileWriter(path, in: output)
        var writer = RollupTableWriter { (bytes) throws(StoreError) in try file.append(bytes) }
        var tallies = try RollupMerge(tallies: tables)
        while true {
            // Most entities are in one table only, and their rows stay as they are.
            if let row = try tallies.nextAlone() {
                try writer.add(row.id, payload: row.payload)
            } else if let tally = try tallies.next() {
                try writer.add(tally)
            } else {
                break
            }
            try look()
        }
        var pairs = try RollupMerge(pairs: tables)
        while let pair = try pairs.next() {
            try writer.add(pair)
            try look()
        }
        try writer.finish()
        return try file.close()
    }

    private func look() throws {
        if isStopped() { throw Stopped() }
    }

    private func writeNames(_ tables: [RollupTableFile]) throws -> NameTable {
        var writer = try NameTable.Writer(Layout.rollupNames(run: run.number), in: output)
        var tallies = try RollupMerge(tallies: tables)
        while let tally = try tallies.next() {
            try writer.add(tally)
            try look()
        }
        return try writer.finish()
    }

    // MARK: Lines

    private func writeShards(_ tables: [RollupTableFile], _ names: NameTable) throws -> [Rollup.Shard] {
        var shards = RollupShards(output: output, run: run.number, limits: limits)
        var tallies = try RollupMerge(tallies: tables)
        var pairs = try RollupMerge(pairs: tables)
        var next = try pairs.next()
        while let tally = try tallies.next() {
            var best = RelatedEntities()
            while let pair = next, pair.entity <= tally.id {
                if pair.entity == tally.id { best.add(pair) }
                next = try pairs.next()
            }
            var related: [EntityRowEncoder.Related] = []
            for pair in best.ranked {
                guard let entry = try names.entry(pair.other) else { continue }
                related.append(EntityRowEncoder.Related(entry: entry, documents: pair.documents))
            }
            try shards.append(tally, related: related)
            try look()
        }
        return try shards.finish()
    }
}

/// The highest-ranking pairs of one entity.
private struct RelatedEntities {
    /// In no order before `ranked`.
    private var pairs: [EntityPair] = []

    var ranked: [EntityPair] { Array(pairs.sorted(by: Self.precedes).prefix(EntityRowEncoder.related)) }

    mutating func add(_ pair: EntityPair) {
        pairs.append(pair)
        // Sorting once in many pairs keeps the work linear but for a small factor.
        if pairs.count >= 64 * EntityRowEncoder.related { pairs = ranked }
    }

    private static func precedes(_ a: EntityPair, _ b: EntityPair) -> Bool {
        if a.documents != b.documents { return a.documents > b.documents }
        return a.weight == b.weight ? a.other < b.other : a.weight > b.weight
    }
}
