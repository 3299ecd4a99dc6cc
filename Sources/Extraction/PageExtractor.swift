package import Model
import Text

/// Finds the article in a web page, and what the page says about it.
///
/// Owned by one worker: its buffers serve page after page. The result depends on the draft alone.
package struct PageExtractor {
    private var reducer = PageReducer()
    private var classes = ClassReader()
    private let parser = SkeletonParser()
    private(set) var page = AnalyzedPage()
    private let payloadLimit: Int
    private let model: BlockModel?

    package init(configuration: Configuration) { self.init(configuration: configuration, model: .shared) }

    init(configuration: Configuration, model: BlockModel?) {
        payloadLimit = configuration.limits.rejectPayloadBytes
        self.model = model
    }

    /// A draft whose body is text passes through. A fragment keeps all of its text. In a page, the article is found.
    ///
    /// Facts that the draft has win over those of the page; the canonical URL is the page's to say.
    package mutating func extract(_ draft: Draft) -> ExtractionResult {
        switch draft.body {
        case .text: .article(draft.article)
        case .fragment(let bytes): extract(bytes, into: draft.article, isPage: false)
        case .page(let bytes): extract(bytes, into: draft.article, isPage: true)
        }
    }

    private mutating func extract(_ bytes: [UInt8], into draft: Article, isPage: Bool) -> ExtractionResult {
        var article = draft
        analyze(bytes, isPage: isPage, url: draft.url)
        article.text = ArticleText.text(of: page)
        if isPage, article.text.count < 400, let body = page.facts?.body {
            article.text = ArticleText.longer(article.text, structured: body)
        }
        if let facts = page.facts { fill(&article, from: facts) }
        if page.parts.limitsReached > 0 { article.repairs[.limits] += 1 }
        guard !article.text.isEmpty else { return .reject(reject(bytes, draft)) }
        return .article(article)
    }

    /// Reads a page into the worker's buffers, and works out everything about it.
    mutating func analyze(_ bytes: [UInt8], isPage: Bool, url: String?) {
        reducer.reduce(bytes)
        // The buffers change hands instead of being copied; the reducer gets last page's back.
        swap(&reducer.parts, &page.builder.parts)
        page.analyze(bytes, parser, &classes, isPage: isPage, url: url, model: model)
    }

    private func fill(_ article: inout Article, from facts: PageFacts) {
        if article.title == nil { article.title = facts.title }
        if article.authors.isEmpty { article.authors = facts.authors }
        if article.published == nil { article.published = facts.published }
        if article.modified == nil { article.modified = facts.modified }
        if article.section == nil { article.section = facts.section }
        if article.language == nil { article.language = facts.language }
        if article.description == nil { article.description = facts.description }
        if article.site == nil { article.site = facts.site }
        if article.image == nil { article.image = facts.image }
        article.canonicalURL = facts.canonicalURL ?? article.canonicalURL
    }

    private func reject(_ bytes: [UInt8], _ draft: Article) -> Reject {
        Reject(
            source: draft.source, stage: .extraction, reason: .noText,
            detail: "No text is left of this page of \(bytes.count) bytes once markup and scripts are gone.",
            bytes: bytes.count, payload: payloadLimit > 0 ? Array(bytes.prefix(payloadLimit)) : nil)
    }
}

/// What became of a draft.
package enum ExtractionResult: Sendable {
    case article(Article)
    case reject(Reject)
}
