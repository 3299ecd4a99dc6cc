internal import Text

/// Counts over bytes that are not valid UTF-8: is this UTF-8 with accidents, or something else?
struct UTF8Survey {
    /// Well-formed sequences of two bytes and more.
    private(set) var wellFormed = 0
    /// Maximal ill-formed subsequences.
    private(set) var malformed = 0
    /// The only malformed thing is the last character, cut by the end of the bytes.
    private(set) var isCutAtEnd = false
    /// Every malformed sequence is one byte between ASCII that makes sense as windows-1252 there.
    private(set) var strayBytesAreWindows1252 = true

    init(_ bytes: Span<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index = HighBytes.next(in: bytes, from: index)
                continue
            }
            let (length, isWhole) = Self.sequence(bytes, at: index)
            if isWhole {
                wellFormed &+= 1
            } else {
                malformed &+= 1
                if index + length == bytes.count && length < Self.expectedLength(of: byte) && byte >= 0xC2 {
                    isCutAtEnd = malformed == 1 && (wellFormed > 0 || length > 1 || Self.frequentLeads.contains(byte))
                } else if length != 1 || !Self.isLikelyWindows1252(bytes, at: index) {
                    strayBytesAreWindows1252 = false
                }
            }
            index &+= length
        }
        if malformed != 1 { isCutAtEnd = false }
    }

    /// Leads of accented Latin letters and of typographic signs. Others, alone at the end, are rather the last letter of
    /// a word in a legacy encoding.
    private static let frequentLeads: Set<UInt8> = [0xC2, 0xC3, 0xC4, 0xC5, 0xE2]

    /// Length of the sequence at `index` (not ASCII): whole, or the maximal subpart of an ill-formed one.
    static func sequence(_ bytes: Span<UInt8>, at index: Int) -> (length: Int, isWhole: Bool) {
        let lead = bytes[index]
        let expected = expectedLength(of: lead)
        guard expected > 1 else { return (1, false) }
        var length = 1
        while length < expected, index + length < bytes.count {
            let byte = bytes[index + length]
            var lowest: UInt8 = 0x80
            var highest: UInt8 = 0xBF
            if length == 1 {
                if lead == 0xE0 { lowest = 0xA0 }
                if lead == 0xED { highest = 0x9F }
                if lead == 0xF0 { lowest = 0x90 }
                if lead == 0xF4 { highest = 0x8F }
            }
            guard (lowest...highest).contains(byte) else { return (length, false) }
            length += 1
        }
        return (length, length == expected)
    }

    private static func expectedLength(of lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }

    /// A letter that touches an ASCII letter, or a sign, with ASCII on both sides.
    private static func isLikelyWindows1252(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        let before = index > 0 ? bytes[index - 1] : 0x20
        let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        guard before < 0x80, after < 0x80 else { return false }
        let touchesLetter = before.isASCIILetter || after.isASCIILetter
        switch bytes[index] {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return false
        case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: return touchesLetter
        case 0x80...0x9F, 0xA0...0xBF: return true
        case 0xC2, 0xC3, 0xE2: return after.isASCIILetter  // the usual leads of UTF-8, their other half lost
        default: return touchesLetter
        }
    }
}
