internal import Digest
internal import Model
package import Store

/// What a run over some inputs has to do, given what was done before.
package struct Workload: Sendable {
    /// Inputs to read, in order.
    package var fresh: [PlannedInput] = []
    /// Inputs among `fresh` that an earlier run read in another state.
    package var changed: Set<String> = []
    /// Inputs that are known and unchanged.
    package var known = 0
    /// Published inputs that are not there any more; nothing happens to their articles.
    package var gone = 0

    /// Of `fresh`.
    package var bytes: Int { fresh.reduce(0) { $0 + $1.size } }

    /// Compares by size and time first; where these differ, by content, so that a file which was only touched is not read
    /// again. A file that could not be read before is tried again when it can be opened.
    package init(_ inputs: [PlannedInput], ledger: Ledger) {
        for input in inputs {
            guard let before = ledger.inputs[input.file] else {
                fresh.append(input)
                continue
            }
            if before.unreadable {
                if Disk.isReadable(input.file) { fresh.append(input) } else { known += 1 }
            } else if before.identity.size == input.size, before.identity.modified == input.modified {
                known += 1
            } else if before.identity.size == input.size, Self.hash(input.file) == before.identity.sha256 {
                known += 1
            } else {
                fresh.append(input)
                changed.insert(input.file)
            }
        }
        let listed = Set(inputs.map(\.file))
        gone = ledger.inputs.keys.count { !listed.contains($0) }
    }

    /// SHA-256 of a file; nil when it cannot be read (which the run will report).
    private static func hash(_ path: String) -> String? {
        guard let size = Disk.size(path) else { return nil }
        var digest = SHA256Digest()
        var position = 0
        while position < size {
            guard let block = try? Disk.read(path, from: position, count: min(1 << 20, size - position)) else {
                return nil
            }
            digest.update(block.span)
            position += block.count
        }
        return digest.finishHex()
    }
}
