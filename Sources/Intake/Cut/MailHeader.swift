internal import Text

/// Knows mail and news messages (RFC 5322, RFC 5536) by their header.
enum MailHeader {
    private static let known: Set<String> = [
        "from", "subject", "date", "to", "newsgroups", "message-id", "received", "x-received", "return-path", "path",
        "organization", "lines", "xref", "delivered-to", "mime-version", "content-type", "reply-to", "sender",
        "references", "distribution", "keywords", "nntp-posting-host", "in-reply-to", "cc", "article-i.d.", "summary",
        "approved", "followup-to", "dkim-signature", "authentication-results", "content-transfer-encoding", "x-mailer",
    ]
    private static let needed: Set<String> = [
        "from", "subject", "newsgroups", "received", "return-path", "delivered-to",
    ]

    /// Whether `bytes` begin with a header block of at least two fields that mail has, one of them telling.
    static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var position = bytes.skippingSpace(from: 0)
        var fields = 0
        var telling = 0
        while position < bytes.count, fields < 12 {
            let end = bytes.index(of: 0x0A, from: position) ?? bytes.count
            let line = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
            position = end + 1
            guard let first = line.first, first != 0x0D else { break }
            if first == 0x20 || first == 0x09 { continue }
            guard let name = fieldName(line) else { break }
            if known.contains(name) { fields += 1 }
            if needed.contains(name) { telling += 1 }
        }
        return fields >= 2 && telling >= 1
    }

    private static func fieldName(_ line: UnsafeRawBufferPointer) -> String? {
        guard let colon = line.index(of: UInt8(ascii: ":"), from: 0), colon > 0, colon <= 64 else { return nil }
        let name = line[..<colon]
        guard name.allSatisfy(\.isASCIIGraphic) else { return nil }
        return String(decoding: name.map(\.asciiLowered), as: UTF8.self)
    }

    /// `From `, a sender, and a date with a time and a year: the line that a mailbox puts before each message.
    static func isMailboxLine(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
        guard bytes.holds(Array("From ".utf8), at: start) else { return false }
        let end = bytes.index(of: 0x0A, from: start) ?? bytes.count
        guard end - start < 250 else { return false }
        let fields = bytes[start..<end].split { $0.isASCIISpace }
        let hasTime = fields.contains {
            $0.count >= 4 && $0.contains(UInt8(ascii: ":")) && ($0.first?.isASCIIDigit ?? false)
        }
        let hasYear = fields.contains { $0.count == 4 && $0.allSatisfy(\.isASCIIDigit) }
        return fields.count >= 4 && hasTime && hasYear
    }
}
