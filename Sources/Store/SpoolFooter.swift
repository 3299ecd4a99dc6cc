internal import Gzip

/// The end of a spool file: where its parts lie, and their checksums, so that each can be read alone.
///
/// Six little-endian 64-bit words: number of articles, number of rejects, where their records end, where the rows of the
/// fingerprints end, CRC-32 of the records and of the rows.
struct SpoolFooter {
    let articles: Int
    let rejects: Int
    /// Articles and rejects.
    let records: Range<Int>
    /// The fingerprints without their evidence.
    let rows: Range<Int>
    let recordsCRC32: UInt32
    let rowsCRC32: UInt32

    static let byteCount = 48

    init(
        articles: Int, rejects: Int, records: Range<Int>, rows: Range<Int>, recordsCRC32: UInt32, rowsCRC32: UInt32
    ) {
        self.articles = articles
        self.rejects = rejects
        self.records = records
        self.rows = rows
        self.recordsCRC32 = recordsCRC32
        self.rowsCRC32 = rowsCRC32
    }

    /// Reads the footer of a file and checks it against what was committed.
    init(of file: SpoolFile, in output: String) throws(StoreError) {
        let path = output + "/" + file.path
        let end = file.bytes - Self.byteCount
        guard end >= 0 else { throw .damaged(path: path, detail: "it is too short") }
        let bytes = try Disk.read(path, from: end, count: Self.byteCount)
        guard crc32(bytes.span) == file.crc32 else {
            throw .damaged(path: path, detail: "its checksum is not the one in the journal")
        }
        do {
            var reader = ByteReader(bytes)
            let words = try (0..<6).map { _ in Int(truncatingIfNeeded: try reader.fixed()) }
            guard words.allSatisfy({ $0 >= 0 }), words[2] <= words[3], words[3] <= end, words[0] <= words[2],
                words[1] <= words[2], let records = UInt32(exactly: words[4]), let rows = UInt32(exactly: words[5])
            else { throw ByteReader.Malformed() }
            (articles, rejects) = (words[0], words[1])
            (self.records, self.rows) = (0..<words[2], words[2]..<words[3])
            (recordsCRC32, rowsCRC32) = (records, rows)
        } catch {
            throw .damaged(path: path, detail: "its footer does not hold what it should")
        }
    }

    /// Appends the footer and gives its CRC-32.
    func write(into writer: inout ByteWriter) -> UInt32 {
        let start = writer.count
        for word in [articles, rejects, records.upperBound, rows.upperBound, Int(recordsCRC32), Int(rowsCRC32)] {
            writer.fixed(UInt64(word))
        }
        return writer.withBytes { crc32($0.extracting(start..<start + Self.byteCount)) }
    }

    /// Reads a part of the file and checks it.
    func read(_ part: Range<Int>, of path: String, crc32 expected: UInt32) throws(StoreError) -> [UInt8] {
        let bytes = try Disk.read(path, from: part.lowerBound, count: part.count)
        guard crc32(bytes.span) == expected else {
            throw .damaged(path: path, detail: "bytes \(part.lowerBound)-\(part.upperBound) were changed")
        }
        return bytes
    }
}
