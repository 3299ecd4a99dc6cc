/// Appends values in the spool's compact form: LEB128 numbers, length-prefixed bytes.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Starts afresh, with the memory there is unless it is more than `limit` bytes.
    mutating func clear(keeping limit: Int) { bytes.removeAll(keepingCapacity: bytes.capacity <= limit) }

    mutating func number(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func blob(_ value: [UInt8]) {
        number(value.count)
        bytes += value
    }

    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            number(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func optional(_ value: String?) {
        guard let value else { return number(0) }
        number(1)
        text(value)
    }

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func raw(_ value: [UInt8]) { bytes += value }

    mutating func fixed(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// - Parameter words: changed to little-endian, if they are not.
    mutating func fixed(_ words: inout [UInt64]) {
        for place in words.indices { words[place] = words[place].littleEndian }
        words.withUnsafeBytes { bytes.append(contentsOf: $0) }
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

    mutating func blob() throws(Malformed) -> [UInt8] {
        let count = try number()
        guard count >= 0, count <= bytes.count - position else { throw Malformed() }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    mutating func text() throws(Malformed) -> String { String(decoding: try blob(), as: UTF8.self) }

    mutating func optional() throws(Malformed) -> String? { try number() == 0 ? nil : try text() }

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
