/// CRC32 and ISIZE at the end of a member.
struct GzipTrailer: Equatable {
    var checksum: UInt32
    /// Length of the unpacked data modulo 2^32.
    var length: UInt32

    init(checksum: UInt32, length: Int) {
        self.checksum = checksum
        self.length = UInt32(truncatingIfNeeded: length)
    }

    /// Reads the first eight of `bytes`.
    init(_ bytes: UnsafeRawBufferPointer) {
        func word(_ start: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
        }
        checksum = word(0)
        length = word(4)
    }
}
