extension DateScanner {
    /// The month that the word names, in any language of `MonthNames`.
    func month(_ start: Int, _ end: Int) -> (number: Int, isNotAfterDot: Bool)? {
        guard end - start <= 40 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { folded in
            guard let length = fold(start, end, into: folded), length >= 3 || !byte(start).isASCIILetter else {
                return nil
            }
            let table = MonthNames.table
            guard let entry = table.find(UnsafeBufferPointer(rebasing: folded[..<length])) else { return nil }
            let number = table.withValue(of: entry) { $0.reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
            return (number, entry.mark == 0x21)
        }
    }

    /// Where the run of letters (and the marks that belong to them) that starts at `start` ends.
    func wordEnd(_ start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index].isASCIILetter {
                index += 1
            } else if let letter = scalar(index), Self.isLetter(letter.value) {
                index += letter.length
            } else {
                break
            }
        }
        return index
    }

    /// The scalar above U+007F at `index`; nil for ASCII and for ill-formed bytes.
    private func scalar(_ index: Int) -> (value: UInt32, length: Int)? {
        let lead = UInt32(byte(index))
        func tail(_ offset: Int) -> UInt32? {
            let next = UInt32(byte(index + offset))
            return next & 0xC0 == 0x80 ? next & 0x3F : nil
        }
        switch lead {
        case 0xC2...0xDF:
            guard let first = tail(1) else { return nil }
            return ((lead & 0x1F) << 6 | first, 2)
        case 0xE0...0xEF:
            guard let first = tail(1), let second = tail(2) else { return nil }
            return ((lead & 0x0F) << 12 | first << 6 | second, 3)
        default:
            return nil
        }
    }

    /// Latin, Greek, Cyrillic, Arabic and Devanagari letters with their marks: the scripts of `MonthNames`.
    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x36F, 0x370...0x52F, 0x620...0x65F, 0x671...0x6D3, 0x900...0x963: true
        default: false
        }
    }

    /// Writes the word in lower case and without accents; nil when it does not fit.
    private func fold(_ start: Int, _ end: Int, into folded: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        var length = 0
        var index = start
        while index < end {
            guard length + 3 <= folded.count else { return nil }
            if bytes[index] < 0x80 {
                folded[length] = bytes[index] | 0x20
                length += 1
                index += 1
                continue
            }
            guard let letter = scalar(index) else { return nil }
            index += letter.length
            let value = Self.fold(letter.value)
            if value == 0 { continue }
            if value < 0x80 {
                folded[length] = UInt8(truncatingIfNeeded: value)
                length += 1
            } else if value < 0x800 {
                folded[length] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
                folded[length + 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
                length += 2
            } else {
                folded[length] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
                folded[length + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
                folded[length + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
                length += 3
            }
        }
        return length
    }

    /// Lower case without accents; 0 for a combining accent, which goes.
    private static func fold(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0x17F:
            return latin.withUTF8Buffer { UInt32($0[Int(scalar) - 0xC0]) }
        case 0x218, 0x219: return 0x73
        case 0x21A, 0x21B: return 0x74
        case 0x300...0x36F: return 0
        case 0x386, 0x3AC: return 0x3B1
        case 0x388, 0x3AD: return 0x3B5
        case 0x389, 0x3AE: return 0x3B7
        case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: return 0x3B9
        case 0x38C, 0x3CC: return 0x3BF
        case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: return 0x3C5
        case 0x38F, 0x3CE: return 0x3C9
        case 0x3C2: return 0x3C3
        case 0x391...0x3A9: return scalar + 0x20
        case 0x401, 0x451: return 0x435
        case 0x400...0x40F: return scalar + 0x50
        case 0x410...0x42F: return scalar + 0x20
        default: return scalar
        }
    }

    /// Base letters of U+00C0 to U+017F in order.
    private static let latin: StaticString = """
        aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt\
        uuuuuuuuuuuuwwyyyzzzzzzs
        """
}
