/// Classes of Unicode scalars that the repairs ask about. Ranges are those of Unicode 15.
enum ScalarClass {
    /// Scalars without a glyph that ordinary text does not need, or needs only in some scripts.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00AD,  // soft hyphen
            0x061C,  // Arabic letter mark
            0x180E,  // Mongolian vowel separator, until Unicode 6.3 a space
            0x200B...0x200F,  // zero-width space, joiners, directional marks
            0x202A...0x202E,  // directional embeddings
            0x2060...0x206F,  // word joiner, invisible operators, isolates
            0xFEFF,  // byte order mark
            0xFFF9...0xFFFC,  // interlinear annotation, object replacement
            0xE0000...0xE007F:  // tags
            true
        default: false
        }
    }

    /// Marks that only steer the direction of writing.
    static func isBidiControl(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Spaces other than U+0020 (general category Zs).
    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    static func isPrivateUse(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
        default: false
        }
    }

    /// The 66 code points that Unicode reserves for internal use.
    static func isNoncharacter(_ scalar: UInt32) -> Bool {
        (0xFDD0...0xFDEF).contains(scalar) || scalar & 0xFFFE == 0xFFFE
    }

    static func isRightToLeftLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x05D0...0x061B, 0x061D...0x08FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            true
        default: false
        }
    }

    /// Scripts in which a zero-width joiner or non-joiner changes what the reader sees: cursive and Indic ones, and
    /// emoji.
    static func takesJoiner(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1A20...0x1AAF, 0x1B00...0x1C4F,
            0xA800...0xA82F, 0xA840...0xA8FF, 0xA900...0xAAFF, 0xABC0...0xABFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC,
            0x11000...0x11FFF:
            true
        default: isEmojiLike(scalar)
        }
    }

    /// Pictographs, their variation selector and their skin tones.
    static func isEmojiLike(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2190...0x21FF, 0x2300...0x23FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0xFE0F, 0x1F000...0x1FAFF: true
        default: false
        }
    }

    /// Han, kana, bopomofo and Hangul: scripts that set words without spaces or in few, dense letters.
    static func isEastAsian(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x3041...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F,
            0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Upper-case letters of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic: the bicameral scripts of news.
    static func isUpper(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x178, 0x386, 0x388...0x38F, 0x391...0x3AB, 0x400...0x42F: true
        case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x460...0x481, 0x48A...0x4FF: scalar & 1 == 0
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
        default: false
        }
    }

    /// Letters, roughly: exact for the scripts above, generous elsewhere. Punctuation and symbols are not letters.
    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF: true
        case 0..<0x370: false
        default: isAlphabetic(scalar)
        }
    }

    /// Apart, since the standard library's tables cost something to reach even where they are not asked.
    @inline(never)
    private static func isAlphabetic(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }

    /// Lower-case letters of the scripts that `isUpper` knows.
    static func isLower(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF: true
        case 0x100...0x17F, 0x1E00...0x1EFF, 0x460...0x481, 0x48A...0x4FF: !isUpper(scalar)
        case 0x3AC...0x3CE, 0x430...0x45F: true
        default: false
        }
    }
}
