import Glibc

/// The two streams of the command: data goes to standard output, talk to standard error.
enum Console {
    /// Writes all of it; a reader that went away ends the program quietly, as it does other filters.
    static func write(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes {
                let rest = UnsafeRawBufferPointer(rebasing: $0[start...])
                return Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
            }
            if written < 0 && errno == EINTR { continue }
            if written < 0 { leave(errno) }
            start += written
        }
    }

    /// Ends the program where it stands: other threads are at work, and nothing may be taken down under them.
    private static func leave(_ code: Int32) -> Never {
        if code == EPIPE { _exit(0) }
        complain("cannot write to standard output: \(String(cString: strerror(code)))")
        _exit(ExitReason.inputOutput.rawValue)
    }

    static func print(_ line: String) { write(Array((line + "\n").utf8)) }

    static func complain(_ message: String) { say("newsmill: " + message + "\n") }

    /// Writes to standard error as it is.
    static func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
