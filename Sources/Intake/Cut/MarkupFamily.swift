internal import Model

/// Which elements of an SGML or XML stream are its records.
struct MarkupFamily: Equatable {
    var format: Format
    /// Names of the record elements, lower case.
    var elements: [[UInt8]]
    /// XML: comments and CDATA sections hide tags.
    var isXML: Bool
    /// The elements' names may have a prefix. Not in feeds: `<media:item>` is of another vocabulary than `<item>`.
    var allowsPrefix: Bool { isWholeWhenSingle }
    /// Records stand inside an envelope whose own text is no record.
    var hasEnvelope: Bool
    /// A file with one such element (or none) is one record, envelope and all.
    var isWholeWhenSingle: Bool

    private init(
        _ format: Format, _ elements: [String], isXML: Bool = true, hasEnvelope: Bool = true,
        isWholeWhenSingle: Bool = false
    ) {
        self.format = format
        self.elements = elements.map { Array($0.utf8) }
        self.isXML = isXML
        self.hasEnvelope = hasEnvelope
        self.isWholeWhenSingle = isWholeWhenSingle
    }

    static let reuters = MarkupFamily(.reuters, ["reuters"], isXML: false, hasEnvelope: false)
    static let trec = MarkupFamily(.trec, ["doc"], isXML: false, hasEnvelope: false)
    static let gigaword = MarkupFamily(.gigaword, ["doc"], isXML: false, hasEnvelope: false)
    static let mediawiki = MarkupFamily(.mediawiki, ["page"])
    static let feed = MarkupFamily(.rss, ["item", "entry"])
    static let nitf = MarkupFamily(.nitf, ["nitf"], isWholeWhenSingle: true)
    static let rcv1 = MarkupFamily(.rcv1, ["newsitem"], isWholeWhenSingle: true)
    static let newsml = MarkupFamily(
        .newsml, ["newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"],
        isWholeWhenSingle: true)

    /// The family of a format that the configuration names.
    static func of(_ format: Format) -> MarkupFamily? {
        [reuters, trec, gigaword, mediawiki, feed, nitf, rcv1, newsml].first { $0.format == format }
    }
}
