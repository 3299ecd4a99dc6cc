internal import Text

/// The transfer encodings of mail (RFC 2045, 6) and encoded words in headers (RFC 2047).
enum MIMECoding {
    /// Base64 without regard to line breaks and foreign characters; stops at padding.
    static func base64(_ bytes: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 4 * 3 + 3)
        var bits: UInt32 = 0
        var filled = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: "=") {
                // Parts glued together carry padding in their middle.
                (bits, filled) = (0, 0)
                continue
            }
            guard let value = base64Value(byte) else { continue }
            bits = bits << 6 | UInt32(value)
            filled += 6
            if filled >= 8 {
                filled -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(filled)))
            }
        }
        return result
    }

    private static func base64Value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    /// Quoted-printable; an equals sign that begins no escape stays as it is.
    ///
    /// - Parameter inHeader: the Q encoding of RFC 2047, where an underscore is a blank.
    static func quotedPrintable(_ bytes: Span<UInt8>, inHeader: Bool = false) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "=") else {
                result.append(inHeader && byte == UInt8(ascii: "_") ? 0x20 : byte)
                continue
            }
            if index + 1 < bytes.count, let high = bytes[index].asciiHexValue, let low = bytes[index + 1].asciiHexValue
            {
                result.append(UInt8(high << 4 | low))
                index += 2
                continue
            }
            var lineEnd = index
            while lineEnd < bytes.count, bytes[lineEnd] == 0x20 || bytes[lineEnd] == 0x09 { lineEnd += 1 }
            if lineEnd == bytes.count {
                index = lineEnd
            } else if bytes[lineEnd] == 0x0A {
                index = lineEnd + 1
            } else if bytes[lineEnd] == 0x0D {
                index = lineEnd + 1 < bytes.count && bytes[lineEnd + 1] == 0x0A ? lineEnd + 2 : lineEnd + 1
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// A header's value with its encoded words decoded. Bytes outside of them are taken by evidence.
    static func decodedHeader(_ value: [UInt8]) -> String {
        var text = ""
        var plainStart = 0
        var index = 0
        var afterWord = false
        func appendPlain(to end: Int) {
            let plain = Array(value[plainStart..<end])
            // Blanks between two encoded words belong to neither.
            if plain.isEmpty || (afterWord && end < value.count && plain.allSatisfy(\.isASCIISpace)) { return }
            text += Self.text(plain, label: nil)
        }
        while index < value.count {
            if value[index] == UInt8(ascii: "="), let word = EncodedWord(value, at: index) {
                appendPlain(to: index)
                text += Self.text(word.content, label: word.charset)
                index = word.end
                plainStart = index
                afterWord = true
            } else {
                if !value[index].isASCIISpace, index > plainStart || !afterWord { afterWord = false }
                index += 1
            }
        }
        afterWord = false
        appendPlain(to: value.count)
        return text
    }

    static func text(_ bytes: [UInt8], label: String?) -> String {
        let decision = Charset.decide(bytes.span, http: label, isMarkup: false)
        return String(decoding: Charset.utf8(bytes, decision).bytes, as: UTF8.self)
    }

    /// `=?charset?B?...?=` or `=?charset?Q?...?=`
    private struct EncodedWord {
        var charset: String
        var content: [UInt8]
        var end: Int

        /// The standard allows 75 bytes; senders that fold nothing write whole subjects.
        private static let maxLength = 4096

        init?(_ value: [UInt8], at start: Int) {
            guard start + 1 < value.count, value[start + 1] == UInt8(ascii: "?") else { return nil }
            let mark = UInt8(ascii: "?")
            guard let first = value[(start + 2)...].firstIndex(of: mark), first - start < 60, first + 2 < value.count,
                value[first + 2] == mark
            else { return nil }
            // RFC 2231 appends a language after an asterisk.
            charset = String(decoding: value[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
            let contentStart = first + 3
            var close = contentStart
            let longest = min(value.count, start + EncodedWord.maxLength)
            while close + 1 < longest, !(value[close] == mark && value[close + 1] == UInt8(ascii: "=")) { close += 1 }
            guard close + 1 < longest else { return nil }
            let encoded = value.span.extracting(contentStart..<close)
            switch value[first + 1].asciiUppered {
            case UInt8(ascii: "B"): content = MIMECoding.base64(encoded)
            case UInt8(ascii: "Q"): content = MIMECoding.quotedPrintable(encoded, inHeader: true)
            default: return nil
            }
            end = close + 2
        }
    }
}
