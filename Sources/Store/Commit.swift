package import Model

/// One line of the journal: something that is done and will not be done again.
package enum Commit: Sendable, Equatable {
    /// The output directory was begun under a configuration (`Configuration.contentKey`).
    case opened(contentKey: [UInt8])
    /// A run took these new inputs in hand; their order is the order of the records.
    case began(run: Int, inputs: [PlannedInput])
    /// A run took rejects of these inputs in hand once more. Only what became an article is part of it; the inputs' states
    /// stay as they are.
    case replayBegan(run: Int, inputs: [PlannedInput])
    case ingested(run: Int, SegmentCommit)
    /// All inputs are in the spool.
    case ingestEnded(run: Int, segments: Int)
    /// Every article of the run has been judged. The decisions lie in a file of the spool; `index` names all files that are
    /// in force as the index once the run is finished.
    case decided(run: Int, file: StoredFile, duplicates: Int, boilerplate: BoilerplateCommit?, index: [StoredFile])
    case published(run: Int, PublishCommit)
    /// The lines of `entities/` are written anew, and in force once the run is finished.
    case rolledUp(run: Int, Rollup)
    case finished(run: Int)
    /// An unfinished run, nothing of which was published, was given up: its inputs changed, or a replay was stopped.
    case abandoned(run: Int)
}

/// A file below the output directory that must be exactly so.
package struct StoredFile: Sendable, Equatable {
    /// Relative to the output directory.
    package var path: String
    package var bytes: Int
    package var sha256: String

    package init(path: String, bytes: Int, sha256: String) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// A spool file below the output directory, exists only while its run is unfinished.
package struct SpoolFile: Sendable, Equatable {
    /// Relative to the output directory.
    package var path: String
    package var bytes: Int
    /// CRC-32 of the footer, which has those of the other parts: nobody but an accident changes a spool file.
    package var crc32: UInt32

    package init(path: String, bytes: Int, crc32: UInt32) {
        self.path = path
        self.bytes = bytes
        self.crc32 = crc32
    }
}

/// An input as it was when its run began.
package struct PlannedInput: Sendable, Equatable {
    package var file: String
    package var size: Int
    /// Nanoseconds since 1970.
    package var modified: Int

    package init(file: String, size: Int, modified: Int) {
        self.file = file
        self.size = size
        self.modified = modified
    }
}

/// A stretch of consecutive records, ingested and lying in one spool file.
package struct SegmentCommit: Sendable, Equatable {
    package var number: Int
    package var file: SpoolFile
    package var articles: Int
    package var rejects: Int
    /// Where the next segment begins.
    package var end: Position
    /// What the segment holds of each input it touches, by the input's place in the run.
    package var tallies: [Int: Tally]
    /// Inputs that ended in this segment.
    package var completed: [Int: FileIdentity]
    /// Inputs that ended early because the system could not read them.
    package var unreadable: [Int]

    package init(
        number: Int, file: SpoolFile, articles: Int, rejects: Int, end: Position, tallies: [Int: Tally],
        completed: [Int: FileIdentity], unreadable: [Int]
    ) {
        self.number = number
        self.file = file
        self.articles = articles
        self.rejects = rejects
        self.end = end
        self.tallies = tallies
        self.completed = completed
        self.unreadable = unreadable
    }
}

/// A place in the run's sequence of records.
package struct Position: Sendable, Equatable {
    /// Place of the input in the run.
    package var input: Int
    /// The next record's ordinal in that input.
    package var ordinal: Int

    package init(input: Int, ordinal: Int) {
        self.input = input
        self.ordinal = ordinal
    }
}

/// Where records ended up. `records = articles + duplicates + rejects` once published; before, duplicates count as articles.
package struct Tally: Sendable, Equatable {
    package var records = 0
    package var articles = 0
    package var duplicates = 0
    package var rejects = 0
    /// Parts of the container that are no records by nature (WARC requests, say), by kind.
    package var auxiliary: [String: Int] = [:]

    package init() {}

    package static func += (a: inout Tally, b: Tally) {
        a.records += b.records
        a.articles += b.articles
        a.duplicates += b.duplicates
        a.rejects += b.rejects
        a.auxiliary.merge(b.auxiliary, uniquingKeysWith: +)
    }
}

/// What the articles of a run lose as boilerplate of their sites, in a file of the spool.
package struct BoilerplateCommit: Sendable, Equatable {
    package var file: StoredFile
    package var counts: BoilerplateCounts

    package init(file: StoredFile, counts: BoilerplateCounts) {
        self.file = file
        self.counts = counts
    }
}

/// A spool segment whose records are in the shards.
package struct PublishCommit: Sendable, Equatable {
    /// Number of segments of the run that are published with this one.
    package var segments: Int
    /// Duplicates that this segment added, by the input's place in the run.
    package var duplicates: [Int: Int]
    /// Every shard touched, as it now is.
    package var shards: [ShardState]
    /// Length of the segment's table in the spool of the roll-up; 0 for none.
    package var rollupBytes: Int

    package init(segments: Int, duplicates: [Int: Int], shards: [ShardState], rollupBytes: Int = 0) {
        self.segments = segments
        self.duplicates = duplicates
        self.shards = shards
        self.rollupBytes = rollupBytes
    }
}

/// The counts of all entities: for readers, and for adding to them.
package struct Rollup: Sendable, Equatable {
    package struct Shard: Sendable, Equatable {
        package var records: Int
        package var file: StoredFile

        package init(records: Int, file: StoredFile) {
            self.records = records
            self.file = file
        }
    }

    /// Files of `entities/`, in the order of the ids.
    package var shards: [Shard] = []
    /// Tables, the oldest first.
    package var tables: [StoredFile] = []

    package init(shards: [Shard] = [], tables: [StoredFile] = []) {
        self.shards = shards
        self.tables = tables
    }
}

package struct ShardState: Sendable, Equatable {
    package var kind: ShardKind
    package var number: Int
    /// Where it lies when complete, relative to the output directory; until then `.tmp` follows the name.
    package var path: String
    package var records: Int
    package var bytes: Int
    /// Set when the shard is complete and has its final name.
    package var sha256: String?

    package init(
        kind: ShardKind, number: Int, path: String, records: Int, bytes: Int, sha256: String? = nil
    ) {
        self.kind = kind
        self.number = number
        self.path = path
        self.records = records
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// The three kinds of output records; the raw value is the name of the directory.
package enum ShardKind: String, Sendable, CaseIterable {
    case articles, duplicates, rejects
}
