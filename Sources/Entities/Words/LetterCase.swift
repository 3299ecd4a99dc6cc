/// Upper and lower case of the letters that names are written with, on the bytes of UTF-8.
///
/// Latin (basic, Latin-1, Extended-A), Greek and Cyrillic; all other letters have no case here. Cheap and the same everywhere,
/// where the standard library's tables would cost more than the tagger itself.
enum LetterCase {
    /// Whether the character at `i` is an upper-case letter.
    @inline(__always) static func isUpper(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        let byte = text[i]
        if byte < 0x80 { return byte.isUpperLetter }
        guard i + 1 < text.count else { return false }
        return isUpper(lead: byte, text[i + 1])
    }

    @inline(__always) static func isUpper(lead: UInt8, _ second: UInt8) -> Bool {
        guard second & 0xC0 == 0x80 else { return false }
        return switch lead {
        case 0xC3: second >= 0x80 && second <= 0x9E && second != 0x97
        case 0xC4: second < 0xB8 ? second & 1 == 0 : second & 1 == 1
        case 0xC5: second < 0x89 || second > 0xB8 ? second & 1 == 1 : second & 1 == 0
        case 0xC8: second >= 0x98 && second <= 0x9B && second & 1 == 0
        case 0xCE: second >= 0x91 && second <= 0xA9
        case 0xD0: second <= 0xAF
        default: false
        }
    }

    /// Appends the lower-case form of `text[range]`.
    static func lower(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte.isUpperLetter {
                out.append(byte | 0x20)
            } else if byte >= 0xC3, byte <= 0xD0, i + 1 < text.count, isUpper(lead: byte, text[i + 1]) {
                appendLower(byte, text[i + 1], into: &out)
                i += 1
            } else {
                out.append(byte)
            }
            i += 1
        }
    }

    private static func appendLower(_ lead: UInt8, _ second: UInt8, into out: inout [UInt8]) {
        switch lead {
        case 0xC3: out += [lead, second | 0x20]
        case 0xC4 where second == 0xBF: out += [0xC5, 0x80]
        case 0xC5 where second == 0xB8: out += [0xC3, 0xBF]
        case 0xCE: out += second < 0xA0 ? [lead, second + 0x20] : [0xCF, second - 0x20]
        case 0xD0 where second < 0x90: out += [0xD1, second + 0x10]
        case 0xD0: out += second < 0xA0 ? [lead, second + 0x20] : [0xD1, second - 0x20]
        default: out += [lead, second + 1]
        }
    }
}
