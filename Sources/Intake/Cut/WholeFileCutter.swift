internal import Model

/// One record: the whole stream. Web pages, plain text, e-mail, stories, and what nobody recognises.
final class WholeFileCutter: Cutter {
    let feed: CutFeed
    private var window: ByteWindow { feed.window }
    private var isDone = false
    /// Why content that nobody recognises is not a record.
    private let complaint: String?

    init(_ window: ByteWindow, _ context: CutContext, complaint: String? = nil) {
        feed = CutFeed(window, context)
        self.complaint = complaint
    }

    func cut() -> Bool {
        guard !isDone else { return false }
        isDone = true
        while window.count <= feed.context.limits.maxRecordBytes {
            switch feed.refill() {
            case .more, .border: continue
            case .memberEnd(let fault): if let fault { feed.appendKept(fault) }
            case .gap(let incident):
                dropAll(incident)
                return true
            case .end:
                take()
                return !feed.isEmpty
            }
        }
        // What is left of the file is not unpacked: no limit on it could be kept.
        SkippedStretch(feed, window.count).reportTooLarge(what: "the document", isWhole: false)
        return true
    }

    private func take() {
        let range = 0..<window.count
        if window.bytes.skippingSpace(from: 0) == window.count {
            // What came instead of content (a cut gzip, say) was reported as what it is.
            if feed.isEmpty { feed.appendReject(.emptyFile, "there is nothing in it", range) }
        } else if let complaint {
            feed.appendReject(.unrecognizedFormat, complaint, range)
        } else {
            feed.appendRecord(range, recordID: feed.context.path)
        }
        window.advance(by: window.count)
    }

    /// A document with a hole in it is no document; its end is of no use without its beginning.
    private func dropAll(_ first: Incident) {
        let start = window.offset
        var lost = window.count
        window.advance(by: lost)
        var incident = first
        while true {
            switch feed.refill() {
            case .more, .border, .memberEnd: break
            case .gap(let next):
                feed.appendGap(incident, lost: lost, what: "the document", at: start)
                incident = next
                lost = 0
            case .end: return feed.appendGap(incident, lost: lost, what: "the document", at: start)
            }
            lost += window.count
            window.advance(by: window.count)
        }
    }
}
