import Deduplication
import Intake
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

    /// Memory that the records of a batch may take.
    private let batchBytes: Int

    /// - Parameters:
    ///   - archive: an output directory; nil to compare the records with each other alone.
    ///   - batchBytes: memory that a batch of records may take; by default a quarter of what the configuration allows.
    package init(_ configuration: Configuration, against archive: String?, batchBytes: Int? = nil) throws {
        var configuration = configuration
        self.batchBytes = batchBytes ?? configuration.resources.memory / 4
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
    ///   - write: takes whole lines.
    ///   - note: told about inputs that were passed over.
    /// - Returns: the number of records that are articles.
    package func run(_ names: [String], write: ([UInt8]) -> Void, note: (String) -> Void) throws -> Int {
        let standardInput = names.isEmpty ? try StandardInput.spooled() : nil
        defer { withExtendedLifetime(standardInput) {} }
        let listing = try InputListing(standardInput.map { [$0.path] } ?? names, excluding: "")
        for text in listing.notes { note(text) }
        var ledger = Ledger()
        ledger.apply(.began(run: 1, inputs: listing.inputs))
        guard let run = ledger.active else { return 0 }
        var source = SegmentSource(run, configuration: configuration, progress: Progress(), stop: StopSignal())
        var judging = try Judging(configuration, archive: archive?.sources() ?? .init(), documents: documents)
        let (configuration, isNamed, batchBytes) = (configuration, standardInput == nil, batchBytes)
        let line = Line<FingerprintStage>(
            workers: configuration.workerCount, ahead: 2, aheadCost: 2 * SegmentSource.segmentBytes)
        try line.run(
            from: { source.next().map { ($0, $0.cost) } },
            through: { FingerprintStage(configuration, fileNames: isNamed) },
            into: { records in
                judging.batch.append(records)
                if judging.batch.bytes > batchBytes { write(try judging.judge()) }
            })
        write(try judging.judge())
        return judging.articles
    }
}

/// A segment's records with what is needed to judge them.
private struct JudgedRecords: Sendable {
    enum Record: Sendable {
        case article(RecordID, Source)
        case reject(Reject)
    }

    var records: [Record] = []
    var prints: [Fingerprint] = []
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

/// Judges batch after batch, each against the archive and the batches before it.
private struct Judging {
    private let configuration: Configuration
    private var earlier: Deduplicator.Earlier
    private var documents: Int
    /// Articles of the input that are new, and so may lead others.
    private var new: Set<RecordID> = []
    private var encoder = RecordEncoder()
    private(set) var articles = 0
    var batch = Batch()

    init(_ configuration: Configuration, archive: Deduplicator.Earlier, documents: Int) throws {
        self.configuration = configuration
        self.documents = documents
        earlier = archive
    }

    /// Lines about all records of the batch, which is empty then.
    mutating func judge() throws -> [UInt8] {
        let deduplicator = try Deduplicator(
            rules: configuration.dedupe, memory: configuration.resources.memory / 5, firstRank: documents,
            earlier: earlier)
        let storage = TemporaryIndex()
        var decisions: [Decision] = []
        let outcome = try deduplicator.run(batch, into: storage) { decisions.append($0) }
        earlier = try storage.joined(to: earlier, keepingTables: outcome.keptTables)
        encoder.clear()
        var (document, decided) = (documents, 0)
        for record in batch.records {
            switch record {
            case .reject(let reject): encoder.append(verdictOn: reject)
            case .article(let id, let source):
                var decision: Decision?
                if decided < decisions.count, decisions[decided].document == document {
                    decision = decisions[decided]
                    decided += 1
                } else {
                    new.insert(id)
                }
                document += 1
                encoder.append(
                    id: id, source, decision: decision,
                    isInArchive: decision.map { !new.contains($0.leader) } ?? false)
            }
        }
        articles += batch.count
        documents += batch.count
        batch = Batch()
        return encoder.lines
    }
}

/// Records and fingerprints in memory.
private final class Batch: FingerprintSource {
    private(set) var records: [JudgedRecords.Record] = []
    private var prints: [Fingerprint] = []
    /// Memory that they take, about.
    private(set) var bytes = 0

    var count: Int { prints.count }

    func append(_ more: JudgedRecords) {
        records += more.records
        prints += more.prints
        for print in more.prints { bytes += print.evidence.count + 8 * print.bands.count }
        bytes += 400 * more.records.count
    }

    func forEach(in range: Range<Int>, _ visit: (Int, Fingerprint) throws -> Void) throws {
        for document in range { try visit(document, prints[document]) }
    }

    func evidence(of document: Int) throws -> [UInt8] { prints[document].evidence }
}
