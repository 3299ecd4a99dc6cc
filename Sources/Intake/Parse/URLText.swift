internal import Text

/// A URL as headers and index lines write it, made fit to be kept.
enum URLText {
    /// Without surrounding blanks and angle brackets, line breaks and controls dropped, inner blanks as `%20`.
    /// Nil when nothing is left.
    static func cleaned(_ text: String) -> String? {
        var text = text
        let isClean = text.withUTF8 { bytes in
            bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        }
        if isClean { return text.isEmpty ? nil : text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0x20 || byte == 0x09 {
                bytes.append(0x20)
            } else if byte > 0x20, byte != 0x7F {
                bytes.append(byte)
            }
        }
        var part = bytes[...]
        while let first = part.first, first == 0x20 || first == UInt8(ascii: "<") { part.removeFirst() }
        while let last = part.last, last == 0x20 || last == UInt8(ascii: ">") { part.removeLast() }
        guard !part.isEmpty else { return nil }
        var result: [UInt8] = []
        for byte in part {
            if byte == 0x20 { result.append(contentsOf: "%20".utf8) } else { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
