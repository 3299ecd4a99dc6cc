internal import Glibc

/// Durable file operations: every function either has its effect on the medium or throws.
///
/// All writing of the program goes through here, so that `Faults` can kill, fill the disk or cut a write at every step.
package enum Disk {
    package static func message(_ code: Int32) -> String { String(cString: strerror(code)) }

    // MARK: Whole files

    /// Writes a complete file: temporary in the same directory, fsync, rename, fsync of the directory.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(StoreError) {
        let temporary = path + ".tmp"
        let file = try AppendFile(creating: temporary)
        do {
            try file.append(bytes)
            try file.sync()
        } catch {
            unlink(temporary)
            throw error
        }
        try rename(temporary, to: path)
        try syncDirectory(of: path)
    }

    package static func read(_ path: String) throws(StoreError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        defer { close(descriptor) }
        return try read(descriptor, path: path, from: 0, count: try size(of: descriptor, path: path))
    }

    /// Reads a stretch of a file; fewer bytes than asked for is an error.
    package static func read(_ path: String, from offset: Int, count: Int) throws(StoreError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        defer { close(descriptor) }
        return try read(descriptor, path: path, from: offset, count: count)
    }

    static func read(
        _ descriptor: Int32, path: String, from offset: Int, count: Int
    ) throws(StoreError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled..<count])
                let got = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
                if got < 0 && errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { break }
                filled += got
            }
        }
        if failure != 0 { throw .system(operation: "read", path: path, code: failure) }
        if bytes.count < count {
            throw .damaged(path: path, detail: "\(count) bytes expected at \(offset), \(bytes.count) there")
        }
        return bytes
    }

    private static func size(of descriptor: Int32, path: String) throws(StoreError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(operation: "examine", path: path, code: errno) }
        return Int(status.st_size)
    }

    /// Size in bytes; nil when there is no such file.
    package static func size(_ path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    // MARK: Names

    package static func rename(_ old: String, to new: String) throws(StoreError) {
        if let code = Faults.strike(.rename) { throw .system(operation: "rename", path: old, code: code) }
        guard Glibc.rename(old, new) == 0 else { throw .system(operation: "rename", path: old, code: errno) }
    }

    package static func remove(_ path: String) throws(StoreError) {
        if let code = Faults.strike(.remove) { throw .system(operation: "remove", path: path, code: code) }
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .system(operation: "remove", path: path, code: errno)
        }
    }

    /// Removes a directory with all that is in it; none there is fine.
    package static func removeTree(_ path: String) throws(StoreError) {
        for name in names(in: path) {
            let child = path + "/" + name
            if isDirectory(child) { try removeTree(child) } else { try remove(child) }
        }
        guard rmdir(path) == 0 || errno == ENOENT else {
            throw .system(operation: "remove", path: path, code: errno)
        }
    }

    package static func syncDirectory(of path: String) throws(StoreError) {
        let directory = parent(of: path)
        if let code = Faults.strike(.sync) { throw .system(operation: "sync", path: directory, code: code) }
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(operation: "open", path: directory, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(operation: "sync", path: directory, code: errno) }
    }

    package static func makeDirectory(_ path: String) throws(StoreError) {
        if isDirectory(path) { return }
        let above = parent(of: path)
        if above != path && !above.isEmpty { try makeDirectory(above) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw .system(operation: "create", path: path, code: errno)
        }
        try syncDirectory(of: path)
    }

    package static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    package static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Names in a directory, sorted by their bytes; empty when it cannot be read.
    package static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
