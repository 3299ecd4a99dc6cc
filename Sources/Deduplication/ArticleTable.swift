internal import Model

/// An article of the index: who it is and whom it follows.
struct ArticleRow: Equatable {
    var id: RecordID
    /// Lower half of the hash of its text.
    var text: UInt64
    /// Rank of its leader; its own when it leads.
    var leader: Int
    /// Where its evidence lies, for a leader.
    var evidence: Int
    var evidenceBytes: Int

    static let bytes = 40

    func append(to buffer: inout [UInt8]) {
        let place = UInt64(evidence) << 16 | UInt64(min(evidenceBytes, 0xFFFF))
        let check = Self.check(id.high, id.low, text, UInt64(leader), place)
        for word in [id.high, id.low, text, check << Self.leaderBits | UInt64(leader), place] { buffer.append(word: word) }
    }

    init(id: RecordID, text: UInt64, leader: Int, evidence: Int = 0, evidenceBytes: Int = 0) {
        self.id = id
        self.text = text
        self.leader = leader
        self.evidence = evidence
        self.evidenceBytes = evidenceBytes
    }

    /// Ranks take 40 bits; above them stands a checksum of the row.
    private static let leaderBits: UInt64 = 40

    private static func check(_ words: UInt64...) -> UInt64 {
        words.reduce(Mixing.k0) { Mixing.mix($0 ^ $1, Mixing.k1) } >> leaderBits
    }

    init(_ bytes: [UInt8]) throws {
        guard bytes.count == Self.bytes else { throw IndexError.damaged }
        let leader = Int(bytes.word(at: 24) & ((1 << Self.leaderBits) - 1))
        let place = bytes.word(at: 32)
        let check = Self.check(bytes.word(at: 0), bytes.word(at: 8), bytes.word(at: 16), UInt64(leader), place)
        guard check == bytes.word(at: 24) >> Self.leaderBits else { throw IndexError.damaged }
        self.init(
            id: RecordID(high: bytes.word(at: 0), low: bytes.word(at: 8)), text: bytes.word(at: 16), leader: leader,
            evidence: Int(place >> 16), evidenceBytes: Int(place & 0xFFFF))
    }
}

/// The articles of one run in the index: a row for each, and the evidence of those that lead.
struct ArticleTable {
    let firstRank: Int
    let count: Int
    private let rows: ByteSource
    private let evidence: ByteSource

    private static let head = Signature.bytes.count + 8

    /// What the file of rows begins with.
    static func header(firstRank: Int) -> [UInt8] {
        var header = Signature.bytes
        header.append(word: UInt64(firstRank))
        return header
    }

    init(rows: ByteSource, evidence: ByteSource) throws {
        self.rows = rows
        self.evidence = evidence
        try Signature.check(rows)
        let word = try rows.read(Signature.bytes.count, 8)
        guard let first = Int(exactly: word.word(at: 0)) else { throw IndexError.damaged }
        firstRank = first
        count = (rows.count - Self.head) / ArticleRow.bytes
    }

    func row(_ rank: Int) throws -> ArticleRow {
        try ArticleRow(rows.read(Self.head + (rank - firstRank) * ArticleRow.bytes, ArticleRow.bytes))
    }

    func evidence(of row: ArticleRow) throws -> Evidence {
        try Evidence(decoding: evidence.read(row.evidence, row.evidenceBytes))
    }
}
