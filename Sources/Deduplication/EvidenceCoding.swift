// How evidence lies in the spool and in the index: four-byte checksum, counts, then the lists; little-endian.

extension Evidence {
    func encoded() -> [UInt8] {
        shingles.withUnsafeBufferPointer { shingles in
            figures.withUnsafeBufferPointer { figures in
                names.withUnsafeBufferPointer { names in
                    Self.encoded(
                        shingles: shingles, figures: figures, names: names, paragraphs: paragraphs, sampling: sampling)
                }
            }
        }
    }

    static func encoded(
        shingles: UnsafeBufferPointer<UInt32>, figures: UnsafeBufferPointer<UInt32>,
        names: UnsafeBufferPointer<UInt32>, paragraphs: [Paragraph], sampling: Int
    ) -> [UInt8] {
        let size = 12 + 4 * (shingles.count + figures.count + names.count) + 9 * paragraphs.count
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            raw.storeBytes(of: UInt16(shingles.count).littleEndian, toByteOffset: 4, as: UInt16.self)
            raw.storeBytes(of: UInt16(figures.count).littleEndian, toByteOffset: 6, as: UInt16.self)
            raw.storeBytes(of: UInt16(names.count).littleEndian, toByteOffset: 8, as: UInt16.self)
            raw[10] = UInt8(sampling)
            raw[11] = UInt8(paragraphs.count)
            var place = 12
            place = store(shingles, raw, at: place)
            place = store(figures, raw, at: place)
            place = store(names, raw, at: place)
            for paragraph in paragraphs {
                raw.storeBytes(of: paragraph.key.littleEndian, toByteOffset: place, as: UInt64.self)
                raw[place + 8] = paragraph.number
                place += 9
            }
            let sum = Self.checksum(UnsafeRawBufferPointer(raw), 4..<size)
            raw.storeBytes(of: sum.littleEndian, toByteOffset: 0, as: UInt32.self)
            count = size
        }
    }

    /// Stores a list and says where it ends.
    private static func store(
        _ list: UnsafeBufferPointer<UInt32>, _ raw: UnsafeMutableRawBufferPointer, at place: Int
    ) -> Int {
        for i in 0..<list.count {
            raw.storeBytes(of: list[i].littleEndian, toByteOffset: place &+ 4 &* i, as: UInt32.self)
        }
        return place + 4 * list.count
    }

    /// Reads what `encoded` wrote; what stands behind it is not looked at.
    init(decoding bytes: [UInt8], at start: Int = 0) throws {
        guard start >= 0, bytes.count - start >= 12 else { throw IndexError.damaged }
        let isWhole = bytes.withUnsafeBytes { whole in
            let raw = UnsafeRawBufferPointer(rebasing: whole[start...])
            func half(_ place: Int) -> Int {
                Int(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt16.self)))
            }
            let counts = (half(4), half(6), half(8), Int(raw[11]))
            let size = 12 + 4 * (counts.0 + counts.1 + counts.2) + 9 * counts.3
            guard size <= raw.count,
                Self.checksum(raw, 4..<size)
                    == UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
            else { return false }
            var place = 12
            func list(_ count: Int) -> [UInt32] {
                defer { place += 4 * count }
                return [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
                    for i in 0..<count {
                        buffer[i] = UInt32(
                            littleEndian: raw.loadUnaligned(fromByteOffset: place + 4 * i, as: UInt32.self))
                    }
                    filled = count
                }
            }
            sampling = Int(raw[10] & 31)
            shingles = list(counts.0)
            figures = list(counts.1)
            names = list(counts.2)
            paragraphs.reserveCapacity(counts.3)
            for _ in 0..<counts.3 {
                let key = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                paragraphs.append(Paragraph(key: key, number: raw[place + 8] & 0x7F))
                place += 9
            }
            return true
        }
        if !isWhole { throw IndexError.damaged }
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
