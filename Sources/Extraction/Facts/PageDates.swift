import Text

/// When the article was published and changed, from the most trusted place that says so.
enum PageDates {
    static func dates(
        _ structured: StructuredData, _ metas: MetaTags, _ visible: VisibleFacts, _ address: WebAddress?
    ) -> (published: NewsDate?, modified: NewsDate?) {
        let modified = structured.modified ?? metas.date(modifiedNames) ?? visible.microdataModified
        let stated =
            structured.published ?? metas.date(publishedNames) ?? metas.publicationDate ?? visible.microdataPublished
            ?? visible.timePublished
        guard var published = stated else {
            // The only date that a page shows is the one it goes by, even if it calls it an update.
            let shown = address.flatMap(date(in:)) ?? visible.written.published ?? visible.written.modified
            return (shown, modified ?? (shown == visible.written.modified ? nil : visible.written.modified))
        }
        if let shown = shownInstead(of: published, modified, visible) { published = shown }
        return (published, modified ?? visible.written.modified)
    }

    /// The visible date of a page whose metadata tell when it was last put out anew: an earlier date that is called the
    /// date of publication, or one that stands alone where the metadata know no difference between published and
    /// modified.
    private static func shownInstead(
        of published: NewsDate, _ modified: NewsDate?, _ visible: VisibleFacts
    ) -> NewsDate? {
        guard let shown = visible.written.published, published.daysSinceEpoch - shown.daysSinceEpoch > 1 else { return nil }
        if visible.written.isLabelled { return shown }
        guard let modified, modified.daysSinceEpoch - published.daysSinceEpoch <= 0, visible.written.standsAlone else {
            return nil
        }
        return shown
    }

    /// Whether `04/05/2026` is in April: so in the United States; elsewhere it is in May. English alone does not say.
    static func writesMonthFirst(_ language: String?, _ metas: MetaTags) -> Bool? {
        for tag in [language, metas.first("og:locale").flatMap(LanguageTag.normalized)] {
            guard let tag else { continue }
            if tag.hasPrefix("en-US") { return true }
            if tag != "en", tag != "en-CA" { return false }
        }
        return nil
    }

    /// `/2024/11/22/` or `/2024-11-22` or `/20241122` in the path.
    private static func date(in address: WebAddress) -> NewsDate? {
        let path = Array(address.path.utf8)
        var numbers: [(value: Int, digits: Int, end: Int)] = []
        var position = 0
        while position < path.count {
            guard path[position].isASCIIDigit else {
                position += 1
                continue
            }
            let start = position
            var value = 0
            while position < path.count, path[position].isASCIIDigit, position - start < 9 {
                value = value * 10 + Int(path[position] - 0x30)
                position += 1
            }
            let startsClean = start == 0 || !path[start - 1].isASCIIAlphanumeric
            let endsClean = position == path.count || !path[position].isASCIIAlphanumeric
            if startsClean, endsClean { numbers.append((value, position - start, position)) }
            while position < path.count, path[position].isASCIIDigit { position += 1 }
        }
        for (index, number) in numbers.enumerated() {
            if number.digits == 8, (1990...2100).contains(number.value / 10_000),
                let date = NewsDate(
                    year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
            {
                return date
            }
            guard number.digits == 4, (1990...2100).contains(number.value), index + 2 < numbers.count else { continue }
            let month = numbers[index + 1]
            let day = numbers[index + 2]
            if month.digits <= 2, day.digits <= 2, month.end - number.end <= 3, day.end - month.end <= 3,
                let date = NewsDate(year: number.value, month: month.value, day: day.value)
            {
                return date
            }
        }
        return nil
    }

    private static let publishedNames = [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
        "article:published", "article.published", "rnews:datepublished", "parsely-pub-date", "sailthru.date",
        "publishdate", "publish-date", "publish_date", "publication_date", "published_date", "published-date",
        "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.created",
        "article_date_original", "originalpublicationdate", "displaydate", "article:post_date", "date", "datecreated",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "citation_publication_date", "citation_date",
        "date_published", "published_time", "prism.publicationdate", "article:create_time",
    ]
    private static let modifiedNames = [
        "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "article:modified",
        "article.updated", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revised",
        "article:updated_time",
    ]
}
