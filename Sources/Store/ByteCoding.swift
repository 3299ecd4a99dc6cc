internal import Glibc
internal import Text

/// Appends values in the spool's compact form: LEB128 numbers, length-prefixed bytes.
struct ByteWriter {
    private var room = ByteRoom()

    /// Bytes written so far.
    var count: Int { room.count }

    /// A copy of what has been written so far.
    var bytes: [UInt8] { room.bytes }

    /// Lends what has been written so far.
    func withBytes<Result, Failure>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try room.withBytes(body)
    }

    mutating func clear() { room.clear() }

    /// Starts afresh, with the memory there is unless it is more than `limit` bytes.
    mutating func clear(keeping limit: Int) { room.clear(keeping: limit) }

    mutating func number(_ value: Int) {
        room.append(most: Self.longestNumber) { Self.write(value, to: &$0) }
    }

    mutating func blob(_ value: [UInt8]) {
        value.withUnsafeBufferPointer { blob($0) }
    }

    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { blob($0) }
    }

    mutating func optional(_ value: String?) {
        guard let value else { return byte(0) }
        byte(1)
        text(value)
    }

    mutating func byte(_ value: UInt8) { room.append(value) }

    mutating func raw(_ value: [UInt8]) { value.withUnsafeBufferPointer { room.append($0) } }

    mutating func raw(_ value: Span<UInt8>) { value.withUnsafeBufferPointer { room.append($0) } }

    mutating func fixed(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { room.append($0.assumingMemoryBound(to: UInt8.self)) }
    }

    mutating func fixed(_ words: Span<UInt64>) {
        #if _endian(little)
            words.withUnsafeBytes { room.append($0.assumingMemoryBound(to: UInt8.self)) }
        #else
            for place in words.indices { fixed(words[place]) }
        #endif
    }

    // MARK: -

    /// 64 bits in groups of seven.
    private static let longestNumber = 10

    private mutating func blob(_ value: UnsafeBufferPointer<UInt8>) {
        room.append(most: Self.longestNumber + value.count) { place in
            Self.write(value.count, to: &place)
            place.append(value)
        }
    }

    @inline(__always)
    private static func write(_ value: Int, to place: inout ByteRoom.Place) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            place.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        place.append(UInt8(rest))
    }
}

/// Reads back what `ByteWriter` wrote. Anything that does not fit is an error, never a trap.
struct ByteReader {
    struct Malformed: Error {}

    private let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func number() throws(Malformed) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: value)) }
            shift += 7
        }
        throw Malformed()
    }

    mutating func blob() throws(Malformed) -> [UInt8] { Array(bytes[try stretch()]) }

    /// Reads a blob into the memory of another.
    mutating func blob(into blob: inout [UInt8]) throws(Malformed) {
        let stretch = try stretch()
        blob.removeAll(keepingCapacity: true)
        blob.append(contentsOf: bytes[stretch])
    }

    mutating func text() throws(Malformed) -> String { String(decoding: bytes[try stretch()], as: UTF8.self) }

    /// Passes over bytes that are preceded by their number.
    private mutating func stretch() throws(Malformed) -> Range<Int> {
        let count = try number()
        guard count >= 0, count <= bytes.count - position else { throw Malformed() }
        defer { position += count }
        return position..<position + count
    }

    /// Reads a text into the place of another, which stays where it is the same: records have much in common with those
    /// before them.
    mutating func text(into text: inout String) throws(Malformed) {
        let stretch = try stretch()
        bytes[stretch].withUnsafeBufferPointer { new in
            if !text.withUTF8({ Self.areEqual($0, new) }) { text = String(decoding: new, as: UTF8.self) }
        }
    }

    mutating func optional(into text: inout String?) throws(Malformed) {
        if try byte() == 0 {
            text = nil
        } else {
            var new = text.take() ?? ""
            try self.text(into: &new)
            text = new
        }
    }

    private static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count, let first = a.baseAddress, let second = b.baseAddress else {
            return a.isEmpty && b.isEmpty
        }
        return memcmp(first, second, a.count) == 0
    }

    mutating func byte() throws(Malformed) -> UInt8 {
        guard position < bytes.count else { throw Malformed() }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func fixed() throws(Malformed) -> UInt64 {
        guard bytes.count - position >= 8 else { throw Malformed() }
        defer { position += 8 }
        return bytes.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        }
    }
}
