package import Model

/// What the journal says, added up: everything about an output directory that is certain.
package struct Ledger: Sendable, Equatable {
    package private(set) var contentKey: [UInt8]?
    package private(set) var finished: [FinishedRun] = []
    package private(set) var active: ActiveRun?
    /// Latest state of every input that a finished run has read, by file name.
    package private(set) var inputs: [String: InputState] = [:]
    /// Complete shards, in the order in which they were completed.
    package private(set) var shards: [Shard] = []
    /// Index files in force.
    package private(set) var index: [StoredFile] = []
    /// The counts of entities in force.
    package private(set) var rollup = Rollup()
    /// Articles ever spooled by finished runs: the first document number of the next run.
    package private(set) var documents = 0
    private var runs = 0

    package init() {}

    package init(_ commits: [Commit]) {
        for commit in commits { apply(commit) }
    }

    package struct FinishedRun: Sendable, Equatable {
        package var number: Int
        package var inputs: Int
        package var total: Tally
        /// Its records had been rejects of earlier runs.
        package var isReplay = false
        /// What was cut of its articles; nil where nothing was looked for.
        package var boilerplate: BoilerplateCounts?
    }

    package struct InputState: Sendable, Equatable {
        package var identity: FileIdentity
        package var tally: Tally
        package var run: Int
        /// The system could not read it (to its end); a later run tries again.
        package var unreadable: Bool
    }

    package struct Shard: Sendable, Equatable {
        package var kind: ShardKind
        package var run: Int
        package var number: Int
        package var records: Int
        package var file: StoredFile
    }

    /// A run that began and has not finished.
    package struct ActiveRun: Sendable, Equatable {
        package var number: Int
        package var inputs: [PlannedInput]
        package var isReplay = false
        package var segments: [Int: SegmentCommit] = [:]
        /// Number of segments, once ingestion has ended.
        package var segmentCount: Int?
        package var decisions: StoredFile?
        package var duplicates = 0
        package var boilerplate: BoilerplateCommit?
        /// Segments whose records are in the shards.
        package var published = 0
        package var duplicatesByInput: [Int: Int] = [:]
        package var openShards: [ShardKind: ShardState] = [:]
        /// The index as it will be when the run is finished, once it is decided.
        package var index: [StoredFile]?
        /// Lengths of the roll-up's tables of the segments, as they follow each other in its spool; 0 for none.
        package var rollupTables: [Int] = []
        /// The counts of entities as they will be when the run is finished, once they are added up.
        package var rollup: Rollup?

        /// Nothing of the run is visible outside `work/` yet.
        package var isUnpublished: Bool { published == 0 && openShards.isEmpty }

        /// Length of the gapless run of committed segments from the first.
        package var contiguousSegments: Int {
            var count = 0
            while segments[count] != nil { count += 1 }
            return count
        }

        package var orderedSegments: [SegmentCommit] { segments.values.sorted { $0.number < $1.number } }

        package var total: Tally {
            var total = Tally()
            for input in inputs.indices { total += tally(ofInput: input) }
            return total
        }

        /// Duplicates are moved out of `articles` as far as publishing has come.
        package func tally(ofInput input: Int) -> Tally {
            var tally = Tally()
            for segment in segments.values { if let part = segment.tallies[input] { tally += part } }
            tally.duplicates = duplicatesByInput[input] ?? 0
            tally.articles -= tally.duplicates
            return tally
        }
    }

    /// Everything that the finished runs made of the inputs. A reject that was rescued by a replay counts as what became of
    /// it.
    package var total: Tally {
        finished.reduce(into: Tally()) { total, run in
            total += run.total
            if run.isReplay {
                total.records -= run.total.records
                total.rejects -= run.total.records
            }
        }
    }

    /// What an output directory holds, read without taking it in hand.
    ///
    /// - Throws: `noOutput` where there is none.
    package init(of output: String) throws(StoreError) {
        let journal = output + "/" + Layout.journal
        guard Disk.exists(journal) else { throw .noOutput(path: output) }
        self.init(try Journal.commits(journal))
    }

    /// Number the next run will have.
    package var nextRun: Int { runs + 1 }

    /// Complete shards of a kind; the open one, if any, has this number.
    package func shardCount(_ kind: ShardKind) -> Int { shards.count { $0.kind == kind } }

    package mutating func apply(_ commit: Commit) {
        switch commit {
        case .opened(let contentKey):
            self.contentKey = contentKey
        case .began(let run, let inputs):
            runs = run
            active = ActiveRun(number: run, inputs: inputs)
        case .replayBegan(let run, let inputs):
            runs = run
            active = ActiveRun(number: run, inputs: inputs, isReplay: true)
        case .ingested(_, let segment):
            active?.segments[segment.number] = segment
        case .ingestEnded(_, let segments):
            active?.segmentCount = segments
        case .decided(_, let file, let duplicates, let boilerplate, let index):
            active?.decisions = file
            active?.duplicates = duplicates
            active?.boilerplate = boilerplate
            active?.index = index
        case .published(_, let publish):
            apply(publish)
        case .rolledUp(_, let rollup):
            active?.rollup = rollup
        case .finished:
            finish()
        case .abandoned:
            active = nil
        }
    }

    private mutating func apply(_ publish: PublishCommit) {
        guard var run = active else { return }
        run.published = publish.segments
        if publish.rollupBytes > 0 { run.rollupTables.append(publish.rollupBytes) }
        for (input, count) in publish.duplicates { run.duplicatesByInput[input, default: 0] += count }
        for shard in publish.shards {
            if let sha256 = shard.sha256 {
                let file = StoredFile(path: shard.path, bytes: shard.bytes, sha256: sha256)
                shards.append(
                    Shard(
                        kind: shard.kind, run: run.number, number: shard.number, records: shard.records, file: file))
                run.openShards[shard.kind] = nil
            } else {
                run.openShards[shard.kind] = shard
            }
        }
        active = run
    }

    private mutating func finish() {
        guard let run = active else { return }
        var tallies = [Tally](repeating: Tally(), count: run.inputs.count)
        var identities: [Int: FileIdentity] = [:]
        var unreadable: Set<Int> = []
        for segment in run.segments.values {
            documents += segment.articles
            for (input, part) in segment.tallies { tallies[input] += part }
            identities.merge(segment.completed) { $1 }
            unreadable.formUnion(segment.unreadable)
        }
        var total = Tally()
        for (place, input) in run.inputs.enumerated() {
            tallies[place].duplicates = run.duplicatesByInput[place] ?? 0
            tallies[place].articles -= tallies[place].duplicates
            total += tallies[place]
            if run.isReplay {
                rescue(tallies[place], from: input.file)
                continue
            }
            let planned = FileIdentity(size: input.size, modified: input.modified, sha256: "")
            inputs[input.file] = InputState(
                identity: identities[place] ?? planned, tally: tallies[place], run: run.number,
                unreadable: unreadable.contains(place))
        }
        index = run.index ?? index
        rollup = run.rollup ?? rollup
        finished.append(
            FinishedRun(
                number: run.number, inputs: run.inputs.count, total: total, isReplay: run.isReplay,
                boilerplate: run.boilerplate?.counts))
        active = nil
    }

    /// Records of an input that were rejects and are articles or duplicates now.
    private mutating func rescue(_ rescued: Tally, from file: String) {
        inputs[file]?.tally.articles += rescued.articles
        inputs[file]?.tally.duplicates += rescued.duplicates
        inputs[file]?.tally.rejects -= rescued.records
    }
}
