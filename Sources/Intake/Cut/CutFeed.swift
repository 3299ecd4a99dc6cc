internal import Model

/// A cutter's two ends: the window it looks through, and the items it has cut and not yet handed on.
final class CutFeed {
    enum Refill {
        /// More bytes, or a border that means nothing to anybody but a cutter of members.
        case more
        /// A gzip member ended; `faulty` when its checksum is wrong or missing.
        case memberEnd(faulty: Incident?)
        /// Something that is no data lies here; what was before is complete in itself.
        case border
        /// Bytes are missing here. The cutter drops what is incomplete and calls `report`.
        case gap(Incident)
        case end
    }

    let window: ByteWindow
    var context: CutContext
    private var items: [IntakeItem] = []
    private var taken = 0

    init(_ window: ByteWindow, _ context: CutContext) {
        self.window = window
        self.context = context
    }

    var isEmpty: Bool { taken == items.count }

    func pop() -> IntakeItem? {
        guard taken < items.count else { return nil }
        defer {
            taken += 1
            if taken == items.count {
                items.removeAll(keepingCapacity: true)
                taken = 0
            }
        }
        return items[taken]
    }

    /// Makes more of the stream visible. Notices become rejects here; everything else is the cutter's to judge.
    func refill() -> Refill {
        switch window.fill() {
        case .bytes: return .more
        case .memberEnd(let fault): return .memberEnd(faulty: fault)
        case .notice(let incident):
            append(context.reject(incident, at: window.offset + window.count))
            return .border
        case .gap(let incident), .failed(let incident): return .gap(incident)
        case .end: return .end
        }
    }

    // MARK: - Items

    /// Visible bytes as a record.
    func record(_ range: Range<Int>, format: Format? = nil, recordID: String? = nil) -> RawRecord {
        RawRecord(
            source: context.source(at: window.offset + range.lowerBound, recordID: recordID, format: format),
            bytes: window.copy(range), declaredCharset: context.declaredCharset)
    }

    /// Visible bytes as a reject.
    func reject(_ reason: Reject.Reason, _ detail: String, _ range: Range<Int>, recordID: String? = nil) -> Reject {
        context.reject(
            reason, detail, at: window.offset + range.lowerBound, bytes: range.count, payload: window.bytes[range],
            recordID: recordID)
    }

    func appendRecord(_ range: Range<Int>, recordID: String? = nil) {
        append(.record(record(range, recordID: recordID)))
    }

    func appendReject(_ reason: Reject.Reason, _ detail: String, _ range: Range<Int>, recordID: String? = nil) {
        append(reject(reason, detail, range, recordID: recordID))
    }

    func append(_ item: IntakeItem) { items.append(item) }

    func append(_ reject: Reject) { items.append(.reject(reject)) }

    /// An incident that costs no record that the cutter knows of.
    func appendKept(_ incident: Incident) {
        append(
            context.reject(
                incident, at: window.offset + window.count,
                note: "the records that it holds were kept as they came out"))
    }

    /// Bytes are missing behind the visible ones; the incomplete record that they belong to is dropped.
    ///
    /// - Parameter start: where that record began; at the first visible byte unless said otherwise.
    func appendGap(_ incident: Incident, lost: Int, what: String, at start: Int? = nil) {
        append(
            context.reject(
                incident, at: start ?? window.offset,
                note: lost == 0
                    ? "" : "\(what) that was cut by it went with it (its first \(lost) bytes could be unpacked)"))
    }

    /// A complete record was not delivered because of an incident.
    func appendDropped(_ incident: Incident, lost: Int, what: String, at start: Int? = nil) {
        append(
            context.reject(
                incident, at: start ?? window.offset,
                note: "\(what) in it was not kept (\(lost) bytes were unpacked)"))
    }
}

/// Finds where the records of one format begin and end; never looks into them.
protocol Cutter: AnyObject {
    var feed: CutFeed { get }
    /// Puts at least one item into the feed. False when the stream is at its end and nothing was put.
    func cut() -> Bool
}

extension Cutter {
    func next() -> IntakeItem? {
        while true {
            if let item = feed.pop() { return item }
            if !cut() { return nil }
        }
    }
}
