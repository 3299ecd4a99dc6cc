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
            let shown =
                address.flatMap { PathDates.day(in: $0.path) } ?? visible.written.published ?? visible.written.modified
                ?? visible.onlyTime
            let isUpdate = visible.written.published == nil && shown == visible.written.modified
            return (shown, modified ?? (isUpdate ? nil : visible.written.modified))
        }
        if let shown = shownInstead(of: published, modified, visible) { published = shown }
        published = inLocalTime(published, visible)
        return (published, modified ?? visible.written.modified)
    }

    /// The visible date of a page whose metadata tell when it was last put out anew: an earlier date that is called the
    /// date of publication, or one that stands alone where the metadata know no difference between published and
    /// modified.
    private static func shownInstead(
        of published: NewsDate, _ modified: NewsDate?, _ visible: VisibleFacts
    ) -> NewsDate? {
        guard let shown = visible.written.published, published.daysSinceEpoch - shown.daysSinceEpoch > 1 else {
            return nil
        }
        if visible.written.isLabelled { return shown }
        guard let modified, modified.daysSinceEpoch - published.daysSinceEpoch <= 0, visible.written.standsAlone else {
            return nil
        }
        return shown
    }

    /// The same moment as the newsroom's clock had it, where `published` is in UTC and the page shows local time: the day
    /// on which the article appeared is that of its place.
    private static func inLocalTime(_ published: NewsDate, _ visible: VisibleFacts) -> NewsDate {
        guard let time = published.time, time.offset == 0 else { return published }
        for local in [visible.microdataPublished, visible.timePublished, visible.written.published] {
            guard let local, let clock = local.time else { continue }
            let days = local.daysSinceEpoch - published.daysSinceEpoch
            guard abs(days) <= 1 else { continue }
            let minutes = days * 1440 + clock.hour * 60 + clock.minute - time.hour * 60 - time.minute
            guard minutes != 0, minutes % 15 == 0, (-720...840).contains(minutes), (clock.offset ?? minutes) == minutes
            else { continue }
            let moved = NewsDate.Time(
                hour: clock.hour, minute: clock.minute, second: time.second, offset: minutes)
            return NewsDate(year: local.year, month: local.month, day: local.day, time: moved) ?? published
        }
        return published
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
