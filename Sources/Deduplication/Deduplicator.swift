package import Model

/// Decides which documents of a run repeat an earlier one, of this run or of any before it.
///
/// Document order alone decides: the first document with a hash leads all later ones, whatever finished first. Memory is
/// bounded by taking the hashes in partitions of the key space, each small enough to be sorted in memory; the tables of
/// earlier runs are sorted and stream past once.
package struct Deduplicator {
    private let rules: Configuration.Dedupe
    private let partitions: Int

    /// Calls its argument with every document's number and fingerprint, in document order.
    package typealias Documents = (_ visit: (Int, Fingerprint) throws -> Void) throws -> Void

    /// - Parameters:
    ///   - documents: number of documents in the run.
    ///   - memory: bytes that sorting may take.
    package init(rules: Configuration.Dedupe, documents: Int, memory: Int) {
        self.rules = rules
        partitions = max(1, documents * MemoryLayout<Row>.stride / max(memory, 1) + 1)
    }

    /// The decisions about all duplicates, in document order.
    ///
    /// - Parameter index: the tables of earlier runs, for each key.
    package func decide(_ documents: Documents, index: [Key: [IndexTable]]) throws -> [Decision] {
        let text = rules.exact ? try matches(.text, documents, index[.text] ?? []) : []
        let url = rules.url ? try matches(.url, documents, index[.url] ?? []) : []
        return Self.decide(text: text, url: url)
    }

    /// Writes the run's table for a key: every hash that no earlier table holds, with its leader.
    package func makeTable(
        _ key: Key, _ documents: Documents, decisions: [Decision], index: [IndexTable], write: ([UInt8]) throws -> Void
    ) throws {
        var known = index
        for partition in 0..<partitions {
            let rows = try rows(key, documents, partition)
            var bytes: [UInt8] = []
            var last: RecordID?
            for row in rows where row.key != last {
                last = row.key
                if try Self.leader(of: row.key, in: &known) != nil { continue }
                let leader = decisions.leader(ofDocument: row.document) ?? row.id
                IndexRow(key: row.key, leader: leader).append(to: &bytes)
            }
            try write(bytes)
        }
    }

    private struct Row {
        var key: RecordID
        var document: Int
        var id: RecordID
    }

    /// A document whose hash was seen before: in an earlier document of the run, or in an earlier run.
    private struct Match {
        var document: Int
        /// The first document of this run with the hash; nil when an earlier run had it.
        var first: Int?
        /// The first document's id, or the leader that the index names.
        var leader: RecordID
    }

    private func rows(_ key: Key, _ documents: Documents, _ partition: Int) throws -> [Row] {
        let none = RecordID(high: 0, low: 0)
        var rows: [Row] = []
        try documents { document, print in
            let value = key.of(print)
            let place = Int(value.high.multipliedFullWidth(by: UInt64(partitions)).high)
            if place == partition, value != none { rows.append(Row(key: value, document: document, id: print.id)) }
        }
        rows.sort { $0.key == $1.key ? $0.document < $1.document : $0.key < $1.key }
        return rows
    }

    private func matches(_ key: Key, _ documents: Documents, _ index: [IndexTable]) throws -> [Match] {
        var known = index
        var matches: [Match] = []
        for partition in 0..<partitions {
            let rows = try rows(key, documents, partition)
            var start = 0
            while start < rows.count {
                let first = rows[start]
                let earlier = try Self.leader(of: first.key, in: &known)
                if let earlier { matches.append(Match(document: first.document, first: nil, leader: earlier)) }
                start += 1
                while start < rows.count, rows[start].key == first.key {
                    matches.append(
                        Match(
                            document: rows[start].document, first: earlier == nil ? first.document : nil,
                            leader: earlier ?? first.id))
                    start += 1
                }
            }
        }
        return matches.sorted { $0.document < $1.document }
    }

    /// Moves every table on to `key`; keys have to be asked for in ascending order.
    private static func leader(of key: RecordID, in tables: inout [IndexTable]) throws -> RecordID? {
        var leader: RecordID?
        for table in tables.indices {
            while let row = try tables[table].current(), row.key < key { tables[table].advance() }
            if leader == nil, let row = try tables[table].current(), row.key == key { leader = row.leader }
        }
        return leader
    }

    /// The same text is stronger evidence than the same address: a document with both is `url`, with the text alone
    /// `exact`, with the address alone a `revision`.
    private static func decide(text: [Match], url: [Match]) -> [Decision] {
        var decisions: [Decision] = []
        func leader(_ match: Match?) -> RecordID? {
            guard let match else { return nil }
            return match.first.flatMap { decisions.leader(ofDocument: $0) } ?? match.leader
        }
        var (t, u) = (0, 0)
        while t < text.count || u < url.count {
            let document = min(t < text.count ? text[t].document : .max, u < url.count ? url[u].document : .max)
            let textMatch = t < text.count && text[t].document == document ? text[t] : nil
            let urlMatch = u < url.count && url[u].document == document ? url[u] : nil
            if textMatch != nil { t += 1 }
            if urlMatch != nil { u += 1 }
            if let same = leader(textMatch) {
                decisions.append(
                    Decision(document: document, kind: leader(urlMatch) == same ? .url : .exact, leader: same))
            } else if let revised = leader(urlMatch) {
                decisions.append(Decision(document: document, kind: .revision, leader: revised))
            }
        }
        return decisions
    }
}

extension [Decision] {
    /// Whom a document repeats, by binary search; nil when it repeats nobody.
    fileprivate func leader(ofDocument document: Int) -> RecordID? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].document < document { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].document == document ? self[low].leader : nil
    }
}
