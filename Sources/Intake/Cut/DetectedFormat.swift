internal import Model

/// What a stream holds, judged by its first bytes. Names are asked only where bytes can't tell.
enum DetectedFormat: Equatable {
    case empty
    case gzip
    case compressed(Compression)
    case tar
    case warc, arc
    case jsonLines, json
    case markup(MarkupFamily)
    case mailbox, wire
    /// JSON in UTF-16.
    case wideJSON(isBigEndian: Bool)
    /// One record, of this format.
    case whole(Format)
    /// Something that is known and not read, with words about it.
    case foreign(String)
    /// Nothing that is known, with words about it.
    case unknown(String)

    /// Whether a mark of the format itself was seen.
    var isCertain: Bool {
        switch self {
        case .empty, .unknown, .whole(.text): false
        default: true
        }
    }
}
