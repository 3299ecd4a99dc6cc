internal import Glibc

/// A file held open for reading at any place; closed when the last owner lets go.
package final class ReadFile {
    private let path: String
    private let descriptor: Int32

    package init(_ path: String) throws(StoreError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        self.path = path
    }

    deinit { close(descriptor) }

    /// A stretch of the file; fewer bytes than asked for is an error.
    package func read(from offset: Int, count: Int) throws(StoreError) -> [UInt8] {
        try Disk.read(descriptor, path: path, from: offset, count: count)
    }
}
