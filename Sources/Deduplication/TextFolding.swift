/// Reduces a text to what makes it the same story in another dress: letters and digits, without case, width, quotation
/// marks, punctuation, spaces and line breaks.
///
/// Digits are kept, and so is a point or comma between two of them: 1.5 is not 15. Case folding covers Latin, Greek and
/// Cyrillic; other scripts have no case that newsrooms vary. Works on bytes in one pass.
enum TextFolding {
    /// Appends the folded form of `text`, which is valid UTF-8.
    static func fold(_ text: Span<UInt8>, into folded: inout [UInt8]) {
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte < 0x80 {
                ascii(byte, at: i, in: text, into: &folded)
                i += 1
            } else if byte < 0xE0, i + 1 < text.count {
                twoBytes(byte, text[i + 1], into: &folded)
                i += 2
            } else if byte < 0xF0, i + 2 < text.count {
                threeBytes(byte, text[i + 1], text[i + 2], into: &folded)
                i += 3
            } else {
                let end = min(i + 4, text.count)
                while i < end {
                    folded.append(text[i])
                    i += 1
                }
            }
        }
    }

    private static func ascii(_ byte: UInt8, at i: Int, in text: Span<UInt8>, into folded: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            folded.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            folded.append(byte | 0x20)
        case UInt8(ascii: "."), UInt8(ascii: ","):
            if i > 0, i + 1 < text.count, isDigit(text[i - 1]), isDigit(text[i + 1]) {
                folded.append(UInt8(ascii: "."))
            }
        default:
            break
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func twoBytes(_ lead: UInt8, _ tail: UInt8, into folded: inout [UInt8]) {
        var lead = lead
        var tail = tail
        switch lead {
        case 0xC2:
            // U+0080...00BF are signs, but for ª ² ³ µ ¹ º ¼ ½ ¾.
            guard [0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC, 0xBD, 0xBE].contains(tail) else { return }
        case 0xC3 where (0x80...0x9E).contains(tail) && tail != 0x97:
            tail += 0x20
        case 0xC4 where tail & 1 == 0 && !(tail >= 0xB8), 0xC5 where tail & 1 == 0 && (tail >= 0x8A && tail < 0xB8):
            // Latin Extended-A alternates capital (even) and small (odd) letters in these stretches ...
            tail += 1
        case 0xC4 where tail >= 0xB9 && tail < 0xBF && tail & 1 == 1,
            0xC5 where tail >= 0x81 && tail <= 0x87 && tail & 1 == 1,
            0xC5 where tail >= 0xB9 && tail <= 0xBD && tail & 1 == 1:
            // ... and odd before even in those.
            tail += 1
        case 0xCE where (0x91...0x9F).contains(tail):
            tail += 0x20
        case 0xCE where (0xA0...0xA9).contains(tail):
            (lead, tail) = (0xCF, tail - 0x20)
        case 0xD0 where tail < 0x90:
            (lead, tail) = (0xD1, tail + 0x10)
        case 0xD0 where (0x90...0x9F).contains(tail):
            tail += 0x20
        case 0xD0 where (0xA0...0xAF).contains(tail):
            (lead, tail) = (0xD1, tail - 0x20)
        default:
            break
        }
        folded.append(lead)
        folded.append(tail)
    }

    private static func threeBytes(_ a: UInt8, _ b: UInt8, _ c: UInt8, into folded: inout [UInt8]) {
        switch (a, b) {
        case (0xE2, 0x80...0x81), (0xE3, 0x80):
            // General punctuation; CJK punctuation.
            return
        case (0xEF, 0xBC) where c >= 0x81:
            fullWidth(0x20 + (c - 0x80), into: &folded)
        case (0xEF, 0xBD) where c <= 0x9E:
            fullWidth(0x60 + (c - 0x80), into: &folded)
        case (0xEF, 0xBB) where c == 0xBF:
            return
        default:
            folded.append(a)
            folded.append(b)
            folded.append(c)
        }
    }

    /// The ASCII character that a full-width form stands for.
    private static func fullWidth(_ byte: UInt8, into folded: inout [UInt8]) {
        let letter = byte | 0x20
        if isDigit(byte) {
            folded.append(byte)
        } else if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter), byte >= 0x40 {
            folded.append(letter)
        }
    }
}
