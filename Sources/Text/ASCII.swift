/// Questions about single bytes that every scanner asks. Bytes above 0x7F answer no to all of them.
extension UInt8 {
    /// Space, tab, line feed, vertical tab, form feed or carriage return (C's `isspace` in the POSIX locale).
    @inlinable package var isASCIISpace: Bool { self == 0x20 || self &- 9 < 5 }

    @inlinable package var isASCIIDigit: Bool { self &- 0x30 < 10 }

    @inlinable package var isASCIIUpper: Bool { self &- 0x41 < 26 }

    @inlinable package var isASCIILower: Bool { self &- 0x61 < 26 }

    @inlinable package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inlinable package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

    /// Neither a space nor a control: `!` to `~`, as in POSIX `ispunct` or `isalnum`.
    @inlinable package var isASCIIGraphic: Bool { self &- 0x21 < 94 }

    /// A to Z become a to z; every other byte stays.
    @inlinable package var asciiLowered: UInt8 { isASCIIUpper ? self | 0x20 : self }

    /// a to z become A to Z; every other byte stays.
    @inlinable package var asciiUppered: UInt8 { isASCIILower ? self & 0xDF : self }

    /// 0...9 for a decimal digit.
    @inlinable package var asciiDigitValue: Int? { isASCIIDigit ? Int(self &- 0x30) : nil }

    /// 0...15 for a hexadecimal digit of either case.
    @inlinable package var asciiHexValue: Int? {
        if isASCIIDigit { return Int(self &- 0x30) }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? Int(letter) + 10 : nil
    }
}
