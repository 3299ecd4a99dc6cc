internal import Model

/// A stream that is not read at all: one reject.
final class RefusingCutter: Cutter {
    let feed: CutFeed
    private let reason: Reject.Reason
    private let detail: String
    private var isDone = false

    init(_ window: ByteWindow, _ context: CutContext, _ reason: Reject.Reason, _ detail: String) {
        feed = CutFeed(window, context.with(.unknown))
        self.reason = reason
        self.detail = detail
    }

    func cut() -> Bool {
        guard !isDone else { return false }
        isDone = true
        feed.append(feed.context.reject(reason, detail, at: 0, bytes: feed.context.size ?? 0, payload: []))
        return true
    }
}
