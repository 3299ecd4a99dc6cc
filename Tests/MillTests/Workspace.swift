import Glibc
import Gzip
import Model
import Store
import TestSupport
import Testing

@testable import Mill

/// A directory with inputs and an output, and the program as a user would run it.
final class Workspace {
    private let directory: TemporaryDirectory
    let path: String
    var configuration = Configuration()

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.path
        try Disk.makeDirectory(path + "/in")
        configuration.inputs = [path + "/in"]
        configuration.output = path + "/out"
        configuration.workers = 2
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Disk.makeDirectory(Disk.parent(of: "\(path)/in/\(name)"))
        try Disk.replace("\(path)/in/\(name)", with: bytes)
    }

    func write(_ name: String, _ lines: [String]) throws {
        try write(name, Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    @discardableResult
    func run(fresh: Bool = false, stop: StopSignal = StopSignal()) throws -> Run.Outcome {
        try Run(configuration, fresh: fresh, progress: Progress(), stop: stop).perform { _ in }
    }

    /// Everything that must be the same every time: all but the journal, the lock and `runs/`, by path.
    func published() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        func visit(_ directory: String) throws {
            for name in Disk.names(in: "\(configuration.output)/\(directory)") {
                let path = directory.isEmpty ? name : "\(directory)/\(name)"
                if [Layout.journal, Layout.lock, Layout.runs].contains(path) { continue }
                if Disk.isDirectory("\(configuration.output)/\(path)") {
                    try visit(path)
                } else {
                    files[path] = try Disk.read("\(configuration.output)/\(path)")
                }
            }
        }
        try visit("")
        return files
    }

    func lines(_ kind: ShardKind) throws -> [String] {
        var lines: [String] = []
        for name in Disk.names(in: "\(configuration.output)/\(kind.rawValue)") {
            try ShardReader("\(configuration.output)/\(kind.rawValue)/\(name)").forEachLine {
                lines.append(String(decoding: $0, as: UTF8.self))
            }
        }
        return lines
    }

    /// Files of several formats with duplicates and damage in them; `size` is about the number of records.
    func fillWithSamples(_ size: Int) throws {
        func line(_ number: Int) -> String {
            let text =
                "Councillors in Marlow agreed on Tuesday to spend $\(number) million on bridge \(number % 97). "
                + "The vote was \(number % 13) to \(number % 7), and work begins in March."
            return #"{"id":"\#(number)","url":"https://a.example/\#(number)","title":"Bridge \#(number)","#
                + #""date":"2026-08-01","text":"\#(text)"}"#
        }
        let lines = (0..<size).map(line)
        var members: [UInt8] = []
        for start in stride(from: 0, to: size, by: max(1, size / 3)) {
            let part = lines[start..<min(size, start + max(1, size / 3))].map { $0 + "\n" }.joined()
            GzipCompressor(level: 6).appendMember(Array(part.utf8).span, to: &members)
        }
        try write("a.jsonl.gz", members)
        try write("b.jsonl", (size / 2..<size * 3 / 2).map { $0 % 50 == 0 ? "{\"broken\": " : line($0) })
        try write("c/cut.jsonl.gz", Array(members.dropLast(40)))
        try write("c/note.txt", ["A headline", "", "One paragraph of text that is long enough to be read."])
        try write("empty.jsonl", [UInt8]())
    }
}

/// Runs with the workspace's paths made independent of where it lies.
func inside(_ workspace: Workspace, _ body: () throws -> Void) throws {
    // Records name their files, so compare workspaces through one name that points to each in turn.
    let link = "/tmp/newsmill-test-\(getpid())-inside"
    turn.lock()
    defer { turn.unlock() }
    unlink(link)
    try #require(symlink(workspace.path, link) == 0)
    defer { unlink(link) }
    workspace.configuration.inputs = [link + "/in"]
    try body()
}

private let turn = Turn()

/// A lock for tests that share a name in the file system.
private final class Turn: @unchecked Sendable {
    // Only `lock` and `unlock` touch it, as POSIX allows from any thread.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init() { pthread_mutex_init(mutex, nil) }

    func lock() { pthread_mutex_lock(mutex) }
    func unlock() { pthread_mutex_unlock(mutex) }
}
