/// A stretch of text that reads as UTF-8 when its characters are taken for bytes of windows-1252.
struct MojibakeCandidate {
    /// Bytes of the text.
    var range: Range<Int>
    /// What the stretch stands for; 0 when it stands for nothing (the remains of a no-break space).
    var scalar: UInt32
    var script: Script
    var strength: Strength

    /// How sure it is that nobody wrote this.
    enum Strength {
        /// Nobody writes these characters side by side.
        case certain
        /// Real text hardly looks like this: counts unless the text has other characters outside ASCII.
        case likely
        /// Real text could look like this: counts only where the text around is mojibake.
        case possible
        /// A letter of another script: certain beside a second one, possible alone.
        case inRun
        /// Characters of this kind are never what was meant.
        case never
    }

    /// A rough division of what mojibake can hide. Neighbours of one script support each other.
    enum Script {
        case latin, latinAdditional, combining, symbol, greek, cyrillic, armenian, hebrew, arabic, indic, georgian
        case eastAsian, emoji, other

        /// Nil for blocks that news does not use: a decoding that lands there is a coincidence.
        init?(_ scalar: UInt32) {
            switch scalar {
            case 0x80...0x17F, 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1CD...0x1DC, 0x218...0x21B, 0x259, 0x2BB, 0x2BC,
                0x2C6, 0x2DA, 0x2DC:
                self = .latin
            case 0x300...0x36F: self = .combining
            case 0x370...0x3FF: self = .greek
            case 0x400...0x52F: self = .cyrillic
            case 0x531...0x58F: self = .armenian
            case 0x591...0x5F4: self = .hebrew
            case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
            case 0x900...0xEFF: self = .indic
            case 0x1000...0x109F, 0x1780...0x17FF: self = .other
            case 0x10A0...0x10FF: self = .georgian
            case 0x1E00...0x1FFF: self = .latinAdditional
            case 0x2000...0x206F, 0x2070...0x209F, 0x20A0...0x20C0, 0x2100...0x23FF, 0x2460...0x27BF, 0x2B00...0x2BFF,
                0xFB00...0xFB06, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFFC, 0xFFFD:
                self = .symbol
            case 0x3000...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFFEE, 0x20000...0x323AF: self = .eastAsian
            case 0x1D400...0x1D7FF, 0x1F000...0x1FAFF: self = .emoji
            default: return nil
            }
        }
    }
}
