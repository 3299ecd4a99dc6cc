import Glibc
import Store
import TestSupport
import Testing

/// The built command, run as a child process as a shell would.
struct Command {
    struct Result {
        /// The exit code; negative the signal that ended it.
        var code: Int32
        var output: String
        var errors: String
    }

    /// Beside the test bundle, where `swift build` puts it.
    static let path = Disk.parent(of: CommandLine.arguments[0]) + "/newsmill"

    /// - Parameters:
    ///   - captures: where the child's streams are kept; the directory it runs in, if nil.
    ///   - device: takes the output instead, which is not read then.
    @discardableResult
    static func run(
        _ arguments: [String], in directory: String, capturing captures: String? = nil, outputTo device: String? = nil,
        environment: [String: String] = [:], input: [UInt8]? = nil,
        killAfterMilliseconds: UInt32? = nil, signal: Int32 = SIGKILL
    ) throws -> Result {
        let captures = captures ?? directory
        let (outputPath, errorPath) = (captures + "/stdout.capture", captures + "/stderr.capture")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let inputPath = captures + "/stdin.capture"
        if let input { try Disk.replace(inputPath, with: input) }
        posix_spawn_file_actions_addopen(&actions, 0, input == nil ? "/dev/null" : inputPath, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, device ?? outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errorPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

        var variables = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        variables.merge(environment) { $1 }
        // The shell only changes the directory; it becomes the command, so signals reach it.
        let shell = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, directory, path]
        var argv = (shell + arguments).map { strdup($0) } + [nil]
        var envp = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var pid = pid_t()
        try #require(posix_spawn(&pid, "/bin/sh", &actions, nil, &argv, &envp) == 0, "cannot start \(path)")
        if let killAfterMilliseconds {
            usleep(killAfterMilliseconds * 1000)
            kill(pid, signal)
        }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        return Result(
            code: code, output: device == nil ? String(decoding: try Disk.read(outputPath), as: UTF8.self) : "",
            errors: String(decoding: try Disk.read(errorPath), as: UTF8.self))
    }
}

/// A directory of its own for a test, with inputs in `in`.
final class Bench {
    private let directory: TemporaryDirectory
    let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.path
        try Disk.makeDirectory(path + "/in")
    }

    func write(_ name: String, _ text: String) throws { try Disk.replace(path + "/" + name, with: Array(text.utf8)) }

    func newsmill(_ arguments: String..., environment: [String: String] = [:]) throws -> Command.Result {
        try Command.run(arguments, in: path, environment: environment)
    }

    /// JSON lines in several files, with duplicates and broken lines; segments enough for several commits.
    func fill(records: Int) throws {
        for file in 0..<3 {
            var text = ""
            for number in 0..<records {
                let story = file == 2 ? number : file * records + number
                text +=
                    number % 20 == 7
                    ? "{broken\n"
                    : #"{"id":"\#(file)-\#(number)","text":"Story \#(story): the mayor of Ansby said on Friday that "#
                        + #"\#(story) trees will be planted."}"# + "\n"
            }
            try write("in/\(file).jsonl", text)
        }
    }

    /// Everything in an output that must be the same every time.
    func published(_ output: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        func visit(_ directory: String) throws {
            for name in Disk.names(in: "\(path)/\(output)/\(directory)") {
                let relative = directory.isEmpty ? name : "\(directory)/\(name)"
                if ["journal.jsonl", "lock", "runs"].contains(relative) { continue }
                let full = "\(path)/\(output)/\(relative)"
                if Disk.isDirectory(full) { try visit(relative) } else { files[relative] = try Disk.read(full) }
            }
        }
        try visit("")
        return files
    }
}
