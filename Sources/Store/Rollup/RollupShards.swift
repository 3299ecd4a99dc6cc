internal import Gzip
internal import Model

/// Writes the lines of `entities/` into shards. All are complete, under their final names, when `finish` returns.
struct RollupShards {
    private let output: String
    private let run: Int
    private let limits: Configuration.Shards
    private let compressor: GzipCompressor?
    private var encoder = EntityRowEncoder()
    private var open: (file: StoredFileWriter, records: Int)?
    private var shards: [Rollup.Shard] = []

    private static let chunkBytes = 1 << 20

    init(output: String, run: Int, limits: Configuration.Shards) {
        self.output = output
        self.run = run
        self.limits = limits
        compressor = limits.compression == .gzip ? GzipCompressor(level: limits.level) : nil
    }

    mutating func append(_ tally: EntityTally, related: [EntityRowEncoder.Related]) throws(StoreError) {
        encoder.append(tally, related: related)
        if encoder.count >= Self.chunkBytes || encoder.records >= min(limits.records, 2048) { try flush() }
    }

    mutating func finish() throws(StoreError) -> [Rollup.Shard] {
        try flush()
        try close()
        for shard in shards {
            let path = "\(output)/\(shard.file.path)"
            try Disk.rename(path + ".tmp", to: path)
        }
        if let last = shards.last { try Disk.syncDirectory(of: "\(output)/\(last.file.path)") }
        return shards
    }

    private mutating func flush() throws(StoreError) {
        guard encoder.records > 0 else { return }
        var chunk: [UInt8] = []
        if let compressor {
            encoder.withLines { compressor.appendMember($0, to: &chunk) }
        } else {
            chunk = encoder.lines
        }
        if let full = open, full.records + encoder.records > limits.records { try close() }
        let shard =
            if let filling = open?.file { filling } else {
                try StoredFileWriter(path(shards.count) + ".tmp", in: output)
            }
        try shard.append(chunk)
        open = (shard, (open?.records ?? 0) + encoder.records)
        encoder.clear()
        if shard.length >= limits.bytes { try close() }
    }

    private mutating func close() throws(StoreError) {
        guard let (file, records) = open else { return }
        var stored = try file.close()
        stored.path = path(shards.count)
        shards.append(Rollup.Shard(records: records, file: stored))
        open = nil
    }

    private func path(_ number: Int) -> String {
        Layout.rollupShard(number, run: run, suffix: limits.compression == .gzip ? ".gz" : "")
    }
}
