internal import Digest

/// Writes a file of the store piece by piece. It counts once a commit names what `close` gives.
package final class StoredFileWriter {
    package let path: String
    private let file: AppendFile
    private var digest = SHA256Digest()

    /// - Parameter path: relative to `output`; its directory is made.
    package init(_ path: String, in output: String) throws(StoreError) {
        self.path = path
        try Disk.makeDirectory(Disk.parent(of: output + "/" + path))
        file = try AppendFile(creating: output + "/" + path)
    }

    /// Bytes appended so far.
    package var length: Int { file.length }

    package func append(_ bytes: [UInt8]) throws(StoreError) { try append(bytes.span) }

    func append(_ bytes: Span<UInt8>) throws(StoreError) {
        try file.append(bytes)
        digest.update(bytes)
    }

    /// Returns when the file is on the medium.
    package func close() throws(StoreError) -> StoredFile { try Self.close([self])[0] }

    /// The same for several files of one directory, which needs to be told of them but once.
    package static func close(_ writers: [StoredFileWriter]) throws(StoreError) -> [StoredFile] {
        for writer in writers { try writer.file.sync() }
        if let last = writers.last { try Disk.syncDirectory(of: last.file.path) }
        return writers.map { StoredFile(path: $0.path, bytes: $0.file.length, sha256: $0.digest.finishHex()) }
    }
}
