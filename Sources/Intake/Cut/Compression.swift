/// Kinds of compression and of archive that are known by their first bytes and not read here.
struct Compression: Equatable {
    var name: String
    /// What to do about it, in words.
    var remedy: String

    private static let table: [(magic: [UInt8], name: String, remedy: String)] = [
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "unpack it with `zstd -d`"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz", "unpack it with `xz -d`"),
        ([0x04, 0x22, 0x4D, 0x18], "LZ4", "unpack it with `lz4 -d`"),
        ([0x02, 0x21, 0x4C, 0x18], "LZ4", "unpack it with `lz4 -d`"),
        ([0x1F, 0x9D], "compress (.Z)", "unpack it with `uncompress` or `gzip -d`"),
        ([0x1F, 0xA0], "SCO compress -H (.Z)", "unpack it with `gzip -d`"),
        ([0x1F, 0x1E], "pack (.z)", "unpack it with `gzip -d`"),
        ([0x50, 0x4B, 0x03, 0x04], "ZIP", "unpack it with `unzip`"),
        ([0x50, 0x4B, 0x05, 0x06], "ZIP (empty)", "unpack it with `unzip`"),
        ([0x50, 0x4B, 0x07, 0x08], "ZIP", "unpack it with `unzip`"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7-Zip", "unpack it with `7z x`"),
        ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "RAR", "unpack it with `unrar x`"),
        ([0x4C, 0x5A, 0x49, 0x50], "lzip", "unpack it with `lzip -d`"),
        ([0x89, 0x4C, 0x5A, 0x4F, 0x00], "lzop", "unpack it with `lzop -d`"),
        ([0xFF, 0x06, 0x00, 0x00, 0x73, 0x4E, 0x61, 0x50, 0x70, 0x59], "Snappy", "unpack it with `snzip -d`"),
        ([0x5A, 0x49, 0x4D, 0x04], "ZIM", "unpack it with `zimdump dump`"),
    ]

    init?(_ head: UnsafeRawBufferPointer) {
        if let match = Self.table.first(where: { head.holds($0.magic, at: 0) }) {
            name = match.name
            remedy = match.remedy
        } else if Self.isBzip2(head) {
            name = "bzip2"
            remedy = "unpack it with `bzip2 -d` (MediaWiki dumps come so)"
        } else if Self.isSkippableFrame(head) {
            name = "Zstandard"
            remedy = "unpack it with `zstd -d`"
        } else {
            return nil
        }
    }

    /// `BZh`, the block size, and the mark of a block (pi) or of the end (the square root of pi).
    private static func isBzip2(_ head: UnsafeRawBufferPointer) -> Bool {
        guard head.count >= 10, head.holds(Array("BZh".utf8), at: 0), (0x31...0x39).contains(head[3]) else {
            return false
        }
        return head.holds([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4)
            || head.holds([0x17, 0x72, 0x45, 0x38, 0x50, 0x90], at: 4)
    }

    /// A frame that zstd's seekable format and pzstd begin with (RFC 8878, 3.1.2), before the frame that counts.
    private static func isSkippableFrame(_ head: UnsafeRawBufferPointer) -> Bool {
        guard head.count >= 8, (0x50...0x5F).contains(head[0]), head.holds([0x2A, 0x4D, 0x18], at: 1) else {
            return false
        }
        let length = (0..<4).reduce(0) { $0 | Int(head[4 + $1]) << (8 * $1) }
        return head.holds([0x28, 0xB5, 0x2F, 0xFD], at: 8 + length)
    }
}
