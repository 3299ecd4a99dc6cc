internal import Model

/// Cuts containers whose records state their length: WARC and ARC.
///
/// The stated length is believed when a header (or the end) follows the block that it spans. When it lies, the record
/// ends at the next place where a header really begins; so a wrong length costs no neighbour, and a record whose page is
/// whole is delivered all the same. A record that fills a gzip member of its own is held until the member's checksum has
/// been seen: if that is wrong, or the member is damaged, the record is not delivered and the damage is the reject.
final class FramedCutter<Framing: RecordFraming>: Cutter {
    let feed: CutFeed
    private let framing: Framing
    private var window: ByteWindow { feed.window }
    /// Position in the stream at which the current gzip member (or the stream) began.
    private var memberStart = 0
    /// The record that the current member began with, until it is known whether more follows it and how the member ends.
    private var held: (item: IntakeItem, offset: Int, bytes: Int)?

    /// What stood behind a record.
    private enum Sequel {
        /// More of the same member, or a border that says nothing about the record.
        case more
        case memberEnd(Incident?)
        case gap(Incident)
    }

    /// How far the stream goes on.
    private enum Reach {
        case enough
        /// A gzip member ends at the last visible byte, and a header or the end of the stream follows.
        case memberBorder(Incident?)
        case end
        case gap(Incident)
    }

    /// Longest header that is searched for its end.
    private static var longestHeader: Int { 1 << 20 }
    /// How much has to be seen to know a header by its beginning.
    private static var lookahead: Int { 16 << 10 }

    init(_ window: ByteWindow, _ context: CutContext, _ framing: Framing) {
        feed = CutFeed(window, context)
        self.framing = framing
    }

    func cut() -> Bool {
        while feed.isEmpty {
            skipLineEnds()
            if window.count > 0 {
                cutRecord()
                continue
            }
            switch feed.refill() {
            case .more, .border: continue
            case .memberEnd(let fault): finish(.memberEnd(fault))
            case .gap(let incident): finish(.gap(incident))
            case .end:
                releaseHeld()
                return !feed.isEmpty
            }
        }
        return true
    }

    private func skipLineEnds() {
        let bytes = window.bytes
        var position = 0
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { position += 1 }
        window.advance(by: position)
    }

    // MARK: - One record

    private func cutRecord() {
        while true {
            switch framing.header(in: window.bytes) {
            case .complete(let fields): return cutBlock(fields)
            case .malformed(let complaint): return skipMalformed(complaint)
            case .incomplete: break
            }
            guard window.count <= Self.longestHeader else { return skipMalformed("its header has no end") }
            switch reach(window.count + 1) {
            case .enough: continue
            case .memberBorder(let fault): return skipTruncated(.memberEnd(fault))
            case .end: return skipTruncated(.more)
            case .gap(let incident): return skipTruncated(.gap(incident))
            }
        }
    }

    private func cutBlock(_ fields: FramedHeader.Fields) {
        guard let stated = fields.blockLength, stated <= feed.context.limits.maxRecordBytes - fields.length else {
            return cutAtNextBorder(fields, searched: fields.length)
        }
        let end = fields.length + stated
        switch reach(end) {
        case .enough: verify(fields, end)
        case .memberBorder(let fault): cutInside(fields, orElse: .memberEnd(fault))
        case .end: cutInside(fields, orElse: .more)
        case .gap(let incident): cutInside(fields, orElse: .gap(incident))
        }
    }

    /// Looks whether a header or an end follows the block as stated.
    private func verify(_ fields: FramedHeader.Fields, _ end: Int) {
        var next = end
        while true {
            while next < window.count, window.bytes[next] == 0x0A || window.bytes[next] == 0x0D { next += 1 }
            if next < window.count {
                if beginsRecord(at: next) { return emit(fields, end, .more, isWhole: true) }
                return mend(fields, statedEnd: end, next: next)
            }
            switch feed.refill() {
            case .more: continue
            case .memberEnd(let fault): return emit(fields, end, .memberEnd(fault), isWhole: true)
            case .gap(let incident): return emit(fields, end, .gap(incident), isWhole: true)
            case .border, .end: return emit(fields, end, .more, isWhole: true)
            }
        }
    }

    /// No header follows where the stated length ends.
    private func mend(_ fields: FramedHeader.Fields, statedEnd: Int, next: Int) {
        if let border = border(from: fields.length), border < statedEnd {
            return emit(fields, border, .more, isWhole: nil)
        }
        // Two line ends, and then something else: the record is sound, the something is not one.
        if framing.isSeparated(window.bytes, statedEnd..<next) {
            return emit(fields, statedEnd, .more, isWhole: true)
        }
        cutAtNextBorder(fields, searched: statedEnd)
    }

