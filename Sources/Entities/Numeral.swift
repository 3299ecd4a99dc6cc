/// A number token taken apart: groups of digits with `.` or `,` between them.
///
/// The groups stay apart because `26.02.1987` is a date, `10.15` may be a time and `1.000` is a thousand in German.
struct Numeral {
    /// How many groups; those after the third count but are not kept.
    var groups = 0
    private var parts: (Int32, Int32, Int32) = (0, 0, 0)
    private var lengths: (UInt8, UInt8, UInt8) = (0, 0, 0)
    /// All digits as one integer; nil above 18 digits.
    private var digits: Int? = 0
    private var digitCount = 0
    private var separators = Separators()
    private var lastLength = 0

    private struct Separators {
        var points = 0
        var commas = 0
        var lastIsPoint = false
        /// Every group after the first has three digits, the last apart.
        var innerAreThousands = true
        var lastIsThousand = false
    }

    /// Digits only: `1987`, not `1,987`.
    var isPlain: Bool { groups == 1 }
    var isDotted: Bool { separators.commas == 0 }

    /// The value of group 0, 1 or 2; at most nine digits, -1 when longer or absent.
    func part(_ index: Int) -> Int {
        guard index < groups else { return -1 }
        return switch index {
        case 0: Int(parts.0)
        case 1: Int(parts.1)
        case 2: Int(parts.2)
        default: -1
        }
    }

    /// How many digits group 0, 1 or 2 has.
    func length(_ index: Int) -> Int {
        guard index < groups else { return 0 }
        return switch index {
        case 0: Int(lengths.0)
        case 1: Int(lengths.1)
        case 2: Int(lengths.2)
        default: 0
        }
    }

    mutating func append(digit: UInt8) {
        let value = Int(digit &- UInt8(ascii: "0"))
        digitCount += 1
        digits = digitCount > 18 ? nil : digits.map { $0 * 10 + value }
        lastLength += 1
    }

    mutating func endGroup(value: Int32) {
        let length = UInt8(clamping: lastLength)
        switch groups {
        case 0: (parts.0, lengths.0) = (value, length)
        case 1: (parts.1, lengths.1) = (value, length)
        case 2: (parts.2, lengths.2) = (value, length)
        default: break
        }
        if groups > 0 { separators.lastIsThousand = lastLength == 3 }
        groups += 1
    }

    mutating func beginGroup(after separator: UInt8) {
        if groups > 1, !separators.lastIsThousand { separators.innerAreThousands = false }
        separators.lastIsPoint = separator == UInt8(ascii: ".")
        if separators.lastIsPoint { separators.points += 1 } else { separators.commas += 1 }
        lastLength = 0
    }

    /// The number meant. `decimalComma`: written as in most of Europe (1.234,5) and not as in English (1,234.5).
    func value(decimalComma: Bool) -> ExactNumber? {
        guard let digits else { return nil }
        if groups == 1 { return ExactNumber(digits) }
        let grouping = decimalComma ? separators.points : separators.commas
        let decimal = decimalComma ? separators.commas : separators.points
        let lastIsDecimal = separators.lastIsPoint != decimalComma
        let headIsShort = length(0) >= 1 && length(0) <= 3
        if decimal == 0 {
            if headIsShort, separators.innerAreThousands, separators.lastIsThousand { return ExactNumber(digits) }
            // A lone point in a language with decimal commas: 5.2 is how sports and stock tables write it.
            return decimalComma && groups == 2 ? ExactNumber(digits, exponent: -lastLength) : nil
        }
        guard decimal == 1, lastIsDecimal else { return nil }
        guard grouping == 0 || (headIsShort && separators.innerAreThousands) else { return nil }
        return ExactNumber(digits, exponent: -lastLength)
    }
}
