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
        switch parser.parse(record) {
        case .reject(let reject): return .reject(withPayload(of: record, reject))
        case .draft(let draft):
            switch extractor.extract(draft) {
            case .reject(let reject): return .reject(withPayload(of: record, reject))
            case .article(var article):
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
    private var maker: ArticleMaker
    private var fingerprinter = Fingerprinter()

    init(output: String, run: Int, configuration: Configuration) {
        self.output = output
        self.run = run
        maker = ArticleMaker(configuration)
    }

    mutating func process(_ raw: RawSegment) throws -> SegmentCommit {
        var spool = SpoolSegment()
        var tallies: [Int: Tally] = [:]
        for (input, kinds) in raw.auxiliary { tallies[input, default: Tally()].auxiliary = kinds }
        for (input, item) in raw.items {
            tallies[input, default: Tally()].records += 1
            switch outcome(of: item) {
            case .article(let article):
                tallies[input, default: Tally()].articles += 1
                spool.fingerprints.append(fingerprinter.fingerprint(article))
                spool.articles.append(article)
            case .reject(let reject):
                tallies[input, default: Tally()].rejects += 1
                spool.rejects.append(reject)
            case nil:
                break
            }
        }
        let file = try spool.write(Layout.segment(raw.number, run: run), in: output)
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
