internal import Model
internal import Store
internal import Text

/// Reads the shards of a report's runs, once, and what the examples need of them a second time.
struct FactCollector {
    private let scope: ReportScope
    private let isStopped: () -> Bool
    private var counter: FactCounter

    /// - Parameter isStopped: asked at each record.
    static func collect(_ scope: ReportScope, isStopped: @escaping () -> Bool) throws -> FactCounter {
        var collector = FactCollector(
            // The counts over all runs are there already.
            scope: scope, isStopped: isStopped, counter: FactCounter(countsNames: !scope.isWhole))
        try collector.collect()
        return collector.counter
    }

    private mutating func collect() throws {
        try forEach(.rejects) { try $0.add(RejectFacts(JSONValue(parsing: $1))) }
        try forEach(.duplicates) { counter, line in
            let verdict = try JSONValue(parsing: RecordLine.verdict(of: line))
            counter.add(
                duplicateOf: verdict["cluster"]?.string.flatMap(RecordID.init), kind: verdict["kind"]?.string ?? "")
        }
        counter.chooseExamples()
        let examples = counter.examples
        try forEach(.articles) { counter, line in
            let wantsNames = counter.names != nil
            let article = try JSONValue(parsing: wantsNames ? line : RecordLine.withoutEntities(line))
            counter.add(ArticleFacts(article, wantsNames: wantsNames))
            guard let id = article["id"]?.string.flatMap(RecordID.init), examples.contains(id),
                let leader = ReportFacts.Member(article)
            else { return }
            counter.offer(leader: leader)
        }
        do {
            if !examples.isEmpty {
                try forEach(.duplicates) { counter, line in
                    if let duplicate = try DuplicateFacts(JSONValue(parsing: line)) { counter.offer(duplicate) }
                    if counter.hasAllDuplicates { throw Enough() }
                }
            }
        } catch is Enough {}
    }

    /// The rest of the shards has nothing that is wanted.
    private struct Enough: Error {}

    private mutating func forEach(_ kind: ShardKind, _ take: (inout FactCounter, [UInt8]) throws -> Void) throws {
        for shard in scope.shards where shard.kind == kind {
            try ShardReader(scope.output + "/" + shard.file.path).forEachLine { line in
                if isStopped() { throw ReportPage.Stopped() }
                try take(&counter, line)
            }
        }
    }
}
