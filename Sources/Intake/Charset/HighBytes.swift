/// Finds the bytes above 0x7F, which is where encodings differ.
enum HighBytes {
    /// Position of the first one at or after `start`, or the count.
    static func next(in bytes: Span<UInt8>, from start: Int) -> Int {
        bytes.withUnsafeBytes { raw in
            var index = start
            while index &+ 8 <= raw.count {
                let high =
                    raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian & 0x8080_8080_8080_8080
                if high != 0 { return index &+ high.trailingZeroBitCount >> 3 }
                index &+= 8
            }
            while index < raw.count, raw[index] < 0x80 { index &+= 1 }
            return index
        }
    }
}
