package import Model
package import Report
package import Store

/// The main job: inputs to a published output directory, phase by phase, each step committed before the next relies on it.
package struct Run {
    let configuration: Configuration
    let output: OutputDirectory
    let progress: Progress
    let stop: StopSignal
    private let counts = RunCounts()

    package enum Outcome: Sendable {
        /// Everything is published. `runs` were done now (none when there was nothing new).
        case finished(runs: [Ledger.FinishedRun])
        /// Stopped by a signal at a commit; the same command goes on from there.
        case stopped
    }

    /// - Parameter fresh: discard what the output directory holds.
    package init(_ configuration: Configuration, fresh: Bool, progress: Progress, stop: StopSignal) throws {
        // A misspelt input must not leave an output directory behind.
        _ = try InputListing(configuration.inputs, excluding: configuration.output)
        self.configuration = configuration
        self.progress = progress
        self.stop = stop
        output = try OutputDirectory(
            path: configuration.output, contentKey: configuration.contentKey(), fresh: fresh)
    }

    /// What the output directory holds.
    package var ledger: Ledger { output.ledger }

    /// What was counted for the report of a run that this value published from its beginning.
    package func counted(run: Int) -> FactCounter? { counts.counters[run] }

    /// Finishes what an earlier run left, then takes the inputs that are new.
    ///
    /// - Parameter note: told, in plain sentences, what is being done.
    package func perform(note: (String) -> Void) throws -> Outcome {
        guard var done = try finishInterrupted(note: note) else { return .stopped }
        let listing = try InputListing(configuration.inputs, excluding: configuration.output)
        for text in listing.notes { note(text) }
        let workload = Workload(listing.inputs, ledger: output.ledger)
        if workload.fresh.isEmpty {
            try output.publishManifest()
            progress.enter(.finished)
            return .finished(runs: done)
        }
        if !workload.changed.isEmpty { note("\(workload.changed.count) inputs changed since they were read") }
        try output.commit(.began(run: output.ledger.nextRun, inputs: workload.fresh))
        try output.publishManifest()
        guard try finish(note: note) else { return .stopped }
        done += output.ledger.finished.suffix(1)
        return .finished(runs: done)
    }

    /// Finishes what an earlier run left. Nil when it was stopped on the way.
    func finishInterrupted(note: (String) -> Void) throws -> [Ledger.FinishedRun]? {
        if let holder = output.abandonedBy {
            note("\(holder) ended without letting go of \(output.path); its lock is taken over")
        }
        guard let active = output.ledger.active, try resumable(active, note: note) else { return [] }
        note("continuing run \(active.number), which was interrupted")
        guard try finish(note: note) else { return nil }
        return output.ledger.finished.suffix(1)
    }

    /// Whether an interrupted run can go on. Before its inputs are all in the spool, they must be as they were; a run that
    /// cannot go on has published nothing and is given up.
    private func resumable(_ run: Ledger.ActiveRun, note: (String) -> Void) throws -> Bool {
        guard run.segmentCount == nil else { return true }
        if run.isReplay {
            note(
                "run \(run.number), a replay, was interrupted before it had read all rejects; start it again when you like"
            )
            try giveUp(run.number)
            return false
        }
        guard let altered = run.inputs.first(where: { InputListing.current($0.file) != $0 }) else { return true }
        note("input \(altered.file) changed while run \(run.number) was interrupted; the run starts again")
        try giveUp(run.number)
        return false
    }

    /// Ends a run of which nothing is published.
    func giveUp(_ run: Int) throws {
        try output.commit(.abandoned(run: run))
        try output.publishManifest()
        try output.sweep()
    }

    /// The phases of the active run, each from where it stands. False when it was stopped on the way.
    func finish(note: (String) -> Void) throws -> Bool {
        guard let run = output.ledger.active else { return true }
        let before = output.ledger.total
        let known = before.articles + before.duplicates
        progress.begin(
            run: run.number, inputs: run.inputs.map(\.file),
            expectedDuplicates: known > 0 ? Double(before.duplicates) / Double(known) : nil)
        progress.update { counters in
            counters.inputBytes = run.inputs.reduce(0) { $0 + $1.size }
            if run.segmentCount != nil { counters.inputBytesRead = counters.inputBytes }
        }
        for segment in run.segments.values { count(segment) }
        if run.segmentCount == nil, try !ingest(run) { return false }
        guard try dedupe(), !stop.isSet else { return false }
        guard try publish(), try rollUp() else { return false }
        try checkConservation()
        try output.commit(.finished(run: run.number))
        try output.publishManifest()
        try output.sweep()
        progress.enter(.finished)
        return true
    }

    // MARK: Ingest

    private func ingest(_ run: Ledger.ActiveRun) throws -> Bool {
        progress.enter(.ingest)
        try Disk.makeDirectory(output.path + "/" + Layout.spool(run: run.number))
        var source = SegmentSource(run, configuration: configuration, progress: progress, stop: stop)
        let (path, configuration) = (output.path, configuration)
        let line = Line<IngestStage>(
            workers: configuration.workerCount, ahead: 1, aheadCost: SegmentSource.segmentBytes)
        let progress = progress
        defer { progress.add(line.waits) }
        try line.run(
            from: { source.next().map { ($0, $0.cost) } },
            through: { IngestStage(output: path, run: run.number, configuration: configuration, progress: progress) },
            into: { segment in
                var steps = StepClock()
                try output.commit(.ingested(run: run.number, segment))
                steps.lap(.spool)
                progress.add(steps.take())
                count(segment)
            })
        if stop.isSet { return false }
        try output.commit(.ingestEnded(run: run.number, segments: source.count))
        return true
    }

    private func count(_ segment: SegmentCommit) {
        progress.update { counters in
            counters.records += segment.articles + segment.rejects
            counters.articles += segment.articles
            counters.rejects += segment.rejects
            counters.spoolBytes += segment.file.bytes
        }
    }

    // MARK: Dedupe

    private func dedupe() throws -> Bool {
        guard let run = output.ledger.active, run.decisions == nil else { return true }
        progress.enter(.dedupe)
        let phase = DedupePhase(
            output: output.path, ledger: output.ledger, run: run, configuration: configuration, progress: progress,
            stop: stop)
        do {
            try output.commit(phase.perform())
        } catch is DedupePhase.Stopped {
            return false
        }
        return true
    }

    // MARK: Publish

    private func publish() throws -> Bool {
        guard let run = output.ledger.active, let decisions = run.decisions else { return true }
        progress.enter(.publish)
        progress.update { counters in
            counters.duplicates = run.duplicates
            counters.articlesPublishedBefore = run.orderedSegments.prefix(run.published).reduce(0) { $0 + $1.articles }
            counters.duplicatesPublishedBefore = run.duplicatesByInput.values.reduce(0, +)
            counters.articlesPublished = counters.articlesPublishedBefore
            counters.duplicatesPublished = counters.duplicatesPublishedBefore
        }
        let shards = try ShardSet(output: output.path, limits: configuration.shards, ledger: output.ledger)
        var rollup = RollupSpool(run, in: output.path)
        var orders = orders(run)
        let places = Dictionary(uniqueKeysWithValues: run.inputs.enumerated().map { ($1.file, $0) })
        let (path, configuration) = (output.path, configuration)
        let file = DecisionFile(decisions, in: path)
        let boilerplate = run.boilerplate.map { BoilerplateFile($0.file, in: path) }
        var counter = try counter(for: run, file, orders)
        let noFacts = counter.map(SegmentFacts.init)
        let line = Line<PublishStage>(workers: configuration.workerCount, ahead: 1, aheadCost: .max)
        let progress = progress
        defer { progress.add(line.waits) }
        try line.run(
            from: { stop.isSet ? nil : orders.popLast().map { ($0, 0) } },
            through: {
                PublishStage(
                    output: path, decisions: file, boilerplate: boilerplate, places: places, facts: noFacts,
                    configuration: configuration, progress: progress)
            },
            into: { segment in
                var steps = StepClock()
                for chunk in segment.chunks { try shards.append(chunk.bytes, records: chunk.records, to: chunk.kind) }
                let publish = PublishCommit(
                    segments: segment.number + 1, duplicates: segment.duplicates, shards: try shards.checkpoint(),
                    rollupBytes: try rollup.append(segment.rollup))
                try output.commit(.published(run: run.number, publish))
                steps.lap(.write)
                progress.add(steps.take())
                if let facts = segment.facts { counter?.add(facts) }
            })
        if stop.isSet { return false }
        counts.counters[run.number] = counter
        try shards.closeAll()
        let last = PublishCommit(segments: run.segments.count, duplicates: [:], shards: try shards.checkpoint())
        try output.commit(.published(run: run.number, last))
        return true
    }

    /// Adds the run's entities to the counts over all runs. False when it was stopped.
    private func rollUp() throws -> Bool {
        guard let run = output.ledger.active, run.rollup == nil, !run.rollupTables.isEmpty else { return true }
        let rollup = CorpusRollup(
            output: output.path, ledger: output.ledger, run: run, limits: configuration.shards,
            isStopped: { stop.isSet })
        guard let commit = try rollup.perform() else { return false }
        try output.commit(commit)
        return true
    }

    /// Counts for the report, with all duplicates; nil for a run whose beginning another process published, so that its facts
    /// have to be read from the shards.
    private func counter(
        for run: Ledger.ActiveRun, _ decisions: DecisionFile, _ orders: [PublishStage.Order]
    ) throws -> FactCounter? {
        guard run.published == 0 else { return nil }
        // The names of the first run are those of the roll-up.
        var counter = FactCounter(countsNames: !output.ledger.finished.isEmpty)
        for order in orders.reversed() {
            let documents = order.firstDocument..<order.firstDocument + order.segment.articles
            let decided = try decisions.decisions(in: documents)
            for decision in decided.values.sorted(by: { $0.document < $1.document }) { counter.add(decision) }
        }
        counter.chooseExamples()
        return counter
    }

    /// The segments that are not published yet, last first.
    private func orders(_ run: Ledger.ActiveRun) -> [PublishStage.Order] {
        var document = output.ledger.documents
        var orders: [PublishStage.Order] = []
        for segment in run.orderedSegments {
            if segment.number >= run.published {
                orders.append(PublishStage.Order(segment: segment, firstDocument: document))
            }
            document += segment.articles
        }
        return orders.reversed()
    }

    /// The first promise: every record is in exactly one place.
    private func checkConservation() throws {
        guard let run = output.ledger.active else { return }
        let total = run.total
        var written: [ShardKind: Int] = [:]
        for shard in output.ledger.shards where shard.run == run.number {
            written[shard.kind, default: 0] += shard.records
        }
        let expected: [(ShardKind, Int)] = [
            (.articles, total.articles), (.duplicates, total.duplicates), (.rejects, total.rejects),
        ]
        for (kind, count) in expected where written[kind, default: 0] != count {
            throw ConservationError(kind: kind, expected: count, written: written[kind, default: 0])
        }
        if total.records != total.articles + total.duplicates + total.rejects {
            throw ConservationError(kind: .articles, expected: total.records, written: total.articles)
        }
    }
}

/// What runs counted while they published, by their numbers.
private final class RunCounts {
    var counters: [Int: FactCounter] = [:]
}

/// Records went in that did not come out: an error of ours, found before the run was declared complete.
package struct ConservationError: Error, CustomStringConvertible {
    package var kind: ShardKind
    package var expected: Int
    package var written: Int

    package var description: String {
        "internal error: \(expected) records were due in \(kind.rawValue)/, \(written) are there; please report this"
    }
}
