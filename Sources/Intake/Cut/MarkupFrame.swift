internal import Text

/// What stands between the records of a markup stream: declarations, comments, the tags of an envelope.
enum MarkupFrame {
    /// Why the stretch is more than frame; nil when nothing in it is a piece of a record.
    static func complaint(about bytes: UnsafeRawBufferPointer, family: MarkupFamily) -> String? {
        let tags = MarkupTags(family: family)
        var position = 0
        var hasText = false
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                // Control bytes: a Ctrl-Z at the end, zero padding. 0xEF 0xBB 0xBF: a byte-order mark.
                if bytes.holds(ByteOrderMark.utf8, at: position) {
                    position += ByteOrderMark.utf8.count
                    continue
                }
                if bytes[position] > 0x20 { hasText = true }
                position += 1
                continue
            }
            switch tags.tag(in: bytes, at: position) {
            case .comment:
                position = bytes.index(of: Array("-->".utf8), from: position + 4).map { $0 + 3 } ?? bytes.count
            case .end: return "the end of a record without its beginning"
            default: position = endOfTag(bytes, from: position)
            }
        }
        return hasText && !family.hasEnvelope ? "text outside any record" : nil
    }

    /// A document type declaration may hold an internal subset in brackets.
    private static func endOfTag(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard let end = bytes.index(of: UInt8(ascii: ">"), from: start) else { return bytes.count }
        if bytes.holds(anyCase: Array("<!doctype".utf8), at: start),
            let bracket = bytes.index(of: UInt8(ascii: "["), from: start), bracket < end,
            let close = bytes.index(of: UInt8(ascii: "]"), from: bracket),
            let end = bytes.index(of: UInt8(ascii: ">"), from: close)
        {
            return end + 1
        }
        return end + 1
    }

    /// The encoding that the last XML declaration in `bytes` states.
    static func declaredCharset(in bytes: UnsafeRawBufferPointer) -> String? {
        var declared: String?
        var position = 0
        while let start = bytes.index(of: Array("<?xml".utf8), from: position) {
            position = start + 5
            guard let end = bytes.index(of: UInt8(ascii: ">"), from: position), end - start < 512 else { continue }
            let declaration = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            if let name = value(of: Array("encoding".utf8), in: declaration) { declared = name }
        }
        return declared
    }

    private static func value(of name: [UInt8], in declaration: UnsafeRawBufferPointer) -> String? {
        guard let found = declaration.index(of: name, from: 0) else { return nil }
        var position = declaration.skippingSpace(from: found + name.count)
        guard position < declaration.count, declaration[position] == UInt8(ascii: "=") else { return nil }
        position = declaration.skippingSpace(from: position + 1)
        guard position < declaration.count else { return nil }
        let quote = declaration[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = declaration.index(of: quote, from: position + 1), end > position + 1
        else { return nil }
        return String(decoding: declaration[(position + 1)..<end], as: UTF8.self)
    }
}
