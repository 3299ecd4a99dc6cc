import Deduplication
import Intake
import Locking
package import Model
import Store

/// Says of every record whether an archive has it already, as `run` would decide, and leaves everything as it is.
///
/// Records are taken in batches that fit in memory, each of which is to the engine what a run is: nights in sequence
/// decide as one run over all.
package struct DuplicateFilter {
    private let configuration: Configuration
    private let archive: EarlierIndex?
    /// Articles that the archive took in.
    private let documents: Int
    /// Settings with which the archive was made, where they are others.
    package let differences: [String]

    /// Memory that the records of a batch may take. Two are in hand: one is judged while the next is read.
    private let batchBytes: Int
    /// Memory that judging a batch may take.
    private let judgingBytes: Int

    /// - Parameters:
    ///   - archive: an output directory; nil to compare the records with each other alone.
    ///   - batchBytes: memory that a batch of records may take; by default a fifth of what the configuration allows.
    package init(_ configuration: Configuration, against archive: String?, batchBytes: Int? = nil) throws {
        var configuration = configuration
        self.batchBytes = batchBytes ?? configuration.resources.memory / 5
        judgingBytes = configuration.resources.memory / 5
        // The question is asked in the order of the records.
        configuration.dedupe.keep = .firstSeen
        configuration.dedupe.revisions = .first
        configuration.dedupe.cutBoilerplate = false
        // Nobody asks for the bytes of a reject, so no batch holds them.
        configuration.limits.rejectPayloadBytes = 0
        self.configuration = configuration
        guard let archive else {
            (self.archive, documents, differences) = (nil, 0, [])
            return
        }
        let ledger = try Ledger(of: archive)
        self.archive = try EarlierIndex(ledger.index, in: archive)
        documents = ledger.documents
        differences =
            ledger.contentKey.map {
                Configuration.differences(contentKey: $0, new: configuration.contentKey()).filter { difference in
                    Self.shapingSections.contains { difference.hasPrefix($0) }
                }
            } ?? []
    }

    /// Sections of the configuration by which the text of an article, and so its fingerprint, may come out otherwise.
    private static let shapingSections = ["fields.", "extraction.", "normalize."]

    /// Reads the inputs (standard input when none are named) in the order in which `run` would, and writes a line for each
    /// record.
    ///
    /// - Parameters:
    ///   - write: takes whole lines, in order. Called by one thread at a time, not always the same.
    ///   - note: told about inputs that were passed over.
    /// - Returns: the number of records that are articles.
    package func run(
        _ names: [String], write: @escaping @Sendable ([UInt8]) -> Void, note: (String) -> Void
    ) throws -> Int {
        let standardInput = names.isEmpty ? try StandardInput.spooled() : nil
        defer { withExtendedLifetime(standardInput) {} }
        let listing = try InputListing(standardInput.map { [$0.path] } ?? names, excluding: "")
        for text in listing.notes { note(text) }
        var ledger = Ledger()
        ledger.apply(.began(run: 1, inputs: listing.inputs))
        guard let run = ledger.active else { return 0 }
        var source = SegmentSource(run, configuration: configuration, progress: Progress(), stop: StopSignal())
        let judging = Guarded(
            Judging(configuration.dedupe, memory: judgingBytes, archive: try archive?.sources(), documents: documents))
        let sideTrack = SideTrack()
        defer { sideTrack.rest() }
        func judge(_ batch: Batch) throws {
            try sideTrack.start { try judging.withLock { try $0.judge(batch, write: write) } }
        }
        let (configuration, isNamed) = (configuration, standardInput == nil)
        let line = Line<FingerprintStage>(
            workers: configuration.workerCount, ahead: 2, aheadCost: 2 * SegmentSource.segmentBytes)
        // A batch of more articles than are judged at once would be judged in two parts, the second a small one.
        let most = Deduplicator.articles(in: judgingBytes)
        var batch = Batch()
        try line.run(
            from: { source.next().map { ($0, $0.cost) } },
            through: { FingerprintStage(configuration, fileNames: isNamed) },
            into: { records in
                if !batch.hasRoom(for: records, bytes: batchBytes, articles: most) {
                    try judge(batch)
                    batch = Batch()
                }
                batch.append(records)
            })
        try judge(batch)
        try sideTrack.finish()
        return judging.withLock { $0.articles }
    }
}

private struct FingerprintStage: Stage {
    private var maker: ArticleMaker
    private let fingerprinter = Fingerprinter()
    private let fileNames: Bool

    init(_ configuration: Configuration, fileNames: Bool) {
        maker = ArticleMaker(configuration)
        self.fileNames = fileNames
    }

    mutating func process(_ segment: RawSegment) throws -> JudgedRecords {
        var result = JudgedRecords()
        for (_, item) in segment.items {
            switch maker.outcome(of: item) {
            case .article(var article):
                if !fileNames { article.source.file = "" }
                result.records.append(.article(article.id, article.source))
                result.prints.append(fingerprinter.fingerprint(article))
            case .reject(var reject):
                if !fileNames { reject.source.file = "" }
                result.records.append(.reject(reject))
            case nil: break
            }
        }
        return result
    }
}
