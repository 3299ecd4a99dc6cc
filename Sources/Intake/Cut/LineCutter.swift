internal import Model
internal import Text

/// Cuts JSON Lines: a record is a line. LF or CRLF, a missing last line feed, empty lines and a byte-order mark are
/// all fine. A line never depends on its neighbours.
final class LineCutter: Cutter {
    let feed: CutFeed
    private var window: ByteWindow { feed.window }
    /// How many of the visible bytes were searched for a line feed already.
    private var searched = 0
    /// Where, in the visible bytes, a gzip member ended behind what is a complete value though no line feed came.
    private var joint: Int?

    init(_ window: ByteWindow, _ context: CutContext) {
        feed = CutFeed(window, context)
    }

    func cut() -> Bool {
        while feed.isEmpty {
            if cutAtJoint() { continue }
            if let end = window.bytes.index(of: 0x0A, from: searched) {
                take(end, terminator: 1)
                continue
            }
            searched = window.count
            if searched > feed.context.limits.maxRecordBytes {
                skipGiant()
                continue
            }
            switch feed.refill() {
            case .more: continue
            case .memberEnd(nil): noteJoint()
            case .memberEnd(let fault?):
                // What is at the end of a damaged member may be anything; it must not spoil the next member's first line.
                take(window.count, terminator: 0)
                feed.appendKept(fault)
            case .border: take(window.count, terminator: 0)
            case .gap(let incident): drop(incident)
            case .end:
                take(window.count, terminator: 0)
                return !feed.isEmpty
            }
        }
        return true
    }

    /// Takes the line of the first `end` bytes and the terminator behind it.
    private func take(_ end: Int, terminator: Int) {
        let bytes = window.bytes
        var start = 0
        var last = end
        if window.offset == 0, bytes.holds(ByteOrderMark.utf8, at: 0) { start = ByteOrderMark.utf8.count }
        if last > start, bytes[last - 1] == 0x0D { last -= 1 }
        let isBlank = UnsafeRawBufferPointer(rebasing: bytes[..<last]).skippingSpace(from: start) == last
        if !isBlank {
            if last - start > feed.context.limits.maxRecordBytes {
                SkippedStretch(feed, end).reportTooLarge(what: "the line")
                window.advance(by: terminator)
                searched = 0
                return
            }
            feed.appendRecord(start..<last)
        }
        window.advance(by: end + terminator)
        searched = 0
    }

    private func drop(_ incident: Incident) {
        feed.appendGap(incident, lost: window.count, what: "the line")
        window.advance(by: window.count)
        searched = 0
        joint = nil
    }

    /// Counts a line that is too long, to its end, without keeping it.
    private func skipGiant() {
        var giant = SkippedStretch(feed, window.count)
        searched = 0
        joint = nil
        while true {
            if let end = window.bytes.index(of: 0x0A, from: 0) {
                giant.skip(end)
                window.advance(by: 1)
                return giant.reportTooLarge(what: "the line")
            }
            giant.skip(window.count)
            switch feed.refill() {
            case .more: continue
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .border, .end: return giant.reportTooLarge(what: "the line")
            case .gap(let incident):
                giant.reportTooLarge(what: "the line", isWhole: false)
                return drop(incident)
            }
        }
    }

    // Files that were concatenated after packing: `cat a.gz b.gz`, where `a` has no line feed at its end.

    private func noteJoint() {
        let bytes = window.bytes
        guard let last = bytes.last(where: { !$0.isASCIISpace }), last == UInt8(ascii: "}"),
            JSONScanner.isOneValue(bytes)
        else { return joint = nil }
        joint = bytes.count
    }

    private func cutAtJoint() -> Bool {
        guard let joint, window.count > joint else { return false }
        self.joint = nil
        guard window.bytes[joint] == UInt8(ascii: "{") else { return false }
        take(joint, terminator: 0)
        return true
    }
}
