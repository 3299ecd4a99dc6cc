package import Model

/// Reads a record of the SGML and XML families. Total: any bytes give a draft or a reject.
package struct MarkupRecordParser {
    package init(configuration: Configuration) {}

    package mutating func parse(_ record: RawRecord) -> ParseResult {
        switch record.source.format {
        case .reuters: ReutersParser().parse(record)
        case .trec, .gigaword: TRECParser().parse(record)
        case .nitf: NITFParser().parse(record)
        case .newsml: NewsMLParser().parse(record)
        case .rcv1: RCV1Parser().parse(record)
        case .mediawiki: MediaWikiParser().parse(record)
        case .rss: FeedParser().parse(record)
        case .warc, .wet, .arc, .jsonl, .json, .html, .text, .story, .email, .wire, .unknown:
            .reject(record.rejected(.unrecognizedFormat, "\(record.source.format.rawValue) is no markup format"))
        }
    }
}
