internal import Glibc
import Store

/// An unnamed file for what does not fit in memory: gone with its owner, or with the process however that ends.
final class TemporaryFile {
    private let descriptor: Int32

    init() throws(StoreError) {
        let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array("\(directory)/newsmill-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw .system(operation: "create", path: "a temporary file in \(directory)", code: errno)
        }
        unlink(name)
    }

    deinit { close(descriptor) }

    /// By this path the file can be opened as long as its owner lives.
    var path: String { "/proc/self/fd/\(descriptor)" }
}
