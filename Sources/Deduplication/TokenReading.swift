internal import Text

/// Walks over a text token by token. Lives on the stack of `Tokens.read`, whose buffers it borrows.
///
/// `readPlainWords` takes what most of a text in Latin script is made of; whatever else comes is left to `next`.
struct Reading {
    private let text: UnsafeBufferPointer<UInt8>
    private let folded: UnsafeMutableBufferPointer<UInt8>
    private var position = 0
    private var start = margin
    private var sawStop = true
    private var sawLineBreak = true

    /// Bytes of `folded` before the first token and behind the last: words are read and written eight bytes at a time.
    static let margin = 8

    /// Where the folded bytes end so far; they begin at `margin`.
    private(set) var end = margin
    // The token that `next` read.
    private(set) var look: Tokens.Look = []
    private(set) var hash: UInt64 = 0
    private(set) var opensParagraph = false

    /// - Parameter folded: half again as long as the text, and a margin at both ends.
    init(text: UnsafeBufferPointer<UInt8>, folded: UnsafeMutableBufferPointer<UInt8>) {
        precondition(folded.count >= text.count + text.count / 2 + 2 * Self.margin)
        self.text = text
        self.folded = folded
    }

    /// Reads the next token; false at the end of the text.
    @inline(__always)
    mutating func next() -> Bool {
        look = []
        while position < text.count {
            let isInWord = readLetters()
            if isInWord { continue }
            let byte = text[position]
            if byte == 0x20 {
                position &+= 1
                if end > start { return finish() }
            } else if byte < 0x80 ? readASCII(byte) : readScalar() {
                return finish()
            }
        }
        return end > start && finish()
    }

    // MARK: Plain words

    /// Reads words of at most fifteen ASCII letters and the signs between them, up to anything else; gives the number of
    /// tokens then.
    ///
    /// Position and state stay in registers, and so do the words on their way to the hash: what was just stored in pieces
    /// would be slow to load in one.
    ///
    /// - Parameters:
    ///   - count: number of tokens so far; the next one is stored there.
    ///   - most: number of tokens that there is room for.
    ///   - paragraphs: takes the numbers of the tokens that open a paragraph.
    @inline(__always)
    mutating func readPlainWords(
        _ hashes: UnsafeMutablePointer<UInt64>, _ looks: UnsafeMutablePointer<Tokens.Look>, from count: Int, most: Int,
        paragraphs: inout [Int]
    ) -> Int {
        var (position, end, sawStop, sawLineBreak, count) = (position, end, sawStop, sawLineBreak, count)
        // Two words of eight bytes, and the two bytes behind a word of fifteen.
        while position &+ 17 <= text.count {
            let letters = copyLetters(at: position, to: end)
            if letters.count == 0 {
                guard Self.endsWord(letters.after) || letters.after == UInt8(ascii: "'") else { break }
                if Self.isStop(letters.after) { sawStop = true }
                if letters.after == 0x0A { sawLineBreak = true }
                position &+= 1
                continue
            }
            let (hash, length, after): (UInt64, Int, UInt8)
            if letters.count < 8 {
                hash = Mixing.hash(letters.lower, count: letters.count)
                (length, after) = (letters.count, letters.after)
            } else {
                let more = copyLetters(at: position &+ 8, to: end &+ 8)
                if more.count == 8 { break }
                hash = Mixing.hash(letters.lower, then: more.lower, count: more.count)
                (length, after) = (8 &+ more.count, more.after)
            }
            guard Self.endsWord(after) else { break }
            precondition(count < most, "more tokens than the text has room for")
            hashes[count] = hash
            looks[count] = Tokens.Look(isCapital: letters.isCapital, opensSentence: sawStop)
            if sawLineBreak { paragraphs.append(count) }
            // The sign and a space behind it are taken along without branches: whether a word has a comma or a full stop
            // cannot be foreseen.
            (sawStop, sawLineBreak) = (Self.isStop(after), after == 0x0A)
            count &+= 1
            end &+= length
            position &+= length &+ (text[position &+ length &+ 1] == 0x20 ? 2 : 1)
        }
        (self.position, self.end, start) = (position, end, end)
        (self.sawStop, self.sawLineBreak) = (sawStop, sawLineBreak)
        return count
    }

    /// Whether a byte between two words, one of ASCII, ends a sentence or a line.
    @inline(__always)
    private static func isStop(_ byte: UInt8) -> Bool {
        // A bit for each of the first 64 characters.
        (stops &>> UInt64(byte)) & UInt64(truncatingIfNeeded: ~byte >> 6) & 1 == 1
    }

