import Deduplication
import Extraction
import Intake
import Model
import Normalization
import Store

/// A record on its way to an article. Owns every buffer that is reused from record to record.
struct ArticleMaker {
    private var parser: RecordParser
    private var extractor: PageExtractor
    private var normalizer: Normalizer
    private let payloadLimit: Int
    /// What the steps took.
    var steps = StepClock()

    init(_ configuration: Configuration) {
        parser = RecordParser(configuration: configuration)
        extractor = PageExtractor(configuration: configuration)
        normalizer = Normalizer(configuration: configuration)
        payloadLimit = configuration.limits.rejectPayloadBytes
    }

    enum Outcome {
        case article(Article)
        case reject(Reject)
    }

    /// parse ─▶ extract ─▶ normalize; the first that refuses says why.
    mutating func make(from record: RawRecord) -> Outcome {
        let result = parser.parse(record)
        steps.lap(.parse)
        switch result {
        case .reject(let reject): return .reject(withPayload(of: record, reject))
        case .draft(let draft):
            let result = extractor.extract(draft)
            steps.lap(.extract)
            switch result {
            case .reject(let reject): return .reject(withPayload(of: record, reject))
            case .article(var article):
                defer { steps.lap(.normalize) }
                if let reject = normalizer.normalize(&article) { return .reject(withPayload(of: record, reject)) }
                return .article(article)
            }
        }
    }

    /// A reject keeps the record as it was read, so that it can be tried again after a fix.
    private func withPayload(of record: RawRecord, _ reject: Reject) -> Reject {
        var reject = reject
        reject.bytes = record.bytes.count
        reject.payload = payloadLimit > 0 ? Array(record.bytes.prefix(payloadLimit)) : nil
        return reject
    }
}

/// The work of the ingest phase: a raw segment becomes a spool file.
struct IngestStage: Stage {
    private let output: String
    private let run: Int
    private let progress: Progress
    private var maker: ArticleMaker
    private let fingerprinter = Fingerprinter()

    init(output: String, run: Int, configuration: Configuration, progress: Progress) {
        self.output = output
        self.run = run
        self.progress = progress
        maker = ArticleMaker(configuration)
    }

    mutating func process(_ raw: RawSegment) throws -> SegmentCommit {
        var spool = SpoolSegment()
        var tallies: [Int: Tally] = [:]
        maker.steps.restart()
        for (input, kinds) in raw.auxiliary { tallies[input, default: Tally()].auxiliary = kinds }
        for (input, item) in raw.items {
            tallies[input, default: Tally()].records += 1
            switch outcome(of: item) {
            case .article(let article):
                tallies[input, default: Tally()].articles += 1
                spool.fingerprints.append(fingerprinter.fingerprint(article))
                maker.steps.lap(.fingerprint)
                spool.articles.append(article)
            case .reject(let reject):
                tallies[input, default: Tally()].rejects += 1
                spool.rejects.append(reject)
            case nil:
                break
            }
        }
        let file = try spool.write(Layout.segment(raw.number, run: run), in: output)
        maker.steps.lap(.spool)
        progress.add(maker.steps.take())
        progress.update { counters in
            counters.recordBytesDone += raw.cost
            counters.spoolBytesMade += file.bytes
        }
        return SegmentCommit(
            number: raw.number, file: file, articles: spool.articles.count, rejects: spool.rejects.count,
            end: raw.end, tallies: tallies, completed: raw.completed, unreadable: raw.unreadable)
    }

    private mutating func outcome(of item: IntakeItem) -> ArticleMaker.Outcome? {
        switch item {
        case .record(let record): maker.make(from: record)
        case .reject(let reject): .reject(reject)
        case .auxiliary: nil
        }
    }
}
