internal import Dispatch
internal import Locking

/// A stage: a plain value with one method, owned by one worker.
package protocol Stage<Input, Output>: SendableMetatype {
    associatedtype Input: Sendable
    associatedtype Output: Sendable
    mutating func process(_ input: Input) throws -> Output
}

/// A source, a stage on a fixed number of workers, and a sink, connected by a bounded mailbox.
///
///     source (the calling thread) ──mailbox──▶ worker 1...n ──in order──▶ sink
///
/// - Outputs reach the sink one at a time, in the order of their inputs, whoever finished first.
/// - A worker takes its next input only when the sink has had its output: what is in hand is one item per worker, and a
///   slow sink slows the source down.
/// - The first error, of whichever part, stops all of them; `run` returns when every worker has come to rest, and throws it.
package struct Line<S: Stage> {
    private let workers: Int
    private let mailbox: Mailbox<(number: Int, input: S.Input)>
    private let meter: QueueMeter

    /// - Parameters:
    ///   - workers: number of workers, at least one.
    ///   - ahead: inputs that may wait between source and workers.
    ///   - aheadCost: the sum of costs that may wait there.
    package init(of stage: S.Type = S.self, workers: Int, ahead: Int, aheadCost: Int) {
        self.workers = max(1, workers)
        meter = QueueMeter()
        mailbox = Mailbox(capacity: ahead, costLimit: aheadCost)
    }

    /// Where its threads have waited so far.
    package var waits: QueueTimes { meter.now }

    /// - Parameters:
    ///   - source: gives the next input and its cost; nil at the end. Runs on the calling thread.
    ///   - makeStage: makes each worker's own stage.
    ///   - sink: takes the outputs. Runs on the workers' threads, never twice at once.
    package func run(
        from source: () throws -> (input: S.Input, cost: Int)?,
        through makeStage: @Sendable () throws -> S,
        into sink: (S.Output) throws -> Void
    ) throws {
        // The workers end before this function returns, so they may use what it borrows.
        try withoutActuallyEscaping(makeStage) { makeStage in
            try withoutActuallyEscaping(sink) { sink in
                let crew = Crew<S>(mailbox: mailbox, meter: meter, makeStage: makeStage, sink: sink)
                let group = DispatchGroup()
                for worker in 0..<workers {
                    DispatchQueue(label: "newsmill.worker.\(worker)").async(group: group) { crew.work() }
                }
                crew.attempt {
                    var number = 0
                    while let (input, cost) = try source() {
                        let start = StepClock.now
                        guard mailbox.put((number, input), cost: cost) else { return }
                        meter.count(\.sourceWaits, since: start)
                        number += 1
                    }
                    mailbox.finish()
                }
                group.wait()
                try crew.rethrow()
            }
        }
    }
}

/// What the workers of one line share.
///
/// Unchecked: `sink` is called between `enter` and `leave` of the turnstile only, so by one thread at a time; all else is
/// Sendable by itself.
private final class Crew<S: Stage>: @unchecked Sendable {
    private let mailbox: Mailbox<(number: Int, input: S.Input)>
    private let meter: QueueMeter
    private let makeStage: @Sendable () throws -> S
    private let sink: (S.Output) throws -> Void
    private let exit = Turnstile()
    private let failure = Guarded<(any Error)?>(nil)

    init(
        mailbox: Mailbox<(number: Int, input: S.Input)>, meter: QueueMeter,
        makeStage: @escaping @Sendable () throws -> S, sink: @escaping (S.Output) throws -> Void
    ) {
        self.mailbox = mailbox
        self.meter = meter
        self.makeStage = makeStage
        self.sink = sink
    }

    /// One worker's life.
    func work() {
        attempt {
            var stage = try makeStage()
            while let (number, input) = nextInput() {
                let output = try stage.process(input)
                let done = StepClock.now
                guard exit.enter(number) else { return }
                meter.count(\.turnWaits, since: done)
                try sink(output)
                exit.leave()
            }
        }
    }

    private func nextInput() -> (number: Int, input: S.Input)? {
        let start = StepClock.now
        defer { meter.count(\.workerWaits, since: start) }
        return mailbox.take()
    }

    /// Runs `body`; its error, if it is the first, becomes the line's, and all come to rest.
    func attempt(_ body: () throws -> Void) {
        do {
            try body()
        } catch {
            failure.withLock { if $0 == nil { $0 = error } }
            mailbox.cancel()
            exit.cancel()
        }
    }

    func rethrow() throws {
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
