/// Walks over the rows of a section, which is read once from front to back in pieces.
struct SectionCursor {
    private let source: ByteSource
    private let checksum: UInt64
    /// Where in the source the piece ends, and where the section does.
    private var offset: Int
    private let sectionEnd: Int
    private var rowsLeft: Int
    /// The last piece of a section has zeros behind it, so that from every byte of it a row can be read.
    private var piece: [UInt8] = []
    /// Bytes of the piece without the zeros.
    private var pieceCount = 0
    /// The last place of the piece where a row can be read.
    private var lastStart = -1
    private var place = 0
    private var sum = Checksum()
    /// The row under the cursor; `isAtEnd` behind the last one.
    private(set) var key: UInt64 = 0
    private(set) var value: UInt64 = 0
    private(set) var isAtEnd = false

    static let pieceBytes = 1 << 16

    init(_ source: ByteSource, offset: Int, bytes: Int, rows: Int, checksum: UInt64) throws {
        self.source = source
        self.checksum = checksum
        self.offset = offset
        sectionEnd = offset + bytes
        rowsLeft = rows
        try advance()
    }

    /// Moves on to the next row.
    mutating func advance() throws { try advance { _ in false } }

    /// Moves on to the first row whose key is not below `key` and passes a sieve in which `key` and all others are that are
    /// looked for.
    mutating func seek(_ key: UInt64, through sieve: KeySieve) throws {
        while self.key < key, !isAtEnd { try advance { $0 < key || !sieve.mayContain($0) } }
    }

    /// Passes over the rows that are left: only then is it known that the section is whole.
    mutating func finish() throws {
        while !isAtEnd { try advance { _ in true } }
    }

    /// Moves on by one row, and by more while they are in the piece and may be passed over by their keys.
    @inline(__always)
    private mutating func advance(past isPassed: (UInt64) -> Bool) throws {
        guard rowsLeft > 0 else { return try end() }
        if place > lastStart { try refill() }
        var (key, value, place, rowsLeft) = (key, value, place, rowsLeft)
        let lastStart = lastStart
        let areRows = piece.withUnsafeBytes { piece in
            guard let start = piece.baseAddress else { return false }
            repeat {
                guard let row = PackedRow(start + place) else { return false }
                key &+= row.difference
                value = row.value
                place &+= row.bytes
                rowsLeft &-= 1
            } while isPassed(key) && rowsLeft > 0 && place <= lastStart
            return true
        }
        guard areRows, place <= pieceCount else { throw IndexError.damaged }
        (self.key, self.value, self.place, self.rowsLeft) = (key, value, place, rowsLeft)
    }

    /// Reads on from the first byte that belongs to no row yet.
    private mutating func refill() throws {
        guard offset < sectionEnd else { throw IndexError.damaged }
        let left = pieceCount - place
        let start = offset - left
        piece = try source.read(start, min(Self.pieceBytes, sectionEnd - start))
        sum.update(piece[left...])
        (place, pieceCount) = (0, piece.count)
        offset = start + pieceCount
        if offset == sectionEnd {
            piece += repeatElement(0, count: PackedRow.maxBytes)
            lastStart = pieceCount - 1
        } else {
            lastStart = pieceCount - PackedRow.maxBytes
        }
    }

    private mutating func end() throws {
        if !isAtEnd, sum.value != checksum || offset != sectionEnd || place != pieceCount { throw IndexError.damaged }
        isAtEnd = true
    }
}
