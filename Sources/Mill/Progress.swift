internal import Locking
internal import Synchronization

/// How far a run has come. Written by the phases, read by whoever shows it; every number only grows within a phase.
package final class Progress: Sendable {
    package enum Phase: Int, Sendable {
        case starting, ingest, dedupe, publish, finished
    }

    private let current = Atomic<Int>(0)
    private let counters = Guarded(Counters())

    package struct Counters: Sendable {
        /// Bytes of input files: all of the run, and read so far.
        package var inputBytes = 0
        package var inputBytesRead = 0
        package var records = 0
        package var articles = 0
        package var rejects = 0
        package var duplicates = 0
        /// Segments that the run has, once known, and those published.
        package var segments = 0
        package var segmentsPublished = 0
    }

    package init() {}

    package var phase: Phase { Phase(rawValue: current.load(ordering: .relaxed)) ?? .starting }

    package var now: Counters { counters.withLock { $0 } }

    package func enter(_ phase: Phase) { current.store(phase.rawValue, ordering: .relaxed) }

    package func update(_ change: (inout Counters) -> Void) { counters.withLock { change(&$0) } }
}
