internal import Model
internal import Text

/// One record on its way through a markup parser: its bytes in UTF-8 and what is known and repaired so far.
struct MarkupInput {
    var record: RawRecord
    var repairs = Repairs()
    let bytes: [UInt8]

    /// `mayDeclareCharset`: the format has a place for the name of its encoding, an XML declaration or a `<meta>`.
    init(_ record: RawRecord, mayDeclareCharset: Bool = true) {
        var record = record
        bytes = Charset.utf8(
            record.bytes, declared: record.declaredCharset, isMarkup: mayDeclareCharset, source: &record.source,
            repairs: &repairs)
        self.record = record
    }

    /// An article of this record. Set `record.source.recordID` before.
    func article() -> Article {
        var article = Article(id: record.identity(), source: record.source)
        article.repairs = repairs
        return article
    }

    /// `modified` where it says something: later than `published`, as far as their zones let one compare them.
    static func modified(_ modified: NewsDate?, after published: NewsDate?) -> NewsDate? {
        guard let modified, let published else { return modified }
        func seconds(_ date: NewsDate) -> Int {
            let time = date.time ?? NewsDate.Time(hour: 0, minute: 0)
            let minutes = time.hour * 60 + time.minute - (time.offset ?? 0)
            return date.daysSinceEpoch * 86_400 + minutes * 60 + time.second
        }
        return seconds(modified) > seconds(published) ? modified : nil
    }

    func reject(_ reason: Reject.Reason, _ detail: String) -> ParseResult {
        .reject(record.rejected(reason, detail))
    }

    /// A draft with the paragraphs that `writer` has collected, or the reject of a record without any.
    func draft(_ article: Article, _ writer: ParagraphWriter, isCut: Bool, emptyDetail: String) -> ParseResult {
        guard !writer.text.isEmpty else { return reject(.noText, emptyDetail) }
        var article = article
        article.text = writer.text
        article.repairs[.controls] += writer.droppedControls
        if isCut { article.repairs[.limits] += 1 }
        return .draft(Draft(article: article, body: .text))
    }
}
