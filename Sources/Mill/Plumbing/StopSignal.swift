internal import Synchronization

/// The wish that a run come to its end at the next commit. Set by a signal handler, looked at by the sources.
package final class StopSignal: Sendable {
    private let flag = Atomic<Bool>(false)

    package init() {}

    package var isSet: Bool { flag.load(ordering: .relaxed) }

    package func set() { flag.store(true, ordering: .relaxed) }
}
