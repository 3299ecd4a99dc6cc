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
        let given = url.flatMap { WebAddress($0, relativeTo: nil) }
        let stated = parts.baseURL.flatMap { WebAddress(parts.string($0), relativeTo: given) } ?? given
        let canonical = Self.canonical(parts, metas, structured, address: given, base: stated)
        canonicalURL = canonical?.string
        // A page that comes without an address is where it says that it is.
        let address = given ?? canonical
        let base = stated ?? canonical
        let headings = Headings(arena, parts, base: base)

        let document = parts.title.flatMap { FactText.clean(parts.string($0)) }
        site =
            metas.first("og:site_name") ?? structured.publisher ?? structured.siteName.flatMap(FactText.clean)
            ?? metas.first("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher")
        title =
            TitleVote(
                structured: structured.headline, isNews: structured.isNews, social: metas.first("og:title"),
                twitter: metas.first("twitter:title"), headings: headings.main,
                subheadings: headings.second.map(\.text),
                document: document, site: site
            ).title()
        language = Self.language(parts, structured, metas)
        let visible = VisibleFacts(
            arena, parts, killing, container: container, headline: headings.node(of: title),
            monthFirst: PageDates.writesMonthFirst(language, metas),
            month: address.flatMap { PathDates.month(in: $0.path) })
        description = metas.first("og:description", "description", "twitter:description") ?? structured.description
        section =
            structured.section ?? visible.microdataSection.flatMap(FactText.clean)
            ?? metas.first("article:section", "section", "parsely-section", "dcterms.subject", "sailthru.section")
        body = structured.body
        (published, modified) = PageDates.dates(structured, metas, visible, address)
        authors = Self.authors(structured, metas, visible, site: site, host: address?.host)
        let picture =
            metas.first("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
            ?? structured.image
            ?? parts.links.first { parts.string($0.relation) == "image_src" }.map { parts.string($0.target) }
        image = picture.flatMap { WebAddress($0, relativeTo: base)?.string }
        if site == nil { site = (canonical ?? given)?.host }
    }

    private static func language(_ parts: PageParts, _ structured: StructuredData, _ metas: MetaTags) -> String? {
        let stated = [
            parts.language.map { parts.string($0) }, structured.language,
            metas.first("og:locale"), metas.first("language", "dc.language", "dcterms.language", "content-language"),
        ]
        return stated.lazy.compactMap { $0 }.compactMap(LanguageTag.normalized).first
    }

    /// People first, wherever they are stated; a site or a team only where nobody else is.
    private static func authors(
        _ structured: StructuredData, _ metas: MetaTags, _ visible: VisibleFacts, site: String?, host: String?
    ) -> [String] {
        let cleaner = AuthorNames(site: site, host: host)
        let stated: [[String]] = [
            structured.authors, visible.microdataAuthors,
            metas.all("author").isEmpty ? metas.all("article:author") : metas.all("author"),
            [
                metas.first(
                    "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "byline",
                    "citation_author",
                    "cxenseparse:author", "article:author_name", "authors", "article.author", "og:article:author",
                    "creator") ?? metas.card("written", "verfasst", "rédigé", "escrito", "scritto", "geschreven")
            ].compactMap { $0 },
        ]
        for place in stated + [
            visible.linkedAuthors, visible.bylines, visible.outerBylines, visible.introducedAuthors,
        ] {
            let people = cleaner.people(place)
            if !people.isEmpty { return people }
        }
        for place in stated {
            let organizations = cleaner.organizations(place)
            if !organizations.isEmpty { return organizations }
        }
        return []
    }

    private static func canonical(
        _ parts: PageParts, _ metas: MetaTags, _ structured: StructuredData, address: WebAddress?, base: WebAddress?
    ) -> WebAddress? {
        let stated = [
            parts.links.first { parts.string($0.relation).split(separator: " ").contains("canonical") }
                .map { parts.string($0.target) },
            metas.first("og:url"), structured.url,
        ]
        for reference in stated {
            guard let reference, let target = WebAddress(reference, relativeTo: base) else { continue }
            // A template that names the home page on every page says nothing.
            if target.isHome, !(address?.isHome ?? false) { continue }
            return target.withoutTracking
        }
        return address?.withoutTracking
    }
}
