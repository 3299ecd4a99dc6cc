/// Folding for comparison: what is left of a text when case, width, punctuation, quotation marks and spaces do not count.
package enum TextFolding {
    /// The lower-case form of a letter, the digit itself, or 0 for everything that does not count.
    ///
    /// Case is folded for Latin (up to Extended Additional), Greek, Cyrillic and Armenian. Marks that belong to letters
    /// count: two Hindi words that differ in a vowel sign are two words.
    @inlinable package static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: return scalar
        case 0x41...0x5A: return scalar | 0x20
        case 0..<0xC0:
            // Signs, but for ª ² ³ µ ¹ º ¼ ½ ¾.
            switch scalar {
            case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE: return scalar
            default: return 0
            }
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: return scalar - 0xFEE0
        case 0xFF21...0xFF3A: return scalar - 0xFEC0
        case 0xD7, 0xF7: return 0
        case 0xC0...0xDE: return scalar + 0x20
        case 0xDF...0xFF: return scalar
        case 0x391...0x3AB, 0x410...0x42F: return scalar + 0x20
        case 0x3C2: return 0x3C3
        case 0x400...0x40F: return scalar + 0x50
        case 0x531...0x556: return scalar + 0x30
        case 0x100...0x24F, 0x370...0x52F, 0x1E00...0x1EFF:
            return lowered(scalar)
        case 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x30FB, 0xFE00...0xFE6F, 0xFEFF,
            0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFFC, 0xFFFD, 0x1F000...0x1FAFF:
            return 0
        default: return scalar
        }
    }

    /// Apart, since the standard library's tables cost something to reach even where they are not asked.
    @usableFromInline @inline(never)
    package static func lowered(_ scalar: UInt32) -> UInt32 {
        Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
    }

    /// Whether two stretches of valid UTF-8 are equal after folding.
    package static func areEqual(_ text: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
        var first = a.lowerBound
        var second = b.lowerBound
        while true {
            let x = next(in: text, from: &first, to: a.upperBound)
            guard x == next(in: text, from: &second, to: b.upperBound) else { return false }
            if x == 0 { return true }
        }
    }

    /// Whether two texts are equal after folding.
    package static func areEqual(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        var first = 0
        var second = 0
        while true {
            let x = next(in: a, from: &first, to: a.count)
            guard x == next(in: b, from: &second, to: b.count) else { return false }
            if x == 0 { return true }
        }
    }

    /// The next folded scalar that counts, or 0 at the end.
    @inlinable @inline(__always)
    package static func next(in text: Span<UInt8>, from index: inout Int, to end: Int) -> UInt32 {
        while index < end {
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                if byte.isASCIILetter { return UInt32(byte | 0x20) }
                if byte.isASCIIDigit { return UInt32(byte) }
                continue
            }
            let (scalar, length) = UTF8Text.decode(text, at: index)
            index += length
            let fold = folded(scalar)
            if fold != 0 { return fold }
        }
        return 0
    }

    /// Han, kana and Hangul, and the scripts of South-East Asia: written without spaces between words, or with dense
    /// syllables, so that a character says as much as a word of other scripts.
    @inlinable package static func isWordByItself(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x0E00: false
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3041...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
