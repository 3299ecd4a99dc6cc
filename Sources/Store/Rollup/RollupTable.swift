internal import Gzip
internal import Model

/// A table of the roll-up: tallies ascending by id, then pairs ascending by both ids.
///
/// Layout: blocks of rows, each behind its length and its CRC-32; then the footer of three words: bytes of the blocks of
/// tallies, bytes of those of pairs, CRC-32 of these two (all numbers little-endian, 32 and 64 bits). No row crosses a block.
/// A tally's row: id, length, tally. A pair's row: twice the documents, odd where another entity's rows begin, whose id then
/// follows; the other entity's id; the weight.
enum RollupTable {
    static let blockBytes = 1 << 16
    static let footerBytes = 24
}

/// Writes a table piece by piece.
struct RollupTableWriter {
    private let append: ([UInt8]) throws(StoreError) -> Void
    private var rows = ByteWriter()
    private var payload = ByteWriter()
    private var sections = [0, 0]
    private var section = 0
    private var entity: EntityID?

    init(append: @escaping ([UInt8]) throws(StoreError) -> Void) { self.append = append }

    /// Ids must ascend, and all tallies come before the first pair.
    mutating func add(_ tally: EntityTally) throws(StoreError) {
        payload.clear()
        tally.write(into: &payload)
        try add(tally.id, payload: payload.bytes)
    }

    mutating func add(_ id: EntityID, payload: [UInt8]) throws(StoreError) {
        rows.fixed(id.value)
        rows.blob(payload)
        if rows.count >= RollupTable.blockBytes { try flush() }
    }

    mutating func add(_ pair: EntityPair) throws(StoreError) {
        if section == 0 {
            try flush()
            section = 1
        }
        rows.number(pair.documents << 1 | (pair.entity == entity ? 0 : 1))
        if pair.entity != entity { rows.fixed(pair.entity.value) }
        entity = pair.entity
        rows.fixed(pair.other.value)
        rows.number(pair.weight)
        if rows.count >= RollupTable.blockBytes { try flush() }
    }

    mutating func finish() throws(StoreError) {
        try flush()
        var footer = ByteWriter()
        for bytes in sections { footer.fixed(UInt64(bytes)) }
        footer.fixed(UInt64(crc32(footer.bytes.span)))
        try append(footer.bytes)
    }

    private mutating func flush() throws(StoreError) {
        let block = rows.bytes
        guard !block.isEmpty else { return }
        var head = ByteWriter()
        head.fixed(UInt64(block.count) | UInt64(crc32(block.span)) << 32)
        try append(head.bytes)
        try append(block)
        sections[section] += head.count + block.count
        rows.clear()
        // Each block stands by itself.
        entity = nil
    }
}

/// A table lying in a stretch of a file.
struct RollupTableFile {
    let file: ReadFile
    let path: String
    let range: Range<Int>
    private let tallyBytes: Int

    init(_ path: String, in range: Range<Int>) throws(StoreError) {
        file = try ReadFile(path)
        self.path = path
        self.range = range
        let damage = StoreError.damaged(path: path, detail: "it holds no table of entities at \(range.lowerBound)")
        guard range.count >= RollupTable.footerBytes else { throw damage }
        let footer = try file.read(
            from: range.upperBound - RollupTable.footerBytes, count: RollupTable.footerBytes)
        var reader = ByteReader(footer)
        guard let tallies = try? reader.fixed(), let pairs = try? reader.fixed(), let sum = try? reader.fixed(),
            sum == UInt64(crc32(Array(footer.prefix(16)).span)), tallies <= UInt64(range.count),
            pairs <= UInt64(range.count),
            Int(tallies) + Int(pairs) + RollupTable.footerBytes == range.count
        else { throw damage }
        tallyBytes = Int(tallies)
    }

    func tallies() -> RollupBlocks {
        RollupBlocks(self, range.lowerBound..<range.lowerBound + tallyBytes)
    }

    func pairs() -> RollupBlocks {
        RollupBlocks(self, range.lowerBound + tallyBytes..<range.upperBound - RollupTable.footerBytes)
    }
}

/// The blocks of a section, one after the other.
struct RollupBlocks {
    private let table: RollupTableFile
    private var place: Int
    private let end: Int

    init(_ table: RollupTableFile, _ range: Range<Int>) {
        self.table = table
        (place, end) = (range.lowerBound, range.upperBound)
    }

    var damage: StoreError { .damaged(path: table.path, detail: "its table of entities breaks off at \(place)") }

    /// The rows of the next block; nil behind the last.
    mutating func next() throws(StoreError) -> [UInt8]? {
        guard place < end else { return nil }
        guard end - place >= 8 else { throw damage }
        var head = ByteReader(try table.file.read(from: place, count: 8))
        guard let word = try? head.fixed(), Int(word & 0xFFFF_FFFF) <= end - place - 8 else { throw damage }
        let rows = try table.file.read(from: place + 8, count: Int(word & 0xFFFF_FFFF))
        guard crc32(rows.span) == UInt32(word >> 32) else { throw damage }
        place += 8 + rows.count
        return rows
    }
}
