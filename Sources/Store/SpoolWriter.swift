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

    private static let pieceBytes = 256 << 10
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
        if piece.count >= Self.pieceBytes {
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
        try append(rejects)
        let recordsEnd = length
        try append(rows)
        let recordsSum = checksum
        let footer = SpoolFooter(
            articles: articleCount, rejects: rejectCount, records: 0..<recordsEnd, rows: recordsEnd..<length,
            recordsCRC32: rejects.withBytes { crc32($0, seed: recordsSum) }, rowsCRC32: rows.withBytes { crc32($0) })
        try append(evidence)
        let checksum = footer.write(into: &piece)
        try flush()
        try file.sync()
        try Disk.syncDirectory(of: file.path)
        return SpoolFile(path: path, bytes: file.length, crc32: checksum)
    }

    // MARK: -

    /// Bytes of the segment so far.
    private var length: Int { (open?.file.length ?? 0) + piece.count }

    /// Takes what `piece` has of records into their checksum.
    private mutating func sum() {
        let (start, seed) = (summed, checksum)
        checksum = piece.withBytes { crc32($0.extracting(start...), seed: seed) }
        summed = piece.count
    }

    /// Small parts are written together.
    private mutating func append(_ part: ByteWriter) throws(StoreError) {
        if piece.count + part.count <= Self.pieceBytes { return part.withBytes { piece.raw($0) } }
        try flush()
        try write(part)
    }

    private mutating func flush() throws(StoreError) {
        if piece.count > 0 { try write(piece) }
        piece.clear(keeping: Self.keptBytes)
        summed = 0
    }

    private func write(_ part: ByteWriter) throws(StoreError) {
        guard let file = open?.file else { return }
        try part.withBytes { (bytes) throws(StoreError) in try file.append(bytes) }
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
