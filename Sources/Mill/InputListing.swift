internal import Glibc
package import Store

/// Turns what the user named (files, directories, glob patterns) into the list of input files, in the order in which they
/// will be read: by the bytes of their paths, whatever order the system lists them in.
package struct InputListing: Sendable {
    package private(set) var inputs: [PlannedInput] = []
    /// Things that were passed over, for the log.
    package private(set) var notes: [String] = []

    /// - Parameters:
    ///   - names: as configured.
    ///   - excluded: a directory whose content is never input (the output directory).
    package init(_ names: [String], excluding excluded: String) throws(InputListingError) {
        var walk = Walk(excluded: Self.identity(excluded))
        for name in names {
            if let status = Self.status(name) {
                walk.visit(name, status, isNamed: true)
            } else if name.contains(where: { "*?[".contains($0) }) {
                let matches = Self.expand(name)
                if matches.isEmpty { walk.notes.append("no file matches \(name)") }
                for match in matches {
                    if let status = Self.status(match) { walk.visit(match, status, isNamed: false) }
                }
            } else {
                throw InputListingError(path: name, code: errno)
            }
        }
        inputs = walk.found.values.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
        notes = walk.notes
    }

    /// The files named as they now are; nil for one that is gone.
    package static func current(_ file: String) -> PlannedInput? {
        guard let status = status(file), status.st_mode & S_IFMT == S_IFREG else { return nil }
        return planned(file, status)
    }

    private struct Walk {
        let excluded: FileKey?
        var found: [String: PlannedInput] = [:]
        var notes: [String] = []
        private var open: Set<FileKey> = []

        init(excluded: FileKey?) { self.excluded = excluded }

        mutating func visit(_ path: String, _ status: stat, isNamed: Bool) {
            switch status.st_mode & S_IFMT {
            case S_IFREG:
                // `newsmill init` in a directory of dumps puts it beside them.
                if !isNamed, path.split(separator: "/").last == "pipeline.json" {
                    notes.append("\(path) is taken for a configuration, not for an input; name it if it is one")
                    return
                }
                found[path] = InputListing.planned(path, status)
            case S_IFDIR:
                let key = FileKey(status)
                // A directory inside itself, by way of a symbolic link, is walked once.
                guard key != excluded, open.insert(key).inserted else { return }
                walk(path)
                open.remove(key)
            default:
                notes.append("\(path) is neither a file nor a directory")
            }
        }

        private mutating func walk(_ directory: String) {
            let base = directory.hasSuffix("/") ? directory : directory + "/"
            var hidden = 0
            for name in Disk.names(in: directory) {
                if name.hasPrefix(".") {
                    hidden += 1
                } else if let status = InputListing.status(base + name) {
                    visit(base + name, status, isNamed: false)
                } else {
                    notes.append("\(base + name) cannot be examined: \(Disk.message(errno))")
                }
            }
            if hidden > 0 { notes.append("\(directory): \(hidden) hidden files passed over") }
            if access(directory, R_OK | X_OK) != 0 {
                notes.append("\(directory) cannot be read: \(Disk.message(errno))")
            }
        }
    }

    private struct FileKey: Hashable {
        var device: UInt
        var inode: UInt

        init(_ status: stat) {
            device = UInt(status.st_dev)
            inode = UInt(status.st_ino)
        }
    }

    private static func planned(_ path: String, _ status: stat) -> PlannedInput {
        let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        return PlannedInput(file: path, size: Int(status.st_size), modified: modified)
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    private static func identity(_ path: String) -> FileKey? { status(path).map(FileKey.init) }

    private static func expand(_ pattern: String) -> [String] {
        var result = glob_t()
        defer { globfree(&result) }
        guard glob(pattern, 0, nil, &result) == 0 else { return [] }
        return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
    }
}

/// An input that the user named is not there.
package struct InputListingError: Error, CustomStringConvertible {
    package var path: String
    package var code: Int32

    package var description: String {
        "input \(path): \(Disk.message(code)); check the path (relative ones start from the current directory)"
    }
}
