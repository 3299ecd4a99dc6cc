internal import Text

/// The head of an HTTP response as crawlers stored it, and where its body begins.
struct HTTPResponse {
    /// Nil where the bytes have no status line: then all of them are the body.
    private(set) var status: Int?
    /// The status line as it stands, for messages.
    private(set) var statusLine = ""
    private(set) var fields: HeaderFields
    private(set) var bodyStart: Int

    /// Reads the head at `range.lowerBound`. Interim responses (1xx) before the final one are passed over.
    init(_ bytes: Span<UInt8>, in range: Range<Int>) {
        var start = range.lowerBound
        // Some crawlers left blank lines before the head.
        var first = start
        while first < range.upperBound, bytes[first].isASCIISpace { first += 1 }
        if Self.isStatusLine(bytes, at: first, limit: range.upperBound) { start = first }
        fields = HeaderFields(bytes, from: start, limit: start, junk: .isSkipped)
        bodyStart = range.lowerBound
        while Self.isStatusLine(bytes, at: start, limit: range.upperBound) {
            let lineFeed = ByteScan.firstLineFeed(bytes, from: start, to: range.upperBound) ?? range.upperBound
            statusLine = Self.line(bytes, start..<lineFeed)
            status = Self.status(in: statusLine)
            fields = HeaderFields(
                bytes, from: min(lineFeed + 1, range.upperBound), limit: range.upperBound, junk: .isSkipped)
            bodyStart = fields.end
            guard let status, (100..<200).contains(status) else { return }
            start = bodyStart
        }
    }

    /// `HTTP/1.1 200 OK`, `HTTP/2 200`, `ICY 200 OK`, and the bare `HTTP 200`.
    private static func isStatusLine(_ bytes: Span<UInt8>, at start: Int, limit: Int) -> Bool {
        func matches(_ text: StaticString) -> Bool {
            guard limit - start >= text.utf8CodeUnitCount else { return false }
            return text.withUTF8Buffer { wanted in
                wanted.indices.allSatisfy { bytes[start + $0].asciiUppered == wanted[$0] }
            }
        }
        return matches("HTTP/") || matches("HTTP ") || matches("ICY ")
    }

    private static func line(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        var text: [UInt8] = []
        for index in range where text.count < 200 && bytes[index] >= 0x20 && bytes[index] < 0x7F {
            text.append(bytes[index])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The first word of three digits after the protocol.
    private static func status(in line: String) -> Int? {
        for word in line.split(separator: " ").dropFirst() {
            let digits = word.utf8.prefix { $0.isASCIIDigit }
            if digits.count == 3 { return Int(String(decoding: digits, as: UTF8.self)) }
        }
        return nil
    }
}
