internal import Model
internal import Text

/// The `<DOC>` records of the TREC disks (AP, WSJ, FT, LA Times, FBIS, Federal Register ...), AQUAINT, NTCIR, trecweb
/// and Gigaword.
///
/// Each source has field names of its own and none has a grammar that its files keep to, so fields are looked for under
/// all the names that are in use, and what is not known to be a field counts as text only where `<TEXT>` is missing.
struct TRECParser {
    func parse(_ record: RawRecord) -> ParseResult {
        var input = MarkupInput(record, mayDeclareCharset: record.source.format == .trec)
        if let page = TRECWebPage(input.bytes) {
            input.record.source.recordID = page.recordID
            var article = input.article()
            article.url = page.url
            return .draft(Draft(article: article, body: .page(page.html)))
        }
        let tree = MarkupTree(input.bytes, .sgml)
        guard let node = tree.first("doc") else {
            return input.reject(.malformedMarkup, "no <DOC> element in the record")
        }
        let document = TRECDocument(tree, node)
        input.record.source.recordID = document.recordID
        var article = input.article()
        let headline = document.headline
        article.title = headline.title
        article.authors = headline.byline.isEmpty ? document.authors : headline.byline
        article.published = document.published
        article.dateline = MarkupText.dateline(document.dateline)
        article.section = document.section
        article.site = document.site
        var writer = ParagraphWriter()
        document.write(to: &writer)
        if document.recordID?.hasPrefix("FBIS") == true || writer.text.starts(with: "Language:".utf8) {
            writer.removeBroadcastHeader()
        }
        return input.draft(
            article, writer, isCut: tree.isCut,
            emptyDetail: article.title.map { "headline only: \($0)" } ?? "the document has no text")
    }
}

/// Where the facts of one `<DOC>` stand.
struct TRECDocument {
    private let tree: MarkupTree
    private let node: Int
    let recordID: String?

    init(_ tree: MarkupTree, _ node: Int) {
        self.tree = tree
        self.node = node
        let number = tree.line(tree.first("docno", in: node)) ?? tree.attribute("id", of: node)
        recordID =
            number ?? tree.attribute("docno", of: node) ?? tree.line(tree.first("docid", in: node))
            ?? Self.numberBeforeEndTag(tree.bytes)
    }

    /// The word before a `</DOCNO>` whose start tag is missing.
    static func numberBeforeEndTag(_ bytes: [UInt8]) -> String? {
        guard let tag = bytes.firstRange(of: Array("</DOCNO>".utf8)) else { return nil }
        let word = bytes[..<tag.lowerBound].reversed().drop(while: \.isASCIISpace)
            .prefix { !$0.isASCIISpace && $0 != 0x3E }
        return word.isEmpty ? nil : String(decoding: word.reversed(), as: UTF8.self)
    }

    /// The first element of one of these names that is not part of the text.
    private func field(_ names: StaticString...) -> Int? {
        for name in names {
            if let found = tree.all(name, in: node).first(where: { !tree.isInside("text", $0) }) { return found }
        }
        return nil
    }

    private func line(_ names: StaticString...) -> String? {
        for name in names {
            for found in tree.all(name, in: node) where !tree.isInside("text", found) {
                if let line = tree.line(found) { return line }
            }
        }
        return nil
    }

    var headline: (title: String?, byline: [String]) {
        if let headline = field("hl") { return wallStreetHeadline(headline) }
        guard
            var title = line("headline", "head", "ttl", "ti", "title", "h3", "slugline")
                ?? tree.line(tree.first("doctitle", in: node))
        else { return (nil, []) }
        // FT: `FT  27 MAY 92 / World News In Brief: No second term`
        if title.hasPrefix("FT "), let slash = title.firstIndex(of: "/"), title[..<slash].utf8.count < 20 {
            title = String(title[slash...].dropFirst().drop { $0 == " " })
        }
        return (title, [])
    }

    /// Headline and byline share a field, on lines that begin with `@` and with a rule in between.
    private func wallStreetHeadline(_ headline: Int) -> (title: String?, byline: [String]) {
        var text: [UInt8] = []
        _ = tree.appendText(of: headline, into: &text)
        var title: [UInt8] = []
        var byline: [String] = []
        var isTitle = true
        for line in text.split(separator: 0x0A) {
            let words = Array(line.drop { $0.isASCIISpace || $0 == 0x40 })
            if words.starts(with: "--".utf8) {
                isTitle = false
            } else if words.starts(with: "By ".utf8) {
                isTitle = false
                byline = MarkupByline.authors(MarkupTree.squeezed(words))
            } else if isTitle {
                title += words + [0x20]
            }
        }
        return (MarkupTree.squeezed(title), byline)
    }

