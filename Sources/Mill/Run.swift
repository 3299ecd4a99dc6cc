package import Model
package import Store

/// The main job: inputs to a published output directory, phase by phase, each step committed before the next relies on it.
package struct Run {
    private let configuration: Configuration
    private let output: OutputDirectory
    private let progress: Progress
    private let stop: StopSignal

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

    /// Finishes what an earlier run left, then takes the inputs that are new.
    ///
    /// - Parameter note: told, in plain sentences, what is being done.
    package func perform(note: (String) -> Void) throws -> Outcome {
        var done: [Ledger.FinishedRun] = []
        if let active = output.ledger.active, try resumable(active, note: note) {
            note("continuing run \(active.number), which was interrupted")
            guard try finish(note: note) else { return .stopped }
            done += output.ledger.finished.suffix(1)
        }
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

    /// Whether an interrupted run can go on. Before its inputs are all in the spool, they must be as they were; a run that
    /// cannot go on has published nothing and is given up.
    private func resumable(_ run: Ledger.ActiveRun, note: (String) -> Void) throws -> Bool {
        guard run.segmentCount == nil else { return true }
        guard let altered = run.inputs.first(where: { InputListing.current($0.file) != $0 }) else { return true }
        note("input \(altered.file) changed while run \(run.number) was interrupted; the run starts again")
        try output.commit(.abandoned(run: run.number))
        try output.sweep()
        return false
    }

    /// The phases of the active run, each from where it stands. False when it was stopped on the way.
    private func finish(note: (String) -> Void) throws -> Bool {
        guard let run = output.ledger.active else { return true }
        progress.update { counters in
            counters = Progress.Counters()
            counters.inputBytes = run.inputs.reduce(0) { $0 + $1.size }
        }
        if run.segmentCount == nil, try !ingest(run) { return false }
        try dedupe()
        if stop.isSet { return false }
        guard try publish() else { return false }
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
        for segment in run.segments.values { count(segment) }
        try Disk.makeDirectory(output.path + "/" + Layout.spool(run: run.number))
        var source = SegmentSource(run, configuration: configuration, progress: progress, stop: stop)
        let (path, configuration) = (output.path, configuration)
        let line = Line<IngestStage>(
            workers: configuration.workerCount, ahead: 2, aheadCost: 2 * SegmentSource.segmentBytes)
        try line.run(
            from: { source.next().map { ($0, $0.cost) } },
            through: { IngestStage(output: path, run: run.number, configuration: configuration) },
            into: { segment in
                try output.commit(.ingested(run: run.number, segment))
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
        }
    }

    // MARK: Dedupe

    private func dedupe() throws {
        guard let run = output.ledger.active, run.decisions == nil else { return }
        progress.enter(.dedupe)
        try output.commit(
            DedupePhase(output: output.path, ledger: output.ledger, run: run, configuration: configuration).perform())
    }

    // MARK: Publish

    private func publish() throws -> Bool {
        guard let run = output.ledger.active, let decisions = run.decisions else { return true }
        progress.enter(.publish)
        progress.update { counters in
            counters.segments = run.segments.count
            counters.segmentsPublished = run.published
            counters.duplicates = run.duplicates
        }
        let shards = try ShardSet(output: output.path, limits: configuration.shards, ledger: output.ledger)
        var orders = orders(run)
        let places = Dictionary(uniqueKeysWithValues: run.inputs.enumerated().map { ($1.file, $0) })
        let (path, configuration) = (output.path, configuration)
        let file = DecisionFile(decisions, in: path)
        let line = Line<PublishStage>(workers: configuration.workerCount, ahead: 1, aheadCost: .max)
        try line.run(
            from: { stop.isSet ? nil : orders.popLast().map { ($0, 0) } },
            through: { PublishStage(output: path, decisions: file, places: places, configuration: configuration) },
            into: { segment in
                for chunk in segment.chunks { try shards.append(chunk.bytes, records: chunk.records, to: chunk.kind) }
                let publish = PublishCommit(
                    segments: segment.number + 1, duplicates: segment.duplicates, shards: try shards.checkpoint())
                try output.commit(.published(run: run.number, publish))
                progress.update { $0.segmentsPublished += 1 }
            })
        if stop.isSet { return false }
        try shards.closeAll()
        let last = PublishCommit(segments: run.segments.count, duplicates: [:], shards: try shards.checkpoint())
        try output.commit(.published(run: run.number, last))
        return true
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

/// Records went in that did not come out: an error of ours, found before the run was declared complete.
package struct ConservationError: Error, CustomStringConvertible {
    package var kind: ShardKind
    package var expected: Int
    package var written: Int

    package var description: String {
        "internal error: \(expected) records were due in \(kind.rawValue)/, \(written) are there; please report this"
    }
}
