package import Model
internal import Text

/// Reads what crawlers archived: `response`, `resource` and `revisit` records of WARC (ISO 28500), records of ARC.
///
/// The body is taken by evidence (see `HTTPBody`, `MediaSniffer`, `Charset`); the date of the crawl says nothing about
/// the article and is not used.
package struct HTTPRecordParser {
    private let limit: Int
    private var wet: WETParser

    package init(configuration: Configuration) {
        limit = configuration.limits.maxRecordBytes
        wet = WETParser(configuration: configuration)
    }

    package mutating func parse(_ record: RawRecord) -> ParseResult {
        record.source.format == .arc ? parseARC(record) : parseWARC(record)
    }

    // MARK: - containers

    private mutating func parseWARC(_ raw: RawRecord) -> ParseResult {
        let frame = WARCFrame(raw.bytes)
        guard let frame else {
            return .reject(raw.rejected(.malformedWARC, "the record does not begin with a WARC version line"))
        }
        var record = raw
        if record.source.recordID == nil { record.source.recordID = frame.recordID }
        let url = frame.value("warc-target-uri").flatMap(URLText.cleaned)
        switch frame.type {
        case "revisit":
            let original = frame.value("warc-refers-to-target-uri") ?? frame.value("warc-refers-to") ?? "not named"
            return .reject(
                record.rejected(.revisit, "the page did not change since an earlier crawl; original: \(original)"))
        case "conversion":
            return wet.parse(record)
        case "response", "resource":
            // Crawlers file their own logs and name look-ups as if they were pages.
            if let url, url.hasPrefix("dns:") || url.hasPrefix("metadata:") || url.hasPrefix("whois:") {
                return .reject(record.rejected(.notAPage, "the crawler's own record \(url)"))
            }
            let statesHTTP = frame.contentType.essence == "application/http" || frame.contentType.essence.isEmpty
            let response = HTTPResponse(record.bytes.span, in: frame.payload)
            return page(
                record, response, end: frame.payload.upperBound, url: url,
                archivedType: statesHTTP ? nil : frame.contentType, isMended: frame.isMended)
        default:
            return .reject(
                record.rejected(.notAPage, "a WARC record of type \"\(frame.type)\" (\(url ?? "no URI")) holds no page")
            )
        }
    }

    private func parseARC(_ record: RawRecord) -> ParseResult {
        guard let frame = ARCFrame(record.bytes) else {
            return .reject(
                record.rejected(.malformedARC, "the first line is not an ARC record line (URL, IP, date, type, length)")
            )
        }
        let response = HTTPResponse(record.bytes.span, in: frame.payload)
        return page(
            record, response, end: frame.payload.upperBound, url: URLText.cleaned(frame.url),
            archivedType: response.status == nil ? ContentType(frame.mediaType) : nil, isMended: frame.isMended)
    }

    // MARK: - response

    /// - Parameter archivedType: the media type that the container states; an HTTP header comes first.
    private func page(
        _ raw: RawRecord, _ response: HTTPResponse, end: Int, url: String?, archivedType: ContentType?, isMended: Bool
    ) -> ParseResult {
        var record = raw
        let bytesRead = raw.bytes
        let span = bytesRead.span
        func header(_ name: StaticString) -> String? { response.fields.value(name, in: span) }
        if !response.statusLine.isEmpty, response.status != 200 {
            let target = header("location").map { ", Location: \($0.prefix(300))" } ?? ""
            return .reject(
                record.rejected(.httpStatus, "\(response.statusLine.prefix(120))\(target) (\(url ?? "no URI"))"))
        }
        let type = header("content-type").map { ContentType($0) } ?? archivedType ?? ContentType("")
        if let name = Self.mediaThatIsNoPage(type.essence) {
            return .reject(record.rejected(.notAPage, "Content-Type \(name) (\(url ?? "no URI"))"))
        }
        let body = HTTPBody(bytesRead, response: response, end: end, limit: limit)
        if let failure = body.failure {
            let (reason, what) = Self.explanation(of: failure)
            return .reject(record.rejected(reason, "\(what) (\(url ?? "no URI"))"))
        }
        guard body.bytes.contains(where: { !$0.isASCIISpace && $0 != 0 }) else {
            return .reject(record.rejected(.noText, "the body is empty (\(url ?? "no URI"))"))
        }
        let kind: BodyKind
        switch Self.bodyKind(type, body.bytes, url: url) {
        case .success(let found): kind = found
        case .failure(let refusal):
            return .reject(record.rejected(.notAPage, "\(refusal.what) (\(url ?? "no URI"))"))
        }

        var repairs = Repairs()
        if isMended || body.isMended { repairs[.framing] = 1 }
        let bytes = Charset.utf8(
            body.bytes, http: type.charset, declared: record.declaredCharset, isMarkup: kind == .page,
            source: &record.source, repairs: &repairs)
        var article = Article(id: record.identity(), source: record.source)
        article.repairs = repairs
        article.url = url
        article.language = header("content-language").flatMap(LanguageTag.single)
        guard kind == .text else { return .draft(Draft(article: article, body: .page(bytes))) }
        let layout = PlainText(bytes)
        guard !layout.text.isEmpty else {
            return .reject(record.rejected(.noText, "the body holds blanks only (\(url ?? "no URI"))"))
        }
        article.title = layout.title
        article.text = layout.text
        return .draft(Draft(article: article, body: .text))
    }

    private static func explanation(of failure: HTTPBody.Failure) -> (Reject.Reason, String) {
        switch failure {
        case .tooLarge(let limit):
            (.recordTooLarge, "the body unpacks to more than \(limit) bytes (limits.max_record_bytes)")
        case .unsupported(let coding):
            (.malformedHTTP, "Content-Encoding \(coding) is not read; recompress the archive's bodies with gzip")
        case .damaged(let what):
            (.malformedHTTP, what)
        }
    }

    // MARK: - kinds of body

    private enum BodyKind { case page, text }

    private struct Refusal: Error { var what: String }

    /// Types of which no body is a page, whatever it looks like; known before the body is unpacked.
    private static func mediaThatIsNoPage(_ essence: String) -> String? {
        let isMedia = ["image/", "audio/", "video/", "font/", "model/"].contains { essence.hasPrefix($0) }
        return isMedia ? essence : nil
    }

    /// The header's type where the bytes bear it out, otherwise what the bytes look like.
    private static func bodyKind(_ type: ContentType, _ bytes: [UInt8], url: String?) -> Result<BodyKind, Refusal> {
        let stated = type.essence.isEmpty ? "no Content-Type" : "Content-Type \(type.essence)"
        let looks = MediaSniffer.kind(of: bytes.span)
        switch looks {
        case .binary(let name), .otherMarkup(let name):
            return .failure(Refusal(what: "\(stated), but the body is \(name)"))
        case .json:
            return .failure(Refusal(what: "\(stated), and the body is JSON"))
        case .html:
            return .success(.page)
        case .text:
            break
        }
        switch type.essence {
        case "text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml", "text/x-server-parsed-html",
            "application/html", "html", "text/htm", "text/xhtml", "text":
            return .success(.page)
        case "text/plain":
            // A crawler fetches one for every site.
            let isRobots = url?.hasSuffix("/robots.txt") ?? false
            return isRobots ? .failure(Refusal(what: "robots.txt")) : .success(.text)
        default:
            return .failure(Refusal(what: "\(stated), and the body does not look like HTML"))
        }
    }
}
