import ArgumentParser
import Dispatch
import Glibc
import Logging
import Mill
import Model
import Report
import Store
import Text

/// A run as a process: signals, deadline, display, and what is left behind for monitoring.
struct RunJob {
    private let configuration: Configuration
    private let conduct: RunConduct
    private let log: Log
    private let progress: Progress
    private let stop = StopSignal()
    private let clock = Stopwatch()

    init(_ configuration: Configuration, _ conduct: RunConduct) {
        self.configuration = configuration
        self.conduct = conduct
        log = Log(format: conduct.logFormat, quiet: conduct.quiet)
        progress = Progress(
            workers: configuration.workerCount, findsEntities: configuration.entities.enabled)
    }

    /// - Parameters:
    ///   - start: takes the output directory in hand.
    ///   - work: what is done with it; told where its messages go.
    /// - Throws: `ExitCode` where the run ended otherwise than with 0.
    func perform(
        _ start: (Progress, StopSignal) throws -> Run,
        with work: (Run, (String) -> Void) throws -> Run.Outcome = { try $0.perform(note: $1) },
        idle: String
    ) throws {
        Allocator.keepFreedMemory()
        if let nice = conduct.nice { lowerPriority(to: Int32(nice)) }
        let display = ProgressDisplay(progress, style: style, log: log)
        defer { display.end() }
        let interruption = Interruption(stop, deadline: conduct.deadline, log: display.note)
        defer { interruption.cancel() }
        let run: Run
        do {
            run = try start(progress, stop)
        } catch {
            // Nothing is ours yet: no report, no metrics.
            display.end()
            log.error("\(error)")
            throw ExitCode(ExitReason(error).rawValue)
        }
        let outcome: Run.Outcome
        do {
            outcome = try work(run, display.note)
        } catch {
            display.end()
            log.error("\(error)")
            try leave(run, ExitReason(error).rawValue, end: "error")
            return
        }
        display.end()
        switch outcome {
        case .stopped:
            log.note("stopped at a commit (\(interruption.reason)); run the same command again to continue")
            try leave(run, ExitReason.temporary.rawValue, end: interruption.reason)
        case .finished(let runs):
            var code: Int32 = 0
            for finished in runs { if try conclude(finished) != 0 { code = ExitReason.tooManyRejects.rawValue } }
            if runs.isEmpty { log.note(idle) }
            try writeMetrics(run, code, in: runs.last?.number)
            // Last, as nothing watches for it.
            for finished in runs { try writePage(of: finished, run.counted(run: finished.number)) }
            if code != 0 { throw ExitCode(code) }
        }
    }

    /// Never raises it.
    private func lowerPriority(to nice: Int32) {
        let process = __priority_which_t(PRIO_PROCESS.rawValue)
        if getpriority(process, 0) < nice { setpriority(process, 0, nice) }
    }

    private var style: ProgressDisplay.Style {
        if conduct.quiet { return .hidden }
        return Console.isTerminal && log.format == .text ? .terminal : .lines(every: conduct.logInterval.seconds)
    }

    /// A run that is done: its `run.json`, its line in the log, and whether too much was rejected.
    private func conclude(_ run: Ledger.FinishedRun) throws -> Int32 {
        let total = run.total
        let ratio = total.records > 0 ? Double(total.rejects) / Double(total.records) : 0
        let isOver = ratio > configuration.limits.maxRejectRatio
        let code = isOver ? ExitReason.tooManyRejects.rawValue : 0
        let snapshot = progress.finished(run: run.number) ?? progress.snapshot
        try report(
            run: run.number, total: total, inputs: run.inputs, boilerplate: run.boilerplate, code,
            end: isOver ? "too many rejects" : "finished", snapshot)
        log.note(
            summary(run, snapshot.seconds),
            [
                "run": .stringConvertible(run.number), "records": .stringConvertible(total.records),
                "articles": .stringConvertible(total.articles), "duplicates": .stringConvertible(total.duplicates),
                "rejects": .stringConvertible(total.rejects), "seconds": .stringConvertible(snapshot.seconds),
            ])
        if isOver {
            log.error(
                """
                run \(run.number): \(total.rejects) of \(total.records) records were rejected, more than \
                limits.max_reject_ratio allows; look at \(configuration.output)/rejects/
                """)
        }
        return code
    }

    /// `report.html`; a signal that comes now has nothing else to wait for.
    private func writePage(of run: Ledger.FinishedRun, _ counted: FactCounter?) throws {
        let scope = try ReportScope(output: configuration.output, runs: "\(run.number)")
        do {
            try ReportPage(scope, counted: counted) { stop.isSet }.write()
        } catch is ReportPage.Stopped {
            log.note("stopped before the report was written; `newsmill report` makes it")
        }
    }

    private func summary(_ run: Ledger.FinishedRun, _ seconds: Double) -> String {
        let total = run.total
        var text =
            "run \(run.number): \(Wording.count(total.records, "record")) from \(Wording.count(run.inputs, "input")) = "
            + "\(Wording.count(total.articles, "article")) + \(Wording.count(total.duplicates, "duplicate")) + "
            + "\(Wording.count(total.rejects, "reject")), in \(Wording.elapsed(seconds))"
        if !total.auxiliary.isEmpty {
            let kinds = total.auxiliary.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            text += "; parts that are no records: \(kinds.joined(separator: ", "))"
        }
        if let boilerplate = run.boilerplate, boilerplate.records > 0 { text += "; \(boilerplate.sentence)" }
        return text
    }

    /// Ends a process whose run is not done.
    private func leave(_ run: Run, _ code: Int32, end: String) throws {
        // A disk that is full is no reason to leave without the exit code.
        let active = run.ledger.active
        if let active {
            try? report(
                run: active.number, total: nil, inputs: active.inputs.count, boilerplate: active.boilerplate?.counts,
                code, end: end, progress.snapshot)
        }
        try? writeMetrics(run, code, in: active?.number)
        throw ExitCode(code)
    }

    private func report(
        run: Int, total: Tally?, inputs: Int, boilerplate: BoilerplateCounts?, _ code: Int32, end: String,
        _ snapshot: Progress.Snapshot
    ) throws {
        let session = RunReport.Session(
            version: Newsmill.version, started: clock.started, seconds: snapshot.seconds, exitCode: code, end: end)
        try RunReport(
            run: run, total: total, inputs: inputs, boilerplate: boilerplate, session: session, progress: snapshot
        ).write(in: configuration.output)
    }

    /// - Parameter directory: number of the run that gets a copy of its own; nil when there was nothing to do.
    private func writeMetrics(_ run: Run, _ code: Int32, in directory: Int?) throws {
        let ledger = run.ledger
        var metrics = Metrics(
            output: configuration.output, version: Newsmill.version, lastRun: ledger.finished.last,
            total: ledger.total, exitCode: code, ended: time(nil), seconds: clock.seconds,
            progress: directory.flatMap { progress.finished(run: $0) } ?? progress.snapshot)
        if let directory {
            try metrics.write(to: configuration.output + "/" + Layout.report("metrics.prom", run: directory))
        }
        if let file = configuration.monitoring.metricsFile { try metrics.write(to: file) }
    }
}

/// Time since it was made.
struct Stopwatch {
    /// Seconds since 1970.
    let started = time(nil)
    private let begin = DispatchTime.now().uptimeNanoseconds

    var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9 }
}
