import Entities
import Model
import Report
import Store

/// A spool segment, ready for the shards.
struct PublishedSegment: Sendable {
    var number: Int
    var chunks: [ChunkEncoder.Chunk]
    /// By the input's place in the run.
    var duplicates: [Int: Int]
    /// What the segment adds to the counts of entities.
    var rollup: [UInt8]
    /// What it adds to the report; nil when nobody counts.
    var facts: SegmentFacts?
}

/// The work of the publish phase: a spool segment and the decisions about it become compressed lines.
struct PublishStage: Stage {
    /// What a worker is told: which segment, and the number of its first document.
    struct Order: Sendable {
        var segment: SegmentCommit
        var firstDocument: Int
    }

    private let output: String
    private let decisions: DecisionFile
    private let boilerplate: BoilerplateFile?
    private let places: [String: Int]
    private let noFacts: SegmentFacts?
    private let progress: Progress
    private var steps = StepClock()
    private var finder: EntityFinder?
    private var rollup = SegmentRollup()
    private var articles: ChunkEncoder
    private var duplicates: ChunkEncoder
    private var rejects: ChunkEncoder

    /// - Parameters:
    ///   - places: the place of every input in the run.
    ///   - facts: the facts of no record; nil when nobody counts.
    init(
        output: String, decisions: DecisionFile, boilerplate: BoilerplateFile?, places: [String: Int],
        facts: SegmentFacts?, configuration: Configuration, progress: Progress
    ) {
        self.output = output
        self.progress = progress
        self.decisions = decisions
        self.boilerplate = boilerplate
        self.places = places
        noFacts = facts
        finder = configuration.entities.enabled ? EntityFinder() : nil
        articles = ChunkEncoder(.articles, configuration.shards)
        duplicates = ChunkEncoder(.duplicates, configuration.shards)
        rejects = ChunkEncoder(.rejects, configuration.shards)
    }

    mutating func process(_ order: Order) throws -> PublishedSegment {
        steps.restart()
        var spool = try SpoolReader(order.segment.file, in: output)
        var document = order.firstDocument
        let documents = document..<document + spool.articles
        let decided = try decisions.decisions(in: documents)
        let cuts = try boilerplate?.cuts(in: documents) ?? [:]
        var counts: [Int: Int] = [:]
        var facts = noFacts
        var reporting = PublishedShare(to: progress)
        var article = Article(id: RecordID(high: 0, low: 0), source: .none)
        while try spool.nextArticle(into: &article) {
            if let paragraphs = cuts[document] { article.cut(paragraphs) }
            let decision = decided[document]
            document += 1
            let isDuplicate = decision.map { !$0.supersedes } ?? false
            if let decision, isDuplicate {
                if let place = places[article.source.file] { counts[place, default: 0] += 1 }
                duplicates.append(article, decision: decision, entities: [])
                facts?.add(article, decision)
            } else {
                let entities = entities(of: article)
                articles.append(article, decision: decision, entities: entities, by: finder?.method)
                facts?.add(article, entities)
            }
            reporting.tick(isDuplicate: isDuplicate)
        }
        while let reject = try spool.nextReject() {
            rejects.append(reject)
            facts?.add(reject)
        }
        let chunks = articles.take() + duplicates.take() + rejects.take()
        steps.lap(.encode)
        let table = try rollup.take()
        steps.lap(.entities)
        progress.add(steps.take())
        reporting.tell()
        return PublishedSegment(
            number: order.segment.number, chunks: chunks, duplicates: counts, rollup: table, facts: facts)
    }

    private mutating func entities(of article: Article) -> [Entity] {
        guard finder != nil else { return [] }
        steps.lap(.encode)
        var entities =
            finder?.entities(in: article.text.span, published: article.published, language: article.language) ?? []
        for place in entities.indices { entities[place].id = EntityIdentity.id(of: entities[place]) }
        rollup.add(entities, published: article.published)
        steps.lap(.entities)
        return entities
    }
}

/// Tells of a segment's progress while it is under way: it can hold thousands of articles.
private struct PublishedShare {
    private let progress: Progress
    private var articles = 0
    private var duplicates = 0
    private static let stride = 32

    init(to progress: Progress) { self.progress = progress }

    /// One more is done.
    mutating func tick(isDuplicate: Bool) {
        articles += 1
        if isDuplicate { duplicates += 1 }
        if articles >= Self.stride { tell() }
    }

    mutating func tell() {
        let more = (articles, duplicates)
        progress.update { counters in
            counters.articlesPublished += more.0
            counters.duplicatesPublished += more.1
        }
        (articles, duplicates) = (0, 0)
    }
}
