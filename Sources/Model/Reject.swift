/// A record, or a damaged stretch of a file, that could not become an article. Never silent, never fatal.
package struct Reject: Sendable, Equatable {
    package var source: Source
    package var stage: Stage
    package var reason: Reason
    /// One sentence for a person: what was found, where (byte ranges), what to try.
    package var detail: String
    /// Size of what was rejected, in bytes as read (of the file for damage, of the record otherwise).
    package var bytes: Int
    /// The rejected bytes up to `limits.reject_payload_bytes`, where there were any.
    package var payload: [UInt8]?

    package init(
        source: Source, stage: Stage, reason: Reason, detail: String, bytes: Int, payload: [UInt8]? = nil
    ) {
        self.source = source
        self.stage = stage
        self.reason = reason
        self.detail = detail
        self.bytes = bytes
        self.payload = payload
    }

    package enum Stage: String, Sendable, CaseIterable {
        case intake, extraction, normalization, filter
    }

    /// The closed list of docs/rejects.md.
    package enum Reason: String, Sendable, CaseIterable {
        // the file
        case unreadable
        case unrecognizedFormat = "unrecognized_format"
        case unsupportedCompression = "unsupported_compression"
        case emptyFile = "empty_file"
        case gzipDamage = "gzip_damage"
        case gzipChecksum = "gzip_checksum"
        case gzipTruncated = "gzip_truncated"
        case trailingGarbage = "trailing_garbage"
        case inflateLimit = "inflate_limit"
        // the record's frame
        case recordTooLarge = "record_too_large"
        case truncatedRecord = "truncated_record"
        case malformedWARC = "malformed_warc"
        case malformedARC = "malformed_arc"
        case malformedTar = "malformed_tar"
        case malformedHTTP = "malformed_http"
        case malformedJSON = "malformed_json"
        case malformedMarkup = "malformed_markup"
        case notAnObject = "not_an_object"
        // what is in it
        case httpStatus = "http_status"
        case notAPage = "not_a_page"
        case revisit
        case noText = "no_text"
        case deleted
        case redirect
        // configured filters
        case filterLength = "filter_length"
        case filterLanguage = "filter_language"
        case filterSymbols = "filter_symbols"
    }
}
