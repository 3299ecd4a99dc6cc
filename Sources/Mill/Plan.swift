package import Model
import Store

/// What `run` would do now.
package struct Plan {
    package let workload: Workload
    /// A run that was interrupted and would be continued first.
    package let interrupted: Int?
    package let notes: [String]
    /// For all that is fresh.
    package let estimate: Estimate

    package init(_ configuration: Configuration) throws {
        let listing = try InputListing(configuration.inputs, excluding: configuration.output)
        let journal = configuration.output + "/" + Layout.journal
        var ledger = Disk.exists(journal) ? Ledger(try Journal.commits(journal)) : Ledger()
        if let old = ledger.contentKey {
            let differences = Configuration.differences(contentKey: old, new: configuration.contentKey())
            if !differences.isEmpty {
                throw StoreError.configurationChanged(output: configuration.output, differences: differences)
            }
        }
        interrupted = ledger.active?.number
        // What the interrupted run has in hand will not be new any more when it has finished.
        if let run = ledger.active { ledger.apply(.finished(run: run.number)) }
        workload = Workload(listing.inputs, ledger: ledger)
        estimate = Estimate(
            bytes: workload.bytes, ledger: ledger, output: configuration.output, workers: configuration.workerCount)
        notes = listing.notes
    }
}
