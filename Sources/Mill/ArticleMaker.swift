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
        let result = parser.parse(record)
        steps.lap(.parse)
        switch consume result {
        case .reject(let reject): return .reject(withPayload(of: record, reject))
        case .draft(let draft):
            let result = draft.isComplete ? .article((consume draft).article) : extractor.extract(draft)
            steps.lap(.extract)
            switch consume result {
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
        let limit = configuration.limits.rejectPayloadBytes
        reject.payload = limit > 0 ? Array(record.bytes.prefix(limit)) : nil
        return reject
    }
}
