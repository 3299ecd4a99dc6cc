internal import Gzip
package import Model

/// Lines of one kind on their way into a shard: encoded, cut into chunks, compressed. One per worker.
package struct ChunkEncoder {
    package struct Chunk: Sendable {
        package var kind: ShardKind
        package var records: Int
        package var bytes: [UInt8]
    }

    private let kind: ShardKind
    private let compressor: GzipCompressor?
    private let recordLimit: Int
    private var encoder = RecordEncoder()
    private var chunks: [Chunk] = []

    /// A chunk is compressed on its own: large enough to compress well, small enough to stay in the cache.
    private static let chunkBytes = 1 << 20

    package init(_ kind: ShardKind, _ shards: Configuration.Shards) {
        self.kind = kind
        compressor = shards.compression == .gzip ? GzipCompressor(level: shards.level) : nil
        recordLimit = min(shards.records, 2048)
    }

    package mutating func append(
        _ article: Article, decision: Decision?, entities: [Entity], by method: Entity.Method? = nil
    ) {
        encoder.append(article, decision: decision, entities: entities, by: method)
        cutIfFull()
    }

    package mutating func append(_ reject: Reject) {
        encoder.append(reject)
        cutIfFull()
    }

    /// The chunks of everything appended since the last call.
    package mutating func take() -> [Chunk] {
        cut()
        defer { chunks = [] }
        return chunks
    }

    private mutating func cutIfFull() {
        if encoder.count >= Self.chunkBytes || encoder.records >= recordLimit { cut() }
    }

    private mutating func cut() {
        guard encoder.records > 0 else { return }
        var bytes: [UInt8] = []
        if let compressor {
            encoder.withLines { compressor.appendMember($0, to: &bytes) }
        } else {
            bytes = encoder.lines
        }
        chunks.append(Chunk(kind: kind, records: encoder.records, bytes: bytes))
        encoder.clear()
    }
}
