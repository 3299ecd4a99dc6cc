/// What an ASCII byte can be in a text. Bytes from 0x80 on need a look at their whole sequence (`Glyph`).
enum ByteClass: UInt8 {
    case space, line, letter, digit, sign, high

    @inline(__always) static func of(_ byte: UInt8) -> ByteClass {
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 { return .letter }
        if byte >= 0x80 { return .high }
        if byte &- UInt8(ascii: "0") < 10 { return .digit }
        if byte > 0x20 { return .sign }
        return byte == UInt8(ascii: "\n") ? .line : .space
    }
}

extension UInt8 {
    @inline(__always) var isUpperLetter: Bool { self &- UInt8(ascii: "A") < 26 }
}

/// One character beyond ASCII, as far as tokens care: a letter unless it is known to be something else.
struct Glyph {
    enum Kind { case letter, space, symbol, currency, fraction }

    var kind: Kind
    /// Bytes, at least 1, never beyond the end of the text.
    var length: Int
    /// `.symbol`: the ASCII stand-in. `.currency`: the currency. `.fraction`: how many quarters.
    var value: UInt8 = 0

    /// The degree sign's stand-in: its Latin-1 byte, as ASCII has none.
    static let degree: UInt8 = 0xB0
    /// Superscript two and three, of square and cubic units.
    static let squared: UInt8 = 0xB2
    static let cubed: UInt8 = 0xB3
    /// Any punctuation that no grammar asks for.
    static let other: UInt8 = 0xA6

    init(_ text: Span<UInt8>, at i: Int) {
        let lead = text[i]
        let second = i + 1 < text.count ? text[i + 1] : 0
        let third = i + 2 < text.count ? text[i + 2] : 0
        let wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
        self.init(kind: .letter, length: min(wanted, text.count - i))
        guard length == wanted else { return }
        switch (lead, second) {
        case (0xC2, _): latin1(second)
        case (0xC3, 0x97), (0xC3, 0xB7): become(.symbol, Self.other)
        case (0xE2, 0x80): generalPunctuation(third)
        case (0xE2, 0x82) where third >= 0xA0:
            if let currency = Currency.sign(third) {
                become(.currency, UInt8(currency))
            } else {
                become(.symbol, Self.other)
            }
        case (0xE2, 0x88): become(.symbol, third == 0x92 ? UInt8(ascii: "-") : Self.other)
        case (0xE2, 0x81), (0xE2, 0x84...0xAF): become(.symbol, Self.other)
        case (0xE3, 0x80) where third == 0x80: become(.space, 0)
        case (0xE3, 0x80) where third <= 0x91: become(.symbol, Self.other)
        default: break
        }
    }

    private init(kind: Kind, length: Int) {
        self.kind = kind
        self.length = length
    }

    private mutating func become(_ kind: Kind, _ value: UInt8) {
        self.kind = kind
        self.value = value
    }

    private mutating func latin1(_ second: UInt8) {
        switch second {
        case 0xA0: become(.space, 0)
        case 0xA2: become(.currency, UInt8(Currency.cent))
        case 0xA3: become(.currency, UInt8(Currency.poundSign))
        case 0xA5: become(.currency, UInt8(Currency.yenSign))
        case 0xB0: become(.symbol, Self.degree)
        case 0xB2, 0xB3: become(.symbol, second)
        case 0xBC: become(.fraction, 1)
        case 0xBD: become(.fraction, 2)
        case 0xBE: become(.fraction, 3)
        case 0xAA, 0xB5, 0xBA: break
        default: become(.symbol, Self.other)
        }
    }

    private mutating func generalPunctuation(_ third: UInt8) {
        switch third {
        case 0x80...0x8A, 0xAF: become(.space, 0)
        case 0x90...0x95: become(.symbol, UInt8(ascii: "-"))
        case 0x98...0x9B: become(.symbol, UInt8(ascii: "'"))
        case 0x9C...0x9F: become(.symbol, UInt8(ascii: "\""))
        default: become(.symbol, Self.other)
        }
    }
}
