import Deduplication
import Model
import Store

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

    /// Tables of so many batches are asked one by one; to merge them after each batch costs more than to ask them.
    private static let fewestTables = 8
    /// Lines are written when there are so many bytes of them.
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
        let deduplicator = try Deduplicator(
            rules: rules, memory: memory, firstRank: documents, earlier: earlier, fewestTables: Self.fewestTables)
        let storage = TemporaryIndex()
        var decisions: [Decision] = []
        let outcome = try deduplicator.run(BatchFingerprints(batch), into: storage) { decisions.append($0) }
        earlier = try storage.joined(to: earlier, keepingTables: outcome.keptTables)
        encoder.clear()
        var (document, decided) = (documents, 0)
        for record in batch.segments.lazy.flatMap(\.records) {
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
            if encoder.count >= Self.pieceBytes {
                write(encoder.lines)
                encoder.clear()
            }
        }
        write(encoder.lines)
        articles += batch.articles
        documents += batch.articles
    }
}
