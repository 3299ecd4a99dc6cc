import Intake
import Model
import Store

/// Reads the inputs of a run one after the other and cuts their records into segments.
///
/// Where a segment ends depends on the records alone, so an interrupted run finds the same borders again and skips what it
/// has already committed.
struct SegmentSource {
    /// A segment ends when its records reach this many bytes, or the configured number.
    static let segmentBytes = 8 << 20
    private let inputs: [PlannedInput]
    private let configuration: Configuration
    private let progress: Progress
    private let stop: StopSignal
    private let committed: Set<Int>
    private var reader: InputReader?
    private var position: Position
    private var number: Int
    /// Records of the current input that were committed before the interruption.
    private var toSkip: Int
    private var steps = StepClock()

    init(_ run: Ledger.ActiveRun, configuration: Configuration, progress: Progress, stop: StopSignal) {
        inputs = run.inputs
        self.configuration = configuration
        self.progress = progress
        self.stop = stop
        committed = Set(run.segments.keys)
        number = run.contiguousSegments
        position =
            number == 0
            ? Position(input: 0, ordinal: 0) : run.segments[number - 1]?.end ?? Position(input: 0, ordinal: 0)
        toSkip = position.ordinal
        let before = inputs[..<min(position.input, inputs.count)].reduce(0) { $0 + $1.size }
        progress.update { counters in
            counters.inputBytesRead = before
            counters.inputBytesSkipped = before
        }
    }

    /// Number of segments there were in all, once `next` has given nil.
    var count: Int { number }

    /// The next segment that is not committed yet; nil at the end of the inputs or when the run is to stop.
    mutating func next() -> RawSegment? {
        steps.restart()
        while !stop.isSet, let segment = cut() {
            steps.lap(.read)
            progress.add(steps.take())
            if committed.contains(segment.number) { continue }
            progress.update { $0.recordBytesCut += segment.cost }
            return segment
        }
        return nil
    }

    private mutating func cut() -> RawSegment? {
        var segment = RawSegment(number: number)
        var clock = InputClock()
        defer { progress.add(clock.times) }
        while position.input < inputs.count {
            if segment.cost >= Self.segmentBytes || segment.items.count >= configuration.resources.segmentRecords {
                break
            }
            if stop.isSet { return nil }
            let reader = openReader()
            let before = reader.fileBytesRead
            let item = reader.next()
            let read = reader.fileBytesRead - before
            if read > 0 { progress.update { $0.inputBytesRead += read } }
            guard let item else {
                closeReader(reader, &segment)
                clock.lap(position.input - 1)
                continue
            }
            take(item, into: &segment)
        }
        if position.input < inputs.count { clock.lap(position.input) }
        guard !segment.items.isEmpty || !segment.completed.isEmpty || !segment.unreadable.isEmpty else { return nil }
        segment.end = position
        number += 1
        return segment
    }

    private mutating func openReader() -> InputReader {
        if let reader { return reader }
        let name = inputs[position.input].file
        let opened = InputReader(path: name, name: name, configuration: configuration)
        reader = opened
        return opened
    }

    private mutating func take(_ item: IntakeItem, into segment: inout RawSegment) {
        if case .auxiliary(let kind) = item {
            // What precedes the first record that is not committed was counted then.
            if toSkip == 0 { segment.auxiliary[position.input, default: [:]][kind, default: 0] += 1 }
            return
        }
        if toSkip > 0 {
            toSkip -= 1
            if toSkip == 0 { endSkipping() }
            return
        }
        segment.items.append((position.input, item))
        segment.cost += Self.cost(of: item)
        position.ordinal += 1
    }

    /// The way to where an interrupted run goes on is not the run's work.
    private func endSkipping() {
        progress.update { $0.inputBytesSkipped = $0.inputBytesRead }
        progress.restartPhaseClock()
    }

    private mutating func closeReader(_ ended: InputReader, _ segment: inout RawSegment) {
        let before = ended.fileBytesRead
        if let identity = ended.finish() {
            segment.completed[position.input] = identity
        } else {
            segment.unreadable.append(position.input)
        }
        let rest = max(0, ended.fileBytesRead - before)
        progress.update { $0.inputBytesRead += rest }
        reader = nil
        position = Position(input: position.input + 1, ordinal: 0)
        toSkip = 0
    }

    private static func cost(of item: IntakeItem) -> Int {
        switch item {
        case .record(let record): record.bytes.count
        case .reject(let reject): reject.payload?.count ?? 0
        case .auxiliary: 0
        }
    }
}