    /// The stream, its sound part or a member ends before the record does: perhaps there are headers inside the block.
    private func cutInside(_ fields: FramedHeader.Fields, orElse sequel: Sequel) {
        if let border = border(from: fields.length) {
            switch sequel {
            case .memberEnd(let fault): window.unread(.memberEnd(fault: fault))
            case .gap(let incident): window.unread(.gap(incident))
            case .more: break
            }
            return emit(fields, border, .more, isWhole: nil)
        }
        switch sequel {
        case .memberEnd:
            // What the writer put into one member is a record, whatever length it stated.
            emit(fields, window.count, sequel, isWhole: true)
        case .more where framing.isCutShort(block(of: fields)) == false:
            emit(fields, window.count, sequel, isWhole: true)
        case .more, .gap:
            skipTruncated(sequel, recordID: fields.recordID)
        }
    }

    private func block(of fields: FramedHeader.Fields) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: window.bytes[fields.length...])
    }

    /// The length is not stated or lies: the record goes on to the next header.
    private func cutAtNextBorder(_ fields: FramedHeader.Fields, searched start: Int) {
        var searched = start
        while true {
            if let border = border(from: searched) { return emit(fields, border, .more, isWhole: nil) }
            searched = max(start, window.count - Self.lookahead)
            guard window.count <= feed.context.limits.maxRecordBytes else { return skipGiant(fields) }
            switch reach(window.count + 1) {
            case .enough: continue
            case .memberBorder(let fault): return emit(fields, window.count, .memberEnd(fault), isWhole: true)
            case .end:
                if fields.blockLength.map({ $0 > window.count - fields.length }) ?? false {
                    return cutInside(fields, orElse: .more)
                }
                return emit(fields, window.count, .more, isWhole: true)
            case .gap(let incident): return skipTruncated(.gap(incident), recordID: fields.recordID)
            }
        }
    }

    // MARK: - Items

    /// Hands the first `end` bytes on (without the separator, when they end at a header) and takes them off.
    ///
    /// - Parameter isWhole: nil lets the framing look whether the record is cut short.
    private func emit(_ fields: FramedHeader.Fields, _ end: Int, _ sequel: Sequel, isWhole: Bool?) {
        releaseHeld()
        let stated = fields.blockLength.map { fields.length + $0 }
        let separator =
            end == stated ? 0 : framing.separator(in: window.bytes, before: end, notBefore: fields.length)
        let record = item(fields, 0..<(end - separator), isWhole: isWhole)
        if window.offset == memberStart {
            held = (record, window.offset, end - separator)
        } else {
            feed.append(record)
        }
        window.advance(by: end)
        finish(sequel)
    }

    private func releaseHeld() {
        if let held { feed.append(held.item) }
        held = nil
    }

    /// Deals with what comes behind a record, a stretch that is none, or the white space behind either.
    ///
    /// - Parameters:
    ///   - lost: bytes of an incomplete record that go with a gap.
    ///   - start: where that record began.
    private func finish(_ sequel: Sequel, lost: Int = 0, at start: Int? = nil) {
        switch sequel {
        case .more: return
        case .memberEnd(let fault?) where fault.reason == .gzipChecksum && (held != nil || lost > 0):
            drop(fault, lost, at: start)
        case .memberEnd(let fault?) where lost > 0:
            releaseHeld()
            feed.appendGap(fault, lost: lost, what: "the record", at: start)
        case .memberEnd(let fault):
            releaseHeld()
            if let fault { feed.appendKept(fault) }
        case .gap(let incident) where incident.reason == .gzipDamage && held != nil:
            drop(incident, lost, at: start)
        case .gap(let incident):
            releaseHeld()
            feed.appendGap(incident, lost: lost, what: "the record", at: start)
        }
        memberStart = window.offset + window.count
    }

    /// Lets the held record go, whose member turned out to be damaged.
    private func drop(_ incident: Incident, _ lost: Int, at start: Int?) {
        feed.appendDropped(
            incident, lost: lost + (held?.bytes ?? 0), what: "the record", at: held?.offset ?? start)
        held = nil
    }

    private func item(_ fields: FramedHeader.Fields, _ range: Range<Int>, isWhole: Bool?) -> IntakeItem {
        let block = UnsafeRawBufferPointer(
            rebasing: window.bytes[min(fields.length, range.upperBound)..<range.upperBound])
        switch fields.kind {
        case .auxiliary(let kind):
            return .auxiliary(kind)
        case .reject(let reason, let detail):
            return .reject(feed.reject(reason, detail, range, recordID: fields.recordID))
        case .record where range.count > feed.context.limits.maxRecordBytes:
            let detail =
                "the record has \(range.count) bytes, the limit is \(feed.context.limits.maxRecordBytes) "
                + "(limits.max_record_bytes)"
            return .reject(feed.reject(.recordTooLarge, detail, range, recordID: fields.recordID))
        case .record where isWhole != true && framing.isCutShort(block) == true:
            let detail = "the next header begins before the record is complete"
            return .reject(feed.reject(.truncatedRecord, detail, range, recordID: fields.recordID))
        case .record(let format):
            return .record(feed.record(range, format: format, recordID: fields.recordID))
        }
    }

    /// The visible bytes are all there is of a record.
    private func skipTruncated(_ sequel: Sequel, recordID: String? = nil) {
        let start = window.offset
        let lost = window.count
        switch sequel {
        case .gap, .memberEnd(.some):
            window.advance(by: lost)
            finish(sequel, lost: lost, at: start)
        case .memberEnd(nil), .more:
            releaseHeld()
            feed.appendReject(
                .truncatedRecord,
                "\(framing.name) record, bytes \(start)-\(start + lost), is cut short by the end of the data",
                0..<lost, recordID: recordID)
            window.advance(by: lost)
            finish(sequel)
        }
    }

    private func skipGiant(_ fields: FramedHeader.Fields) {
        releaseHeld()
        let (stretch, sequel) = skipToBorder()
        if case .auxiliary(let kind) = fields.kind {
            feed.append(.auxiliary(kind))
        } else {
            stretch.reportTooLarge(what: "the record", recordID: fields.recordID)
        }
        finish(sequel)
    }

    /// Passes over bytes that are no record. In a member that turns out to be damaged they once were.
    private func skipMalformed(_ complaint: String) {
        let beginsMember = window.offset == memberStart || held != nil
        let (stretch, sequel) = skipToBorder()
        switch sequel {
        case .memberEnd(.some) where beginsMember, .gap where beginsMember:
            finish(sequel, lost: stretch.bytes, at: stretch.offset)
        default:
            releaseHeld()
            let range = "bytes \(stretch.offset)-\(stretch.offset + stretch.bytes)"
            stretch.report(framing.malformed, "no \(framing.name) record in \(range): \(complaint)")
            finish(sequel)
        }
    }

    /// Drops everything up to the next header or the end of the stream.
    private func skipToBorder() -> (SkippedStretch, Sequel) {
        var stretch = SkippedStretch(feed, 1)
        while true {
            if let border = border(from: 0) {
                stretch.skip(border)
                return (stretch, .more)
            }
            stretch.skip(max(0, window.count - Self.lookahead))
            switch reach(window.count + 1) {
            case .enough: continue
            case .memberBorder(let fault):
                stretch.skip(window.count)
                return (stretch, .memberEnd(fault))
            case .end:
                stretch.skip(window.count)
                return (stretch, .more)
            case .gap(let incident):
                stretch.skip(window.count)
                return (stretch, .gap(incident))
            }
        }
    }

    // MARK: - Looking ahead

    /// Makes `count` bytes visible, unless something comes between.
    private func reach(_ count: Int) -> Reach {
        while window.count < count {
            switch feed.refill() {
            case .more: continue
            case .memberEnd(let fault):
                if beginsRecord(at: window.count) || window.isAtEnd { return .memberBorder(fault) }
                if let fault { feed.appendKept(fault) }
            case .border, .end: return .end
            case .gap(let incident): return .gap(incident)
            }
        }
        return .enough
    }

    private func beginsRecord(at position: Int) -> Bool {
        window.prefetch(position + Self.lookahead)
        let ahead = UnsafeRawBufferPointer(rebasing: window.ahead.prefix(position + Self.lookahead))
        return framing.border(in: ahead, from: position, atLineStart: true) == position
    }

    /// The next header among the visible bytes (and what is needed behind them to know it).
    private func border(from start: Int) -> Int? {
        window.prefetch(window.count + 64)
        let border = framing.border(in: window.ahead, from: max(start, 1), atLineStart: false)
        return border.flatMap { $0 < window.count ? $0 : nil }
    }
}
