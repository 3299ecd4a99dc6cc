internal import Model
internal import Text

/// Cuts streams in which a record ends where the next begins: mailboxes and wire traffic.
final class DelimitedCutter: Cutter {
    /// Where a record begins.
    enum Delimiter {
        /// A `From ` line behind an empty line (RFC 4155, "mboxrd" and its kin).
        case mailbox
        /// Start-of-header behind the end of a transmission (IPTC 7901, ANPA 1312).
        case wire
    }

    let feed: CutFeed
    private let delimiter: Delimiter
    private var window: ByteWindow { feed.window }
    private var searched = 1

    /// How much is looked at around a border.
    private static let margin = 256

    init(_ window: ByteWindow, _ context: CutContext, _ delimiter: Delimiter) {
        feed = CutFeed(window, context)
        self.delimiter = delimiter
    }

    func cut() -> Bool {
        while feed.isEmpty {
            if let border = border() {
                take(border)
                continue
            }
            searched = max(1, window.count - Self.margin)
            if window.count > feed.context.limits.maxRecordBytes {
                skipGiant()
                continue
            }
            switch feed.refill() {
            case .more: continue
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .border: take(window.count)
            case .gap(let incident):
                feed.appendGap(incident, lost: window.count, what: "the message")
                window.advance(by: window.count)
                searched = 1
            case .end:
                take(window.count)
                return !feed.isEmpty
            }
        }
        return true
    }

    private func take(_ end: Int) {
        defer { searched = 1 }
        guard window.bytes.skippingSpace(from: 0) < end else { return window.advance(by: end) }
        if end > feed.context.limits.maxRecordBytes {
            SkippedStretch(feed, end).reportTooLarge(what: "the message")
        } else {
            feed.appendRecord(0..<end)
            window.advance(by: end)
        }
    }

    private func skipGiant() {
        var giant = SkippedStretch(feed, max(0, window.count - Self.margin))
        searched = 1
        while true {
            if let border = border() {
                giant.skip(border)
                searched = 1
                return giant.reportTooLarge(what: "the message")
            }
            giant.skip(max(0, window.count - Self.margin))
            switch feed.refill() {
            case .more: continue
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .border, .end:
                giant.skip(window.count)
                return giant.reportTooLarge(what: "the message")
            case .gap(let incident):
                giant.skip(window.count)
                giant.reportTooLarge(what: "the message", isWhole: false)
                return feed.appendGap(incident, lost: 0, what: "")
            }
        }
    }

    /// Where, among the visible bytes behind the first, the next record begins.
    private func border() -> Int? {
        let bytes = window.bytes
        var position = searched
        switch delimiter {
        case .mailbox:
            while let line = bytes.index(of: Array("\nFrom ".utf8), from: position) {
                if Self.isEmptyLine(bytes, before: line), MailHeader.isMailboxLine(bytes, at: line + 1) {
                    return line + 1
                }
                position = line + 1
            }
        case .wire:
            while let start = bytes.index(of: 0x01, from: position) {
                if let border = Self.wireBorder(bytes, startOfHeader: start) { return border }
                position = start + 1
            }
        }
        return nil
    }

    private static func isEmptyLine(_ bytes: UnsafeRawBufferPointer, before line: Int) -> Bool {
        line == 0 || bytes[line - 1] == 0x0A || (bytes[line - 1] == 0x0D && line > 1 && bytes[line - 2] == 0x0A)
    }

    /// Before the start of a header: idle bytes, white space, and the end of the message before it.
    private static func wireBorder(_ bytes: UnsafeRawBufferPointer, startOfHeader: Int) -> Int? {
        var border = startOfHeader
        while border > 0, bytes[border - 1] == 0x16 { border -= 1 }
        var position = border
        while position > 0, bytes[position - 1].isASCIISpace || bytes[position - 1] == 0 || bytes[position - 1] == 0x16
        {
            position -= 1
        }
        guard position > 0 else { return nil }
        let last = bytes[position - 1]
        return last == 0x04 || last == 0x03 || (border > 0 && bytes[border - 1] == 0x0A) ? border : nil
    }
}
