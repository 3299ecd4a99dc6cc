internal import Model

/// The bytes of one member of a tar, read through the window on the tar.
final class TarMemberStream: ByteStream {
    private let window: ByteWindow
    private let path: String
    private let start: Int
    /// Bytes of the member that were not read yet.
    private(set) var remaining: Int
    /// Bytes were lost inside the member: what follows in the tar is not where it should be.
    private(set) var isBroken = false

    init(_ window: ByteWindow, size: Int, path: String) {
        self.window = window
        self.path = path
        start = window.offset
        remaining = size
    }

    func read(into room: UnsafeMutableRawBufferPointer) -> StreamStep {
        while remaining > 0 {
            let count = min(room.count, remaining, window.count)
            if count > 0 {
                room.copyMemory(from: UnsafeRawBufferPointer(rebasing: window.bytes[..<count]))
                window.advance(by: count)
                remaining -= count
                return .bytes(count)
            }
            let step = window.fill()
            switch step {
            case .bytes: continue
            case .memberEnd, .notice: return step
            case .gap, .failed:
                isBroken = true
                remaining = 0
                return step
            case .end:
                let end = window.offset
                let missing = remaining
                isBroken = true
                remaining = 0
                return .gap(
                    Incident(
                        reason: .truncatedRecord,
                        detail: "the tar ends inside its member \(path), \(missing) bytes of it are missing",
                        range: start..<end))
            }
        }
        return .end
    }

    /// Passes over what the cutter of the member left unread. Returns what happened on the way.
    func drain() -> [StreamStep] {
        var events: [StreamStep] = []
        while remaining > 0 {
            let count = min(remaining, window.count)
            if count > 0 {
                window.advance(by: count)
                remaining -= count
                continue
            }
            let step = window.fill()
            switch step {
            case .bytes: continue
            case .memberEnd(fault: nil): continue
            case .memberEnd, .notice: events.append(step)
            case .gap, .failed:
                events.append(step)
                isBroken = true
                remaining = 0
            case .end:
                isBroken = true
                remaining = 0
            }
        }
        return events
    }
}
