/// Eight bytes of a text, to find the end of a word with a few operations on all of them.
struct EightBytes {
    /// The first byte is the lowest.
    private let value: UInt64

    /// What a text has at `index`, spaces behind its end.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, at index: Int) {
        if index <= bytes.count &- 8 {
            value = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
            return
        }
        var value: UInt64 = 0x2020_2020_2020_2020
        for index in (index..<max(index, bytes.count)).reversed() { value = value << 8 | UInt64(bytes[index]) }
        self.value = value
    }

    /// How many bytes at the beginning are letters of ASCII or parts of characters outside ASCII.
    var wordLength: Int {
        // Sums of bytes below 80 do not carry into the next byte: they reach 80 from `a` and from `{` on.
        let low = (value | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
        let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
        let afterZ = low &+ 0x0505_0505_0505_0505
        let others = ~(fromA & ~afterZ | value) & 0x8080_8080_8080_8080
        return others.trailingZeroBitCount &>> 3
    }

    /// The first `length` bytes (1...7), letters in lower case, zeros behind them.
    func lowered(_ length: Int) -> UInt64 {
        (value | 0x2020_2020_2020_2020) & (1 &<< UInt64(length &* 8) &- 1)
    }
}
