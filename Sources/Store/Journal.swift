internal import Gzip
internal import Text

/// The append-only commit log of an output directory, `journal.jsonl`.
///
/// One JSON object per line; its last member `crc` is the CRC-32 of the line's bytes before it. A commit is in force once
/// `append` has returned. A torn last line is what a crash leaves, and is cut off at the next opening.
package struct Journal {
    private let file: AppendFile

    /// - Returns: the journal, ready to go on, and every commit it holds.
    package static func open(_ path: String) throws(StoreError) -> (journal: Journal, commits: [Commit]) {
        let (commits, end) = Disk.exists(path) ? try read(path) : ([], 0)
        return (Journal(file: try AppendFile(continuing: path, at: end)), commits)
    }

    /// The commits of a journal that somebody else may be writing.
    package static func commits(_ path: String) throws(StoreError) -> [Commit] { try read(path).commits }

    package func append(_ commit: Commit) throws(StoreError) {
        var json = JSONWriter()
        json.beginObject()
        commit.write(into: &json)
        let body = json.bytes
        let checksum = String(crc32(body.span), radix: 16)
        try file.append(body + Array(",\"crc\":\"\(checksum)\"}\n".utf8))
        try file.sync()
    }

    private static func read(_ path: String) throws(StoreError) -> (commits: [Commit], end: Int) {
        let bytes = try Disk.read(path)
        var commits: [Commit] = []
        var start = 0
        var line = 0
        while start < bytes.count {
            line += 1
            let end = bytes[start...].firstIndex(of: 0x0A)
            guard let end, let value = verified(bytes[start..<end]) else {
                // Only the last line may be torn; anything behind a bad line means damage, not a crash.
                guard end == nil || bytes.index(after: end ?? 0) == bytes.count else {
                    throw .damaged(path: path, detail: "line \(line) does not match its checksum")
                }
                break
            }
            guard let commit = Commit(value) else {
                throw .damaged(path: path, detail: "line \(line) was written by another version of newsmill")
            }
            commits.append(commit)
            start = end + 1
        }
        return (commits, start)
    }

    /// The line's object when its checksum is right.
    private static func verified(_ line: ArraySlice<UInt8>) -> JSONValue? {
        guard let value = try? JSONValue(parsing: Array(line)), let stated = value["crc"]?.string else { return nil }
        let tail = ",\"crc\":\"\(stated)\"}".utf8.count
        // As text: an upper-case digit is a flipped bit.
        guard line.count > tail, String(crc32(Array(line.dropLast(tail)).span), radix: 16) == stated else { return nil }
        return value
    }
}
