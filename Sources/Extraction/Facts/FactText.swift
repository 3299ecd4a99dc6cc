import Text

/// Small texts that state facts: names, titles, summaries.
enum FactText {
    /// Resolves references that were escaped once too often, drops tags, squeezes blanks; nil when nothing is left.
    static func clean(_ text: String) -> String? {
        var bytes = Array(text.utf8)
        if bytes.contains(UInt8(ascii: "&")) {
            var decoded: [UInt8] = []
            CharacterReferences.decode(bytes.span, into: &decoded)
            bytes = decoded
        }
        if bytes.contains(UInt8(ascii: "<")) { bytes = withoutTags(bytes) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            let isNoBreakSpace = byte == 0xC2 && position + 1 < bytes.count && bytes[position + 1] == 0xA0
            if byte <= 0x20 || byte == 0x7F || isNoBreakSpace {
                if !out.isEmpty, out.last != 0x20 { out.append(0x20) }
                if isNoBreakSpace { position += 1 }
            } else {
                out.append(byte)
            }
            position += 1
        }
        if out.last == 0x20 { out.removeLast() }
        return out.isEmpty ? nil : String(decoding: out, as: UTF8.self)
    }

    /// The same, line by line: what stands on lines of its own belongs apart.
    static func lines(_ text: String) -> String? {
        let lines = text.split { $0 == "\n" || $0 == "\r\n" }.compactMap { clean(String($0)) }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var position = 0
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count,
                bytes[position + 1].isASCIILetter || bytes[position + 1] == UInt8(ascii: "/"),
                let end = bytes.index(of: UInt8(ascii: ">"), in: position..<bytes.count)
            {
                out.append(0x20)
                position = end + 1
            } else {
                out.append(bytes[position])
                position += 1
            }
        }
        return out
    }

    /// Letters and digits alone, lower case: what two spellings of one title have in common.
    static func key(_ text: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if byte.isASCIIAlphanumeric { key.append(Unicode.Scalar(byte.asciiLowered)) }
            } else if scalar.properties.isUppercase {
                key.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                key.append(scalar)
            }
        }
        return String(key)
    }
}
