internal import Digest
package import Model

/// What the workers of the ingest phase leave for the later phases: a stretch of records in one file of `work/`.
///
/// Layout: magic; articles, then rejects; the articles' fingerprints (see `SpoolFingerprints`); footer of
/// three words: number of articles, number of rejects, offset of the fingerprints.
package struct SpoolSegment: Sendable {
    package var articles: [Article] = []
    package var rejects: [Reject] = []
    package var fingerprints: [Fingerprint] = []

    package init() {}

    fileprivate static let magic = Array("newsmill spool 3\n".utf8)
    static let footerBytes = 24

    /// Reads a segment and checks it against what was committed.
    package init(_ file: StoredFile, in output: String) throws(StoreError) {
        let path = output + "/" + file.path
        let bytes = try Disk.read(path)
        var digest = SHA256Digest()
        digest.update(bytes.span)
        guard digest.finishHex() == file.sha256 else {
            throw .damaged(path: path, detail: "its SHA-256 is not the one in the journal")
        }
        do {
            var footer = ByteReader(bytes, at: max(0, bytes.count - Self.footerBytes))
            let (articles, rejects) = (Int(try footer.fixed()), Int(try footer.fixed()))
            var reader = ByteReader(bytes, at: Self.magic.count)
            for _ in 0..<articles { self.articles.append(try reader.article()) }
            for _ in 0..<rejects { self.rejects.append(try reader.reject()) }
        } catch {
            throw .damaged(path: path, detail: "it does not hold what it should")
        }
    }
}

/// Writes spool segments. One per worker: the memory is reused.
package struct SpoolWriter {
    private var writer = ByteWriter()
    /// A buffer that once held a giant is given back.
    private static let keptBytes = 32 << 20

    package init() {}

    /// Writes a segment durably under `path` (relative to `output`).
    package mutating func write(
        _ segment: SpoolSegment, to path: String, in output: String
    ) throws(StoreError) -> StoredFile {
        defer { writer.clear(keeping: Self.keptBytes) }
        writer.raw(SpoolSegment.magic)
        for article in segment.articles { writer.article(article) }
        for reject in segment.rejects { writer.reject(reject) }
        let start = writer.bytes.count
        SpoolFingerprints.write(segment.fingerprints, into: &writer)
        for word in [segment.articles.count, segment.rejects.count, start] { writer.fixed(UInt64(word)) }

        // No rename: until the journal names the file it is debris, whatever it is called.
        let file = try StoredFileWriter(path, in: output)
        try file.append(writer.bytes)
        return try file.close()
    }
}
