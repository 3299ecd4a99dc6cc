import Store
import Testing

@testable import Mill

/// A run whose parts cost what the forecast believes, on a machine that is `slowness` times slower than the one that was
/// measured.
private struct SteadyRun {
    var slowness: Double
    let inputBytes = 100_000_000
    let recordBytes = 400_000_000
    let spoolBytes = 20_000_000
    let articles = 4000
    let workers = 1

    var ingestSeconds: Double {
        (Double(recordBytes) * Forecast.Cost.recordByte + Double(spoolBytes) * Forecast.Cost.spoolByte) * slowness / 1e9
    }
    var dedupeSeconds: Double { Double(articles) * Forecast.Cost.judgedArticle * slowness / 1e9 }
    var publishSeconds: Double {
        let byte = 0.7 * Forecast.Cost.publishedByteWithEntities + 0.3 * Forecast.Cost.publishedByte
        return Double(spoolBytes) * byte * slowness / 1e9
    }
    var total: Double { ingestSeconds + dedupeSeconds + publishSeconds }

    func at(_ seconds: Double) -> Progress.Snapshot {
        var counters = Progress.Counters()
        counters.inputBytes = inputBytes
        func part(_ whole: Int, _ share: Double) -> Int { Int(Double(whole) * min(1, max(0, share))) }
        let ingested = seconds / ingestSeconds
        counters.inputBytesRead = part(inputBytes, ingested)
        counters.recordBytesCut = part(recordBytes, ingested)
        counters.recordBytesDone = counters.recordBytesCut
        counters.spoolBytes = part(spoolBytes, ingested)
        counters.spoolBytesMade = counters.spoolBytes
        counters.articles = part(articles, ingested)
        let judged = (seconds - ingestSeconds) / dedupeSeconds
        counters.articlesJudged = part(articles, judged)
        let published = (seconds - ingestSeconds - dedupeSeconds) / publishSeconds
        counters.articlesPublished = part(articles, published)
        counters.duplicatesPublished = part(articles * 3 / 10, published)
        if published >= 0 { counters.duplicates = articles * 3 / 10 }
        let phase: Progress.Phase = published >= 0 ? .publish : judged >= 0 ? .dedupe : .ingest
        let ended: [(Progress.Phase, Double)] =
            [(.ingest, ingestSeconds), (.dedupe, dedupeSeconds)].filter {
                phase == .publish || $0.0 == .ingest && phase == .dedupe
            }
        return Progress.Snapshot(
            run: 1, phase: phase, counters: counters, stages: StageTimes(), inputTimes: InputTimes(),
            phases: ended.map {
                Progress.PhaseTime(phase: $0, seconds: $1, cpuSeconds: $1, queue: QueueTimes())
            },
            seconds: seconds, phaseSeconds: seconds - ended.reduce(0) { $0 + $1.1 }, workers: workers,
            findsEntities: true, expectedDuplicates: 0.3)
    }
}

@Suite struct ForecastTests {
    @Test("on a machine of any speed the time left is right from the beginning to the end", arguments: [0.3, 1, 7])
    func steady(slowness: Double) throws {
        let run = SteadyRun(slowness: slowness)
        for percent in stride(from: 2.0, through: 98, by: 2) {
            let gone = run.total * percent / 100
            let forecast = Forecast(run.at(gone))
            let left = try #require(forecast.secondsLeft)
            #expect(abs(gone + left - run.total) < run.total * 0.03, "at \(percent) %: \(left) s left")
            #expect(abs((forecast.share ?? 0) - percent / 100) < 0.03)
        }
    }

    @Test("it says nothing while nothing is known, and nothing is left at the end")
    func ends() {
        var snapshot = SteadyRun(slowness: 1).at(0)
        #expect(Forecast(snapshot).secondsLeft == nil)
        snapshot.phase = .starting
        #expect(Forecast(snapshot).secondsLeft == nil)
        snapshot.phase = .finished
        #expect(Forecast(snapshot).secondsLeft == 0)
        #expect(Forecast(snapshot).share == 1)
    }

    @Test("what an interrupted run did before does not count as this process's speed")
    func resumed() throws {
        let run = SteadyRun(slowness: 1)
        var snapshot = run.at(run.ingestSeconds * 0.6)
        // Half of the input was skipped in no time; the tenth since then took its share.
        snapshot.counters.inputBytesSkipped = run.inputBytes / 2
        snapshot.counters.recordBytesCut = run.recordBytes / 10
        snapshot.counters.recordBytesDone = run.recordBytes / 10
        snapshot.counters.spoolBytesMade = run.spoolBytes / 10
        snapshot.phaseSeconds = run.ingestSeconds / 10
        let left = try #require(Forecast(snapshot).secondsLeft)
        let expected = run.total - run.ingestSeconds * 0.6
        #expect(abs(left - expected) < expected * 0.05, "\(left) s, not \(expected)")
    }

    @Test("duplicates that come last do not make the rest look long")
    func unevenDuplicates() throws {
        let run = SteadyRun(slowness: 1)
        var snapshot = run.at(run.total * 0.99)
        let kept = run.articles * 7 / 10
        snapshot.counters.articlesPublished = kept
        snapshot.counters.duplicatesPublished = 0
        let byte = Double(run.spoolBytes) / Double(run.articles) / 1e9
        snapshot.phaseSeconds = Double(kept) * byte * Forecast.Cost.publishedByteWithEntities
        let left = try #require(Forecast(snapshot).secondsLeft)
        let expected = Double(run.articles - kept) * byte * Forecast.Cost.publishedByte
        #expect(abs(left - expected) < expected * 0.1, "\(left) s, not \(expected)")
    }

    @Test("what a run counts on its way is at the end what it came to")
    func counters() throws {
        let workspace = try Workspace()
        try workspace.fillWithSamples(60)
        let progress = Progress()
        let run = try Run(workspace.configuration, fresh: false, progress: progress, stop: StopSignal())
        _ = try run.perform { _ in }
        let total = run.ledger.total
        let counters = try #require(progress.finished(run: 1)).counters
        #expect(total.duplicates > 0 && counters.duplicates == total.duplicates)
        #expect(counters.duplicatesPublished == total.duplicates)
        #expect(counters.articlesPublished == total.articles + total.duplicates)
        #expect(counters.articlesJudged == counters.articlesPublished)
    }

    @Test("no counters whatever, even of nothing or too much, make it anything but a number")
    func hostile() {
        for phase in Progress.Phase.allCases {
            for value in [0, 1, Int.max / 4] {
                var snapshot = SteadyRun(slowness: 1).at(1)
                snapshot.phase = phase
                snapshot.counters = Progress.Counters()
                snapshot.counters.inputBytes = value
                snapshot.counters.inputBytesRead = value
                snapshot.counters.articles = value
                snapshot.counters.spoolBytes = value
                snapshot.counters.articlesPublished = value
                snapshot.counters.duplicatesPublishedBefore = value
                snapshot.phases = []
                if let left = Forecast(snapshot).secondsLeft { #expect(left.isFinite && left >= 0) }
            }
        }
    }
}
