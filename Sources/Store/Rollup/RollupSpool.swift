/// The tables of a run's segments, one after the other in one file of `work/`, in the order in which they are published.
///
/// Like an open shard it is cut back to its last commit and continued after an interruption. A run that finds no entities
/// has no such file.
package struct RollupSpool {
    private let path: String
    /// Bytes that are committed.
    private let committed: Int
    private var file: AppendFile?

    /// Goes on where the ledger's active run stands.
    package init(_ run: Ledger.ActiveRun, in output: String) {
        path = output + "/" + Layout.rollupSpool(run: run.number)
        committed = run.rollupTables.reduce(0, +)
    }

    /// Appends a segment's table and makes it durable.
    ///
    /// - Returns: its length, for the commit.
    package mutating func append(_ table: [UInt8]) throws(StoreError) -> Int {
        if table.isEmpty { return 0 }
        let file = if let file { file } else { try open() }
        try file.append(table)
        try file.sync()
        return table.count
    }

    private mutating func open() throws(StoreError) -> AppendFile {
        try Disk.makeDirectory(Disk.parent(of: path))
        let new = try AppendFile(continuing: path, at: committed)
        try Disk.syncDirectory(of: path)
        file = new
        return new
    }
}
