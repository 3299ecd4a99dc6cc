internal import Text

/// What a field of a JSON record is for.
enum FieldRole: Int, CaseIterable, Sendable {
    case id, url, canonicalURL, title, text, html, published, modified, authors, site, section, language, description,
        image
    case dateline
}

/// The names under which dumps of news keep their fields.
///
/// Taken together from C4 and mC4, RealNews, CC-News, NeuCLIR, Dolma, news-please, trafilatura, newspaper3k, Fundus,
/// NELA-GT, Signal 1M, Event Registry, Webz.io, Aylien, NewsAPI, Guardian Open Platform, New York Times, WordPress
/// REST, schema.org JSON-LD, ninjs and Anserini collections. A record mixes them as it likes: each role takes the first
/// of its names that has a usable value.
enum FieldPresets {
    /// Which role a key plays and how early it is asked (0 first); nil for a key that means nothing to us.
    static func meaning(of key: some Sequence<UInt8>) -> (role: FieldRole, rank: Int)? {
        let hash = hash(key)
        return table.withUnsafeBufferPointer { table in
            var slot = Int(truncatingIfNeeded: hash & tableMask)
            while let entry = table[slot] {
                if entry.hash == hash { return (entry.role, Int(entry.rank)) }
                slot = (slot + 1) & Int(tableMask)
            }
            return nil
        }
    }

    /// The names of a role in the order in which they are asked, without case and separators.
    static func names(of role: FieldRole) -> [Substring] { (spelling[role] ?? "").split(separator: " ") }

    /// Objects whose members count as members of the record that holds them.
    static func isFacet(_ key: String) -> Bool { facets.contains(key) }

    /// Objects that hold the whole record, asked in this order when the outer one has no body.
    static let wrappers = [
        "_source", "article", "document", "doc", "data", "item", "items", "articles", "record", "news", "story", "post",
        "result", "results", "response", "content", "payload", "json", "props", "pageProps",
    ]

    private static let facets: Set<String> = [
        "metadata", "meta", "fields", "attributes", "thread", "properties", "info", "header", "frontmatter",
    ]

    private static let spelling: [FieldRole: String] = [
        .id: "id docid docno documentid uuid guid articleid newsid storyid itemid identifier postid",
        .url: """
        url link articleurl weburl permalink uri href originalurl pageurl targeturi warctargeturi \
        targeturl mainentityofpage sourceurl shorturl
        """,
        .canonicalURL: "canonicalurl canonicallink canonical",
        .title: """
        title headline headlines webtitle articletitle newstitle titlepage titlerss heading ogtitle \
        hed subject name
        """,
        .text: """
        text maintext articletext articlebody bodytext content contents body article plaintext \
        fulltext fullcontent cleantext cleanedtext cleancontent textcontent contenttext maincontent \
        articlecontent newscontent storytext story postcontent document paragraphs passage segment \
        rawtext rawcontent leadparagraph
        """,
        .html: """
        html bodyhtml bodyxhtml bodies htmlcontent contenthtml htmlbody articlehtml contentencoded \
        rawhtml page pagehtml sourcehtml pagesource
        """,
        .published: """
        published datepublished publishdate datepublish publishedat publisheddate publishedon \
        publicationdate pubdate publishingdate publicationdatetime webpublicationdate publishtime \
        publicationtime firstpublished publishedutc date datetime postdate posted firstcreated \
        versioncreated datecreated createddate createdat created time timestamp dategmt day
        """,
        .modified: """
        modified datemodified datemodify modifieddate modifiedat modifiedgmt updated updatedat \
        dateupdated updateddate lastmodified lastupdated lastupdate
        """,
        .authors: """
        authors author byline bylines authorname authornames by writers writer creator creators \
        dccreator journalist
        """,
        .site: """
        sitename site publisher publication publishername newspaper outlet sourcename sourcetitle \
        domain sourcedomain hostname sourcehostname host provider website source
        """,
        .section: "section sectionname articlesection sectiontitle category categories newsdesk rubric kicker",
        .language: "language lang inlanguage languagecode langcode detectedlanguage",
        .description: """
        description summary abstract excerpt descriptiontext trailtext standfirst deck dek subtitle \
        subheadline lead highlights
        """,
        .image: """
        image imageurl urltoimage topimage mainimage leadimage thumbnail ogimage images imageslink \
        picture
        """,
        .dateline: "dateline located",
    ]

    private struct Name {
        var hash: UInt64
        var role: FieldRole
        var rank: UInt8
    }

    /// By the hash of the name, which says where it is looked for first; the presets have no two names of one hash (a test
    /// looks).
    private static let table: [Name?] = {
        var table = [Name?](repeating: nil, count: Int(tableMask) + 1)
        for role in FieldRole.allCases {
            for (rank, name) in names(of: role).enumerated() {
                let hash = hash(name.utf8)
                var slot = Int(truncatingIfNeeded: hash & tableMask)
                while table[slot] != nil { slot = (slot + 1) & Int(tableMask) }
                table[slot] = Name(hash: hash, role: role, rank: UInt8(rank))
            }
        }
        return table
    }()

    /// Room for four times as many names as there are.
    private static let tableMask: UInt64 = 1023

    /// Only ASCII letters and digits count, in lower case: `publish_date`, `publishDate` and `Publish-Date` are one name.
    /// FNV-1a, as every record asks for every key.
    private static func hash(_ key: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key where byte.isASCIIAlphanumeric {
            hash = (hash ^ UInt64(byte.asciiLowered)) &* 0x100_0000_01B3
        }
        return hash
    }
}
