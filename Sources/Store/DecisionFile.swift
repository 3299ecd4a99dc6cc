package import Model

/// The decisions of a run in its spool, in document order, in rows of the same length (little-endian): document, leader,
/// previous version, kind, rule, what else there is, similarity, containment.
package struct DecisionFile {
    private let rows: DocumentRows

    private static let rowBytes = 47

    /// Writes decisions as they are made.
    package final class Writer {
        private let rows: DocumentRowsWriter
        package private(set) var count = 0

        package init(run: Int, in output: String) throws(StoreError) {
            rows = try DocumentRowsWriter(Layout.decisions(run: run), in: output)
        }

        /// Documents must ascend.
        package func append(_ decision: Decision) throws(StoreError) {
            let previous = decision.previous ?? RecordID(high: 0, low: 0)
            try rows.append(decision.document) { row in
                for word in [decision.leader.high, decision.leader.low, previous.high, previous.low] { row.fixed(word) }
                row.byte(UInt8(DuplicateKind.allCases.firstIndex(of: decision.kind) ?? 0))
                row.byte(UInt8(DuplicateRule.allCases.firstIndex(of: decision.rule) ?? 0))
                row.byte((decision.previous == nil ? 0 : 1) | (decision.supersedes ? 2 : 0))
                for share in [decision.similarity, decision.containment] {
                    row.byte(UInt8(truncatingIfNeeded: share))
                    row.byte(UInt8(truncatingIfNeeded: share >> 8))
                }
            }
            count += 1
        }

        package func close() throws(StoreError) -> StoredFile { try rows.close() }
    }

    package init(_ file: StoredFile, in output: String) {
        rows = DocumentRows(file, in: output, rowBytes: Self.rowBytes)
    }

    /// The decisions about documents in `range`, by document.
    package func decisions(in range: Range<Int>) throws(StoreError) -> [Int: Decision] {
        try rows.rows(in: range, Self.decision)
    }

    private static func decision(
        _ document: Int, _ row: inout ByteReader
    ) throws(ByteReader.Malformed) -> Decision {
        let leader = RecordID(high: try row.fixed(), low: try row.fixed())
        let previous = RecordID(high: try row.fixed(), low: try row.fixed())
        let (kind, rule, flags) = (Int(try row.byte()), Int(try row.byte()), try row.byte())
        let similarity = Int(try row.byte()) | Int(try row.byte()) << 8
        let containment = Int(try row.byte()) | Int(try row.byte()) << 8
        guard kind < DuplicateKind.allCases.count, rule < DuplicateRule.allCases.count else {
            throw ByteReader.Malformed()
        }
        var decision = Decision(
            document: document, kind: DuplicateKind.allCases[kind], rule: DuplicateRule.allCases[rule], leader: leader,
            previous: flags & 1 == 0 ? nil : previous, similarity: similarity, containment: containment)
        decision.supersedes = flags & 2 != 0
        return decision
    }
}
