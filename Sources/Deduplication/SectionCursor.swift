/// Walks over the rows of a section, which is read once from front to back in pieces.
struct SectionCursor {
    private let source: ByteSource
    private let checksum: UInt64
    /// Where in the source the piece ends, and where the section does.
    private var offset: Int
    private let end: Int
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
        end = offset + bytes
        rowsLeft = rows
        try advance()
    }

    /// Moves on to the next row.
    mutating func advance() throws { try advance(below: 0) }

    /// Moves on to the first row whose key is not below `key`.
    mutating func seek(_ key: UInt64) throws {
        while self.key < key, !isAtEnd { try advance(below: key) }
    }

    /// Moves on by one row, and by more while they are in the piece and their keys are below `wanted`.
    @inline(__always)
    private mutating func advance(below wanted: UInt64) throws {
        guard rowsLeft > 0 else { return try finish() }
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
            } while key < wanted && rowsLeft > 0 && place <= lastStart
            return true
        }
        guard areRows, place <= pieceCount else { throw IndexError.damaged }
        (self.key, self.value, self.place, self.rowsLeft) = (key, value, place, rowsLeft)
    }

    /// Reads on from the first byte that belongs to no row yet.
    private mutating func refill() throws {
        guard offset < end else { throw IndexError.damaged }
        let left = pieceCount - place
        let start = offset - left
        piece = try source.read(start, min(Self.pieceBytes, end - start))
        sum.update(piece[left...])
        (place, pieceCount) = (0, piece.count)
        offset = start + pieceCount
        if offset == end {
            piece += repeatElement(0, count: PackedRow.maxBytes)
            lastStart = pieceCount - 1
        } else {
            lastStart = pieceCount - PackedRow.maxBytes
        }
    }

    private mutating func finish() throws {
        if !isAtEnd, sum.value != checksum || offset != end || place != pieceCount { throw IndexError.damaged }
        isAtEnd = true
    }
}