    var authors: [String] {
        if let authors = line("byline", "author", "by") { return MarkupByline.authors(authors) }
        // FBIS keeps its issue number in `AU`.
        guard let author = line("au"), author.contains(" "), !author.contains(where: \.isNumber) else { return [] }
        return MarkupByline.authors(author)
    }

    var published: NewsDate? {
        for name: StaticString in ["date_time", "date", "date1", "dd", "pubdate", "datetime", "story_date"] {
            for found in tree.all(name, in: node) where !tree.isInside("text", found) {
                if let date = tree.line(found).flatMap({ NewsDate.parse($0, monthFirst: true) }) { return date }
            }
        }
        return recordID.flatMap(Self.date(inNumber:))
    }

    /// The day in a document number: `AP880212-0004`, `LA042990-0001`, `NYT_ENG_19990401.0001`.
    private static func date(inNumber number: String) -> NewsDate? {
        let bytes = Array(number.utf8)
        guard let start = bytes.firstIndex(where: \.isASCIIDigit), start >= 2 else { return nil }
        // `XIN_ENG_20021231`, `APW19980601`, `WSJ870324`; not the 3 of `FBIS3-3366`.
        let digits = bytes[start...].prefix(while: \.isASCIIDigit)
        func part(_ offset: Int, _ length: Int) -> Int {
            digits.dropFirst(offset).prefix(length).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        }
        switch digits.count {
        case 8: return NewsDate(year: part(0, 4), month: part(4, 2), day: part(6, 2))
        case 6 where bytes.starts(with: "LA".utf8):
            return NewsDate(year: 1900 + part(4, 2), month: part(0, 2), day: part(2, 2))
        case 6:
            return NewsDate(year: (part(0, 2) < 50 ? 2000 : 1900) + part(0, 2), month: part(2, 2), day: part(4, 2))
        default: return nil
        }
    }

    var dateline: String? { line("dateline") }

    /// `TV Times; Page 3; Television Desk`
    var section: String? {
        line("section").flatMap { section in
            let head = section.prefix { $0 != ";" }
            return head.isEmpty ? nil : String(head)
        }
    }

    /// `The Financial Times`, `WALL STREET JOURNAL (J), PAGE -16`
    var site: String? {
        if let publication = line("pub", "publication") { return publication }
        guard let source = line("so") else { return nil }
        let name = source.prefix { $0 != "(" && $0 != "," }
        return MarkupTree.squeezed(Array(name.utf8))
    }

    func write(to writer: inout ParagraphWriter) {
        let flow = MarkupFlow(tree, layout: .lines)
        for name: StaticString in ["lp", "leadpara"] {
            for lead in tree.all(name, in: node) where !tree.isInside("text", lead) { flow.write(lead, to: &writer) }
        }
        for text in tree.all("text", in: node) { flow.write(text, to: &writer) }
        guard writer.text.isEmpty else { return }
        if let body = tree.first(of: ["body", "content", "story", "article", "correction"], in: node) {
            MarkupFlow(tree, layout: .lines, skipping: Self.fields).write(body, to: &writer)
        }
        guard writer.text.isEmpty else { return }
        MarkupFlow(tree, layout: .lines, skipping: Self.fields).write(node, to: &writer)
    }

    /// Everything that is about the text instead of being it.
    private static let fields: [StaticString] = [
        "docno", "docid", "fileid", "first", "second", "1st_line", "2nd_line", "headline", "hl", "ttl", "ti", "title",
        "h3", "ht", "f", "dateline", "date", "date1", "date_time", "dd", "so", "in", "co", "ms", "ns", "re", "gv",
        "pub",
        "page", "profile", "section", "length", "type", "byline", "author", "by", "au", "subject", "doctype", "txttype",
        "header", "trailer", "slug", "slugline", "dochdr", "parent", "an", "cm", "keyword", "keywords", "category",
        "url",
        "lang", "language", "pubdate", "datetime", "source", "endtime", "end_time", "note",
    ]
}

extension ParagraphWriter {
    /// Removes what FBIS puts before a text: `Language: Chinese`, `Article Type:BFN`, and the mark `[Text]` itself.
    fileprivate mutating func removeBroadcastHeader() {
        let marks = ["[Text]", "[Excerpt]", "[Excerpts]", "[Report]", "[Editorial Report]"]
        let head = text.prefix(600)
        for mark in marks {
            guard let range = head.firstRange(of: Array(mark.utf8)) else { continue }
            // A mark deep in the text belongs to it.
            let isHeader =
                range.lowerBound == 0 || head.starts(with: "Language:".utf8) || head.starts(with: "Article Type:".utf8)
            if isHeader { removeFirst(range.upperBound) }
            return
        }
        while text.starts(with: "Language:".utf8) || text.starts(with: "Article Type:".utf8) {
            guard let end = text.firstIndex(of: 0x0A), end < 120 else { return }
            removeFirst(end + 1)
        }
    }
}
