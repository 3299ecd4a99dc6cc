import Model
import Text

/// The facts of a page, each from the most trusted place that states it: JSON-LD, then microdata, then OpenGraph and
/// other `meta` elements, then what the page shows.
struct PageFacts {
    var title: String?
    var authors: [String] = []
    var published: NewsDate?
    var modified: NewsDate?
    var section: String?
    var site: String?
    var language: String?
    var canonicalURL: String?
    var description: String?
    var image: String?
    /// The article's text as JSON-LD gives it.
    var body: String?

    init(
        page: [UInt8], parts: PageParts, arena: Arena, killing: Killing, container: Int, url: String?
    ) {
        let structured = StructuredData(scripts: parts.structuredData, of: page)
        let metas = MetaTags(parts)
        let address = url.flatMap { WebAddress($0, relativeTo: nil) }
        let base = parts.baseURL.flatMap { WebAddress(parts.string($0), relativeTo: address) } ?? address
        let visible = VisibleFacts(arena, parts, killing, container: container, base: base)

        let document = parts.title.flatMap { FactText.clean(parts.string($0)) }
        site =
            metas.first("og:site_name") ?? structured.publisher ?? structured.siteName.flatMap(FactText.clean)
            ?? metas.first("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher")
        title =
            TitleVote(
                structured: structured.headline, isNews: structured.isNews, social: metas.first("og:title"),
                twitter: metas.first("twitter:title"), headings: visible.headings, subheadings: visible.subheadings,
                document: document, site: site
            ).title()
        description = metas.first("og:description", "description", "twitter:description") ?? structured.description
        section =
            structured.section ?? visible.microdataSection.flatMap(FactText.clean)
            ?? metas.first("article:section", "section", "parsely-section", "dcterms.subject", "sailthru.section")
        body = structured.body
        language = Self.language(parts, structured, metas)
        (published, modified) = Self.dates(structured, metas, visible, address)
        authors = Self.authors(structured, metas, visible, site: site)
        canonicalURL = Self.canonical(parts, metas, structured, address: address, base: base)
        let picture =
            metas.first("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
            ?? structured.image
            ?? parts.links.first { parts.string($0.relation) == "image_src" }.map { parts.string($0.target) }
        image = picture.flatMap { WebAddress($0, relativeTo: base)?.string }
        if site == nil { site = Self.host(canonicalURL) ?? Self.host(url) }
    }

    private static func host(_ url: String?) -> String? {
        guard let authority = url.flatMap({ WebAddress($0)?.authority }) else { return nil }
        return authority.hasPrefix("www.") ? String(authority.dropFirst(4)) : authority
    }

    private static func language(_ parts: PageParts, _ structured: StructuredData, _ metas: MetaTags) -> String? {
        let stated = [
            parts.language.map { parts.string($0) }, structured.language,
            metas.first("og:locale"), metas.first("language", "dc.language", "dcterms.language", "content-language"),
        ]
        return stated.lazy.compactMap { $0 }.compactMap(LanguageTag.normalized).first
    }

    private static func dates(
        _ structured: StructuredData, _ metas: MetaTags, _ visible: VisibleFacts, _ address: WebAddress?
    ) -> (published: NewsDate?, modified: NewsDate?) {
        let published =
            structured.published
            ?? metas.date([
                "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
                "article:published", "article.published", "rnews:datepublished", "parsely-pub-date", "sailthru.date",
                "publishdate", "publish-date", "publish_date", "publication_date", "published_date", "published-date",
                "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date",
                "dc.created",
                "article_date_original", "originalpublicationdate", "displaydate", "article:post_date", "date",
                "datecreated",
                "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "citation_publication_date", "citation_date",
                "date_published", "published_time", "prism.publicationdate", "article:create_time",
            ]) ?? visible.microdataPublished ?? visible.timePublished ?? address.flatMap(date(in:))
            ?? visible.writtenDate
        let modified =
            structured.modified
            ?? metas.date([
                "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
                "article:modified",
                "article.updated", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revised",
                "article:updated_time",
            ]) ?? visible.microdataModified
        return (published, modified)
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

    private static func authors(
        _ structured: StructuredData, _ metas: MetaTags, _ visible: VisibleFacts, site: String?
    ) -> [String] {
        let places: [[String]] = [
            structured.authors, visible.microdataAuthors,
            metas.all("author").isEmpty ? metas.all("article:author") : metas.all("author"),
            [
                metas.first(
                    "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "byline",
                    "citation_author",
                    "cxenseparse:author", "article:author_name", "authors", "article.author", "og:article:author",
                    "creator")
            ].compactMap { $0 },
            visible.linkedAuthors, visible.bylines,
        ]
        for place in places {
            let names = AuthorNames.names(in: place, site: site)
            if !names.isEmpty { return names }
        }
        return []
    }

    private static func canonical(
        _ parts: PageParts, _ metas: MetaTags, _ structured: StructuredData, address: WebAddress?, base: WebAddress?
    ) -> String? {
        let stated = [
            parts.links.first { parts.string($0.relation).split(separator: " ").contains("canonical") }
                .map { parts.string($0.target) },
            metas.first("og:url"), structured.url,
        ]
        for reference in stated {
            guard let reference, let target = WebAddress(reference, relativeTo: base) else { continue }
            // A template that names the home page on every page says nothing.
            if target.isHome, !(address?.isHome ?? false) { continue }
            return target.withoutTracking.string
        }
        return address?.withoutTracking.string
    }
}
