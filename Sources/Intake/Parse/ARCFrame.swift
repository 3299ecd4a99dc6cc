internal import Text

/// The line in front of an ARC record: `URL IP date type length`, with five more fields in version 2.
struct ARCFrame {
    let url: String
    let mediaType: String
    /// The network document in the record's bytes.
    let payload: Range<Int>
    /// The stated length did not fit.
    let isMended: Bool

    /// Nil when the line lacks the fields. Fields are counted from the date on: URLs with blanks in them shift the rest.
    init?(_ bytes: [UInt8]) {
        let span = bytes.span
        var start = 0
        while start < span.count, span[start].isASCIISpace { start += 1 }
        let lineEnd = ByteScan.firstLineFeed(span, from: start, to: min(span.count, start + 16_384))
        guard let lineEnd else { return nil }
        let line = String(decoding: bytes[start..<lineEnd], as: UTF8.self)
        let words = line.split { $0 == " " || $0 == "\r" || $0 == "\t" || $0 == "\r\n" }
        guard words.count >= 4, let date = words.indices.dropFirst().last(where: { Self.isDate(words[$0]) }) else {
            return nil
        }
        let address = Self.isAddress(words[date - 1]) && date > 1 ? date - 1 : date
        url = words[..<address].joined(separator: " ")
        mediaType = date + 1 < words.count ? String(words[date + 1]) : ""
        let block = lineEnd + 1
        if let last = words.last, words.count > date + 1, let length = Int(last), length >= 0,
            length <= span.count - block, bytes[(block + length)...].allSatisfy(\.isASCIISpace)
        {
            payload = block..<(block + length)
            isMended = false
        } else {
            payload = block..<span.count
            isMended = true
        }
    }

    /// 12 to 18 digits: crawlers wrote fractions of seconds, too.
    private static func isDate(_ word: Substring) -> Bool {
        (12...18).contains(word.utf8.count) && word.utf8.allSatisfy(\.isASCIIDigit)
    }

    private static func isAddress(_ word: Substring) -> Bool {
        word.utf8.allSatisfy { $0.asciiHexValue != nil || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    }
}
