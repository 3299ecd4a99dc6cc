internal import Text

/// The named fields in front of a WARC record's block, and where the block lies.
struct WARCFrame {
    private let head: [UInt8]
    private let fields: HeaderFields
    /// The block in the record's bytes.
    let payload: Range<Int>
    /// The stated length did not fit, or the crawler cut the block.
    let isMended: Bool

    /// Nil when the bytes do not begin with `WARC/`.
    init?(_ bytes: [UInt8]) {
        let span = bytes.span
        var start = 0
        while start < span.count, span[start].isASCIISpace { start += 1 }
        guard bytes[start...].starts(with: "WARC/".utf8) else { return nil }
        let firstLine = ByteScan.firstLineFeed(span, from: start, to: span.count).map { $0 + 1 } ?? span.count
        let fields = HeaderFields(span, from: firstLine, limit: span.count, junk: .isSkipped)
        let head = Array(bytes[..<fields.end])
        let stated = fields.value("content-length", in: head.span).flatMap { Int($0) }
        let available = span.count - fields.end
        var end = span.count
        var mended = fields.value("warc-truncated", in: head.span) != nil
        if let stated, stated >= 0, stated <= available {
            // What follows a block is two line breaks. Anything else means that the length was wrong.
            let isOver = bytes[(fields.end + stated)...].allSatisfy(\.isASCIISpace)
            if isOver { end = fields.end + stated } else { mended = true }
        } else {
            mended = true
        }
        payload = fields.end..<end
        isMended = mended
        self.fields = fields
        self.head = head
    }

    func value(_ name: StaticString) -> String? { fields.value(name, in: head.span) }

    /// `response`, `resource` ... in lower case; empty where it is missing.
    var type: String { (value("warc-type") ?? "").lowercased() }

    var contentType: ContentType { ContentType(value("content-type") ?? "") }

    /// WARC-Record-ID without its angle brackets.
    var recordID: String? {
        guard let id = value("warc-record-id") else { return nil }
        let bare = id.drop { $0 == "<" || $0 == " " }
        return bare.isEmpty ? nil : String(bare.last == ">" ? bare.dropLast() : bare)
    }
}
