internal import Model

/// Bytes that are passed over without being held: their beginning is kept for the reject, the rest is only counted.
struct SkippedStretch {
    let offset: Int
    private(set) var bytes = 0
    private var payload: [UInt8] = []
    private let feed: CutFeed

    /// Takes the first `count` visible bytes out of the window.
    init(_ feed: CutFeed, _ count: Int) {
        self.feed = feed
        offset = feed.window.offset
        skip(count)
    }

    /// Counts and drops the next `count` visible bytes.
    mutating func skip(_ count: Int) {
        let room = feed.context.limits.rejectPayloadBytes - payload.count
        if room > 0 { payload.append(contentsOf: feed.window.bytes[..<min(count, room)]) }
        bytes += count
        feed.window.advance(by: count)
    }

    func report(_ reason: Reject.Reason, _ detail: String, recordID: String? = nil) {
        feed.append(
            feed.context.reject(reason, detail, at: offset, bytes: bytes, payload: payload, recordID: recordID))
    }

    /// - Parameter isWhole: whether its end was seen.
    func reportTooLarge(what: String, isWhole: Bool = true, recordID: String? = nil) {
        let size = isWhole ? "has \(bytes) bytes" : "has more than \(bytes) bytes"
        report(
            .recordTooLarge,
            "\(what) \(size), the limit is \(feed.context.limits.maxRecordBytes) (limits.max_record_bytes)",
            recordID: recordID)
    }
}
