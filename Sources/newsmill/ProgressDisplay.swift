import Dispatch
import Mill

/// One line on the terminal that follows a run.
final class ProgressDisplay {
    private let timer: (any DispatchSourceTimer)?

    init(_ progress: Progress, shown: Bool) {
        guard shown else {
            timer = nil
            return
        }
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "newsmill.display"))
        timer.schedule(deadline: .now() + .milliseconds(200), repeating: .milliseconds(200))
        timer.setEventHandler { Console.say("\r\u{1B}[K" + Self.line(progress)) }
        timer.resume()
        self.timer = timer
    }

    /// Wipes the line.
    func end() {
        guard let timer else { return }
        timer.cancel()
        Console.say("\r\u{1B}[K")
    }

    private static func line(_ progress: Progress) -> String {
        let now = progress.now
        switch progress.phase {
        case .starting: return "looking for inputs"
        case .ingest:
            let share = now.inputBytes > 0 ? now.inputBytesRead * 100 / now.inputBytes : 100
            return "ingest \(share) %: \(now.records) records, \(now.rejects) rejects"
        case .dedupe: return "dedupe: \(now.articles) articles"
        case .publish:
            let share = now.segments > 0 ? now.segmentsPublished * 100 / now.segments : 100
            return "publish \(share) %: \(now.articles) articles, \(now.duplicates) of them duplicates"
        case .finished: return "finished"
        }
    }
}
