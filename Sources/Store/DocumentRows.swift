/// A file of the spool with rows of one length, each about a document whose number it begins with, in the order of the documents.
struct DocumentRows {
    private let path: String
    private let rowBytes: Int
    private let count: Int

    /// - Parameter rowBytes: with the number.
    init(_ file: StoredFile, in output: String, rowBytes: Int) {
        path = output + "/" + file.path
        count = file.bytes / rowBytes
        self.rowBytes = rowBytes
    }

    /// What the rows about the documents in `range` say, by document.
    ///
    /// - Parameter read: takes what follows the number of a document.
    func rows<Row>(
        in range: Range<Int>, _ read: (Int, inout ByteReader) throws(ByteReader.Malformed) -> Row
    ) throws(StoreError) -> [Int: Row] {
        let (start, end) = (try firstRow(from: range.lowerBound), try firstRow(from: range.upperBound))
        guard start < end else { return [:] }
        var reader = ByteReader(try Disk.read(path, from: start * rowBytes, count: (end - start) * rowBytes))
        var rows: [Int: Row] = [:]
        rows.reserveCapacity(end - start)
        do {
            for _ in start..<end {
                let document = Int(truncatingIfNeeded: try reader.fixed())
                rows[document] = try read(document, &reader)
            }
        } catch {
            throw .damaged(path: path, detail: "it does not hold \(count) rows")
        }
        return rows
    }

    /// The first row about `document` or a later one.
    private func firstRow(from document: Int) throws(StoreError) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let number = try Disk.read(path, from: middle * rowBytes, count: 8)
            let found = number.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if found < UInt64(document) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Writes rows about documents, which must ascend.
final class DocumentRowsWriter {
    private let file: StoredFileWriter
    private var pending = ByteWriter()
    private static let pieceBytes = 1 << 18

    /// - Parameter path: relative to `output`.
    init(_ path: String, in output: String) throws(StoreError) {
        file = try StoredFileWriter(path, in: output)
    }

    /// - Parameter write: adds what follows the number.
    func append(_ document: Int, _ write: (inout ByteWriter) -> Void) throws(StoreError) {
        pending.fixed(UInt64(document))
        write(&pending)
        if pending.count >= Self.pieceBytes { try flush() }
    }

    func close() throws(StoreError) -> StoredFile {
        try flush()
        return try file.close()
    }

    private func flush() throws(StoreError) {
        try pending.withBytes { (bytes) throws(StoreError) in try file.append(bytes) }
        pending.clear()
    }
}
