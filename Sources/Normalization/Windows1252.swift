/// The encoding that most mojibake went through, as WHATWG defines it: ISO 8859-1 with printable characters in 80-9F.
enum Windows1252 {
    /// The characters of bytes 80 to 9F; 0 where the encoding has none.
    private static let high: [32 of UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    /// What a C1 control stands for when it is a byte of this encoding, or nil for the five bytes without a meaning.
    static func scalar(ofControl control: UInt32) -> UInt32? {
        guard (0x80..<0xA0).contains(control) else { return nil }
        let scalar = high[Int(control - 0x80)]
        return scalar == 0 ? nil : scalar
    }

    /// The byte whose image `scalar` is, reading either this encoding or ISO 8859-1; nil for ASCII and for all others.
    static func byte(of scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0x80...0xFF: UInt8(truncatingIfNeeded: scalar)
        case 0x20AC: 0x80
        case 0x201A: 0x82
        case 0x0192: 0x83
        case 0x201E: 0x84
        case 0x2026: 0x85
        case 0x2020: 0x86
        case 0x2021: 0x87
        case 0x02C6: 0x88
        case 0x2030: 0x89
        case 0x0160: 0x8A
        case 0x2039: 0x8B
        case 0x0152: 0x8C
        case 0x017D: 0x8E
        case 0x2018: 0x91
        case 0x2019: 0x92
        case 0x201C: 0x93
        case 0x201D: 0x94
        case 0x2022: 0x95
        case 0x2013: 0x96
        case 0x2014: 0x97
        case 0x02DC: 0x98
        case 0x2122: 0x99
        case 0x0161: 0x9A
        case 0x203A: 0x9B
        case 0x0153: 0x9C
        case 0x017E: 0x9E
        case 0x0178: 0x9F
        default: nil
        }
    }
}
