internal import Digest
internal import Gzip
package import Model

/// The shards that a run is writing: one open file per kind, filled in order.
///
/// Every chunk is a gzip member of its own (RFC 1952 allows any number in a file), so an open shard can be cut back to its
/// last commit and continued without redoing anything. Owned by one thread.
package final class ShardSet {
    private let output: String
    private let limits: Configuration.Shards
    private var open: [ShardKind: OpenShard] = [:]
    private var next: [ShardKind: Int]
    /// Shards changed since the last `checkpoint`.
    private var changed: [ShardState] = []

    /// Goes on where the ledger's active run stands.
    package init(output: String, limits: Configuration.Shards, ledger: Ledger) throws(StoreError) {
        self.output = output
        self.limits = limits
        next = [:]
        for kind in ShardKind.allCases { next[kind] = ledger.shardCount(kind) }
        for (kind, state) in ledger.active?.openShards ?? [:] {
            open[kind] = try OpenShard(continuing: state, in: output)
        }
    }

    /// - Parameters:
    ///   - chunk: lines, compressed as `ChunkEncoder` does.
    ///   - records: how many lines; never more than a shard may hold.
    package func append(_ chunk: [UInt8], records: Int, to kind: ShardKind) throws(StoreError) {
        if let full = open[kind], full.state.records + records > limits.records { try close(kind) }
        let shard = if let filling = open[kind] { filling } else { try begin(kind) }
        try shard.append(chunk, records: records)
        if shard.state.bytes >= limits.bytes { try close(kind) }
    }

    /// Makes everything appended so far durable and says how the shards now are, for the journal.
    package func checkpoint() throws(StoreError) -> [ShardState] {
        defer { changed = [] }
        for kind in ShardKind.allCases {
            if let shard = open[kind], shard.isDirty {
                try shard.sync()
                changed.append(shard.state)
            }
        }
        return changed
    }

    /// Completes the open shards; the next `checkpoint` reports them.
    package func closeAll() throws(StoreError) {
        for kind in ShardKind.allCases where open[kind] != nil { try close(kind) }
    }

    private func begin(_ kind: ShardKind) throws(StoreError) -> OpenShard {
        let number = next[kind] ?? 0
        let path = Layout.shard(kind, number, suffix: limits.compression == .gzip ? ".gz" : "")
        let shard = try OpenShard(
            creating: ShardState(kind: kind, number: number, path: path, records: 0, bytes: 0), in: output)
        open[kind] = shard
        return shard
    }

    private func close(_ kind: ShardKind) throws(StoreError) {
        guard let shard = open[kind] else { return }
        changed.append(try shard.close())
        open[kind] = nil
        next[kind] = shard.state.number + 1
    }
}

/// A shard under its temporary name.
private final class OpenShard {
    private(set) var state: ShardState
    private(set) var isDirty = false
    private let output: String
    private let file: AppendFile
    private var digest = SHA256Digest()

    init(creating state: ShardState, in output: String) throws(StoreError) {
        self.state = state
        self.output = output
        try Disk.makeDirectory(Disk.parent(of: output + "/" + state.path))
        file = try AppendFile(creating: output + "/" + state.path + ".tmp")
        try Disk.syncDirectory(of: file.path)
    }

    init(continuing state: ShardState, in output: String) throws(StoreError) {
        self.state = state
        self.output = output
        let final = output + "/" + state.path
        // The crash may have come between the last rename and its commit.
        if !Disk.exists(final + ".tmp"), Disk.exists(final) { try Disk.rename(final, to: final + ".tmp") }
        file = try AppendFile(continuing: final + ".tmp", at: state.bytes)
        // What was cut off must not come back when the shard is closed without another line.
        try file.sync()
        var position = 0
        while position < state.bytes {
            let block = try Disk.read(file.path, from: position, count: min(1 << 20, state.bytes - position))
            digest.update(block.span)
            position += block.count
        }
    }

    func append(_ chunk: [UInt8], records: Int) throws(StoreError) {
        try file.append(chunk)
        digest.update(chunk.span)
        state.records += records
        state.bytes += chunk.count
        isDirty = true
    }

    func sync() throws(StoreError) {
        try file.sync()
        isDirty = false
    }

    func close() throws(StoreError) -> ShardState {
        if isDirty { try sync() }
        let final = output + "/" + state.path
        try Disk.rename(file.path, to: final)
        try Disk.syncDirectory(of: final)
        state.sha256 = digest.finishHex()
        return state
    }
}
