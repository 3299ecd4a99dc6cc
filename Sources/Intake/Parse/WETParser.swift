package import Model
internal import Text

/// Reads `conversion` records: the text that a crawl's extractor left of a page, its title in the first line.
package struct WETParser {
    package init(configuration: Configuration) {}

    package mutating func parse(_ raw: RawRecord) -> ParseResult {
        guard let frame = WARCFrame(raw.bytes) else {
            return .reject(raw.rejected(.malformedWARC, "the record does not begin with a WARC version line"))
        }
        var record = raw
        if record.source.recordID == nil { record.source.recordID = frame.recordID }
        let url = frame.value("warc-target-uri").flatMap(URLText.cleaned)
        let type = frame.contentType
        guard ["", "text/plain"].contains(type.essence) else {
            return .reject(record.rejected(.notAPage, "Content-Type \(type.essence) in a conversion record"))
        }
        var repairs = Repairs()
        if frame.isMended { repairs[.framing] = 1 }
        let bytes = Charset.utf8(
            Array(record.bytes[frame.payload]), http: type.charset, declared: record.declaredCharset, isMarkup: false,
            source: &record.source, repairs: &repairs)
        var lines = TextLines.trimmed(bytes)
        guard !lines.isEmpty else {
            return .reject(record.rejected(.noText, "the record holds no text (\(url ?? "no URI"))"))
        }
        var article = Article(id: record.identity(), source: record.source)
        article.repairs = repairs
        article.url = url
        article.language = frame.value("warc-identified-content-language").flatMap(LanguageTag.single)
        if lines.count > 1 {
            article.title = String(decoding: bytes[lines.removeFirst()], as: UTF8.self)
        }
        article.text = TextLines.joined(bytes, lines)
        return .draft(Draft(article: article, body: .text))
    }
}
