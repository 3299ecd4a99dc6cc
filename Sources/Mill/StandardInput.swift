internal import Glibc
import Store

/// Standard input as a file that can be read at any place, which the readers need and a pipe is not.
enum StandardInput {
    /// Copies what comes in to an unnamed temporary file (it is gone with the process) and gives a path to it.
    static func spooled() throws(StoreError) -> String {
        let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array("\(directory)/newsmill-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw .system(operation: "create", path: "a temporary file in \(directory)", code: errno)
        }
        unlink(name)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let got = read(STDIN_FILENO, &buffer, buffer.count)
            if got == 0 { return "/proc/self/fd/\(descriptor)" }
            if got < 0 {
                if errno == EINTR { continue }
                throw .system(operation: "read", path: "standard input", code: errno)
            }
            var start = 0
            while start < got {
                let written = buffer.withUnsafeBytes {
                    let rest = UnsafeRawBufferPointer(rebasing: $0[start..<got])
                    return write(descriptor, rest.baseAddress, rest.count)
                }
                if written < 0 {
                    if errno == EINTR { continue }
                    throw .system(operation: "write", path: "a temporary file in \(directory)", code: errno)
                }
                start += written
            }
        }
    }
}
