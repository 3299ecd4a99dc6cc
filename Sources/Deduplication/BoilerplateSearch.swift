internal import Model

/// Finds the paragraphs of a run's documents that are boilerplate, once all of the run is decided.
///
/// What is counted are stories, not copies: only articles that lead add to the tables. Documents are taken in stretches
/// whose keys fit in memory, and the tables stream past each.
struct BoilerplateSearch {
    /// Tables of earlier runs, then those of this one.
    private let tables: [SortedTables]
    private let earlierTables: Int
    private let capacity: Int
    private let source: any FingerprintSource
    private let firstRank: Int
    private(set) var counts = BoilerplateCounts()
    /// Paragraphs that were learned in this run and that stories of earlier runs have.
    private var learned: KeyTable

    /// - Parameters:
    ///   - earlier: how many of the tables, the first ones, are of earlier runs.
    ///   - capacity: documents that are taken at a time.
    init(
        _ source: any FingerprintSource, firstRank: Int, in tables: [SortedTables], earlier: Int, capacity: Int
    ) {
        self.source = source
        self.firstRank = firstRank
        self.tables = tables
        self.capacity = capacity
        earlierTables = earlier
        learned = KeyTable(capacity: 0)
    }

    /// - Parameter cut: takes what is to be cut, in the order of the documents.
    mutating func run(_ cut: (BoilerplateCut) throws -> Void) throws {
        var start = 0
        while start < source.count {
            let documents = start..<min(start + capacity, source.count)
            let stories = try KeyJoin.stories(of: documents, in: tables, earlier: earlierTables, source)
            for document in documents {
                let evidence = try Evidence(decoding: source.evidence(of: document))
                let found = boilerplate(of: evidence, stories)
                if found.isEmpty || evidence.shingles(outside: found) < Boilerplate.fewestShingles { continue }
                counts.records += 1
                counts.paragraphs += found.count
                try cut(BoilerplateCut(document: firstRank + document, paragraphs: found))
            }
            start = documents.upperBound
        }
    }

    private mutating func boilerplate(of evidence: Evidence, _ stories: ParagraphCounts) -> ParagraphSet {
        var found = ParagraphSet()
        var site: UInt64?
        for place in 0..<evidence.paragraphCount {
            let paragraph = evidence.paragraph(place)
            // The site stands before its paragraphs.
            if paragraph.isSite { site = paragraph.key }
            guard let site, !paragraph.isSite, paragraph.number >= Boilerplate.firstParagraphs,
                Boilerplate.has(stories.stories(with: paragraph.key), of: stories.stories(with: site))
            else { continue }
            found.insert(Int(paragraph.number))
            count(paragraph.key, of: site, stories)
        }
        return found
    }

    /// Counts a paragraph that was not known for boilerplate before this run.
    private mutating func count(_ key: UInt64, of site: UInt64, _ stories: ParagraphCounts) {
        let before = stories.earlierStories(with: key)
        if Boilerplate.has(before, of: stories.earlierStories(with: site)) || learned[key] != nil { return }
        // In memory of a fixed size: what a hostile corpus has beyond it is not counted.
        guard learned.count < Self.mostLearned else { return }
        learned[key] = 0
        counts.learned += 1
        counts.published += Int(truncatingIfNeeded: before)
    }

    private static let mostLearned = 1 << 20
}
