internal import Text

/// One 512-byte header block of a tar: v7, ustar (POSIX.1-1988), pax (POSIX.1-2001) or GNU.
struct TarHeader {
    static let blockSize = 512
    static let magic = Array("ustar".utf8)
    static let magicOffset = 257

    enum Kind {
        case file, directory, link, special
        /// Extended headers: for the next member, for all that follow, a long name, a long link target.
        case pax, paxGlobal, longName, longLink
        case unsupported(String)
    }

    var path: String
    /// Bytes of data behind the header.
    var size: Int
    var kind: Kind

    /// Nil when the block's checksum or its size field says that it is no header.
    init?(_ block: UnsafeRawBufferPointer) {
        guard block.count >= Self.blockSize, Self.hasRightChecksum(block),
            let size = Self.number(block[124..<136])
        else { return nil }
        self.size = size
        path = Self.text(block[0..<100])
        if block.holds(Self.magic, at: Self.magicOffset), block[262] == 0 {
            let prefix = Self.text(block[345..<500])
            if !prefix.isEmpty { path = prefix + "/" + path }
        }
        switch block[156] {
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): kind = path.hasSuffix("/") ? .directory : .file
        case UInt8(ascii: "1"), UInt8(ascii: "2"):
            kind = .link
            self.size = 0
        case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"):
            kind = .special
            self.size = 0
        case UInt8(ascii: "5"): kind = .directory
        case UInt8(ascii: "x"), UInt8(ascii: "X"): kind = .pax
        case UInt8(ascii: "g"): kind = .paxGlobal
        case UInt8(ascii: "L"): kind = .longName
        case UInt8(ascii: "K"): kind = .longLink
        case UInt8(ascii: "D"), UInt8(ascii: "V"): kind = .directory
        case UInt8(ascii: "S"): kind = .unsupported("a sparse file")
        case UInt8(ascii: "M"): kind = .unsupported("the rest of a file from another volume")
        // POSIX: a type that one does not know is a regular file.
        default: kind = .file
        }
    }

    static func isZero(_ block: UnsafeRawBufferPointer) -> Bool { block.allSatisfy { $0 == 0 } }

    /// The sum of the block's bytes, its own field counted as blanks; old writers summed signed bytes.
    private static func hasRightChecksum(_ block: UnsafeRawBufferPointer) -> Bool {
        guard block.count >= blockSize, let stated = number(block[148..<156]) else { return false }
        var unsigned = 0
        var signed = 0
        for index in 0..<blockSize {
            let byte = (148..<156).contains(index) ? 0x20 : block[index]
            unsigned += Int(byte)
            signed += Int(Int8(bitPattern: byte))
        }
        return (stated == unsigned || stated == signed)
            && !isZero(UnsafeRawBufferPointer(rebasing: block[..<blockSize]))
    }

    /// Octal digits among blanks and zeros, or (first bit set) a big-endian binary number, as GNU tar writes sizes
    /// above 8 GiB.
    private static func number(_ field: Slice<UnsafeRawBufferPointer>) -> Int? {
        guard let first = field.first else { return nil }
        if first & 0x80 != 0 {
            guard first == 0x80 else { return nil }
            var value = 0
            for byte in field.dropFirst() {
                guard value < 1 << 48 else { return nil }
                value = value << 8 | Int(byte)
            }
            return value
        }
        var value = 0
        var isDone = false
        var seen = false
        for byte in field {
            switch byte {
            case 0x20, 0: if seen { isDone = true }
            case 0x30...0x37 where !isDone:
                value = value << 3 | Int(byte - 0x30)
                seen = true
            default: return nil
            }
        }
        return value
    }

    private static func text(_ field: Slice<UnsafeRawBufferPointer>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }
}
