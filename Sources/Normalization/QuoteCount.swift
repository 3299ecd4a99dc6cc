import Text

/// How many quotation marks of each kind a stretch of text has.
struct QuoteCount {
    /// `"`
    private(set) var straight = 0
    /// `“`
    private(set) var left = 0
    /// `”`
    private(set) var right = 0
    /// `„`
    private(set) var low = 0
    /// `«`
    private(set) var guillemetsLeft = 0
    /// `»`
    private(set) var guillemetsRight = 0
    /// `‹`
    private(set) var singleLeft = 0
    /// `›`
    private(set) var singleRight = 0
    /// A guillemet stands apart from its text, as French sets it.
    private(set) var hasSpacedGuillemets = false
    /// The first guillemet is `»`: they point at the text, as in German and Danish books.
    private(set) var pointsInward = false

    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if byte == 0x22 {
                straight += 1
            } else if byte == 0xC2 || byte == 0xE2 {
                let (scalar, length) = UTF8Text.decode(text, at: index)
                count(scalar, before: text.scalar(after: index + length), after: text.scalar(before: index)?.scalar)
                index += length
                continue
            }
            index += 1
        }
    }

    /// How many marks there are that can close what `opener` opens.
    func closing(for opener: UInt32) -> Int { opener == 0x201E ? left + right : right }

    static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0xAB, 0xBB, 0x2018, 0x201A, 0x201C...0x201E, 0x2039, 0x203A: true
        default: false
        }
    }

    private mutating func count(_ scalar: UInt32, before next: UInt32?, after previous: UInt32?) {
        switch scalar {
        case 0x201C: left += 1
        case 0x201D: right += 1
        case 0x201E: low += 1
        case 0xAB:
            guillemetsLeft += 1
            if next == 0x20 { hasSpacedGuillemets = true }
        case 0xBB:
            if guillemetsLeft + guillemetsRight == 0 { pointsInward = true }
            guillemetsRight += 1
            if previous == 0x20 { hasSpacedGuillemets = true }
        case 0x2039: singleLeft += 1
        case 0x203A: singleRight += 1
        default: break
        }
    }
}
