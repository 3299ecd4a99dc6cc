import Deduplication
import Model
import Store

/// A segment's records with what is needed to judge them.
struct JudgedRecords: Sendable {
    enum Record: Sendable {
        case article(RecordID, Source)
        case reject(Reject)
    }

    var records: [Record] = []
    var prints: [Fingerprint] = []
    /// Memory that they take, about.
    var bytes: Int { prints.reduce(400 * records.count) { $0 + $1.evidence.count + 8 * $1.bands.count } }
}

/// Records that are judged together, as many as fit in memory.
struct Batch: Sendable {
    private(set) var records: [JudgedRecords.Record] = []
    private(set) var prints: [Fingerprint] = []
    private var bytes = 0

    var count: Int { prints.count }

    /// Whether more records fit; an empty batch takes any.
    func hasRoom(for more: JudgedRecords, bytes limit: Int, articles: Int) -> Bool {
        records.isEmpty || bytes + more.bytes <= limit && prints.count + more.prints.count <= articles
    }

    mutating func append(_ more: JudgedRecords) {
        records += more.records
        prints += more.prints
        bytes += more.bytes
    }
}

/// Judges batch after batch, each against the archive and the batches before it.
struct Judging {
    private let rules: Configuration.Dedupe
    /// Memory that the engine may take.
    private let memory: Int
    private let hasArchive: Bool
    private var earlier: Deduplicator.Earlier
    private var documents: Int
    /// Articles of the input that are new beside the archive, and so may lead others.
    private var new: Set<RecordID> = []
    private var encoder = RecordEncoder()
    private(set) var articles = 0

    private static let pieceBytes = 1 << 18

    /// - Parameters:
    ///   - archive: what to compare with; nil to compare the records with each other alone.
    ///   - documents: articles that the archive took in.
    init(_ rules: Configuration.Dedupe, memory: Int, archive: Deduplicator.Earlier?, documents: Int) {
        self.rules = rules
        self.memory = memory
        self.documents = documents
        hasArchive = archive != nil
        earlier = archive ?? .init()
    }

    /// Decides about all records of a batch and writes a line for each.
    mutating func judge(_ batch: Batch, write: ([UInt8]) -> Void) throws {
        let deduplicator = try Deduplicator(rules: rules, memory: memory, firstRank: documents, earlier: earlier)
        let storage = TemporaryIndex()
        var decisions: [Decision] = []
        let outcome = try deduplicator.run(Fingerprints(batch.prints), into: storage) { decisions.append($0) }
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
                } else if hasArchive {
                    new.insert(id)
                }
                document += 1
                encoder.append(
                    id: id, source, decision: decision,
                    isInArchive: hasArchive && decision.map { !new.contains($0.leader) } ?? false)
            }
            if encoder.lines.count >= Self.pieceBytes {
                write(encoder.lines)
                encoder.clear()
            }
        }
        write(encoder.lines)
        articles += batch.count
        documents += batch.count
    }
}

/// Fingerprints in memory.
private final class Fingerprints: FingerprintSource {
    private let prints: [Fingerprint]

    init(_ prints: [Fingerprint]) { self.prints = prints }

    var count: Int { prints.count }

    func forEach(in range: Range<Int>, _ visit: (Int, Fingerprint) throws -> Void) throws {
        for document in range { try visit(document, prints[document]) }
    }

    func evidence(of document: Int) throws -> [UInt8] { prints[document].evidence }
}
