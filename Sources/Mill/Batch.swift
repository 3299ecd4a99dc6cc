import Deduplication
import Model

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
    private(set) var segments: [JudgedRecords] = []
    private var bytes = 0
    private(set) var articles = 0

    /// Whether more records fit; an empty batch takes any.
    func hasRoom(for more: JudgedRecords, bytes limit: Int, articles most: Int) -> Bool {
        segments.isEmpty || bytes + more.bytes <= limit && articles + more.prints.count <= most
    }

    mutating func append(_ more: JudgedRecords) {
        segments.append(more)
        bytes += more.bytes
        articles += more.prints.count
    }
}

/// The fingerprints of a batch as the engine takes them.
final class BatchFingerprints: FingerprintSource {
    private let prints: [Fingerprint]

    init(_ batch: Batch) { prints = batch.segments.flatMap(\.prints) }

    var count: Int { prints.count }

    func forEach(in range: Range<Int>, _ visit: (Int, Fingerprint) throws -> Void) throws {
        for document in range { try visit(document, prints[document]) }
    }

    func evidence(of document: Int) throws -> [UInt8] { prints[document].evidence }
}
