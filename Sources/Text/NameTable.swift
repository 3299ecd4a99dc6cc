/// A fixed table from names to values, built once from one literal: `name` mark `value`, separated by spaces.
///
/// Open addressing over 64-bit FNV-1a, at most half full. Looking up a name neither allocates nor makes a `String`.
struct NameTable: Sendable {
    struct Entry: Sendable {
        /// Position and length of the name in the literal.
        var start: UInt32
        var length: UInt8
        /// The byte between name and value.
        var mark: UInt8
        /// Position of the first byte of the value and of the byte after its last.
        var valueStart: UInt32
        var valueEnd: UInt32
    }

    private let text: StaticString
    private let entries: [Entry]
    /// Entry number plus one; 0 = free. The count is a power of two.
    private let slots: [UInt16]

    /// `marks` are the bytes that may end a name; a name holds none of them and no space.
    init(_ text: StaticString, marks: [UInt8]) {
        var entries: [Entry] = []
        text.withUTF8Buffer { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.count
                if let mark = bytes[start..<end].firstIndex(where: marks.contains) {
                    entries.append(
                        Entry(
                            start: UInt32(start), length: UInt8(mark - start), mark: bytes[mark],
                            valueStart: UInt32(mark + 1), valueEnd: UInt32(end)))
                }
                start = end + 1
            }
        }
        var size = 16
        while size < entries.count * 2 { size *= 2 }
        var slots = [UInt16](repeating: 0, count: size)
        text.withUTF8Buffer { bytes in
            for (number, entry) in entries.enumerated() {
                let name = UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.start) + Int(entry.length)])
                var slot = Int(truncatingIfNeeded: Self.hash(name)) & (size - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
                slots[slot] = UInt16(number + 1)
            }
        }
        self.text = text
        self.entries = entries
        self.slots = slots
    }

    var count: Int { entries.count }

    /// The entry of exactly this name.
    func find(_ name: UnsafeBufferPointer<UInt8>) -> Entry? {
        var slot = Int(truncatingIfNeeded: Self.hash(name)) & (slots.count - 1)
        return text.withUTF8Buffer { bytes in
            while slots[slot] != 0 {
                let entry = entries[Int(slots[slot]) - 1]
                if Int(entry.length) == name.count {
                    var index = 0
                    while index < name.count, bytes[Int(entry.start) + index] == name[index] { index += 1 }
                    if index == name.count { return entry }
                }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// Calls `body` with the value of `entry`.
    func withValue<R>(of entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        text.withUTF8Buffer { body(UnsafeBufferPointer(rebasing: $0[Int(entry.valueStart)..<Int(entry.valueEnd)])) }
    }

    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32
    }
}
