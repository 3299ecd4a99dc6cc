package import Model

/// The paragraphs that a run cuts as boilerplate, in its spool, in document order, in rows of three words (little-endian):
/// document, paragraphs below 64, paragraphs from there on.
package struct BoilerplateFile {
    private let rows: DocumentRows

    private static let rowBytes = 24

    /// Writes cuts as they are found.
    package final class Writer {
        private let rows: DocumentRowsWriter

        package init(run: Int, in output: String) throws(StoreError) {
            rows = try DocumentRowsWriter(Layout.boilerplate(run: run), in: output)
        }

        /// Documents must ascend.
        package func append(_ cut: BoilerplateCut) throws(StoreError) {
            try rows.append(cut.document) { row in
                row.fixed(cut.paragraphs.words.0)
                row.fixed(cut.paragraphs.words.1)
            }
        }

        package func close() throws(StoreError) -> StoredFile { try rows.close() }
    }

    package init(_ file: StoredFile, in output: String) {
        rows = DocumentRows(file, in: output, rowBytes: Self.rowBytes)
    }

    /// What is cut of the documents in `range`, by document.
    package func cuts(in range: Range<Int>) throws(StoreError) -> [Int: ParagraphSet] {
        try rows.rows(in: range) { (_, row) throws(ByteReader.Malformed) in
            ParagraphSet(words: (try row.fixed(), try row.fixed()))
        }
    }
}
