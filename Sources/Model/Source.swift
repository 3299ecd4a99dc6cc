/// Where a record came from. Enough to find it again by hand.
package struct Source: Sendable, Equatable {
    /// Path of the input file as the configuration or the command line named it.
    package var file: String
    package var format: Format
    /// Position among the records of the file, from 0. Damage that became a reject takes a position too.
    package var ordinal: Int
    /// Byte at which the record starts in the decompressed stream of the file (what `zcat FILE` prints).
    package var offset: Int
    /// The record's own identifier: WARC-Record-ID, DOCNO, NEWID, JSON id, guid, path inside a tar ...
    package var recordID: String?
    /// WHATWG name of the character encoding decided on, where it was not UTF-8.
    package var charset: String?

    package init(
        file: String, format: Format, ordinal: Int, offset: Int, recordID: String? = nil, charset: String? = nil
    ) {
        self.file = file
        self.format = format
        self.ordinal = ordinal
        self.offset = offset
        self.recordID = recordID
        self.charset = charset
    }

    /// What is to be filled in.
    package static let none = Source(file: "", format: .unknown, ordinal: 0, offset: 0)
}

/// What one record is, as found by looking at its bytes. The raw values appear in output records.
package enum Format: String, Sendable, CaseIterable {
    case warc, wet, arc
    case jsonl, json
    case reuters, trec, gigaword, nitf, newsml, rcv1, mediawiki, rss
    case html, text, story, email, wire
    case unknown
}
