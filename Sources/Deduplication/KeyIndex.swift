internal import Model

/// Which of an article's two hashes a table is about.
package enum Key: String, Sendable, CaseIterable {
    case text, url

    func of(_ print: Fingerprint) -> RecordID {
        switch self {
        case .text: print.text
        case .url: print.url
        }
    }
}

/// A row of the index: a hash, and the published article that has it or leads the cluster of the first that had.
struct IndexRow {
    var key: RecordID
    var leader: RecordID

    static let bytes = 32

    func append(to buffer: inout [UInt8]) {
        for word in [key.high, key.low, leader.high, leader.low] {
            withUnsafeBytes(of: word.bigEndian) { buffer.append(contentsOf: $0) }
        }
    }

    init(key: RecordID, leader: RecordID) {
        self.key = key
        self.leader = leader
    }

    init(_ buffer: [UInt8], at start: Int) {
        func word(_ place: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 << 8 | UInt64(buffer[start + place * 8 + $1]) }
        }
        self.init(key: RecordID(high: word(0), low: word(1)), leader: RecordID(high: word(2), low: word(3)))
    }
}

/// One immutable table of the index, sorted by key, read once from front to back in pieces.
package struct IndexTable {
    private let length: Int
    private let read: (_ offset: Int, _ count: Int) throws -> [UInt8]
    private var buffer: [UInt8] = []
    private var position = 0
    private var offset = 0

    private static let blockRows = 8192

    /// - Parameters:
    ///   - bytes: length of the table.
    ///   - read: gives a stretch of it.
    package init(bytes: Int, read: @escaping (_ offset: Int, _ count: Int) throws -> [UInt8]) {
        length = bytes
        self.read = read
    }

    /// The row under the cursor.
    mutating func current() throws -> IndexRow? {
        if position == buffer.count {
            guard offset < length else { return nil }
            buffer = try read(offset, min(Self.blockRows * IndexRow.bytes, length - offset))
            offset += buffer.count
            position = 0
        }
        return IndexRow(buffer, at: position)
    }

    mutating func advance() { position += IndexRow.bytes }
}
