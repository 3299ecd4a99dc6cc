internal import Text

/// Text in units of two or four bytes, known by its byte-order mark or by every other byte being zero.
struct WideText {
    /// The units that are ASCII, as bytes; a question mark for every other unit.
    var narrowed: [UInt8]
    /// Bytes per unit, and which of them is the low one.
    let unit: Int
    let low: Int

    init?(_ head: UnsafeRawBufferPointer) {
        let unit: Int
        let low: Int
        if head.holds(ByteOrderMark.utf32LittleEndian, at: 0) {
            (unit, low) = (4, 0)
        } else if head.holds(ByteOrderMark.utf32BigEndian, at: 0) {
            (unit, low) = (4, 3)
        } else if head.holds(ByteOrderMark.utf16LittleEndian, at: 0) {
            (unit, low) = (2, 0)
        } else if head.holds(ByteOrderMark.utf16BigEndian, at: 0) {
            (unit, low) = (2, 1)
        } else if let guess = Self.lowByte(head) {
            (unit, low) = (2, guess)
        } else {
            return nil
        }
        var narrowed: [UInt8] = []
        for start in stride(from: 0, to: head.count - head.count % unit, by: unit) {
            let isASCII = (0..<unit).allSatisfy { $0 == low || head[start + $0] == 0 }
            narrowed.append(isASCII && head[start + low] < 0x80 ? head[start + low] : UInt8(ascii: "?"))
        }
        // The mark itself.
        if let first = narrowed.first, first == UInt8(ascii: "?") { narrowed.removeFirst() }
        // Noise can begin with a mark too.
        guard narrowed.withUnsafeBytes({ TextLikeness.isText($0) }) else { return nil }
        self.narrowed = narrowed
        self.unit = unit
        self.low = low
    }

    /// Which byte of each pair carries the text, when the other one is zero in most pairs and the text is ASCII.
    private static func lowByte(_ head: UnsafeRawBufferPointer) -> Int? {
        let pairs = min(head.count, 4096) / 2
        guard pairs >= 2 else { return nil }
        for low in 0..<2 {
            var ascii = 0
            for pair in 0..<pairs {
                let byte = head[2 * pair + low]
                if head[2 * pair + 1 - low] == 0, byte >= 0x20 && byte < 0x7F || byte.isASCIISpace { ascii += 1 }
            }
            if ascii * 10 >= pairs * 6 { return low }
        }
        return nil
    }
}
