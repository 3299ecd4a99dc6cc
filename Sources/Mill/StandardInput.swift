internal import Glibc
import Store

/// Standard input as a file that can be read at any place, which the readers need and a pipe is not.
enum StandardInput {
    /// Copies what comes in to a temporary file.
    static func spooled() throws -> TemporaryFile {
        let file = try TemporaryFile()
        let copy = try AppendFile(creating: file.path)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let got = read(STDIN_FILENO, &buffer, buffer.count)
            if got == 0 { return file }
            if got > 0 {
                try copy.append(got == buffer.count ? buffer : Array(buffer[..<got]))
            } else if errno != EINTR {
                throw StoreError.system(operation: "read", path: "standard input", code: errno)
            }
        }
    }
}
