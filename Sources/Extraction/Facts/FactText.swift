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
        var text = text
        return text.withUTF8 { bytes in
            var key: [UInt8] = []
            key.reserveCapacity(bytes.count)
            var position = 0
            while position < bytes.count {
                let byte = bytes[position]
                if byte < 0x80 {
                    if byte.isASCIIAlphanumeric { key.append(byte.asciiLowered) }
                    position += 1
                    continue
                }
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                let end = min(position + length, bytes.count)
                let scalar = bytes[position..<end].dropFirst().reduce(UInt32(byte) & (0xFF >> UInt32(length + 1))) {
                    $0 << 6 | UInt32($1 & 0x3F)
                }
                // Most letters beyond ASCII have no capitals, or are small.
                if let letter = Unicode.Scalar(scalar)?.properties {
                    if letter.isUppercase {
                        key.append(contentsOf: letter.lowercaseMapping.utf8)
                    } else if letter.isAlphabetic || letter.numericType != nil {
                        key.append(contentsOf: bytes[position..<end])
                    }
                }
                position = end
            }
            return String(decoding: key, as: UTF8.self)
        }
    }

    /// Whether `needle`, which has no capital ASCII letters, stands in `bytes`, whatever the case of its ASCII letters.
    static func contains(_ needle: StaticString, in bytes: some Collection<UInt8>) -> Bool {
        needle.withUTF8Buffer { needle in
            guard let first = needle.first, bytes.count >= needle.count else { return false }
            var start = bytes.startIndex
            for _ in 0...(bytes.count - needle.count) {
                if bytes[start].asciiLowered == first,
                    zip(bytes[start...], needle).allSatisfy({ $0.asciiLowered == $1 })
                {
                    return true
                }
                bytes.formIndex(after: &start)
            }
            return false
        }
    }
}
