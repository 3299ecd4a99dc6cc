package import Model
internal import Text

/// Reads one mail or news message (RFC 5322, RFC 5536) with MIME bodies, one to a file or out of an mbox.
package struct EmailParser {
    package init(configuration: Configuration) {}

    package mutating func parse(_ raw: RawRecord) -> ParseResult {
        var record = raw
        let bytes = raw.bytes
        let span = bytes.span
        let message = MIMEPart(bytes, in: Self.start(bytes)..<bytes.count)
        func header(_ name: StaticString) -> String? {
            message.fields.rawValue(name, in: span).map { MIMECoding.decodedHeader($0) }.flatMap {
                $0.isEmpty ? nil : $0
            }
        }
        if let id = header("message-id") { record.source.recordID = Self.bare(id) }

        var repairs = Repairs()
        let parts = message.readableParts(bytes)
        var text: [UInt8] = []
        var page: [UInt8]?
        for part in parts {
            let earlier = record.source.charset
            let content = Charset.utf8(
                part.decodedBody(bytes), http: part.type.charset, declared: record.declaredCharset,
                isMarkup: part.isHTML,
                source: &record.source, repairs: &repairs)
            // Of several bodies, a legacy one is worth noting.
            record.source.charset = record.source.charset ?? earlier
            if part.isHTML || (part.type.essence.isEmpty && MediaSniffer.kind(of: content.span) == .html) {
                // One body can be handed on; the others of its kind are attachments in all but name.
                if page == nil { page = content }
            } else {
                let read = PlainText(Self.withoutSignature(content, part.type), hasTitle: false).text
                if !text.isEmpty, !read.isEmpty { text.append(0x0A) }
                text.append(contentsOf: read)
            }
        }

        var article = Article(id: record.identity(), source: record.source)
        article.repairs = repairs
        article.title = header("subject").flatMap(Self.title)
        article.authors = header("from").map { Self.names($0) } ?? []
        article.published = header("date").flatMap { NewsDate.parse($0) }
        article.section = header("newsgroups").flatMap { $0.split { $0 == "," || $0 == " " }.first.map(String.init) }
        article.language = header("content-language").flatMap(LanguageTag.single)
        if !text.isEmpty {
            article.text = text
            return .draft(Draft(article: article, body: .text))
        }
        guard let page, page.contains(where: { !$0.isASCIISpace }) else {
            let what =
                parts.isEmpty && !message.body.isEmpty ? "the message has attachments only" : "the message has no body"
            return .reject(record.rejected(.noText, what))
        }
        let head = page.prefix(2048).map(\.asciiLowered)
        let isWhole = Self.contains(head, "<html") || Self.contains(head, "<body") || Self.contains(head, "<!doctype")
        return .draft(Draft(article: article, body: isWhole ? .page(page) : .fragment(page)))
    }

    /// After blank lines and the "From " line that mbox puts before each message.
    private static func start(_ bytes: [UInt8]) -> Int {
        var start = 0
        while start < bytes.count, bytes[start].isASCIISpace { start += 1 }
        while bytes[start...].starts(with: "From ".utf8) || bytes[start...].starts(with: ">From ".utf8) {
            start = ByteScan.firstLineFeed(bytes.span, from: start, to: bytes.count).map { $0 + 1 } ?? bytes.count
        }
        return start
    }

    private static func bare(_ id: String) -> String {
        let inner = id.drop { $0 == "<" || $0 == " " }
        return String(inner.prefix { $0 != ">" })
    }

    /// The subject without the marks of replies and forwards, as often as they stand there.
    private static func title(_ subject: String) -> String? {
        var rest = subject[...]
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            let mark = rest.prefix(5).lowercased()
            guard let colon = ["re:", "fwd:", "fw:", "aw:", "wg:", "sv:"].first(where: { mark.hasPrefix($0) }) else {
                break
            }
            rest = rest.dropFirst(colon.count)
        }
        return rest.isEmpty ? nil : String(rest)
    }

    /// Display names of an address list: `"Name" <address>`, `address (Name)`, the address where there is no name.
    static func names(_ list: String) -> [String] {
        var names: [String] = []
        var name = ""
        var comment = ""
        var address = ""
        var depth = 0
        var isQuoted = false
        var inAddress = false
        func finish() {
            func clean(_ text: String) -> String {
                text.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
            }
            let phrase = clean(name)
            let remark = clean(comment)
            let isAddress = phrase.contains("@") && !phrase.contains(" ")
            let best = phrase.isEmpty || isAddress ? (remark.isEmpty ? "" : remark) : phrase
            if !best.isEmpty { names.append(best) }
            (name, comment, address, inAddress) = ("", "", "", false)
        }
        var previous: Unicode.Scalar = " "
        for character in list.unicodeScalars {
            let isEscaped = previous == "\\"
            switch character {
            case "\"" where !isEscaped && depth == 0: isQuoted.toggle()
            case "(" where !isQuoted && !inAddress: depth += 1
            case ")" where !isQuoted && depth > 0: depth -= 1
            case "<" where !isQuoted && depth == 0: inAddress = true
            case ">" where inAddress: inAddress = false
            case "," where !isQuoted && depth == 0 && !inAddress: finish()
            case "\\" where !isEscaped: break
            default:
                if depth > 0 {
                    comment.unicodeScalars.append(character)
                } else if inAddress {
                    address.unicodeScalars.append(character)
                } else {
                    name.unicodeScalars.append(character)
                }
            }
            previous = isEscaped && character == "\\" ? " " : character
        }
        finish()
        return names
    }

    /// The text up to the line `-- ` that begins a signature; soft line breaks of format=flowed (RFC 3676) joined.
    private static func withoutSignature(_ text: [UInt8], _ type: ContentType) -> [UInt8] {
        let isFlowed = type["format"]?.lowercased() == "flowed"
        let lines = TextLines.all(text)
        // A signature is short; the mark above half of a message is somebody's separator.
        let mark = lines.lastIndex { line in
            line.count == 3 && text[line].elementsEqual([0x2D, 0x2D, 0x20])
                || line.count == 2 && text[line].elementsEqual([0x2D, 0x2D])
        }
        var end = lines.count
        if let mark, lines.count - mark <= 16, lines[..<mark].contains(where: { !TextLines.trim(text, $0).isEmpty }) {
            end = mark
        }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for line in lines[..<end] {
            result.append(contentsOf: text[line])
            let isSoft = isFlowed && text[line].last == 0x20 && !text[line].starts(with: [UInt8(ascii: ">")])
            if !isSoft { result.append(0x0A) }
        }
        return result
    }

    private static func contains(_ bytes: [UInt8], _ word: StaticString) -> Bool {
        word.withUTF8Buffer { wanted in
            bytes.indices.contains { bytes[$0...].starts(with: wanted) }
        }
    }
}
