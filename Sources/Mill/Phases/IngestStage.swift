import Deduplication
import Intake
import Model
import Store

/// The work of the ingest phase: a raw segment becomes a spool file.
struct IngestStage: Stage {
    private let output: String
    private let run: Int
    private let progress: Progress
    private var maker: ArticleMaker
    private let fingerprinter = Fingerprinter()
    private var writer = SpoolWriter()

    init(output: String, run: Int, configuration: Configuration, progress: Progress) {
        self.output = output
        self.run = run
        self.progress = progress
        maker = ArticleMaker(configuration)
    }

    mutating func process(_ raw: RawSegment) throws -> SegmentCommit {
        var tallies: [Int: Tally] = [:]
        var total = Tally()
        var clock = InputClock()
        maker.steps.restart()
        try writer.begin(Layout.segment(raw.number, run: run), in: output)
        for (input, kinds) in raw.auxiliary { tallies[input, default: Tally()].auxiliary = kinds }
        var current: Int?
        for (input, item) in raw.items {
            if let last = current, last != input { clock.lap(last) }
            current = input
            tallies[input, default: Tally()].records += 1
            switch maker.outcome(of: item) {
            case .article(let article):
                tallies[input, default: Tally()].articles += 1
                total.articles += 1
                let print = fingerprinter.fingerprint(article)
                maker.steps.lap(.fingerprint)
                try writer.add(article, print)
                maker.steps.lap(.spool)
            case .reject(let reject):
                tallies[input, default: Tally()].rejects += 1
                total.rejects += 1
                writer.add(reject)
            case nil:
                break
            }
        }
        if let current { clock.lap(current) }
        let file = try writer.end()
        maker.steps.lap(.spool)
        progress.add(maker.steps.take())
        progress.add(clock.times)
        progress.update { counters in
            counters.recordBytesDone += raw.cost
            counters.spoolBytesMade += file.bytes
        }
        return SegmentCommit(
            number: raw.number, file: file, articles: total.articles, rejects: total.rejects,
            end: raw.end, tallies: tallies, completed: raw.completed, unreadable: raw.unreadable)
    }
}
