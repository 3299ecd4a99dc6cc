internal import Digest
package import Model

/// The decisions of a run in its spool, in document order, 25 bytes each: document, kind, leader (little-endian).
package struct DecisionFile {
    private let path: String
    private let count: Int

    private static let rowBytes = 25

    package static func write(_ decisions: [Decision], run: Int, in output: String) throws(StoreError) -> StoredFile {
        var writer = ByteWriter()
        for decision in decisions {
            writer.fixed(UInt64(decision.document))
            writer.byte(UInt8(DuplicateKind.allCases.firstIndex(of: decision.kind) ?? 0))
            writer.fixed(decision.leader.high)
            writer.fixed(decision.leader.low)
        }
        let name = Layout.decisions(run: run)
        try Disk.replace(output + "/" + name, with: writer.bytes)
        var digest = SHA256Digest()
        digest.update(writer.bytes.span)
        return StoredFile(path: name, bytes: writer.bytes.count, sha256: digest.finishHex())
    }

    package init(_ file: StoredFile, in output: String) {
        path = output + "/" + file.path
        count = file.bytes / Self.rowBytes
    }

    /// All of them, in document order.
    package func all() throws(StoreError) -> [Decision] { try rows(0..<count) }

    /// The decisions about documents in `range`, by document.
    package func decisions(in range: Range<Int>) throws(StoreError) -> [Int: Decision] {
        let start = try firstRow(from: range.lowerBound)
        let end = try firstRow(from: range.upperBound)
        return Dictionary(uniqueKeysWithValues: try rows(start..<end).map { ($0.document, $0) })
    }

    private func rows(_ range: Range<Int>) throws(StoreError) -> [Decision] {
        guard !range.isEmpty else { return [] }
        let bytes = try Disk.read(path, from: range.lowerBound * Self.rowBytes, count: range.count * Self.rowBytes)
        var decisions: [Decision] = []
        decisions.reserveCapacity(range.count)
        do {
            var reader = ByteReader(bytes)
            for _ in range {
                let document = Int(truncatingIfNeeded: try reader.fixed())
                let kind = Int(try reader.byte())
                let leader = RecordID(high: try reader.fixed(), low: try reader.fixed())
                guard kind < DuplicateKind.allCases.count else { throw ByteReader.Malformed() }
                decisions.append(
                    Decision(document: document, kind: DuplicateKind.allCases[kind], leader: leader))
            }
        } catch {
            throw .damaged(path: path, detail: "it does not hold \(count) decisions")
        }
        return decisions
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
