internal import Glibc
internal import Text

extension UnsafeRawBufferPointer {
    /// First position of `byte` at or behind `start`.
    func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress,
            let hit = memchr(base + start, CInt(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(hit) - base
    }

    /// First position of `pattern` at or behind `start`. Quick where the pattern's first byte is rare.
    func index(of pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first else { return start }
        var position = start
        while let hit = index(of: first, from: position) {
            if holds(pattern, at: hit) { return hit }
            position = hit + 1
        }
        return nil
    }

    /// Whether `pattern` stands at `position`.
    func holds(_ pattern: [UInt8], at position: Int) -> Bool {
        guard position >= 0, let base = baseAddress, pattern.count <= count - position else { return false }
        return memcmp(base + position, pattern, pattern.count) == 0
    }

    /// Whether `pattern`, given in lower case, stands at `position` in any case (ASCII).
    func holds(anyCase pattern: [UInt8], at position: Int) -> Bool {
        guard position >= 0, pattern.count <= count - position else { return false }
        for (index, wanted) in pattern.enumerated() where self[position + index].asciiLowered != wanted { return false }
        return true
    }

    /// The first position at or behind `start` whose byte is no ASCII white space.
    func skippingSpace(from start: Int) -> Int {
        var position = start
        while position < count, self[position].isASCIISpace { position += 1 }
        return position
    }
}

/// Reads digits, nothing else, without overflow: nil when there are none, something else, or too many.
func decimalNumber(_ bytes: some Sequence<UInt8>) -> Int? {
    var value = 0
    var seen = false
    for byte in bytes {
        guard byte.isASCIIDigit, value < 1 << 58 else { return nil }
        value = value * 10 + Int(byte - 0x30)
        seen = true
    }
    return seen ? value : nil
}
