import Dispatch
import Glibc
import Mill

/// SIGINT and SIGTERM: the first asks the run to stop at its next commit, the second ends the process at once (which
/// loses nothing that was committed either).
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ stop: StopSignal, log: Log) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(
                signal: number, queue: DispatchQueue(label: "newsmill.signals"))
            source.setEventHandler {
                if stop.isSet { _exit(ExitReason.temporary.rawValue) }
                stop.set()
                log.note("stopping at the next commit (once more to stop now)")
            }
            source.resume()
            return source
        }
    }

    func cancel() { for source in sources { source.cancel() } }
}
