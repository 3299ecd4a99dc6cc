internal import Model
internal import Text

/// One `<page>` of a MediaWiki export (Wikinews and its kin).
struct MediaWikiParser {
    func parse(_ record: RawRecord) -> ParseResult {
        var input = MarkupInput(record)
        let tree = MarkupTree(input.bytes, .xml)
        guard let page = tree.first("page") else {
            return input.reject(.malformedMarkup, "no <page> element in the record")
        }
        input.record.source.recordID = tree.line(tree.child("id", of: page))
        let title = tree.line(tree.child("title", of: page))
        let namespace = tree.line(tree.child("ns", of: page)) ?? "0"
        guard namespace == "0" else {
            return input.reject(.notAPage, "namespace \(namespace)" + (title.map { ": \($0)" } ?? ""))
        }
        if let redirect = tree.child("redirect", of: page) {
            return input.reject(.redirect, "redirect to \(tree.attribute("title", of: redirect) ?? "another page")")
        }
        let revisions = tree.children(of: page).filter { tree.isElement($0, "revision") }
        guard let revision = revisions.last, let text = tree.child("text", of: revision) else {
            return input.reject(.noText, "the page has no revision with text")
        }
        if let model = tree.line(tree.child("model", of: revision)), model != "wikitext" {
            return input.reject(.notAPage, "content model \(model)")
        }
        if tree.attribute("deleted", of: text) != nil {
            return input.reject(.deleted, "the revision's text was deleted")
        }
        var source: [UInt8] = []
        let controls = tree.appendText(of: text, into: &source)
        if let target = WikiText.redirectTarget(source) { return input.reject(.redirect, "redirect to \(target)") }
        let wiki = WikiText(source)
        guard !wiki.paragraphs.isEmpty else {
            return input.reject(.noText, title.map { "no text left of \($0)" } ?? "no text left")
        }
        var article = input.article()
        article.title = title
        article.published = wiki.published
        article.dateline = wiki.location
        article.modified = tree.line(tree.child("timestamp", of: revision)).flatMap { NewsDate.parse($0) }
        article.text = wiki.paragraphs
        article.repairs[.controls] += controls
        if tree.isCut { article.repairs[.limits] += 1 }
        return .draft(Draft(article: article, body: .text))
    }
}
