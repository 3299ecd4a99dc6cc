package import Model

/// What the workers of the ingest phase leave for the later phases: a stretch of records in one file of `work/`.
///
/// Layout: magic; articles, then rejects; the articles' fingerprints (see `SpoolFingerprints`); `SpoolFooter`.
package struct SpoolSegment: Sendable {
    package var articles: [Article] = []
    package var rejects: [Reject] = []
    package var fingerprints: [Fingerprint] = []

    package init() {}

    fileprivate static let magic = Array("newsmill spool 4\n".utf8)

    /// Reads the articles and rejects of a segment and checks them against what was committed.
    package init(_ file: SpoolFile, in output: String) throws(StoreError) {
        let path = output + "/" + file.path
        let footer = try SpoolFooter(of: file, in: output)
        let bytes = try footer.read(footer.records, of: path, crc32: footer.recordsCRC32)
        do {
            guard bytes.starts(with: Self.magic) else { throw ByteReader.Malformed() }
            var reader = ByteReader(bytes, at: Self.magic.count)
            articles.reserveCapacity(footer.articles)
            for _ in 0..<footer.articles { articles.append(try reader.article()) }
            for _ in 0..<footer.rejects { rejects.append(try reader.reject()) }
            guard reader.isAtEnd else { throw ByteReader.Malformed() }
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
    ) throws(StoreError) -> SpoolFile {
        defer { writer.clear(keeping: Self.keptBytes) }
        writer.raw(SpoolSegment.magic)
        for article in segment.articles { writer.article(article) }
        for reject in segment.rejects { writer.reject(reject) }
        let records = writer.bytes.count
        SpoolFingerprints.write(rowsOf: segment.fingerprints, into: &writer)
        let footer = SpoolFooter(
            articles: segment.articles.count, rejects: segment.rejects.count, records: 0..<records,
            rows: records..<writer.bytes.count, in: writer.bytes.span)
        for print in segment.fingerprints { writer.raw(print.evidence) }
        let crc32 = footer.write(into: &writer)

        // No rename: until the journal names the file it is debris, whatever it is called.
        try Disk.makeDirectory(Disk.parent(of: output + "/" + path))
        let file = try AppendFile(creating: output + "/" + path)
        try file.append(writer.bytes)
        try file.sync()
        try Disk.syncDirectory(of: file.path)
        return SpoolFile(path: path, bytes: file.length, crc32: crc32)
    }
}
