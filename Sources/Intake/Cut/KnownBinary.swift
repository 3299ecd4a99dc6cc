/// Other binary content that people feed by mistake, so that the reject can say what it is.
enum KnownBinary {
    private static let table: [(magic: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "a PDF document"),
        (Array("PAR1".utf8), "a Parquet file; export it as JSON Lines"),
        (Array("ARROW1".utf8), "an Arrow file; export it as JSON Lines"),
        (Array("SQLite format 3\0".utf8), "an SQLite database; export it as JSON Lines"),
        (Array("Obj\u{1}".utf8), "an Avro file; export it as JSON Lines"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF8".utf8), "a GIF image"),
        ([0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a Microsoft Office document"),
        ([0x00, 0x05, 0x16, 0x07], "an AppleDouble file"),
        ([0x80, 0x02], "a Python pickle"), ([0x80, 0x04, 0x95], "a Python pickle"),
    ]

    static func name(of head: UnsafeRawBufferPointer) -> String? {
        table.first { head.holds($0.magic, at: 0) }?.name
    }
}
