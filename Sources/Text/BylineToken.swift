/// A word of a byline, or what stands between names.
enum BylineToken: Equatable {
    case word(String)
    case comma
    case and
    /// Semicolon, line end, bar, bullet, spaced dash or slash.
    case hard

    static func tokens(of text: String) -> [BylineToken] {
        var outside: [BylineToken] = []
        var inside: [BylineToken] = []
        var depth = 0
        for token in raw(text) {
            switch token {
            case .word("("): depth += 1
            case .word(")"): depth = max(0, depth - 1)
            default: if depth > 0 { inside.append(token) } else { outside.append(token) }
            }
        }
        // Feeds write `ann@example.com (Ann Lee)`; elsewhere brackets hold an agency or a place.
        let hasName = outside.contains { if case .word = $0 { true } else { false } }
        return hasName ? outside : inside
    }

    private static func raw(_ text: String) -> [BylineToken] {
        var tokens: [BylineToken] = []
        var word: [UInt8] = []
        let bytes = Array(text.utf8)
        func finish() {
            defer { word.removeAll(keepingCapacity: true) }
            guard !word.isEmpty, let token = token(word) else { return }
            tokens.append(token)
        }
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case 0xC2 where position < bytes.count && (bytes[position] == 0xA0 || bytes[position] == 0xB7):
                // No-break space and middle dot.
                finish()
                if bytes[position] == 0xB7 { tokens.append(.hard) }
                position += 1
            case UInt8(ascii: ","):
                finish()
                tokens.append(.comma)
            case UInt8(ascii: ";"), UInt8(ascii: "|"), 0x0A, 0x0D:
                finish()
                tokens.append(.hard)
            case UInt8(ascii: "/") where !isAddress(word) && !word.isEmpty:
                // `Ann Lee/Bo Diaz`
                finish()
                tokens.append(.hard)
            case 0xE3 where bytes[(position - 1)...].starts(with: [0xE3, 0x80, 0x81]):
                // The ideographic comma.
                finish()
                tokens.append(.comma)
                position += 2
            case 0xE3 where bytes[(position - 1)...].starts(with: [0xE3, 0x80, 0x80]):
                // The ideographic space.
                finish()
                position += 2
            case 0xEF where bytes[(position - 1)...].starts(with: [0xEF, 0xBC, 0x9A]):
                // The wide colon.
                word.append(UInt8(ascii: ":"))
                finish()
                position += 2
            case UInt8(ascii: ":") where !word.isEmpty && !isAddress(word):
                // `Autor:Ann Lee`
                word.append(byte)
                if position < bytes.count, bytes[position] != UInt8(ascii: "/") { finish() }
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"):
                finish()
                tokens.append(.word("("))
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"):
                finish()
                tokens.append(.word(")"))
            case 0...0x20:
                finish()
            default:
                word.append(byte)
            }
        }
        finish()
        return tokens
    }

    private static func isAddress(_ word: [UInt8]) -> Bool {
        word.contains(UInt8(ascii: ":")) || word.contains(UInt8(ascii: "@")) || word.starts(with: "www.".utf8)
    }

    /// Nil for what is never part of a name.
    private static func token(_ word: [UInt8]) -> BylineToken? {
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "-", "–", "—", "/", "•", "·": return .hard
        case "&", "and", "And", "AND", "with": return .and
        default: break
        }
        let lower = text.lowercased()
        if word.contains(UInt8(ascii: "@")) || lower.hasPrefix("http:") || lower.hasPrefix("https:")
            || lower.hasPrefix("www.")
        {
            return nil
        }
        return .word(text)
    }
}
