import Logging
import Mill
import Text

/// A moment of a run in words: for the terminal, for the log, and as facts for structured logs.
struct ProgressText {
    private let now: Progress.Snapshot
    private let forecast: Forecast

    init(_ now: Progress.Snapshot) {
        self.now = now
        forecast = Forecast(now)
    }

    /// `12 %, 8 s gone, about 57 s left; ingest 14 %: 640 records (80/s), ...`
    var line: String {
        var parts = whole
        parts.append("\(now.phase.rawValue)\(forecast.phaseShare.map { " " + Wording.percent($0) } ?? ""): \(work[0])")
        parts += work.dropFirst()
        return parts.joined(separator: ", ")
    }

    /// The parts of a line for a terminal, the more important first.
    var terminalParts: [String] {
        let left = forecast.secondsLeft.map { ["\(Wording.estimate($0)) left"] } ?? []
        return left + work
    }

    var phase: Progress.Phase { now.phase }

    /// Share of the phase.
    var share: Double? { forecast.phaseShare }

    private var whole: [String] {
        var parts: [String] = []
        if let share = forecast.share { parts.append(Wording.percent(share)) }
        parts.append("\(Wording.duration(now.seconds)) gone")
        parts.append(forecast.secondsLeft.map { "about \(Wording.estimate($0)) left" } ?? "time left not known yet")
        return parts
    }

    private var work: [String] {
        let counters = now.counters
        switch now.phase {
        case .starting, .finished: return [now.phase == .starting ? "looking for inputs" : "finished"]
        case .ingest:
            let bytes = counters.inputBytesRead - counters.inputBytesSkipped
            var parts = ["\(Wording.count(counters.records, "record"))\(rate(counters.records))"]
            parts.append(
                "\(Wording.size(counters.inputBytesRead)) of \(Wording.size(counters.inputBytes))"
                    + (now.phaseSeconds > 1 ? " (\(Wording.size(Int(Double(bytes) / now.phaseSeconds)))/s)" : ""))
            parts.append(Wording.count(counters.rejects, "reject"))
            return parts + slowest([.read, .parse, .extract, .normalize, .fingerprint, .spool])
        case .dedupe:
            return [
                "\(Wording.number(counters.articlesJudged)) of \(Wording.count(counters.articles, "article"))"
                    + rate(counters.articlesJudged)
            ]
        case .publish:
            return [
                "\(Wording.number(counters.articlesPublished)) of \(Wording.count(counters.articles, "article"))"
                    + rate(counters.articlesPublished),
                Wording.count(counters.duplicates, "duplicate"), Wording.count(counters.rejects, "reject"),
            ] + slowest([.entities, .encode, .write])
        }
    }

    private func rate(_ count: Int) -> String {
        now.phaseSeconds > 1 ? " (\(Wording.rate(Double(count) / now.phaseSeconds))/s)" : ""
    }

    private func slowest(_ stages: [StageName]) -> [String] {
        now.stages.slowest(of: stages).map { ["slowest: \($0.rawValue)"] } ?? []
    }

    /// The same for machines.
    var facts: Logger.Metadata {
        let counters = now.counters
        var facts: Logger.Metadata = [
            "phase": .string(now.phase.rawValue), "seconds": .stringConvertible(now.seconds),
            "records": .stringConvertible(counters.records), "articles": .stringConvertible(counters.articles),
            "duplicates": .stringConvertible(counters.duplicates), "rejects": .stringConvertible(counters.rejects),
            "input_bytes": .stringConvertible(counters.inputBytes),
            "input_bytes_read": .stringConvertible(counters.inputBytesRead),
        ]
        if let run = now.run { facts["run"] = .stringConvertible(run) }
        if let share = forecast.share { facts["share"] = .stringConvertible(share) }
        if let share = forecast.phaseShare { facts["phase_share"] = .stringConvertible(share) }
        if let left = forecast.secondsLeft { facts["seconds_left"] = .stringConvertible(left) }
        return facts
    }
}
