// How evidence lies in the spool and in the index: four-byte checksum, counts, then the lists; little-endian.

extension Evidence {
    static let headerBytes = 12
    static let paragraphBytes = 9

    static func encoded(
        shingles: Span<UInt32>, figures: Span<UInt32>, names: Span<UInt32>, paragraphs: Span<Paragraph>, sampling: Int
    ) -> [UInt8] {
        let words = shingles.count + figures.count + names.count
        let size = headerBytes + 4 * words + paragraphBytes * paragraphs.count
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            raw.storeBytes(of: UInt16(shingles.count).littleEndian, toByteOffset: 4, as: UInt16.self)
            raw.storeBytes(of: UInt16(figures.count).littleEndian, toByteOffset: 6, as: UInt16.self)
            raw.storeBytes(of: UInt16(names.count).littleEndian, toByteOffset: 8, as: UInt16.self)
            raw[10] = UInt8(sampling)
            raw[11] = UInt8(paragraphs.count)
            var place = store(shingles, raw, at: headerBytes)
            place = store(figures, raw, at: place)
            place = store(names, raw, at: place)
            for i in 0..<paragraphs.count {
                let paragraph = paragraphs[i]
                raw.storeBytes(of: paragraph.key.littleEndian, toByteOffset: place, as: UInt64.self)
                raw[place + 8] = paragraph.number
                place += paragraphBytes
            }
            let sum = checksum(UnsafeRawBufferPointer(raw), 4..<size)
            raw.storeBytes(of: sum.littleEndian, toByteOffset: 0, as: UInt32.self)
            count = size
        }
    }

    /// Stores a list and says where it ends.
    private static func store(_ list: Span<UInt32>, _ raw: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
        for i in 0..<list.count {
            raw.storeBytes(of: list[i].littleEndian, toByteOffset: place &+ 4 &* i, as: UInt32.self)
        }
        return place + 4 * list.count
    }

    /// Appends the evidence as the index keeps it: without paragraphs, which stand in the sorted tables. Returns its size.
    func append(to buffer: inout [UInt8]) -> Int {
        let start = buffer.count
        let size = bytes.count - Self.paragraphBytes * paragraphCount
        buffer += bytes[..<size]
        buffer.withUnsafeMutableBytes { all in
            let raw = UnsafeMutableRawBufferPointer(rebasing: all[start...])
            raw[11] = 0
            let sum = Self.checksum(UnsafeRawBufferPointer(raw), 4..<size)
            raw.storeBytes(of: sum.littleEndian, toByteOffset: 0, as: UInt32.self)
        }
        return size
    }

    struct Header {
        var shingles: Int
        var figures: Int
        var names: Int
        var paragraphs: Int
        var sampling: Int
    }

    /// What `encoded` wrote first; nil when the bytes are not what it made.
    static func header(of bytes: [UInt8]) -> Header? {
        bytes.withUnsafeBytes { raw in
            guard raw.count >= headerBytes else { return nil }
            func half(_ place: Int) -> Int {
                Int(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt16.self)))
            }
            let header = Header(
                shingles: half(4), figures: half(6), names: half(8), paragraphs: Int(raw[11]),
                sampling: Int(raw[10] & 31))
            let words = header.shingles + header.figures + header.names
            guard headerBytes + 4 * words + paragraphBytes * header.paragraphs == raw.count,
                checksum(raw, 4..<raw.count)
                    == UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
            else { return nil }
            return header
        }
    }

    private static func checksum(_ raw: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt32 {
        var hash = Mixing.k0
        var i = range.lowerBound
        while i + 8 <= range.upperBound {
            hash = Mixing.mix(hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian, Mixing.k1)
            i += 8
        }
        while i < range.upperBound {
            hash = (hash ^ UInt64(raw[i])) &* 0x100_0000_01B3
            i += 1
        }
        return UInt32(truncatingIfNeeded: hash >> 32)
    }
}
