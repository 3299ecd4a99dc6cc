internal import Glibc

/// A stream that can't be wound back, with its last few megabytes kept so that one can look back a little all the same.
///
/// Carries a gzip inside a gzip, a gzip inside a tar, and a gzip that comes through a pipe.
final class ReplaySource: RandomSource {
    private let window: ByteWindow
    private let keep: Int
    private var kept: [UInt8] = []
    /// Position of the first byte kept.
    private var base = 0

    /// As much again is kept as is promised: a search may read ahead a little and must still find its way back.
    var earliest: Int { max(base, base + kept.count - keep) }
    var canLookAhead: Bool { false }
    private var ended = false
    private var incidents: [Incident] = []

    /// - Parameter keep: how many bytes can be looked back at least.
    init(_ window: ByteWindow, keep: Int = 1 << 20) {
        self.window = window
        self.keep = keep
    }

    func takeIncident() -> Incident? { incidents.isEmpty ? nil : incidents.removeFirst() }

    func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        guard offset >= base else { throw ReadError(offset: offset, code: ESPIPE) }
        while offset >= base + kept.count {
            if ended { return 0 }
            pull()
        }
        let start = offset - base
        let count = min(room.count, kept.count - start)
        kept.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count])) }
        return count
    }

    private func pull() {
        if window.count == 0 {
            switch window.fill() {
            case .bytes, .memberEnd(fault: nil): break
            case .memberEnd(let fault?): incidents.append(fault)
            case .gap(let incident), .notice(let incident), .failed(let incident): incidents.append(incident)
            case .end: ended = true
            }
        }
        guard window.count > 0 else { return }
        kept.append(contentsOf: window.bytes)
        window.advance(by: window.count)
        if kept.count > 4 * keep {
            let excess = kept.count - 2 * keep
            kept.removeFirst(excess)
            base += excess
        }
    }
}
