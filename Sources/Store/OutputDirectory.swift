internal import Locking
internal import Model

/// An output directory in the hands of its one writer.
///
/// The journal is the truth: `commit` makes a step certain, and opening the directory brings the files back to what the
/// journal says. Any thread may commit; commits are serialised by a lock.
package final class OutputDirectory: Sendable {
    package let path: String
    private let lock: Lock
    private let state: Guarded<State>

    private struct State {
        var journal: Journal
        var ledger: Ledger
    }

    /// Who had the directory before and ended without letting go.
    package var abandonedBy: String? { lock.abandonedBy }

    package var ledger: Ledger { state.withLock { $0.ledger } }

    /// Takes the directory in hand: creates it when it is missing, refuses what is not ours or was made otherwise, and
    /// sweeps what no commit names.
    ///
    /// - Parameters:
    ///   - contentKey: of the configuration to run with.
    ///   - fresh: discard everything that an earlier configuration made.
    package init(path: String, contentKey: [UInt8], fresh: Bool) throws(StoreError) {
        self.path = path
        let isOurs = Disk.exists(path + "/" + Layout.journal) || Disk.exists(path + "/" + Layout.discarded)
        if !isOurs, Disk.names(in: path).contains(where: { $0 != Layout.lock }) {
            throw .notAnOutput(path: path)
        }
        try Disk.makeDirectory(path)
        lock = try Lock(directory: path)
        if fresh || Disk.exists(path + "/" + Layout.discarded) { try Self.discard(path) }
        let (journal, commits) = try Journal.open(path + "/" + Layout.journal)
        var ledger = Ledger(commits)
        if ledger.contentKey == nil {
            try Disk.syncDirectory(of: path + "/" + Layout.journal)
            try journal.append(.opened(contentKey: contentKey))
            ledger.apply(.opened(contentKey: contentKey))
        }
        if let old = ledger.contentKey {
            // A setting that came with a newer version and is at its default makes no difference.
            let differences = Configuration.differences(contentKey: old, new: contentKey)
            if !differences.isEmpty { throw .configurationChanged(output: path, differences: differences) }
        }
        try Sweep.run(in: path, ledger)
        state = Guarded(State(journal: journal, ledger: ledger))
        try publishManifest()
    }

    package func commit(_ commit: Commit) throws(StoreError) {
        try state.withLock { (state) throws(StoreError) in
            try state.journal.append(commit)
            state.ledger.apply(commit)
        }
    }

    /// Brings `manifest.json` and `_SUCCESS` in line with the ledger: success stands only while no run is unfinished.
    package func publishManifest() throws(StoreError) {
        let ledger = self.ledger
        let success = path + "/" + Layout.success
        if ledger.active != nil || ledger.finished.isEmpty {
            if Disk.exists(success) { try Disk.remove(success) }
            if ledger.finished.isEmpty { return }
        }
        let bytes = Manifest.render(ledger)
        let manifest = path + "/" + Layout.manifest
        let old = Disk.exists(manifest) ? try Disk.read(manifest) : nil
        if old != bytes { try Disk.replace(manifest, with: bytes) }
        if ledger.active == nil, !Disk.exists(success) { try Disk.replace(success, with: []) }
    }

    /// Removes what the phases of a finished run left in `work/`.
    package func sweep() throws(StoreError) { try Sweep.run(in: path, ledger) }

    /// Empties the directory of all that is ours. The journal is set aside first and removed last, so that a crash on the
    /// way leaves neither a journal that names missing files nor files that nobody owns up to.
    private static func discard(_ path: String) throws(StoreError) {
        let journal = path + "/" + Layout.journal
        let discarded = path + "/" + Layout.discarded
        if Disk.exists(journal) {
            try Disk.rename(journal, to: discarded)
            try Disk.syncDirectory(of: journal)
        }
        for name in [Layout.success, Layout.manifest] { try Disk.remove(path + "/" + name) }
        for name in ShardKind.allCases.map(\.rawValue) + [Layout.entities, Layout.work, Layout.index, Layout.runs] {
            if Disk.isDirectory(path + "/" + name) { try Disk.removeTree(path + "/" + name) }
        }
        try Disk.remove(discarded)
    }
}
