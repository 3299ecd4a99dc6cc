/// Why the output directory could not be used. Always fatal to a run, never to what was committed before.
package enum StoreError: Error, Equatable {
    /// The system refused an operation on a file.
    case system(operation: String, path: String, code: Int32)
    /// Another run holds the output directory.
    case locked(path: String, holder: String)
    /// A file of ours is not what its checksum says.
    case damaged(path: String, detail: String)
    /// The output was made with another configuration.
    case configurationChanged(output: String, differences: [String])
    /// There is no output to look at.
    case noOutput(path: String)
    /// The directory holds something that is not ours.
    case notAnOutput(path: String)
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .system(let operation, let path, let code):
            let remedy =
                switch code {
                case 28, 122: "; free some space and run the same command again: it continues where it stopped"
                case 13, 30: "; check the owner and the permissions of the directory"
                default: ""
                }
            return "cannot \(operation) \(path): \(Disk.message(code))\(remedy)"
        case .locked(let path, let holder):
            return "\(path) is in use by another run (\(holder)); wait for it to end, or give this run another --output"
        case .damaged(let path, let detail):
            return "\(path) is damaged: \(detail); restore it from a copy, or start again with --fresh"
        case .configurationChanged(let output, let differences):
            return """
                \(output) was made with another configuration (\(differences.joined(separator: "; "))); \
                choose a new output directory with --output, or discard this one with --fresh
                """
        case .noOutput(let path):
            return "\(path) is no output of newsmill; name one with --output, or make one with `newsmill run`"
        case .notAnOutput(let path):
            return """
                \(path) exists, is not empty and is no output of newsmill (no journal.jsonl); \
                choose another --output, or empty the directory yourself
                """
        }
    }
}
