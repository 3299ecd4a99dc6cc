package import Store
import Text

/// How long a run over some bytes of input may take, by what the last ones took.
package struct Estimate: Sendable {
    package let seconds: Double
    /// The run that it goes by; nil for a guess without any.
    package let run: Int?

    /// Goes by the run with the most input among the last few: small ones are mostly overhead.
    ///
    /// - Parameter workers: for the guess, when there was no run yet.
    package init(bytes: Int, ledger: Ledger, output: String, workers: Int) {
        var best: (run: Int, bytes: Int, seconds: Double)?
        for run in ledger.finished.suffix(Self.remembered) where !run.isReplay {
            let path = output + "/" + Layout.report("run.json", run: run.number)
            guard Disk.exists(path), let report = try? JSONValue(parsing: Disk.read(path)),
                let read = report["input_bytes"]?.integer, let seconds = report["seconds"]?.double, read > 0,
                seconds > 0
            else { continue }
            if read > best?.bytes ?? 0 { best = (run.number, read, seconds) }
        }
        if let best {
            seconds = Double(bytes) * best.seconds / Double(best.bytes)
            run = best.run
        } else {
            seconds = Double(bytes) * Self.usualSecondsPerByte / Double(max(1, workers))
            run = nil
        }
    }

    private static let remembered = 20
    /// Gzipped web pages with entities, on one core of 2020's servers: 10 MB in a second.
    private static let usualSecondsPerByte = 1e-7
}
