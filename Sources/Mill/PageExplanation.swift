package import Extraction
import Intake
package import Model

/// Why a page became the article that it became: its blocks, each with the verdict about it.
package struct PageExplanation {
    /// Which record of the file: its place, and its address where it is known.
    package var name: String
    /// In the order of the page.
    package var blocks: [ExplainedBlock]
    /// The article that the page gives; a message when it gives none.
    package var article: Result<Article, Refusal>

    package struct Refusal: Error {
        package var message: String
    }

    /// The pages of a file (`.html`, `.html.gz`, WARC ...), one after the other. Records that are no pages are left out.
    ///
    /// - Parameters:
    ///   - path: a file, or nil for standard input.
    ///   - ordinal: of the only record that is wanted, or nil for all.
    package static func forEach(
        in path: String?, ordinal: Int? = nil, _ configuration: Configuration, _ visit: (PageExplanation) -> Void
    ) throws {
        let standardInput = path == nil ? try StandardInput.spooled() : nil
        defer { withExtendedLifetime(standardInput) {} }
        let reader = InputReader(
            path: path ?? standardInput?.path ?? "", name: path ?? "standard input", configuration: configuration)
        var parser = RecordParser(configuration: configuration)
        var extractor = PageExtractor(configuration: configuration)
        var maker = ArticleMaker(configuration)
        while let item = reader.next() {
            guard case .record(let record) = item, ordinal == nil || ordinal == record.source.ordinal,
                case .draft(let draft) = parser.parse(record),
                case .page(let bytes) = draft.body
            else { continue }
            let address = draft.article.url.map { " " + $0 } ?? ""
            let article: Result<Article, Refusal> =
                switch maker.make(from: record) {
                case .article(let article): .success(article)
                case .reject(let reject): .failure(Refusal(message: "\(reject.reason.rawValue): \(reject.detail)"))
                }
            visit(
                PageExplanation(
                    name: "\(record.source.file)#\(record.source.ordinal)\(address)",
                    blocks: extractor.explain(page: bytes), article: article))
        }
    }
}
