internal import Locking

/// How far a run has come. Written by the phases, read by whoever shows it; every number only grows within a phase.
package final class Progress: Sendable {
    package enum Phase: String, Sendable, CaseIterable {
        case starting, ingest, dedupe, publish, finished
    }

    package struct Counters: Sendable, Equatable {
        /// Bytes of input files: all of the run, and read so far.
        package var inputBytes = 0
        package var inputBytesRead = 0
        /// Of `inputBytesRead`, what was read only to find the place where an interrupted run goes on.
        package var inputBytesSkipped = 0
        /// Bytes of records that the reader has handed out, and that workers are done with, in this process.
        package var recordBytesCut = 0
        package var recordBytesDone = 0
        /// Committed.
        package var records = 0
        package var articles = 0
        package var rejects = 0
        package var duplicates = 0
        /// Of all segments committed, and of those that this process made.
        package var spoolBytes = 0
        package var spoolBytesMade = 0
        /// Articles that were compared, of all.
        package var articlesJudged = 0
        /// Articles and duplicates that are in the shards, of all `articles`, and how many of these are duplicates.
        package var articlesPublished = 0
        package var duplicatesPublished = 0
        /// The same as an earlier process left them.
        package var articlesPublishedBefore = 0
        package var duplicatesPublishedBefore = 0

        package init() {}
    }

    /// What one phase took, in this process.
    package struct PhaseTime: Sendable, Equatable {
        package var phase: Phase
        package var seconds: Double
        package var cpuSeconds: Double
        package var queue: QueueTimes
    }

    /// Everything at one moment.
    package struct Snapshot: Sendable {
        package var run: Int?
        package var phase: Phase
        package var counters: Counters
        package var stages: StageTimes
        package var inputTimes: InputTimes
        /// Phases that are over, in their order.
        package var phases: [PhaseTime]
        /// Since this process took up the run.
        package var seconds: Double
        /// Since the phase began to do work of its own.
        package var phaseSeconds: Double
        package var workers: Int
        package var findsEntities: Bool
        /// Share of the articles that may turn out to be duplicates, as the runs before had them.
        package var expectedDuplicates: Double
    }

    private struct State {
        var phase = Phase.starting
        var run: Int?
        var counters = Counters()
        var stages = StageTimes()
        var inputTimes = InputTimes()
        var queue = QueueTimes()
        var phases: [PhaseTime] = []
        var begin = StepClock.now
        var phaseBegin = StepClock.now
        var phaseUsage = ProcessUsage.now
        var finished: [Int: Snapshot] = [:]
        var expectedDuplicates = Forecast.usualDuplicates
    }

    private let state = Guarded(State())
    private let workers: Int
    private let findsEntities: Bool

    /// - Parameters:
    ///   - workers: of the run, for the forecast.
    ///   - findsEntities: whether publishing includes it, which is most of its work.
    package init(workers: Int = 1, findsEntities: Bool = true) {
        self.workers = workers
        self.findsEntities = findsEntities
    }

    package var snapshot: Snapshot { state.withLock { snapshot($0) } }

    /// A run as it was when it was finished; nil for one that this process did not finish.
    package func finished(run: Int) -> Snapshot? { state.withLock { $0.finished[run] } }

    /// Everything begins at zero again.
    ///
    /// - Parameters:
    ///   - inputs: their names.
    ///   - expectedDuplicates: share of the articles that were duplicates so far; nil where nothing is known.
    package func begin(run: Int, inputs: [String] = [], expectedDuplicates: Double? = nil) {
        state.withLock { state in
            let finished = state.finished
            state = State()
            state.run = run
            state.finished = finished
            state.inputTimes = InputTimes(of: inputs)
            if let expectedDuplicates { state.expectedDuplicates = expectedDuplicates }
        }
    }

    package func enter(_ phase: Phase) {
        state.withLock { state in
            closePhase(&state)
            state.phase = phase
            if phase == .finished, let run = state.run { state.finished[run] = snapshot(state) }
        }
    }

    package func update(_ change: (inout Counters) -> Void) { state.withLock { change(&$0.counters) } }

    package func add(_ times: StageTimes) { state.withLock { $0.stages += times } }

    package func add(_ times: InputTimes) { state.withLock { $0.inputTimes += times } }

    package func add(_ times: QueueTimes) { state.withLock { $0.queue += times } }

    /// The phase's own work begins only now: until here it looked for the place where it was interrupted.
    func restartPhaseClock() { state.withLock { $0.phaseBegin = StepClock.now } }

    private func closePhase(_ state: inout State) {
        let (now, usage) = (StepClock.now, ProcessUsage.now)
        if state.phase != .starting, state.phase != .finished {
            state.phases.append(
                PhaseTime(
                    phase: state.phase, seconds: Double(now - state.phaseBegin) / 1e9,
                    cpuSeconds: usage.cpuSeconds - state.phaseUsage.cpuSeconds, queue: state.queue))
        }
        state.queue = QueueTimes()
        state.phaseBegin = now
        state.phaseUsage = usage
    }

    private func snapshot(_ state: State) -> Snapshot {
        let now = StepClock.now
        return Snapshot(
            run: state.run, phase: state.phase, counters: state.counters, stages: state.stages,
            inputTimes: state.inputTimes, phases: state.phases,
            seconds: Double(now - state.begin) / 1e9, phaseSeconds: Double(now - state.phaseBegin) / 1e9,
            workers: workers, findsEntities: findsEntities, expectedDuplicates: state.expectedDuplicates)
    }
}
