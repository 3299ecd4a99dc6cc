/// The look of a word: its case, its digits, its signs.
enum WordShape {
    private static let longest = 12

    /// Fills in shape, collapsed shape and traits.
    static func describe(_ bytes: UnsafeBufferPointer<UInt8>, _ record: inout WordRecord) {
        var shape: [UInt8] = []
        var collapsed: [UInt8] = []
        var upper = 0
        var lower = 0
        var digits = 0
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            let kind: UInt8
            if LetterCase.isUpper(bytes, i) {
                kind = UInt8(ascii: "X")
                upper += 1
            } else if byte >= 0x80 || byte &- UInt8(ascii: "a") < 26 {
                kind = UInt8(ascii: "x")
                lower += 1
            } else if byte &- UInt8(ascii: "0") < 10 {
                kind = UInt8(ascii: "0")
                digits += 1
            } else {
                kind = byte
                if byte == UInt8(ascii: "-") { record.traits.insert(.hyphenated) }
            }
            if shape.count < longest { shape.append(kind) }
            if collapsed.last != kind, collapsed.count < longest { collapsed.append(kind) }
            i += 1
            while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
        }
        record.shape = WordHash.of(shape)
        record.collapsed = WordHash.of(collapsed)
        if upper > 0 { record.traits.insert(.hasUpper) }
        if upper > 1, lower == 0 { record.traits.insert(.allUpper) }
        if upper + lower > 0 { record.traits.insert(.hasLetter) }
        if digits > 0 { record.traits.insert(.hasDigit) }
        if digits > 0, digits == bytes.count { record.traits.insert(.allDigits) }
        if bytes.count == 1, bytes[0] == UInt8(ascii: "&") { record.traits.insert(.joiner) }
        if bytes.count > 1, bytes.count <= 4, upper == 0, bytes[bytes.count - 1] == UInt8(ascii: "s"),
            bytes[0] == UInt8(ascii: "'") || bytes[0] == 0xE2
        {
            record.traits.insert(.joiner)
        }
    }

    /// The hash of a word in capitals as it would be written inside a sentence: "IRAQ" as "Iraq".
    static func titleHash(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: [UInt8]) -> UInt64 {
        var title = lower
        guard let first = bytes.first, !title.isEmpty else { return 0 }
        title[0] = first
        if first >= 0x80, bytes.count > 1, title.count > 1 { title[1] = bytes[1] }
        return WordHash.of(title)
    }
}
