internal import Glibc
internal import Text

/// Sole ownership of an output directory, for as long as the value lives.
///
/// Built on flock(2): the kernel lets go when the process ends, however it ends, so no lock is ever stale.
package final class Lock: Sendable {
    private let descriptor: Int32
    /// Who had the directory before and ended without letting go: killed, or with the machine. Nil in the ordinary case.
    package let abandonedBy: String?

    /// - Parameter directory: the output directory, which exists.
    package init(directory: String) throws(StoreError) {
        let path = directory + "/" + Layout.lock
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = (try? Disk.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            if code == EWOULDBLOCK { throw .locked(path: directory, holder: holder.isEmpty ? "unknown" : holder) }
            throw .system(operation: "lock", path: path, code: code)
        }
        let left = (try? Disk.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        abandonedBy = left.isEmpty ? nil : left
        let since = NewsDate(unixSeconds: time(nil))?.iso8601 ?? "an unknown time"
        let note = Array("process \(getpid()) on \(Self.hostName()) since \(since)".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, note, note.count, 0) == note.count else {
            throw .system(operation: "write", path: path, code: errno)
        }
    }

    deinit {
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// Who holds the directory; nil when nobody does.
    package static func holder(of directory: String) -> String? {
        let path = directory + "/" + Layout.lock
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
        return (try? Disk.read(path)).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "unknown host" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
