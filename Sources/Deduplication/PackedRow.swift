/// A number of variable length: seven bits a byte, the lowest first; the upper bit is set in all bytes but the last.
enum PackedNumber {
    static let maxBytes = 10

    /// Upper bit of every byte of a word.
    fileprivate static let marks: UInt64 = 0x8080_8080_8080_8080

    /// Stores a number at `place`, where there is room for the longest, and says where it ends.
    @inline(__always)
    static func store(_ number: UInt64, _ buffer: UnsafeMutableRawBufferPointer, _ place: Int) -> Int {
        var (rest, place) = (number, place)
        while rest >= 0x80 {
            buffer[place] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
            place &+= 1
        }
        buffer[place] = UInt8(truncatingIfNeeded: rest)
        return place &+ 1
    }

    /// The number at `start`, where `maxBytes` can be read, and its bytes; nil when it does not end in time.
    fileprivate static func load(_ start: UnsafeRawPointer) -> (number: UInt64, bytes: Int)? {
        let word = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
        let ends = ~word & marks
        if ends != 0 {
            let end = ends.trailingZeroBitCount
            return (joined(word & (2 &<< UInt64(end) &- 1)), (end &+ 1) / 8)
        }
        let ninth = UInt64(start.load(fromByteOffset: 8, as: UInt8.self))
        let number = joined(word) | (ninth & 0x7F) << 56
        if ninth < 0x80 { return (number, 9) }
        let tenth = UInt64(start.load(fromByteOffset: 9, as: UInt8.self))
        return tenth < 0x80 ? (number | tenth << 63, 10) : nil
    }

    /// The lower seven bits of all bytes of a word: neighbours are joined to pairs, these to fours, and these to eight.
    @inline(__always)
    fileprivate static func joined(_ word: UInt64) -> UInt64 {
        var bits = word & ~marks
        bits = bits & 0x007F_007F_007F_007F | (bits & 0x7F00_7F00_7F00_7F00) &>> 1
        bits = bits & 0x0000_3FFF_0000_3FFF | (bits & 0x3FFF_0000_3FFF_0000) &>> 2
        return bits & 0x0000_0000_0FFF_FFFF | (bits & 0x0FFF_FFFF_0000_0000) &>> 4
    }
}

/// A row of a sorted table as it is stored: two numbers of variable length.
struct PackedRow {
    /// How much greater the row's key is than the one before.
    var difference: UInt64
    var value: UInt64
    var bytes: Int

    static let maxBytes = 2 * PackedNumber.maxBytes

    /// The row at `start`, where `maxBytes` can be read; nil when it is none.
    @inline(__always)
    init?(_ start: UnsafeRawPointer) {
        let word = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
        let ends = ~word & PackedNumber.marks
        let last = ends & (ends &- 1)
        if last != 0 {
            // Both in one word, as most rows are.
            let (first, second) = (UInt64(ends.trailingZeroBitCount), UInt64(last.trailingZeroBitCount))
            difference = PackedNumber.joined(word & (2 &<< first &- 1))
            value = PackedNumber.joined((word & (2 &<< second &- 1)) &>> (first &+ 1))
            bytes = Int(truncatingIfNeeded: second &+ 1) / 8
            return
        }
        guard let key = PackedNumber.load(start), let number = PackedNumber.load(start + key.bytes) else { return nil }
        difference = key.number
        value = number.number
        bytes = key.bytes &+ number.bytes
    }
}
