import Glibc
import Store

/// A directory that is gone when the test is over.
final class TemporaryDirectory {
    let path: String

    init() throws {
        path = "/tmp/newsmill-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        try Disk.makeDirectory(path)
    }

    deinit { try? Disk.removeTree(path) }

    func write(_ name: String, _ bytes: [UInt8]) throws { try Disk.replace(path + "/" + name, with: bytes) }
}
