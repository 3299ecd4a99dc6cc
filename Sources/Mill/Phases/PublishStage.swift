import Entities
import Model
import Store

/// A spool segment, ready for the shards.
struct PublishedSegment: Sendable {
    var number: Int
    var chunks: [ChunkEncoder.Chunk]
    /// By the input's place in the run.
    var duplicates: [Int: Int]
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
    private let places: [String: Int]
    private var finder: EntityFinder?
    private var articles: ChunkEncoder
    private var duplicates: ChunkEncoder
    private var rejects: ChunkEncoder

    /// - Parameter places: the place of every input in the run.
    init(output: String, decisions: DecisionFile, places: [String: Int], configuration: Configuration) {
        self.output = output
        self.decisions = decisions
        self.places = places
        finder = configuration.entities.enabled ? EntityFinder() : nil
        articles = ChunkEncoder(.articles, configuration.shards)
        duplicates = ChunkEncoder(.duplicates, configuration.shards)
        rejects = ChunkEncoder(.rejects, configuration.shards)
    }

    mutating func process(_ order: Order) throws -> PublishedSegment {
        let spool = try SpoolSegment(order.segment.file, in: output)
        let documents = order.firstDocument..<order.firstDocument + spool.articles.count
        let decided = try decisions.decisions(in: documents)
        var counts: [Int: Int] = [:]
        for (document, article) in zip(documents, spool.articles) {
            let decision = decided[document]
            if let decision, !decision.supersedes {
                if let place = places[article.source.file] { counts[place, default: 0] += 1 }
                duplicates.append(article, decision: decision, entities: [])
            } else {
                articles.append(article, decision: decision, entities: entities(of: article), by: finder?.method)
            }
        }
        for reject in spool.rejects { rejects.append(reject) }
        let chunks = articles.take() + duplicates.take() + rejects.take()
        return PublishedSegment(number: order.segment.number, chunks: chunks, duplicates: counts)
    }

    private mutating func entities(of article: Article) -> [Entity] {
        finder?.entities(in: article.text.span, published: article.published, language: article.language) ?? []
    }
}
