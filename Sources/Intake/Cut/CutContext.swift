internal import Model

/// What every cutter of one stream has to know to label its items.
struct CutContext {
    /// The input file's name in `Source.file`.
    var file: String
    var limits: Configuration.Limits
    var format: Format
    /// Path inside a tar; becomes the record id where a record is that whole file.
    var path: String?
    /// Bytes of the stream, where they are known beforehand.
    var size: Int?
    /// Where the stream begins in the decompressed stream of the file.
    var base = 0
    /// True for a stream that was packed once more inside the file's stream: all its records lie at `base`.
    var isRepacked = false
    /// Character encoding that the head of the stream declares.
    var declaredCharset: String?

    func with(_ format: Format) -> CutContext {
        var copy = self
        copy.format = format
        return copy
    }

    func source(at offset: Int, recordID: String? = nil, format: Format? = nil) -> Source {
        Source(
            file: file, format: format ?? self.format, ordinal: 0, offset: isRepacked ? base : base + offset,
            recordID: recordID)
    }

    /// An incident as a reject. `note` says in words what it did to the records.
    func reject(_ incident: Incident, at offset: Int, note: String = "") -> Reject {
        Reject(
            source: source(at: offset, recordID: path), stage: .intake, reason: incident.reason,
            detail: incident.detail + (note.isEmpty ? "" : "; " + note), bytes: incident.range.count,
            payload: incident.payload)
    }

    func reject(
        _ reason: Reject.Reason, _ detail: String, at offset: Int, bytes: Int, payload: some Sequence<UInt8>,
        recordID: String? = nil
    ) -> Reject {
        let kept = Array(payload.prefix(limits.rejectPayloadBytes))
        return Reject(
            source: source(at: offset, recordID: recordID ?? path), stage: .intake, reason: reason, detail: detail,
            bytes: bytes, payload: kept.isEmpty ? nil : kept)
    }
}
