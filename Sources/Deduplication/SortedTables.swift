/// The sorted tables of an index, one section each: keys of texts, addresses and paragraphs, and those of every band.
enum Section {
    /// Upper half of a text's hash, and the first article that had it.
    static let text = 0
    /// An address or native identifier, and the last article that had it.
    static let address = 1
    /// Site and paragraph, and the number of stories that had it.
    static let paragraph = 2
    static func band(_ band: Int) -> Int { 3 + band }
    static let count = 3 + Banding.bands
}

/// Writes sorted tables: rows of key and value, keys ascending, both as variable-length numbers, keys as differences.
///
/// Layout: signature and line feed; the sections; the footer of 64-bit words: for every section its offset, length, rows and
/// checksum, then the first article's rank, the number of articles and a checksum of the footer.
struct SortedTablesWriter {
    private let sink: any ByteSink
    /// What was not given to the sink yet: the first `filled` bytes.
    private let buffer: UnsafeMutableRawBufferPointer
    private let room = Scratch<UInt8>()
    private var filled = 0
    private var offset = 0
    private var footer: [UInt64] = []
    private var start = 0
    private var rows = 0
    private var last: UInt64 = 0
    private var checksum = Checksum()

    private static let bufferBytes = 1 << 18

    init(_ sink: any ByteSink) {
        self.sink = sink
        buffer = UnsafeMutableRawBufferPointer(start: room.reserve(Self.bufferBytes), count: Self.bufferBytes)
        buffer.copyBytes(from: Signature.bytes)
        filled = Signature.bytes.count
    }

    mutating func section(_ write: (inout SortedTablesWriter) throws -> Void) throws {
        try beginSection()
        try write(&self)
        try endSection()
    }

    private mutating func beginSection() throws {
        try flush(intoChecksum: false)
        (start, rows, last) = (offset, 0, 0)
        checksum = Checksum()
    }

    mutating func add(key: UInt64, value: UInt64) throws {
        filled = PackedNumber.store(value, buffer, PackedNumber.store(key &- last, buffer, filled))
        last = key
        rows += 1
        if filled > Self.bufferBytes - PackedRow.maxBytes { try flush(intoChecksum: true) }
    }

    private mutating func endSection() throws {
        try flush(intoChecksum: true)
        footer += [UInt64(start), UInt64(offset - start), UInt64(rows), checksum.value]
    }

    mutating func finish(firstRank: Int, articles: Int) throws {
        footer += [UInt64(firstRank), UInt64(articles)]
        var bytes: [UInt8] = []
        for word in footer { bytes.append(word: word) }
        var sum = Checksum()
        sum.update(bytes)
        bytes.append(word: sum.value)
        try sink.append(bytes)
    }

    private mutating func flush(intoChecksum: Bool) throws {
        if filled == 0 { return }
        let bytes = Array(buffer[..<filled])
        if intoChecksum { checksum.update(bytes) }
        offset += filled
        filled = 0
        try sink.append(bytes)
    }
}

/// A file that `SortedTablesWriter` wrote.
struct SortedTables {
    let firstRank: Int
    let articles: Int
    private let source: ByteSource
    private let footer: [UInt64]

    private static let footerWords = Section.count * 4 + 3

    init(_ source: ByteSource) throws {
        self.source = source
        try Signature.check(source)
        let bytes = try source.read(source.count - Self.footerWords * 8, Self.footerWords * 8)
        let words = (0..<Self.footerWords).map { bytes.word(at: $0 * 8) }
        var sum = Checksum()
        sum.update(bytes.dropLast(8))
        guard sum.value == words[Self.footerWords - 1], let first = Int(exactly: words[Self.footerWords - 3]),
            let count = Int(exactly: words[Self.footerWords - 2])
        else { throw IndexError.damaged }
        footer = words
        (firstRank, articles) = (first, count)
    }

    /// The rank that a row's value stands for.
    func rank(_ value: UInt64) throws -> Int {
        guard value < articles else { throw IndexError.damaged }
        return firstRank + Int(value)
    }

    func cursor(_ section: Int) throws -> SectionCursor {
        let entry = footer[section * 4..<section * 4 + 4].map { Int(truncatingIfNeeded: $0) }
        return try SectionCursor(
            source, offset: entry[0], bytes: entry[1], rows: entry[2], checksum: footer[section * 4 + 3])
    }
}

/// The line that every file of the index begins with.
enum Signature {
    static let bytes = Array((Banding.signature + "\n").utf8)

    static func check(_ source: ByteSource) throws {
        let head = try source.read(0, min(bytes.count, source.count))
        if head == bytes { return }
        let line = head.prefix { $0 != 0x0A }
        guard line.starts(with: Array("newsmill index".utf8)) else { throw IndexError.damaged }
        throw IndexError.otherParameters(found: String(decoding: line, as: UTF8.self))
    }
}

/// 64 bits over a stream of bytes, the same however it is cut into pieces.
struct Checksum {
    private var hash = Mixing.k0
    private var word: UInt64 = 0
    private var filled: UInt64 = 0

    var value: UInt64 { Mixing.mix(hash ^ word, Mixing.k0 ^ filled) }

    mutating func update(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            var i = 0
            while i < buffer.count {
                if filled == 0, i + 8 <= buffer.count {
                    let next = UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: i, as: UInt64.self)
                    hash = Mixing.mix(hash ^ next.littleEndian, Mixing.k1)
                    i += 8
                } else {
                    add(buffer[i])
                    i += 1
                }
            }
        }
        if done == nil { for byte in bytes { add(byte) } }
    }

    private mutating func add(_ byte: UInt8) {
        word |= UInt64(byte) << (8 * filled)
        filled += 1
        if filled == 8 {
            hash = Mixing.mix(hash ^ word, Mixing.k1)
            (word, filled) = (0, 0)
        }
    }
}