    private static let stops: UInt64 =
        1 << 0x0A | 1 << 0x21 | 1 << 0x22 | 1 << 0x27 | 1 << 0x2E | 1 << 0x3A | 1 << 0x3F  // line feed ! " ' . : ?

    /// Whether a word of letters ends before a byte that is none.
    @inline(__always)
    private static func endsWord(_ byte: UInt8) -> Bool {
        byte < 0x80 && !byte.isASCIIDigit && byte != UInt8(ascii: "'")
    }

    /// The ASCII letters that eight bytes begin with.
    private struct Letters {
        /// The eight bytes, the first one lowermost; its letters in lower case.
        var lower: UInt64
        var count: Int
        var isCapital: Bool
        /// The byte behind the letters, if they are less than eight.
        var after: UInt8
    }

    /// Looks at eight bytes of the text and puts their letters in lower case into `folded`.
    @inline(__always)
    private func copyLetters(at position: Int, to end: Int) -> Letters {
        let word = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped).loadUnaligned(
            fromByteOffset: position, as: UInt64.self
        ).littleEndian
        // Whatever is no letter is overwritten by what follows.
        let lower = word | 0x2020_2020_2020_2020
        UnsafeMutableRawPointer(folded.baseAddress.unsafelyUnwrapped).storeBytes(
            of: lower.littleEndian, toByteOffset: end, as: UInt64.self)
        // The upper bit of every byte that is none of a to z.
        let seven = lower & 0x7F7F_7F7F_7F7F_7F7F
        let isLetter = (seven &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(seven &+ 0x0505_0505_0505_0505)
        let others = (~isLetter | word) & 0x8080_8080_8080_8080
        let count = others.trailingZeroBitCount >> 3
        return Letters(
            lower: lower, count: count, isCapital: word & 0x20 == 0,
            after: UInt8(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: 8 &* count)))
    }

    // MARK: Anything else

    /// Takes up to eight ASCII letters; false when something else comes next.
    @inline(__always)
    private mutating func readLetters() -> Bool {
        guard position &+ 8 <= text.count else {
            let byte = text[position]
            guard byte.isASCIILetter else { return false }
            if end == start, byte.isASCIIUpper { look.insert(.capital) }
            append(byte | 0x20)
            position &+= 1
            return true
        }
        let letters = copyLetters(at: position, to: end)
        if letters.count == 0 { return false }
        if end == start, letters.isCapital { look.insert(.capital) }
        end &+= letters.count
        position &+= letters.count
        return letters.count == 8
    }

    @inline(__always)
    private mutating func finish() -> Bool {
        if sawStop { look.insert(.opensSentence) }
        opensParagraph = sawLineBreak
        (sawStop, sawLineBreak) = (false, false)
        hash = Mixing.hash(UnsafeRawPointer(folded.baseAddress.unsafelyUnwrapped), from: start, to: end)
        start = end
        return true
    }

    private mutating func append(_ byte: UInt8) {
        folded[end] = byte
        end &+= 1
    }

    /// Reads a byte that is no letter; true when a token ends before it. Then it is read again.
    private mutating func readASCII(_ byte: UInt8) -> Bool {
        if byte.isASCIIDigit {
            look.insert(.figure)
            append(byte)
        } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), position > 0, position + 1 < text.count,
            text[position - 1].isASCIIDigit, text[position + 1].isASCIIDigit
        {
            append(UInt8(ascii: "."))
        } else if byte == UInt8(ascii: "'") {
            if end == start { sawStop = true }
        } else {
            if end > start { return true }
            switch byte {
            case 0x0A: (sawStop, sawLineBreak) = (true, true)
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""):
                sawStop = true
            default: break
            }
        }
        position &+= 1
        return false
    }

    /// Reads a character outside ASCII; true when a token ends before it, or with it.
    private mutating func readScalar() -> Bool {
        let (scalar, length) = UTF8Text.decode(text.span, at: position)
        switch scalar {
        case 0xAD, 0x2019, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
            position &+= length
            return false
        default: break
        }
        let fold = TextFolding.folded(scalar)
        let standsAlone = TextFolding.isWordByItself(scalar)
        if end > start, fold == 0 || standsAlone { return true }
        position &+= length
        if fold == 0 {
            if scalar != 0xA0 { sawStop = true }
            return false
        }
        if end == start, fold != scalar { look.insert(.capital) }
        if fold &- 0x30 < 10 { look.insert(.figure) }
        append(scalar: fold)
        return standsAlone
    }

    private mutating func append(scalar: UInt32) {
        guard end + 4 <= folded.count else { return }
        switch scalar {
        case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case 0x800..<0x1_0000:
            append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        default:
            append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}
