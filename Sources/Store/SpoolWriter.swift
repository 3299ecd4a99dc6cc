internal import Gzip
package import Model

/// Writes spool segments, one after the other: `begin`, articles and rejects as they come, `end`. One per worker: the
/// memory is reused.
package struct SpoolWriter {
    /// The segment that was begun.
    private var open: (file: AppendFile, path: String, articles: Int, rejects: Int)?
    /// What is not in the file yet. Pieces stay in the processor's cache until they are written.
    private var piece = ByteWriter()
    /// CRC-32 of the records, but for those that `piece` holds from `summed` on.
    private var checksum: UInt32 = 0
    private var summed = 0
    /// Parts of the segment that follow the articles.
    private var rejects = ByteWriter()
    private var rows = ByteWriter()
    private var evidence = ByteWriter()

    private static let pieceBytes = 1 << 20
    /// A buffer that once held a giant is given back.
    private static let keptBytes = 8 << 20

    package init() {}

    /// Begins a segment under `path` (relative to `output`). One that was begun and not ended is given up.
    package mutating func begin(_ path: String, in output: String) throws(StoreError) {
        clear()
        // No rename: until the journal names the file it is debris, whatever it is called.
        try Disk.makeDirectory(Disk.parent(of: output + "/" + path))
        open = (try AppendFile(creating: output + "/" + path), path, 0, 0)
        piece.raw(SpoolReader.magic)
    }

    /// Adds an article with its fingerprint.
    package mutating func add(_ article: Article, _ print: Fingerprint) throws(StoreError) {
        open?.articles += 1
        piece.article(article)
        SpoolFingerprints.write(rowOf: print, into: &rows)
        evidence.raw(print.evidence)
        if piece.bytes.count >= Self.pieceBytes {
            sum()
            try flush()
        }
    }

    package mutating func add(_ reject: Reject) {
        open?.rejects += 1
        rejects.reject(reject)
    }

    /// Ends the segment; returns when it is on the medium.
    package mutating func end() throws(StoreError) -> SpoolFile {
        guard let (file, path, articleCount, rejectCount) = open else { preconditionFailure("no segment was begun") }
        defer { clear() }
        sum()
        try append(rejects.bytes)
        let recordsEnd = length
        try append(rows.bytes)
        let footer = SpoolFooter(
            articles: articleCount, rejects: rejectCount, records: 0..<recordsEnd, rows: recordsEnd..<length,
            recordsCRC32: crc32(rejects.bytes.span, seed: checksum), rowsCRC32: crc32(rows.bytes.span))
        try append(evidence.bytes)
        let checksum = footer.write(into: &piece)
        try flush()
        try file.sync()
        try Disk.syncDirectory(of: file.path)
        return SpoolFile(path: path, bytes: file.length, crc32: checksum)
    }

    // MARK: -

    /// Bytes of the segment so far.
    private var length: Int { (open?.file.length ?? 0) + piece.bytes.count }

    /// Takes what `piece` has of records into their checksum.
    private mutating func sum() {
        checksum = crc32(piece.bytes.span.extracting(summed..<piece.bytes.count), seed: checksum)
        summed = piece.bytes.count
    }

    private mutating func append(_ part: [UInt8]) throws(StoreError) {
        if piece.bytes.count + part.count > Self.pieceBytes { try flush() }
        if part.count > Self.pieceBytes { try open?.file.append(part) } else { piece.raw(part) }
    }

    private mutating func flush() throws(StoreError) {
        if !piece.bytes.isEmpty { try open?.file.append(piece.bytes) }
        piece.clear(keeping: Self.keptBytes)
        summed = 0
    }

    private mutating func clear() {
        open = nil
        piece.clear(keeping: Self.keptBytes)
        rejects.clear(keeping: Self.keptBytes)
        rows.clear(keeping: Self.keptBytes)
        evidence.clear(keeping: Self.keptBytes)
        (checksum, summed) = (0, 0)
    }
}
