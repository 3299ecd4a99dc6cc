internal import Model
internal import Text

/// Reuters Corpus Volume 1 and 2: one `<newsitem>` document per story.
struct RCV1Parser {
    func parse(_ record: RawRecord) -> ParseResult {
        var input = MarkupInput(record)
        let tree = MarkupTree(input.bytes, .xml)
        guard let item = tree.first("newsitem") else {
            return input.reject(.malformedMarkup, "no <newsitem> element in the record")
        }
        input.record.source.recordID = tree.attribute("itemid", of: item)
        var article = input.article()
        article.title = tree.line(tree.child("headline", of: item)) ?? tree.line(tree.child("title", of: item))
        article.authors = MarkupByline.authors(tree.line(tree.child("byline", of: item)))
        article.dateline = MarkupText.dateline(tree.line(tree.child("dateline", of: item)))
        article.language = tree.attribute("lang", of: item).flatMap(LanguageTag.single)
        article.published = published(tree, item)
        var writer = ParagraphWriter()
        if let text = tree.child("text", of: item) { MarkupFlow(tree).write(text, to: &writer) }
        return input.draft(
            article, writer, isCut: tree.isCut,
            emptyDetail: article.title.map { "headline only: \($0)" } ?? "the item has no text")
    }

    /// `<dc element="dc.date.published" value="1996-08-20"/>`, else the date of the item itself.
    private func published(_ tree: MarkupTree, _ item: Int) -> NewsDate? {
        for fact in tree.all("dc", in: item) where tree.attribute("element", of: fact) == "dc.date.published" {
            if let date = tree.attribute("value", of: fact).flatMap({ NewsDate.parse($0) }) { return date }
        }
        return tree.attribute("date", of: item).flatMap { NewsDate.parse($0) }
    }
}
