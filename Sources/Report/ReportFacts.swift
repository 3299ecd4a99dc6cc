internal import Model

/// Everything counted for a report.
struct ReportFacts {
    /// Articles by day of publication, since 1970-01-01.
    var days = BoundedCounts<Int>()
    var undated = 0
    var sites = BoundedCounts<String>()
    var withoutSite = 0
    var languages = BoundedCounts<String>()
    var withoutLanguage = 0
    /// Articles by the length of their text in Unicode scalars.
    var lengths = BoundedCounts<Int>()
    var repairs = Repairs()
    /// Duplicates by kind.
    var kinds = BoundedCounts<String>()
    /// Duplicates by the article that leads them.
    var clusters = BoundedCounts<RecordID>(limit: 1_000_000)
    var examples: [ClusterExample] = []
    var reasons = BoundedCounts<String>()
    /// The first few of each reason.
    var samples: [String: [RejectFacts]] = [:]
    var names: [NamedEntity] = []

    /// A record of a cluster.
    struct Member: Sendable {
        var id: RecordID
        var title: String
        /// Site and day, as far as they are known.
        var facts: [String]
        var text: String
    }

    /// One of the largest clusters.
    struct ClusterExample {
        var id: RecordID
        /// The article and everything that repeats it.
        var size: Int
        /// Nil when an earlier run published it.
        var leader: Member?
        var duplicate: Member?
        /// Kind of `duplicate`, and how alike it is.
        var judgement = ""
        /// No copy differs in its words.
        var isSame = true
        /// Copies that were looked at.
        var seen = 0

        /// No copy that is still to come can be a better example.
        var isSettled: Bool { !isSame || seen >= size - 1 }
    }

    /// A name over all articles.
    struct NamedEntity {
        var id: String
        var name: String
        var type: String
        var isPartial = false
        var documents: Int
        var mentions: Int
        /// Articles by month, `2026-08`; ascending.
        var months: [(month: String, documents: Int)]
    }
}
