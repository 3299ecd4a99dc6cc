/// Tells how much time goes to which input, in one thread.
struct InputClock {
    private(set) var times = InputTimes()
    private var last = StepClock.now

    /// What passed since the last call, or since the clock was made, was work on `input`.
    mutating func lap(_ input: Int) {
        let now = StepClock.now
        times.add(now - last, to: input)
        last = now
    }
}

/// Time that was spent on each input of a run, from reading it to spooling its articles, summed over the workers.
package struct InputTimes: Sendable, Equatable {
    private let files: [String]
    /// Nanoseconds by the input's place in the run.
    private var busy: [Int: UInt64] = [:]

    /// - Parameter files: names of the run's inputs, in its order; a part that is only to be added needs none.
    package init(of files: [String] = []) { self.files = files }

    package mutating func add(_ nanoseconds: UInt64, to input: Int) { busy[input, default: 0] += nanoseconds }

    package static func += (a: inout InputTimes, b: InputTimes) { a.busy.merge(b.busy, uniquingKeysWith: +) }

    /// The inputs that took longest, slowest first.
    package func slowest(_ count: Int) -> [(file: String, nanoseconds: UInt64)] {
        busy.filter { files.indices.contains($0.key) }
            .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.prefix(count)
            .map { (files[$0.key], $0.value) }
    }
}
