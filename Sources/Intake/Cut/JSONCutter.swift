internal import Model
internal import Text

/// Cuts JSON that is not one value a line: an array of records, objects one behind the other, one indented object.
///
/// The elements of arrays at the outermost level are the records, however deep the array of arrays; everything between
/// them (commas, white space, the record separators of RFC 7464) is frame.
final class JSONCutter: Cutter {
    let feed: CutFeed
    private var window: ByteWindow { feed.window }
    /// The blanks between the last line feed and the element at hand; nil when something else stands there.
    private var indent: [UInt8]? = []

    init(_ window: ByteWindow, _ context: CutContext) {
        feed = CutFeed(window, context)
    }

    func cut() -> Bool {
        while feed.isEmpty {
            skipFrame()
            if window.count > 0 {
                cutElement()
                continue
            }
            switch feed.refill() {
            case .more, .border: continue
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .gap(let incident): feed.appendGap(incident, lost: 0, what: "")
            case .end: return !feed.isEmpty
            }
        }
        return true
    }

    private func skipFrame() {
        let bytes = window.bytes
        var position = window.offset == 0 && bytes.holds(ByteOrderMark.utf8, at: 0) ? ByteOrderMark.utf8.count : 0
        while position < bytes.count, Self.isFrame(bytes[position]) {
            switch bytes[position] {
            case 0x0A: indent = []
            case 0x20, 0x09: indent?.append(bytes[position])
            default: indent = nil
            }
            position += 1
        }
        window.advance(by: position)
    }

    private static func isFrame(_ byte: UInt8) -> Bool {
        byte.isASCIISpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
            || byte == 0x1E
    }

    private func cutElement() {
        var scanner = JSONScanner(indent: indent)
        var scanned = 0
        while true {
            switch scanner.scan(window.bytes, from: scanned) {
            case .end(let end):
                // A stray closing brace is an element of its own, so that the cutter gets on.
                indent = nil
                return take(max(end, 1))
            case .broken(let sibling):
                feed.appendReject(.malformedJSON, "the value is not closed before the next one begins", 0..<sibling)
                return window.advance(by: sibling)
            case .incomplete: scanned = window.count
            }
            if scanned > feed.context.limits.maxRecordBytes { return skipGiant(scanner) }
            switch feed.refill() {
            case .more: continue
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .border, .end: return takeUnfinished(scanner)
            case .gap(let incident):
                feed.appendGap(incident, lost: window.count, what: "the element")
                return window.advance(by: window.count)
            }
        }
    }

    private func take(_ end: Int) {
        if end > feed.context.limits.maxRecordBytes {
            SkippedStretch(feed, end).reportTooLarge(what: "the element")
        } else {
            feed.appendRecord(0..<end)
            window.advance(by: end)
        }
    }

    /// The stream ends inside an element.
    private func takeUnfinished(_ scanner: JSONScanner) {
        if scanner.endsWithInput { return take(window.count) }
        feed.appendReject(.truncatedRecord, "the file ends inside a JSON value", 0..<window.count)
        window.advance(by: window.count)
    }

    private func skipGiant(_ begun: JSONScanner) {
        var scanner = begun
        var giant = SkippedStretch(feed, window.count)
        while true {
            switch feed.refill() {
            case .more: break
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .border, .end: return giant.reportTooLarge(what: "the element")
            case .gap(let incident):
                giant.reportTooLarge(what: "the element", isWhole: false)
                return feed.appendGap(incident, lost: 0, what: "")
            }
            switch scanner.scan(window.bytes, from: 0) {
            case .end(let end), .broken(let end):
                giant.skip(end)
                return giant.reportTooLarge(what: "the element")
            case .incomplete: giant.skip(window.count)
            }
        }
    }
}
