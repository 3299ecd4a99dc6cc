package import Model

/// The decisions of a run in its spool, in document order, in rows of the same length (little-endian): document, leader,
/// previous version, kind, rule, what else there is, similarity, containment.
package struct DecisionFile {
    private let path: String
    private let count: Int

    private static let rowBytes = 47

    /// Writes decisions as they are made.
    package final class Writer {
        private let file: StoredFileWriter
        private var pending = ByteWriter()
        package private(set) var count = 0

        package init(run: Int, in output: String) throws(StoreError) {
            file = try StoredFileWriter(Layout.decisions(run: run), in: output)
        }

        /// Documents must ascend.
        package func append(_ decision: Decision) throws(StoreError) {
            let previous = decision.previous ?? RecordID(high: 0, low: 0)
            for word in [
                UInt64(decision.document), decision.leader.high, decision.leader.low, previous.high, previous.low,
            ] {
                pending.fixed(word)
            }
            pending.byte(UInt8(DuplicateKind.allCases.firstIndex(of: decision.kind) ?? 0))
            pending.byte(UInt8(DuplicateRule.allCases.firstIndex(of: decision.rule) ?? 0))
            pending.byte((decision.previous == nil ? 0 : 1) | (decision.supersedes ? 2 : 0))
            for share in [decision.similarity, decision.containment] {
                pending.byte(UInt8(truncatingIfNeeded: share))
                pending.byte(UInt8(truncatingIfNeeded: share >> 8))
            }
            count += 1
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
        count = file.bytes / Self.rowBytes
    }

    /// The decisions about documents in `range`, by document.
    package func decisions(in range: Range<Int>) throws(StoreError) -> [Int: Decision] {
        let start = try firstRow(from: range.lowerBound)
        let end = try firstRow(from: range.upperBound)
        return Dictionary(try rows(start..<end).map { ($0.document, $0) }) { $1 }
    }

    private func rows(_ range: Range<Int>) throws(StoreError) -> [Decision] {
        guard !range.isEmpty else { return [] }
        let bytes = try Disk.read(path, from: range.lowerBound * Self.rowBytes, count: range.count * Self.rowBytes)
        var decisions: [Decision] = []
        decisions.reserveCapacity(range.count)
        do {
            var reader = ByteReader(bytes)
            for _ in range { decisions.append(try Self.row(&reader)) }
        } catch {
            throw .damaged(path: path, detail: "it does not hold \(count) decisions")
        }
        return decisions
    }

    private static func row(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> Decision {
        let document = Int(truncatingIfNeeded: try reader.fixed())
        let leader = RecordID(high: try reader.fixed(), low: try reader.fixed())
        let previous = RecordID(high: try reader.fixed(), low: try reader.fixed())
        let (kind, rule, flags) = (Int(try reader.byte()), Int(try reader.byte()), try reader.byte())
        let similarity = Int(try reader.byte()) | Int(try reader.byte()) << 8
        let containment = Int(try reader.byte()) | Int(try reader.byte()) << 8
        guard kind < DuplicateKind.allCases.count, rule < DuplicateRule.allCases.count else {
            throw ByteReader.Malformed()
        }
        var decision = Decision(
            document: document, kind: DuplicateKind.allCases[kind], rule: DuplicateRule.allCases[rule], leader: leader,
            previous: flags & 1 == 0 ? nil : previous, similarity: similarity, containment: containment)
        decision.supersedes = flags & 2 != 0
        return decision
    }

    /// The first row about `document` or a later one.
    private func firstRow(from document: Int) throws(StoreError) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let row = try Disk.read(path, from: middle * Self.rowBytes, count: 8)
            let found = row.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if found < UInt64(document) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
