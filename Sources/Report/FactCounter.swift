package import Model
internal import Store
internal import Text

/// Adds up the facts of a report, record by record in the order of the shards: while a run publishes them, or from what it
/// published.
package struct FactCounter {
    private(set) var facts = ReportFacts()
    /// Nil where the names are counted elsewhere.
    private(set) var names: NameCounter?

    static let exampleClusters = 6
    static let samplesPerReason = 3

    /// - Parameter countsNames: whether the names of these records are to be counted apart from those of all runs.
    package init(countsNames: Bool) {
        names = countsNames ? NameCounter() : nil
    }

    mutating func add(_ article: ArticleFacts) {
        if let published = article.published {
            facts.days.add(published.daysSinceEpoch)
        } else {
            facts.undated += 1
        }
        if let site = article.site { facts.sites.add(site) } else { facts.withoutSite += 1 }
        if let language = article.language { facts.languages.add(language) } else { facts.withoutLanguage += 1 }
        facts.lengths.add(article.characters)
        for entry in article.repairs.nonZero { facts.repairs[entry.repair] += entry.count }
        names?.add(article)
    }

    mutating func add(_ reject: RejectFacts) {
        facts.reasons.add(reject.reason)
        if facts.samples[reject.reason, default: []].count < Self.samplesPerReason {
            facts.samples[reject.reason, default: []].append(reject)
        }
    }

    mutating func add(duplicateOf cluster: RecordID?, kind: String) {
        facts.kinds.add(kind)
        if let cluster { facts.clusters.add(cluster) }
    }

    /// Counts what was decided of a record, if it is a duplicate.
    package mutating func add(_ decision: Decision) {
        if !decision.supersedes { add(duplicateOf: decision.leader, kind: decision.kind.rawValue) }
    }

    // MARK: Examples

    /// Takes the largest clusters for examples; all duplicates have been added.
    package mutating func chooseExamples() {
        facts.examples = facts.clusters.ranked.prefix(Self.exampleClusters).map {
            ReportFacts.ClusterExample(id: $0.key, size: $0.count + 1)
        }
    }

    /// Clusters of which the members are wanted.
    package var examples: Set<RecordID> { Set(facts.examples.map(\.id)) }

    /// No member that is still to come makes a better example.
    var hasAllDuplicates: Bool { facts.examples.allSatisfy(\.isSettled) }

    mutating func offer(leader: ReportFacts.Member) {
        if let place = facts.examples.firstIndex(where: { $0.id == leader.id }) {
            facts.examples[place].leader = leader
        }
    }

    /// The first duplicate that differs in its words is the example, or else the first.
    mutating func offer(_ duplicate: DuplicateFacts) {
        guard let place = facts.examples.firstIndex(where: { $0.id == duplicate.cluster }) else { return }
        facts.examples[place].seen += 1
        let isSame = [DuplicateKind.exact.rawValue, DuplicateKind.url.rawValue].contains(duplicate.kind)
        if facts.examples[place].duplicate != nil, isSame || !facts.examples[place].isSame { return }
        facts.examples[place].duplicate = duplicate.member
        facts.examples[place].isSame = isSame
        facts.examples[place].judgement =
            "\(duplicate.kind), \(Int((duplicate.similarity * 100).rounded())) % alike"
    }

    /// Everything that was counted.
    ///
    /// - Parameter rollup: the names over all runs, which stand for those of these records if they were not counted apart.
    func finish(_ rollup: Rollup, in output: String) throws -> ReportFacts {
        var facts = facts
        facts.names = try names?.highest() ?? NameCounter.highest(of: rollup, in: output)
        return facts
    }
}
