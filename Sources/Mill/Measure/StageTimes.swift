internal import Dispatch

/// What a run spends its time on, finer than its phases.
package enum StageName: String, Sendable, CaseIterable {
    /// Reading files, unpacking them and finding record borders: one thread.
    case read
    case parse, extract, normalize, fingerprint
    /// Encoding segments into the spool and committing them.
    case spool
    case dedupe
    case entities
    /// Encoding lines and compressing them.
    case encode
    /// Appending to shards, and the commits: one at a time.
    case write
}

/// Nanoseconds by stage, summed over the workers.
package struct StageTimes: Sendable, Equatable {
    private var busy = [UInt64](repeating: 0, count: StageName.allCases.count)

    package init() {}

    package subscript(stage: StageName) -> UInt64 { busy[Self.place(stage)] }

    package mutating func add(_ nanoseconds: UInt64, to stage: StageName) { busy[Self.place(stage)] += nanoseconds }

    package static func += (a: inout StageTimes, b: StageTimes) {
        for place in a.busy.indices { a.busy[place] += b.busy[place] }
    }

    /// The stage with the most time among `stages`; nil before any has some.
    package func slowest(of stages: [StageName]) -> StageName? {
        stages.filter { self[$0] > 0 }.max { self[$0] < self[$1] }
    }

    private static func place(_ stage: StageName) -> Int {
        switch stage {
        case .read: 0
        case .parse: 1
        case .extract: 2
        case .normalize: 3
        case .fingerprint: 4
        case .spool: 5
        case .dedupe: 6
        case .entities: 7
        case .encode: 8
        case .write: 9
        }
    }
}

/// Tells how long the steps of one worker take, one after the other.
struct StepClock {
    private(set) var times = StageTimes()
    private var last = Self.now

    static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

    /// Counts from here on.
    mutating func restart() { last = Self.now }

    /// What passed since the last call, or since `restart`, was `stage`.
    mutating func lap(_ stage: StageName) {
        let now = Self.now
        times.add(now - last, to: stage)
        last = now
    }

    /// Gives what was measured, and starts afresh.
    mutating func take() -> StageTimes {
        defer { times = StageTimes() }
        return times
    }
}
