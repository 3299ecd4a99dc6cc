package import Model
internal import Text

/// Reads a file that is one web page. Finding the article in it is Extraction's work.
package struct PageParser {
    package init(configuration: Configuration) {}

    package mutating func parse(_ raw: RawRecord) -> ParseResult {
        var record = raw
        guard record.bytes.contains(where: { !$0.isASCIISpace && $0 != 0 }) else {
            return .reject(record.rejected(.noText, "the page is empty"))
        }
        if case .binary(let name) = MediaSniffer.kind(of: record.bytes.span) {
            return .reject(record.rejected(.notAPage, "not HTML: the bytes are \(name)"))
        }
        var repairs = Repairs()
        let bytes = Charset.utf8(
            record.bytes, declared: record.declaredCharset, isMarkup: true, source: &record.source, repairs: &repairs)
        var article = Article(id: record.identity(), source: record.source)
        article.repairs = repairs
        return .draft(Draft(article: article, body: .page(bytes)))
    }
}
