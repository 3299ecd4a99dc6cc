internal import Glibc

/// A file that grows at its end. Owned by one thread at a time; closed when the last owner lets go.
package final class AppendFile {
    package let path: String
    private let descriptor: Int32
    /// Bytes in the file: the place where the next append goes.
    package private(set) var length: Int

    /// Starts an empty file, replacing whatever has the name.
    package init(creating path: String) throws(StoreError) {
        if let code = Faults.strike(.create) { throw .system(operation: "create", path: path, code: code) }
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(operation: "create", path: path, code: errno) }
        self.path = path
        length = 0
    }

    /// Goes on after the first `length` bytes of an existing file and drops what stands behind them.
    package init(continuing path: String, at length: Int) throws(StoreError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        self.path = path
        self.length = length
        let there = lseek(descriptor, 0, SEEK_END)
        guard there >= length else {
            throw .damaged(path: path, detail: "\(length) bytes were committed, \(there) are there")
        }
        try truncate(to: length)
    }

    deinit { close(descriptor) }

    /// Appends all bytes. On failure the file is cut back to where it was, so that nothing half-written stays.
    package func append(_ bytes: [UInt8]) throws(StoreError) { try append(bytes.span) }

    /// As the one for arrays.
    package func append(_ bytes: Span<UInt8>) throws(StoreError) {
        var written = 0
        while written < bytes.count {
            var wanted = bytes.count - written
            var code = Faults.strike(.write, wanted: &wanted)
            let got =
                code != nil
                ? -1
                : bytes.withUnsafeBytes {
                    let rest = UnsafeRawBufferPointer(rebasing: $0[written..<written + wanted])
                    return pwrite(descriptor, rest.baseAddress, rest.count, off_t(length + written))
                }
            if got < 0 && code == nil { code = errno }
            if let code {
                if code == EINTR { continue }
                _ = ftruncate(descriptor, off_t(length))
                throw .system(operation: "write", path: path, code: code)
            }
            written += got
        }
        length += bytes.count
    }

    package func truncate(to length: Int) throws(StoreError) {
        guard ftruncate(descriptor, off_t(length)) == 0 else {
            throw .system(operation: "cut", path: path, code: errno)
        }
        self.length = length
    }

    /// Returns when the bytes are on the medium.
    package func sync() throws(StoreError) {
        if let code = Faults.strike(.sync) { throw .system(operation: "sync", path: path, code: code) }
        guard fdatasync(descriptor) == 0 else { throw .system(operation: "sync", path: path, code: errno) }
    }
}
