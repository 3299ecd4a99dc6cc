/// What the upper 128 bytes of each single-byte encoding mean, per the index tables of the Encoding Standard.
enum SingleByteTable {
    /// Scalar for byte 0x80 + index; U+FFFD where the encoding has a hole. Built once, from iconv(3).
    static func scalars(of encoding: CharacterEncoding) -> [UInt32] { all[encoding] ?? identity }

    private static let identity = [UInt32](0x80...0xFF)

    private static let all: [CharacterEncoding: [UInt32]] = {
        var tables: [CharacterEncoding: [UInt32]] = [:]
        for encoding in CharacterEncoding.allCases {
            if case .singleByte = encoding.kind { tables[encoding] = build(encoding) }
        }
        return tables
    }()

    private static func build(_ encoding: CharacterEncoding) -> [UInt32] {
        if encoding == .userDefined { return (0..<128).map { 0xF780 + $0 } }
        guard let converter = IconvConverter(from: encoding) else { return identity }
        var table = (UInt32(0x80)...0xFF).map { (byte: UInt32) -> UInt32 in
            // The standard fills holes among 0x80...0x9F with the C1 control of the same value.
            converter.scalar(of: UInt8(truncatingIfNeeded: byte)) ?? (byte < 0xA0 ? byte : 0xFFFD)
        }
        for (byte, scalar) in corrections[encoding] ?? [] { table[Int(byte) - 0x80] = scalar }
        return table
    }

    /// Where the C library's tables follow an older edition than the standard.
    private static let corrections: [CharacterEncoding: [(UInt8, UInt32)]] = [
        .koi8U: [(0xAE, 0x045E), (0xBE, 0x040E)],
        .macintosh: [(0xDB, 0x20AC), (0xF0, 0xF8FF)],
        .macCyrillic: [(0xA2, 0x0490), (0xB6, 0x0491), (0xFF, 0x20AC)],
    ]
}
