internal import Model

/// The articles of all runs by rank: those of earlier runs, and those of this one as they are decided.
struct RunIndex {
    private let earlier: [ArticleTable]
    let firstRank: Int
    private let rowSink: any ByteSink
    private let evidenceSink: any ByteSink
    /// The run's articles of finished blocks.
    private var written: ArticleTable?
    /// Rank of the first article in `rows`.
    private var firstOpen: Int
    private var rows: [ArticleRow] = []
    private var evidenceBytes = 0
    private var pendingEvidence: [UInt8] = []
    private var pendingStart = 0
    private var cache = Cache()

    init(earlier: [ArticleTable], firstRank: Int, rows: any ByteSink, evidence: any ByteSink) throws {
        self.earlier = earlier
        self.firstRank = firstRank
        rowSink = rows
        evidenceSink = evidence
        firstOpen = firstRank
        try rowSink.append(ArticleTable.header(firstRank: firstRank))
        try evidenceSink.append(Signature.bytes)
        pendingStart = Signature.bytes.count
        evidenceBytes = pendingStart
    }

    // MARK: Asking

    mutating func row(_ rank: Int) throws -> ArticleRow {
        if rank >= firstOpen {
            guard rank - firstOpen < rows.count else { throw IndexError.damaged }
            return rows[rank - firstOpen]
        }
        if let row = cache.row(of: rank) { return row }
        let row = try table(of: rank).row(rank)
        cache.put(rank, row)
        return row
    }

    mutating func leader(of rank: Int) throws -> Int { try row(rank).leader }

    /// The evidence of a leader.
    mutating func evidence(of leader: Int) throws -> Evidence {
        if let evidence = cache.evidence(of: leader) { return evidence }
        let row = try row(leader)
        let evidence: Evidence
        if leader < firstRank {
            evidence = try table(of: leader).evidence(of: row)
        } else if row.evidence >= pendingStart {
            let start = row.evidence - pendingStart
            guard start + row.evidenceBytes <= pendingEvidence.count else { throw IndexError.damaged }
            evidence = try Evidence(decoding: Array(pendingEvidence[start..<start + row.evidenceBytes]))
        } else {
            evidence = try Evidence(decoding: evidenceSink.source().read(row.evidence, row.evidenceBytes))
        }
        cache.put(leader, evidence)
        return evidence
    }

    private func table(of rank: Int) throws -> ArticleTable {
        if rank >= firstRank, let written { return written }
        var (low, high) = (0, earlier.count)
        while low < high {
            let middle = (low + high) / 2
            if earlier[middle].firstRank + earlier[middle].count <= rank { low = middle + 1 } else { high = middle }
        }
        guard low < earlier.count, rank >= earlier[low].firstRank else { throw IndexError.damaged }
        return earlier[low]
    }

    // MARK: Adding

    private static let flushBytes = 1 << 20

    /// Adds the next article; `evidence` for one that leads.
    mutating func append(_ print: Block.Print, leader: Int, evidence: Evidence?) throws {
        var row = ArticleRow(id: print.id, text: print.text.low, leader: leader)
        if let evidence {
            if pendingEvidence.isEmpty { pendingEvidence.reserveCapacity(Self.flushBytes + Self.flushBytes / 8) }
            row.evidence = evidenceBytes
            row.evidenceBytes = evidence.append(to: &pendingEvidence)
            evidenceBytes += row.evidenceBytes
            if pendingEvidence.count >= Self.flushBytes { try flushEvidence() }
            cache.put(leader, evidence)
        }
        rows.append(row)
    }

    private mutating func flushEvidence() throws {
        try evidenceSink.append(pendingEvidence)
        pendingEvidence.removeAll(keepingCapacity: true)
        pendingStart = evidenceBytes
    }

    mutating func endBlock() throws {
        var bytes: [UInt8] = []
        for row in rows {
            row.append(to: &bytes)
            if bytes.count >= Self.flushBytes {
                try rowSink.append(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try rowSink.append(bytes)
        firstOpen += rows.count
        rows.removeAll(keepingCapacity: true)
        try flushEvidence()
        written = try ArticleTable(rows: rowSink.source(), evidence: evidenceSink.source())
    }
}

/// What was asked for lately; a later rank takes the place of an earlier one.
private struct Cache {
    private var evidence: [(rank: Int, evidence: Evidence)] = Array(repeating: (-1, Evidence()), count: 1 << 11)
    /// Most of those whose leader is asked for lead themselves, so their evidence is asked for next.
    /// Empty until a row is put there: a run of one block that knows no earlier ones asks for none.
    private var rows: [(rank: Int, row: ArticleRow)] = []

    func evidence(of rank: Int) -> Evidence? {
        let entry = evidence[rank & (evidence.count - 1)]
        return entry.rank == rank ? entry.evidence : nil
    }

    mutating func put(_ rank: Int, _ value: Evidence) { evidence[rank & (evidence.count - 1)] = (rank, value) }

    func row(of rank: Int) -> ArticleRow? {
        if rows.isEmpty { return nil }
        let entry = rows[rank & (rows.count - 1)]
        return entry.rank == rank ? entry.row : nil
    }

    mutating func put(_ rank: Int, _ row: ArticleRow) {
        if rows.isEmpty {
            let none = ArticleRow(id: RecordID(high: 0, low: 0), text: 0, leader: -1)
            rows = Array(repeating: (-1, none), count: 1 << 14)
        }
        rows[rank & (rows.count - 1)] = (rank, row)
    }
}
