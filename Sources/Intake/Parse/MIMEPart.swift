internal import Text

/// One part of a message, or the message itself (RFC 2045, 2046): where its body lies and what it holds.
struct MIMEPart {
    let fields: HeaderFields
    let body: Range<Int>
    let type: ContentType

    /// How deep parts may lie in parts; mail nests three deep, bombs more.
    private static let maxDepth = 12
    private static let maxParts = 500

    init(_ bytes: [UInt8], in range: Range<Int>) {
        let span = bytes.span
        let fields = HeaderFields(span, from: range.lowerBound, limit: range.upperBound, junk: .endsBlock)
        self.fields = fields
        body = fields.end..<range.upperBound
        type = ContentType(fields.value("content-type", in: span) ?? "")
    }

    /// The parts to be read, in order: one of several alternatives, all inline texts of a mixed message.
    func readableParts(_ bytes: [UInt8], depth: Int = 0) -> [MIMEPart] {
        let essence = type.essence
        if essence.hasPrefix("multipart/"), depth < Self.maxDepth, let boundary = type["boundary"] {
            let parts = Self.split(bytes, body, boundary: Array(boundary.utf8))
            if parts.isEmpty { return [] }
            let readable = parts.map { $0.readableParts(bytes, depth: depth + 1) }
            switch essence {
            case "multipart/alternative":
                let plain = readable.first { $0.contains { !$0.isHTML && !$0.isBlank(bytes) } }
                return plain ?? readable.last { !$0.isEmpty } ?? []
            case "multipart/related":
                return readable.first { !$0.isEmpty } ?? []
            default:
                return Array(readable.joined())
            }
        }
        if essence == "message/rfc822", depth < Self.maxDepth {
            return MIMEPart(bytes, in: body).readableParts(bytes, depth: depth + 1)
        }
        let isAttachment =
            fields.value("content-disposition", in: bytes.span)?.lowercased().hasPrefix("attachment") ?? false
        if isAttachment && depth > 0 { return [] }
        let isText = essence.isEmpty || essence.hasPrefix("text/") || !essence.contains("/") || depth == 0
        return isText ? [self] : []
    }

    var isHTML: Bool { type.essence == "text/html" }

    func isBlank(_ bytes: [UInt8]) -> Bool { bytes[body].allSatisfy(\.isASCIISpace) }

    /// The body without its transfer encoding.
    func decodedBody(_ bytes: [UInt8]) -> [UInt8] {
        let content = bytes.span.extracting(body)
        switch fields.value("content-transfer-encoding", in: bytes.span)?.lowercased() {
        case "base64": return MIMECoding.base64(content)
        case "quoted-printable": return MIMECoding.quotedPrintable(content)
        default: return Array(bytes[body])
        }
    }

    /// Cuts a multipart body at its boundary lines. What stands before the first and after the last is no part.
    private static func split(_ bytes: [UInt8], _ range: Range<Int>, boundary: [UInt8]) -> [MIMEPart] {
        let span = bytes.span
        var parts: [MIMEPart] = []
        var partStart: Int?
        var lineStart = range.lowerBound
        while lineStart < range.upperBound, parts.count < maxParts {
            let lineFeed = ByteScan.firstLineFeed(span, from: lineStart, to: range.upperBound)
            let next = lineFeed.map { $0 + 1 } ?? range.upperBound
            let line = bytes[lineStart..<next]
            if line.count >= boundary.count + 2, line.starts(with: [0x2D, 0x2D]),
                line.dropFirst(2).starts(with: boundary)
            {
                let rest = line.dropFirst(2 + boundary.count)
                let isLast = rest.starts(with: [0x2D, 0x2D])
                if isLast || rest.allSatisfy(\.isASCIISpace) {
                    if let partStart { parts.append(MIMEPart(bytes, in: partStart..<max(partStart, lineStart))) }
                    partStart = next
                    if isLast { return parts }
                }
            }
            lineStart = next
        }
        // The closing line may be missing.
        if let partStart, partStart < range.upperBound {
            parts.append(MIMEPart(bytes, in: partStart..<range.upperBound))
        }
        return parts
    }
}
