import Testing

@testable import Text

@Suite struct ASCIITests {
    @Test("the classes agree with the standard library's for all 256 bytes")
    func classes() {
        for byte in UInt8.min...UInt8.max {
            let scalar = Unicode.Scalar(byte)
            let isASCII = byte < 0x80
            #expect(byte.isASCIIDigit == ("0"..."9" ~= scalar))
            #expect(byte.isASCIIUpper == ("A"..."Z" ~= scalar))
            #expect(byte.isASCIILower == ("a"..."z" ~= scalar))
            #expect(byte.isASCIILetter == (isASCII && scalar.properties.isAlphabetic))
            #expect(byte.isASCIIAlphanumeric == (byte.isASCIILetter || byte.isASCIIDigit))
            #expect(byte.isASCIISpace == (isASCII && scalar.properties.isWhitespace))
            #expect(byte.isASCIIGraphic == ("!"..."~" ~= scalar))
            if isASCII {
                #expect(Unicode.Scalar(byte.asciiLowered).description == scalar.properties.lowercaseMapping)
                #expect(Unicode.Scalar(byte.asciiUppered).description == scalar.properties.uppercaseMapping)
            } else {
                #expect(byte.asciiLowered == byte && byte.asciiUppered == byte)
            }
            #expect(byte.asciiHexValue == (isASCII ? Character(scalar).hexDigitValue : nil))
            #expect(byte.asciiDigitValue == (byte.isASCIIDigit ? Int(byte) - 48 : nil))
        }
    }
}
