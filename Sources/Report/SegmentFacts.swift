package import Model

/// The facts of a stretch of records that a worker publishes, in their order, on their way to the `FactCounter`.
package struct SegmentFacts: Sendable {
    /// Few.
    private let examples: [RecordID]
    private let wantsNames: Bool
    private(set) var articles: [ArticleFacts] = []
    private(set) var rejects: [RejectFacts] = []
    private(set) var leaders: [ReportFacts.Member] = []
    private(set) var duplicates: [DuplicateFacts] = []

    /// Facts for `counter`, which has chosen its examples.
    package init(for counter: FactCounter) {
        examples = Array(counter.examples)
        wantsNames = counter.names != nil
    }

    package mutating func add(_ article: Article, _ entities: [Entity]) {
        articles.append(.facts(of: article, wantsNames ? entities : []))
        if examples.contains(article.id) { leaders.append(ReportFacts.Member(article)) }
    }

    package mutating func add(_ duplicate: Article, _ decision: Decision) {
        if examples.contains(decision.leader) { duplicates.append(DuplicateFacts(duplicate, decision)) }
    }

    package mutating func add(_ reject: Reject) { rejects.append(RejectFacts(reject)) }
}

extension FactCounter {
    /// Adds what a segment holds; those before it were added.
    package mutating func add(_ segment: SegmentFacts) {
        for article in segment.articles { add(article) }
        for reject in segment.rejects { add(reject) }
        for leader in segment.leaders { offer(leader: leader) }
        for duplicate in segment.duplicates { offer(duplicate) }
    }
}
