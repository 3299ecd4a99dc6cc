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
    private var writer = SpoolWriter()
    private var spoolBytes = 0
    private var segments = 0
    /// Of the segment at hand.
    private var articles = 0
    private var tallies: [Int: Tally] = [:]

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
        if articles == 0 { try writer.begin(Layout.segment(segments, run: begun()), in: output.path) }
        try writer.add(article, fingerprinter.fingerprint(article))
        articles += 1
        if let place = places[article.source.file] {
            tallies[place, default: Tally()].records += 1
            tallies[place, default: Tally()].articles += 1
        }
        spoolBytes += record.bytes.count
        if spoolBytes >= SegmentSource.segmentBytes || articles >= segmentRecords { try flush() }
    }

    /// After the last record.
    mutating func end() throws {
        if articles > 0 { try flush() }
        if let run { try output.commit(.ingestEnded(run: run, segments: segments)) }
    }

    private mutating func flush() throws {
        let run = try begun()
        let file = try writer.end()
        try output.commit(
            .ingested(
                run: run,
                SegmentCommit(
                    number: segments, file: file, articles: articles, rejects: 0,
                    end: Position(input: inputs.count, ordinal: 0), tallies: tallies, completed: [:], unreadable: [])))
        segments += 1
        (articles, tallies) = (0, [:])
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
