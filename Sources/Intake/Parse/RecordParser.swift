package import Model

/// What became of one record: facts and a body, or the reason why there are none.
package enum ParseResult: Sendable {
    case draft(Draft)
    case reject(Reject)
}

/// Reads one record of any format. A pure function of the record and the configuration; one value per worker.
package struct RecordParser {
    private var http: HTTPRecordParser
    private var wet: WETParser
    private var json: JSONRecordParser
    private var markup: MarkupRecordParser
    private var page: PageParser
    private var text: TextParser
    private var email: EmailParser
    private var wire: WireParser

    package init(configuration: Configuration) {
        http = HTTPRecordParser(configuration: configuration)
        wet = WETParser(configuration: configuration)
        json = JSONRecordParser(configuration: configuration)
        markup = MarkupRecordParser(configuration: configuration)
        page = PageParser(configuration: configuration)
        text = TextParser(configuration: configuration)
        email = EmailParser(configuration: configuration)
        wire = WireParser(configuration: configuration)
    }

    /// Reads a record as the format that its source names. Total: any bytes give a draft or a reject.
    package mutating func parse(_ record: RawRecord) -> ParseResult {
        switch record.source.format {
        case .warc, .arc: http.parse(record)
        case .wet: wet.parse(record)
        case .jsonl, .json: json.parse(record)
        case .reuters, .trec, .gigaword, .nitf, .newsml, .rcv1, .mediawiki, .rss: markup.parse(record)
        case .html: page.parse(record)
        case .text, .story: text.parse(record)
        case .email: email.parse(record)
        case .wire: wire.parse(record)
        case .unknown:
            .reject(
                record.rejected(
                    .unrecognizedFormat, "the bytes match no known format; `format` in the configuration can force one")
            )
        }
    }
}

extension RawRecord {
    /// This record as a reject of the intake stage; the payload is cut to its limit by whoever writes it.
    package func rejected(_ reason: Reject.Reason, _ detail: String) -> Reject {
        Reject(source: source, stage: .intake, reason: reason, detail: detail, bytes: bytes.count, payload: bytes)
    }
}
