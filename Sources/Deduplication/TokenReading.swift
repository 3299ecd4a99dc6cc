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

    /// Reads words of at most fifteen ASCII letters, numbers of at most seven digits and points and the signs between them,
    /// up to anything else; gives the number of tokens then.
    ///
    /// Position and state stay in registers, and so do the words on their way to the hash: what was just stored in pieces
    /// would be slow to load in one.
    ///
    /// - Parameters:
    ///   - count: number of tokens so far; the next one is stored there.
    ///   - most: number of tokens that there is room for, and of paragraphs.
    ///   - paragraphs: takes the numbers of the tokens that open a paragraph.
    ///   - paragraphCount: number of these so far.
    @inline(__always)
    mutating func readPlainWords(
        _ hashes: UnsafeMutablePointer<UInt64>, _ looks: UnsafeMutablePointer<Tokens.Look>, from count: Int, most: Int,
        _ paragraphs: UnsafeMutablePointer<Int>, _ paragraphCount: inout Int
    ) -> Int {
        var (position, end, sawLineBreak, count) = (position, end, sawLineBreak, count)
        // As bits, and without branches where a word begins: whether it has a capital cannot be foreseen.
        var stop: UInt8 = sawStop ? Tokens.Look.opensSentence.rawValue : 0
        // A word of fifteen, and a character of three bytes behind it.
        while position &+ 18 <= text.count {
            let head = copyHead(at: position, to: end)
            var look = head.capital | stop
            let (hash, length, after): (UInt64, Int, UInt8)
            if head.letters == 0 {
                let sign = head.byte(at: 0)
                if sign.isASCIIDigit {
                    let number = head.number
                    length = number.count
                    if length == 8 || !isNumber(upTo: position &+ length) { break }
                    after = head.byte(at: length)
                    hash = Mixing.hash(number.bytes, count: length)
                    store(number.bytes, at: end)
                    look |= Tokens.Look.figure.rawValue
                } else {
                    let isMark = sign >= 0x80
                    if isMark, !isPunctuation(at: position) { break }
                    stop |= isMark ? Tokens.Look.opensSentence.rawValue : WordHead.stop(sign)
                    if sign == 0x0A { sawLineBreak = true }
                    position &+= isMark ? 3 : 1
                    continue
                }
            } else if head.letters < 8 {
                hash = Mixing.hash(head.lower, count: head.letters)
                (length, after) = (head.letters, head.byte(at: head.letters))
            } else {
                let more = copyHead(at: position &+ 8, to: end &+ 8)
                if more.letters == 8 { break }
                hash = Mixing.hash(head.lower, then: more.lower, count: more.letters)
                (length, after) = (8 &+ more.letters, more.byte(at: more.letters))
            }
            let isEndedBySpace = after == 0x20
            let isEndedByByte = isEndedBySpace || WordHead.isEnded(by: after)
            guard isEndedByByte || isPunctuation(at: position &+ length) else { break }
            precondition(count < most, "more tokens than the text has room for")
            hashes[count] = hash
            looks[count] = Tokens.Look(rawValue: look)
            if sawLineBreak {
                paragraphs[paragraphCount] = count
                paragraphCount &+= 1
            }
            count &+= 1
            end &+= length
            position &+= length
            (stop, sawLineBreak) = (0, false)
            if isEndedBySpace {
                // Most words are, and the next one need not wait until the byte behind the space is known.
                position &+= 1
            } else if isEndedByByte {
                // The sign and a space behind it are taken along: whether there is one cannot be foreseen.
                (stop, sawLineBreak) = (WordHead.stop(after), after == 0x0A)
                position &+= text[position &+ 1] == 0x20 ? 2 : 1
            }
        }
        (self.position, self.end, start) = (position, end, end)
        (self.sawStop, self.sawLineBreak) = (stop != 0, sawLineBreak)
        return count
    }

    /// Looks at eight bytes of the text and puts them, letters in lower case, into `folded`. Whatever is no part of the word
    /// is overwritten by what follows.
    @inline(__always)
    private func copyHead(at position: Int, to end: Int) -> WordHead {
        let head = WordHead(
            UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped).loadUnaligned(
                fromByteOffset: position, as: UInt64.self
            ).littleEndian)
        store(head.lower, at: end)
        return head
    }

    /// Puts eight bytes, the first one lowermost, into `folded`.
    @inline(__always)
    private func store(_ bytes: UInt64, at end: Int) {
        UnsafeMutableRawPointer(folded.baseAddress.unsafelyUnwrapped).storeBytes(
            of: bytes.littleEndian, toByteOffset: end, as: UInt64.self)
    }

    /// Whether digits are a whole number up to a place: no letter follows, and no point or comma before another digit.
    @inline(__always)
    private func isNumber(upTo place: Int) -> Bool {
        let after = text[place]
        return !after.isASCIILetter
            && (after != UInt8(ascii: ".") && after != UInt8(ascii: ",") || !text[place &+ 1].isASCIIDigit)
    }

    /// Whether one of the dashes, quotation marks and dots from U+2010 to U+2026 begins at a place; not the apostrophe, which
    /// does not break a word.
    private func isPunctuation(at place: Int) -> Bool {
        text[place] == 0xE2 && text[place &+ 1] == 0x80 && (0x90...0xA6).contains(text[place &+ 2])
            && text[place &+ 2] != 0x99
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
        let head = copyHead(at: position, to: end)
        if head.letters == 0 { return false }
        if end == start, head.isCapital { look.insert(.capital) }
        end &+= head.letters
        position &+= head.letters
        return head.letters == 8
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
