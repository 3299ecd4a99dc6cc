/// An article as its record gives it: facts that the format states, and a body that may still be a page.
package struct Draft: Sendable {
    package var article: Article
    package var body: Body

    /// What still has to happen to the body. All bytes are valid UTF-8.
    package enum Body: Sendable {
        /// `article.text` is complete.
        case text
        /// A whole web page: the article has to be found in it.
        case page([UInt8])
        /// Markup that is nothing but the article (a feed's `content`, a CMS's `body_html`).
        case fragment([UInt8])
    }

    /// There is nothing to extract.
    package var isComplete: Bool {
        if case .text = body { true } else { false }
    }

    package init(article: Article, body: Body) {
        self.article = article
        self.body = body
    }
}
