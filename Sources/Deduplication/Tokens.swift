internal import Text

/// An article's text as folded words. One per worker: the buffers are reused.
///
/// A token is a run of letters, digits and marks. Apostrophes, soft hyphens and other invisible characters do not break
/// it, a point or comma between two digits belongs to it (1.5 is not 15), and scripts that write without spaces give a
/// token for every character. Line breaks only part paragraphs, so hard-wrapped lines give the same tokens.
struct Tokens {
    /// What a token looked like before it was folded.
    struct Look: OptionSet {
        var rawValue: UInt8
        /// Has a digit.
        static let figure = Look(rawValue: 1)
        /// Begins with a capital.
        static let capital = Look(rawValue: 2)
        /// Stands where every word has a capital.
        static let opensSentence = Look(rawValue: 4)
    }

    /// 64-bit hashes of the folded tokens.
    private(set) var hashes: [UInt64] = []
    private(set) var looks: [Look] = []
    /// The first token of every paragraph that has one.
    private(set) var paragraphs: [Int] = []
    /// The folded text without anything between the tokens.
    private(set) var folded: [UInt8] = []

    private var tokenStart = 0
    private var look: Look = []
    private var sawStop = true
    private var newParagraph = true

    mutating func read(_ text: Span<UInt8>) {
        hashes.removeAll(keepingCapacity: true)
        looks.removeAll(keepingCapacity: true)
        paragraphs.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        folded.reserveCapacity(text.count)
        tokenStart = 0
        (sawStop, newParagraph) = (true, true)
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte.isASCIILower {
                if tokenStart == folded.count { look = [] }
                // Most bytes of most texts: the rest of a word in small letters.
                repeat {
                    folded.append(text[i])
                    i += 1
                } while i < text.count && text[i].isASCIILower
                continue
            }
            if byte < 0x80 {
                readASCII(byte, at: i, in: text)
                i += 1
            } else {
                let (scalar, length) = UTF8Text.decode(text, at: i)
                read(scalar)
                i += length
            }
        }
        endToken()
    }

    private mutating func readASCII(_ byte: UInt8, at i: Int, in text: Span<UInt8>) {
        if byte.isASCIIUpper {
            if tokenStart == folded.count { look = .capital }
            folded.append(byte | 0x20)
        } else if byte.isASCIIDigit {
            if tokenStart == folded.count { look = [] }
            look.insert(.figure)
            folded.append(byte)
        } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), i > 0, text[i - 1].isASCIIDigit,
            i + 1 < text.count, text[i + 1].isASCIIDigit
        {
            folded.append(UInt8(ascii: "."))
        } else if byte == UInt8(ascii: "'") {
            if tokenStart == folded.count { sawStop = true }
        } else {
            endToken()
            switch byte {
            case 0x0A: (sawStop, newParagraph) = (true, true)
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""):
                sawStop = true
            default: break
            }
        }
    }

    private mutating func read(_ scalar: UInt32) {
        switch scalar {
        case 0xAD, 0x2019, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return
        default: break
        }
        let fold = TextFolding.folded(scalar)
        guard fold != 0 else {
            endToken()
            if scalar != 0xA0 { sawStop = true }
            return
        }
        if TextFolding.isWordByItself(scalar) { endToken() }
        if tokenStart == folded.count { look = fold != scalar ? .capital : [] }
        if fold &- 0x30 < 10 { look.insert(.figure) }
        UTF8Text.append(fold, to: &folded)
        if TextFolding.isWordByItself(scalar) { endToken() }
    }

    private mutating func endToken() {
        guard tokenStart < folded.count else { return }
        if newParagraph { paragraphs.append(hashes.count) }
        if sawStop { look.insert(.opensSentence) }
        hashes.append(Mixing.hash(folded.span, tokenStart..<folded.count))
        looks.append(look)
        tokenStart = folded.count
        (sawStop, newParagraph) = (false, false)
    }
}
