import Dispatch
import Glibc
import Mill

/// What ends a run before its time. SIGINT and SIGTERM: the first asks the run to stop at its next commit, the second ends
/// the process at once (which loses nothing that was committed either). A deadline does what the first signal does.
///
/// Unchecked: `sources` is touched by the owner only, `why` on `queue` only.
final class Interruption: @unchecked Sendable {
    private let queue = DispatchQueue(label: "newsmill.interruption")
    private var sources: [any DispatchSourceProtocol] = []
    private var why = "signal"

    /// `signal` or `deadline`.
    var reason: String { queue.sync { why } }

    init(_ stop: StopSignal, deadline: TimeSpan?, log: @escaping @Sendable (String) -> Void) {
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if stop.isSet { _exit(ExitReason.temporary.rawValue) }
                stop.set()
                log("stopping at the next commit (once more to stop now)")
            }
            sources.append(source)
        }
        if let deadline {
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(deadline: .now() + .seconds(deadline.seconds))
            // Held strongly: `cancel` lets go.
            timer.setEventHandler { [self] in
                if stop.isSet { return }
                why = "deadline"
                stop.set()
                log("the deadline has come; stopping at the next commit")
            }
            sources.append(timer)
        }
        for source in sources { source.resume() }
    }

    func cancel() { for source in sources { source.cancel() } }
}
