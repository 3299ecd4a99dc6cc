package import Model

/// Where the fingerprints of a run are.
package protocol FingerprintSource: AnyObject {
    /// Number of documents of the run.
    var count: Int { get }
    /// Visits the fingerprints of documents in `range` (from 0), in order; their `evidence` may be empty.
    func forEach(in range: Range<Int>, _ visit: (Int, Fingerprint) throws -> Void) throws
    func evidence(of document: Int) throws -> [UInt8]
}

/// Makes the files of a run's index.
package protocol IndexStorage: AnyObject {
    func make(_ file: IndexFile) throws -> any ByteSink
    /// A file that is needed only until the run is decided.
    func makeTemporary() throws -> any ByteSink
}

package enum IndexFile: String, Sendable, CaseIterable {
    /// A row for every article of the run.
    case articles
    /// The evidence of those that lead.
    case evidence
    /// Sorted tables of the run, or of several that were merged.
    case tables
}

/// Decides which documents of a run repeat an earlier one, of this run or of any before it.
///
/// Documents are taken in the order of their *rank*: as they came, or as the configuration prefers them to be kept. A
/// document joins the leader that it verifiably repeats, or becomes one; so nothing chains, and what is decided depends on
/// documents of lower rank alone. Memory is bounded by taking them in blocks: one run of many blocks decides like many runs.
package struct Deduplicator {
    private let rules: Configuration.Dedupe
    private let capacity: Int
    private let articles: [ArticleTable]
    private let tables: [SortedTables]
    private let firstRank: Int
    /// So many tables may stand beside each other, however small they are.
    private let fewestTables: Int

    /// The index of the runs before, in their order.
    package struct Earlier {
        package var articles: [(rows: ByteSource, evidence: ByteSource)]
        package var tables: [ByteSource]

        package init(articles: [(rows: ByteSource, evidence: ByteSource)] = [], tables: [ByteSource] = []) {
            self.articles = articles
            self.tables = tables
        }
    }

    /// - Parameters:
    ///   - memory: bytes that the phase may take.
    ///   - firstRank: number of documents in all earlier runs.
    ///   - fewestTables: so many tables may stand beside each other, however small they are. More than one make sense where
    ///     runs follow one another quickly: to ask a few more tables costs less than to write them again after each.
    package init(
        rules: Configuration.Dedupe, memory: Int, firstRank: Int, earlier: Earlier, fewestTables: Int = 1
    ) throws {
        self.rules = rules
        self.firstRank = firstRank
        self.fewestTables = fewestTables
        capacity = Self.articles(in: memory)
        articles = try earlier.articles.map { try ArticleTable(rows: $0.rows, evidence: $0.evidence) }
        tables = try earlier.tables.map { try SortedTables($0) }
        var next = 0
        for table in articles {
            guard table.firstRank == next else { throw IndexError.damaged }
            next += table.count
        }
        guard next == firstRank else { throw IndexError.damaged }
    }

    /// How many articles are taken at once. A run of no more is written in one go: nothing is made that has to be merged.
    package static func articles(in memory: Int) -> Int {
        min(max(memory / Block.bytesPerArticle, 128), Block.maxArticles)
    }

    /// What a run came to.
    package struct Outcome {
        /// How many of the earlier tables, from the first on, stay in force beside the new one.
        package var keptTables: Int
        package var boilerplate: BoilerplateCounts
    }

    /// Decides about all documents of the run and makes its index.
    ///
    /// - Parameters:
    ///   - decide: takes the decisions about duplicates, in the order of the documents.
    ///   - cut: takes what is boilerplate of the documents, in their order, where the rules ask for it.
    package func run(
        _ source: any FingerprintSource, into storage: any IndexStorage, decide: (Decision) throws -> Void,
        cut: (BoilerplateCut) throws -> Void = { _ in }
    ) throws -> Outcome {
        var clustering = Clustering(
            rules: rules,
            index: try RunIndex(
                earlier: articles, firstRank: firstRank, rows: storage.make(.articles),
                evidence: storage.make(.evidence)
            ))
        let order = try Ranking.order(of: source, rules.keep)
        let kept =
            tables.count < fewestTables
            ? tables.count : Self.tablesToKeep(tables.map(\.articles), adding: source.count)
        // Tables that nothing is merged with are written once.
        let isAlone = kept == tables.count && source.count <= capacity
        // Ranked otherwise than they came, decisions wait to be put in the order of the documents.
        var waiting: [Decision] = []
        var parts = tables
        var start = 0
        repeat {
            let range = start..<min(start + capacity, source.count)
            var block = Block(firstRank: firstRank + start, capacity: range.count)
            try Ranking.forEach(range, order, source) { document, print in block.append(print, document: document) }
            let sink = try isAlone ? storage.make(.tables) : storage.makeTemporary()
            try clustering.decide(&block, tables: parts, source: source, into: sink) { decision in
                if order == nil { try decide(decision) } else { waiting.append(decision) }
            }
            parts.append(try SortedTables(sink.source()))
            start = range.upperBound
        } while start < source.count
        for decision in waiting.sorted(by: { $0.document < $1.document }) { try decide(decision) }
        if !isAlone { try TableMerge.merge(Array(parts[kept...]), into: storage.make(.tables)) }
        var search = BoilerplateSearch(
            source, firstRank: firstRank, in: parts, earlier: tables.count, capacity: capacity)
        // Without near-duplicates found, copies would count as stories.
        if rules.cutBoilerplate, rules.near { try search.run(cut) }
        return Outcome(keptTables: kept, boilerplate: search.counts)
    }

    /// Size-tiered merging: tables that are not larger than what follows them are merged with it, so there are at most
    /// about log2(runs) of them, and an article is written again as often.
    static func tablesToKeep(_ sizes: [Int], adding count: Int) -> Int {
        var kept = sizes.count
        var size = count
        while kept > 0, sizes[kept - 1] <= size {
            kept -= 1
            size += sizes[kept]
        }
        return kept
    }
}
