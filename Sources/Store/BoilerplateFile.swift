package import Model

/// The paragraphs that a run cuts as boilerplate, in its spool, in document order, in rows of three words (little-endian):
/// document, paragraphs below 64, paragraphs from there on.
package struct BoilerplateFile {
    private let path: String
    private let rows: Int

    private static let rowBytes = 24

    /// Writes cuts as they are found.
    package final class Writer {
        private let file: StoredFileWriter
        private var pending = ByteWriter()

        package init(run: Int, in output: String) throws(StoreError) {
            file = try StoredFileWriter(Layout.boilerplate(run: run), in: output)
        }

        /// Documents must ascend.
        package func append(_ cut: BoilerplateCut) throws(StoreError) {
            for word in [UInt64(cut.document), cut.paragraphs.words.0, cut.paragraphs.words.1] { pending.fixed(word) }
            if pending.bytes.count >= 1 << 18 { try flush() }
        }

        private func flush() throws(StoreError) {
            try file.append(pending.bytes)
            pending.clear()
        }

        package func close() throws(StoreError) -> StoredFile {
            try flush()
            return try file.close()
        }
    }

    package init(_ file: StoredFile, in output: String) {
        path = output + "/" + file.path
        rows = file.bytes / Self.rowBytes
    }

    /// What is cut of the documents in `range`, by document.
    package func cuts(in range: Range<Int>) throws(StoreError) -> [Int: ParagraphSet] {
        let (start, end) = (try firstRow(from: range.lowerBound), try firstRow(from: range.upperBound))
        var cuts: [Int: ParagraphSet] = [:]
        for row in try words(ofRows: start..<end) { cuts[row.document] = ParagraphSet(words: row.paragraphs) }
        return cuts
    }

    private typealias Row = (document: Int, paragraphs: (UInt64, UInt64))

    private func words(ofRows range: Range<Int>) throws(StoreError) -> [Row] {
        guard !range.isEmpty else { return [] }
        var reader = ByteReader(
            try Disk.read(path, from: range.lowerBound * Self.rowBytes, count: range.count * Self.rowBytes))
        do {
            var found: [Row] = []
            for _ in range {
                found.append((Int(truncatingIfNeeded: try reader.fixed()), (try reader.fixed(), try reader.fixed())))
            }
            return found
        } catch {
            throw .damaged(path: path, detail: "it does not hold \(rows) rows")
        }
    }

    /// The first row about `document` or a later one.
    private func firstRow(from document: Int) throws(StoreError) -> Int {
        var (low, high) = (0, rows)
        while low < high {
            let middle = (low + high) / 2
            guard let row = try words(ofRows: middle..<middle + 1).first else { return low }
            if row.document < document { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
