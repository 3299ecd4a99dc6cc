internal import Digest
package import Model

/// What the workers of the ingest phase leave for the later phases: a stretch of records in one file of `work/`.
///
/// Layout: magic; articles, then rejects, each length-prefixed; the articles' fingerprints (see `SpoolFingerprints`); footer of
/// three words: number of articles, number of rejects, offset of the fingerprints.
package struct SpoolSegment: Sendable {
    package var articles: [Article] = []
    package var rejects: [Reject] = []
    package var fingerprints: [Fingerprint] = []

    package init() {}

    private static let magic = Array("newsmill spool 2\n".utf8)
    static let footerBytes = 24

    /// Writes the segment durably under `path` (relative to `output`).
    package func write(_ path: String, in output: String) throws(StoreError) -> StoredFile {
        var writer = ByteWriter()
        var item = ByteWriter()
        var bytes = Self.magic
        func flush() {
            writer.number(item.bytes.count)
            bytes += writer.bytes
            bytes += item.bytes
            writer.clear()
            item.clear()
        }
        for article in articles {
            item.article(article)
            flush()
        }
        for reject in rejects {
            item.reject(reject)
            flush()
        }
        let start = bytes.count
        SpoolFingerprints.write(fingerprints, into: &item)
        for word in [articles.count, rejects.count, start] { item.fixed(UInt64(word)) }
        bytes += item.bytes

        // No rename: until the journal names the file it is debris, whatever it is called.
        let file = try StoredFileWriter(path, in: output)
        try file.append(bytes)
        return try file.close()
    }

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
            for _ in 0..<articles {
                _ = try reader.number()
                self.articles.append(try reader.article())
            }
            for _ in 0..<rejects {
                _ = try reader.number()
                self.rejects.append(try reader.reject())
            }
        } catch {
            throw .damaged(path: path, detail: "it does not hold what it should")
        }
    }
}
