import Extraction
import Intake
import Model
import Normalization

/// A record on its way to an article. Owns every buffer that is reused from record to record.
struct ArticleMaker {
    private let configuration: Configuration
    private var parser: RecordParser
    /// Made when the first page comes: dumps of text have none.
    private lazy var extractor = PageExtractor(configuration: configuration)
    private var normalizer: Normalizer
    /// What the steps took.
    var steps = StepClock()

    init(_ configuration: Configuration) {
        self.configuration = configuration
        parser = RecordParser(configuration: configuration)
        normalizer = Normalizer(configuration: configuration)
    }

    enum Outcome {
        case article(Article)
        case reject(Reject)
    }

    /// What becomes of the next thing in a file; nil for what is no document.
    mutating func outcome(of item: IntakeItem) -> Outcome? {
        switch item {
        case .record(let record): make(from: record)
        case .reject(let reject): .reject(reject)
        case .auxiliary: nil
        }
    }

    /// parse ─▶ extract ─▶ normalize; the first that refuses says why.
    mutating func make(from record: RawRecord) -> Outcome {
        switch parser.parse(record) {
        case .reject(let reject):
            steps.lap(.parse)
            return .reject(withPayload(of: record, reject))
        case .draft(var draft):
            steps.lap(.parse)
            if !draft.isComplete {
                defer { steps.lap(.extract) }
                switch extractor.extract(draft) {
                case .reject(let reject): return .reject(withPayload(of: record, reject))
                case .article(let article): draft.article = article
                }
            }
            let reject = normalizer.normalize(&draft.article)
            steps.lap(.normalize)
            if let reject { return .reject(withPayload(of: record, reject)) }
            return .article(draft.article)
        }
    }

    /// A reject keeps the record as it was read, so that it can be tried again after a fix.
    private func withPayload(of record: RawRecord, _ reject: Reject) -> Reject {
        var reject = reject
        reject.bytes = record.bytes.count
        let limit = configuration.limits.rejectPayloadBytes
        reject.payload = limit > 0 ? Array(record.bytes.prefix(limit)) : nil
        return reject
    }
}
