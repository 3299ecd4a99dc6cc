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
    private let progress: Progress
    private let stop: StopSignal

    /// The phase was asked to stop; it leaves nothing behind that counts.
    struct Stopped: Error {}

    /// - Parameter ledger: with `run` as its active run.
    init(
        output: String, ledger: Ledger, run: Ledger.ActiveRun, configuration: Configuration, progress: Progress,
        stop: StopSignal
    ) {
        self.output = output
        self.ledger = ledger
        self.run = run
        self.configuration = configuration
        self.progress = progress
        self.stop = stop
    }

    /// Decides about every article of the run. What it writes counts once the commit that it gives is in the journal; until
    /// then the phase can be done again from its beginning and comes to the same bytes.
    ///
    /// - Throws: `Stopped`, soon after the stop signal.
    func perform() throws -> Commit {
        var steps = StepClock()
        defer {
            steps.lap(.dedupe)
            progress.add(steps.take())
        }
        let earlier = try EarlierIndex(ledger.index, in: output)
        let deduplicator = try Deduplicator(
            rules: configuration.dedupe, memory: configuration.resources.memory / 5 * 2, firstRank: ledger.documents,
            earlier: earlier.sources())
        let storage = IndexWriting(output: output, run: run.number)
        let decisions = try DecisionFile.Writer(run: run.number, in: output)
        var duplicates = 0
        let (progress, stop) = (progress, stop)
        let documents = SpooledRun(run, in: output) { count in
            if stop.isSet { throw Stopped() }
            if count > 0 { progress.update { $0.articlesJudged += count } }
        }
        let boilerplate =
            configuration.dedupe.cutBoilerplate ? try BoilerplateFile.Writer(run: run.number, in: output) : nil
        let outcome = try deduplicator.run(documents, into: storage) { decision in
            try decisions.append(decision)
            if !decision.supersedes { duplicates += 1 }
        } cut: {
            try boilerplate?.append($0)
        }
        let index =
            try earlier.articles.flatMap { [$0.rows, $0.evidence] } + earlier.tables.prefix(outcome.keptTables)
            + storage.close()
        return .decided(
            run: run.number, file: try decisions.close(), duplicates: duplicates,
            boilerplate: try boilerplate.map {
                BoilerplateCommit(file: try $0.close(), counts: outcome.boilerplate)
            }, index: index)
    }
}
