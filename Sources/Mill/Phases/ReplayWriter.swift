import Deduplication
import Model
import Store

/// Makes spool segments of rejects that are articles now. A run begins with the first of them.
struct ReplayWriter {
    /// The run, once there is one.
    private(set) var run: Int?
    private(set) var rescued = 0
    private(set) var failed = 0
    private let output: OutputDirectory
    private let inputs: [PlannedInput]
    private let places: [String: Int]
    private let segmentRecords: Int
    private var maker: ArticleMaker
    private let fingerprinter = Fingerprinter()
    private var spool = SpoolSegment()
    private var writer = SpoolWriter()
    private var spoolBytes = 0
    private var segments = 0

    init(_ output: OutputDirectory, inputs: [PlannedInput], configuration: Configuration) {
        self.output = output
        self.inputs = inputs
        places = Dictionary(uniqueKeysWithValues: inputs.enumerated().map { ($1.file, $0) })
        segmentRecords = configuration.resources.segmentRecords
        maker = ArticleMaker(configuration)
    }

    mutating func tryAgain(_ record: RawRecord) throws {
        guard case .article(let article) = maker.make(from: record) else {
            failed += 1
            return
        }
        rescued += 1
        spool.fingerprints.append(fingerprinter.fingerprint(article))
        spool.articles.append(article)
        spoolBytes += record.bytes.count
        if spoolBytes >= SegmentSource.segmentBytes || spool.articles.count >= segmentRecords { try flush() }
    }

    /// After the last record.
    mutating func end() throws {
        if !spool.articles.isEmpty { try flush() }
        if let run { try output.commit(.ingestEnded(run: run, segments: segments)) }
    }

    private mutating func flush() throws {
        let run = try begun()
        var tallies: [Int: Tally] = [:]
        for article in spool.articles {
            guard let place = places[article.source.file] else { continue }
            tallies[place, default: Tally()].records += 1
            tallies[place, default: Tally()].articles += 1
        }
        let file = try writer.write(spool, to: Layout.segment(segments, run: run), in: output.path)
        try output.commit(
            .ingested(
                run: run,
                SegmentCommit(
                    number: segments, file: file, articles: spool.articles.count, rejects: 0,
                    end: Position(input: inputs.count, ordinal: 0), tallies: tallies, completed: [:], unreadable: [])))
        segments += 1
        spool = SpoolSegment()
        spoolBytes = 0
    }

    private mutating func begun() throws -> Int {
        if let run { return run }
        let number = output.ledger.nextRun
        try output.commit(.replayBegan(run: number, inputs: inputs))
        try output.publishManifest()
        try Disk.makeDirectory(output.path + "/" + Layout.spool(run: number))
        run = number
        return number
    }
}
