internal import Dispatch
internal import Locking

/// One thread beside a line, for what takes longer than a sink should: it works on one piece at a time, in the order in
/// which they come, and whoever brings the next waits until it has none.
///
///     sink of a line ──start──▶ side track
///
/// So two pieces are in hand at most: the one that is worked on and the one that is gathered meanwhile.
final class SideTrack: Sendable {
    private let queue = DispatchQueue(label: "newsmill.side-track")
    /// Holds the piece that is worked on.
    private let underWay = DispatchGroup()
    private let failure = Guarded<(any Error)?>(nil)

    /// Waits for the piece before and begins the next. For one caller at a time.
    ///
    /// - Throws: the error of an earlier piece; nothing is begun after one.
    func start(_ work: @escaping @Sendable () throws -> Void) throws {
        try finish()
        queue.async(group: underWay) { [failure] in
            do {
                try work()
            } catch {
                failure.withLock { $0 = error }
            }
        }
    }

    /// Waits until nothing is under way.
    ///
    /// - Throws: the error of an earlier piece.
    func finish() throws {
        rest()
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Waits until nothing is under way, whatever became of it.
    func rest() { underWay.wait() }
}
