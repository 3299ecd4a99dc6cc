import Deduplication
import Model
import Store

/// The dedupe phase: fingerprints of the run's spool against each other and against the index become decisions and the run's
/// part of the index.
struct DedupePhase {
    private let output: String
    private let ledger: Ledger
    private let run: Ledger.ActiveRun
    private let configuration: Configuration

    /// - Parameter ledger: with `run` as its active run.
    init(output: String, ledger: Ledger, run: Ledger.ActiveRun, configuration: Configuration) {
        self.output = output
        self.ledger = ledger
        self.run = run
        self.configuration = configuration
    }

    /// Decides about every article of the run. What it writes counts once the commit that it gives is in the journal; until
    /// then the phase can be done again from its beginning and comes to the same bytes.
    func perform() throws -> Commit {
        let earlier = try EarlierIndex(ledger.index, in: output)
        let deduplicator = try Deduplicator(
            rules: configuration.dedupe, memory: configuration.resources.memory / 5 * 2, firstRank: ledger.documents,
            earlier: earlier.sources())
        let storage = IndexWriting(output: output, run: run.number)
        let decisions = try DecisionFile.Writer(run: run.number, in: output)
        var duplicates = 0
        let kept = try deduplicator.run(SpooledRun(run, in: output), into: storage) { decision in
            try decisions.append(decision)
            if !decision.supersedes { duplicates += 1 }
        }
        let index = try earlier.articles.flatMap { [$0.rows, $0.evidence] } + earlier.tables.prefix(kept) + storage.close()
        return .decided(run: run.number, file: try decisions.close(), duplicates: duplicates, index: index)
    }
}
