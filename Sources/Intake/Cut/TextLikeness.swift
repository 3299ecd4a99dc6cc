internal import Text

/// Tells text in UTF-8 or any 8-bit encoding from binary data.
enum TextLikeness {
    /// Text has control bytes in one place in fifty at most; random bytes have them in one place in nine.
    static func isText(_ bytes: UnsafeRawBufferPointer, allowing: Set<UInt8> = []) -> Bool {
        guard !bytes.isEmpty else { return true }
        var controls = 0
        for byte in bytes where byte < 0x20 || byte == 0x7F {
            // ESC: ISO-2022 text. 0x1A: end of file in DOS.
            if !byte.isASCIISpace, byte != 0x1B, byte != 0x1A, !allowing.contains(byte) { controls += 1 }
        }
        return controls * 50 <= bytes.count
    }
}
