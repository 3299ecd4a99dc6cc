/// The tables of a run's segments, one after the other in one file of `work/`, in the order in which they are published.
///
/// Like an open shard it is cut back to its last commit and continued after an interruption.
package struct RollupSpool {
    private let file: AppendFile

    /// Goes on where the ledger's active run stands.
    package init(_ run: Ledger.ActiveRun, in output: String) throws(StoreError) {
        let path = output + "/" + Layout.rollupSpool(run: run.number)
        try Disk.makeDirectory(Disk.parent(of: path))
        file = try AppendFile(continuing: path, at: run.rollupTables.reduce(0, +))
        try Disk.syncDirectory(of: path)
    }

    /// Appends a segment's table and makes it durable.
    ///
    /// - Returns: its length, for the commit.
    package func append(_ table: [UInt8]) throws(StoreError) -> Int {
        if table.isEmpty { return 0 }
        try file.append(table)
        try file.sync()
        return table.count
    }
}
