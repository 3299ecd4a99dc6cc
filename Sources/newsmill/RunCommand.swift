import ArgumentParser
import Dispatch
import Glibc
import Logging
import Mill
import Model
import Store

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Read what is new, deduplicate it against everything published, and publish it.",
        discussion: """
            Safe to stop and to repeat: interrupted by a signal, a crash or a full disk, the same command continues at \
            the last commit, and the result is the same to the byte. With nothing new it says so and changes nothing.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Discard what the output directory holds and start again.")
    var fresh = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func run() throws {
        try ExitReason.reporting {
            let configuration = try options.resolveWithInputs()
            let log = Log(quiet: quiet)
            let progress = Progress()
            let stop = StopSignal()
            let signals = StopSignals(stop, log: log)
            defer { signals.cancel() }
            let clock = Stopwatch()
            let run = try Run(configuration, fresh: fresh, progress: progress, stop: stop)
            let display = ProgressDisplay(progress, shown: Console.isTerminal && !quiet)
            let outcome: Run.Outcome
            do {
                defer { display.end() }
                outcome = try run.perform { log.note($0) }
            }
            guard case .finished(let runs) = outcome else {
                log.note("stopped at a commit; run the same command again to continue")
                throw ExitCode(ExitReason.temporary.rawValue)
            }
            for finished in runs {
                let report = RunReport(
                    run: finished, version: Newsmill.version, workers: configuration.workerCount,
                    started: clock.started,
                    seconds: clock.seconds, inputBytes: progress.now.inputBytes)
                try report.write(in: configuration.output)
                log.note(summary(finished, clock))
            }
            if runs.isEmpty { log.note("nothing new; \(configuration.output) is up to date") }
            try checkRejects(runs, configuration)
        }
    }

    private func summary(_ run: Ledger.FinishedRun, _ clock: Stopwatch) -> String {
        let total = run.total
        var text =
            "run \(run.number): \(Wording.count(total.records, "record")) from \(Wording.count(run.inputs, "input")) = "
            + "\(Wording.count(total.articles, "article")) + \(Wording.count(total.duplicates, "duplicate")) + "
            + "\(Wording.count(total.rejects, "reject")), in \(clock.text)"
        if !total.auxiliary.isEmpty {
            let kinds = total.auxiliary.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            text += "; parts that are no records: \(kinds.joined(separator: ", "))"
        }
        return text
    }

    private func checkRejects(_ runs: [Ledger.FinishedRun], _ configuration: Configuration) throws {
        for run in runs where run.total.records > 0 {
            let ratio = Double(run.total.rejects) / Double(run.total.records)
            if ratio > configuration.limits.maxRejectRatio {
                Console.complain(
                    """
                    run \(run.number): \(run.total.rejects) of \(run.total.records) records were rejected, more than \
                    limits.max_reject_ratio allows; look at \(configuration.output)/rejects/
                    """)
                throw ExitCode(ExitReason.tooManyRejects.rawValue)
            }
        }
    }
}

/// Time since it was made.
struct Stopwatch {
    /// Seconds since 1970.
    let started = time(nil)
    private let begin = DispatchTime.now().uptimeNanoseconds

    var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9 }

    var text: String {
        let tenths = Int(seconds * 10)
        return tenths < 1200 ? "\(tenths / 10).\(tenths % 10) s" : "\(tenths / 600) min \(tenths / 10 % 60) s"
    }
}
