/// RFC 4648, section 4, with padding.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var start = 0
        while start < bytes.count {
            let left = min(3, bytes.count - start)
            var word = 0
            for place in 0..<3 { word = word << 8 | (place < left ? Int(bytes[start + place]) : 0) }
            for place in 0..<4 {
                text.append(place <= left ? alphabet[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
            start += 3
        }
        return text
    }

    /// Nil for anything that `encode` would not write.
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard padding <= 2 else { return nil }
        var word = 0
        for (place, letter) in text.enumerated() {
            if place < text.count - padding {
                guard let value = value(of: letter) else { return nil }
                word = word << 6 | value
            } else {
                word <<= 6
            }
            if place % 4 == 3 {
                bytes += [UInt8(word >> 16 & 255), UInt8(word >> 8 & 255), UInt8(word & 255)]
                word = 0
            }
        }
        bytes.removeLast(padding)
        return bytes
    }

    private static func value(of letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter) - 97 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(letter) - 48 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
