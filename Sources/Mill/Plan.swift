package import Model
import Store

/// What `run` would do now.
package struct Plan {
    package let workload: Workload
    /// A run that was interrupted and would be continued first.
    package let interrupted: Int?
    package let notes: [String]

    package init(_ configuration: Configuration) throws {
        let listing = try InputListing(configuration.inputs, excluding: configuration.output)
        let journal = configuration.output + "/" + Layout.journal
        var ledger = Disk.exists(journal) ? Ledger(try Journal.commits(journal)) : Ledger()
        if let old = ledger.contentKey, old != configuration.contentKey() {
            throw StoreError.configurationChanged(
                output: configuration.output,
                differences: Configuration.differences(contentKey: old, new: configuration.contentKey()))
        }
        interrupted = ledger.active?.number
        // What the interrupted run has in hand will not be new any more when it has finished.
        if let run = ledger.active { ledger.apply(.finished(run: run.number)) }
        workload = Workload(listing.inputs, ledger: ledger)
        notes = listing.notes
    }
}
