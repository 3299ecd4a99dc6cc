internal import Locking

/// Where the threads of a line wait, in nanoseconds: what a run could gain from more workers, or from fewer.
package struct QueueTimes: Sendable, Equatable {
    /// The reader, for room in the queue: the workers are the bottleneck.
    package var sourceWaits: UInt64 = 0
    /// Workers, for something to do: the reader is the bottleneck.
    package var workerWaits: UInt64 = 0
    /// Workers, for their turn to hand over: an earlier item, or the writer, is the bottleneck.
    package var turnWaits: UInt64 = 0

    package init() {}

    package static func += (a: inout QueueTimes, b: QueueTimes) {
        a.sourceWaits += b.sourceWaits
        a.workerWaits += b.workerWaits
        a.turnWaits += b.turnWaits
    }
}

/// Adds up the waits of one line while it runs.
final class QueueMeter: Sendable {
    private let times = Guarded(QueueTimes())

    var now: QueueTimes { times.withLock { $0 } }

    func count(_ field: WritableKeyPath<QueueTimes, UInt64>, since start: UInt64) {
        let passed = StepClock.now - start
        times.withLock { $0[keyPath: field] += passed }
    }
}
