/// The head of a gzip member (RFC 1952, 2.3).
enum GzipHeader: Equatable {
    case complete(length: Int)
    /// The bytes end inside the header.
    case incomplete
    case invalid

    static let magic: [UInt8] = [0x1F, 0x8B, 0x08]
    /// Length of CRC32 and ISIZE behind the data.
    static let trailerLength = 8
    /// Names and comments have no length limit in the RFC; a longer header than this is noise.
    static let longest = 192 << 10

    private static let crc16: UInt8 = 0x02
    private static let extra: UInt8 = 0x04
    private static let name: UInt8 = 0x08
    private static let comment: UInt8 = 0x10
    private static let reserved: UInt8 = 0xE0

    init(_ bytes: UnsafeRawBufferPointer) {
        for (index, byte) in Self.magic.enumerated() where index < bytes.count && bytes[index] != byte {
            self = .invalid
            return
        }
        guard bytes.count >= 10 else {
            self = .incomplete
            return
        }
        let flags = bytes[3]
        guard flags & Self.reserved == 0 else {
            self = .invalid
            return
        }
        var position = 10
        if flags & Self.extra != 0 {
            guard bytes.count >= position + 2 else {
                self = .incomplete
                return
            }
            position += 2 + (Int(bytes[position]) | Int(bytes[position + 1]) << 8)
        }
        for flag in [Self.name, Self.comment] where flags & flag != 0 {
            guard let end = bytes.index(of: 0, from: position) else {
                self = bytes.count < Self.longest ? .incomplete : .invalid
                return
            }
            position = end + 1
        }
        if flags & Self.crc16 != 0 { position += 2 }
        self = position <= bytes.count ? .complete(length: position) : .incomplete
    }
}
