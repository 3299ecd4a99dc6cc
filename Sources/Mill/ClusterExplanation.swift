package import Model
import Store
import Text

/// A record of an output directory together with all that tell the same story.
package struct ClusterExplanation {
    /// One record of the cluster: the published article, or one that repeats it.
    package struct Member {
        package var isPublished: Bool
        package var id: String
        /// Id of the published article that it repeats; its cluster's for a published one.
        package var leader: String
        /// Kind, rule, similarity and containment, as far as the record has them.
        package var judgement: [String]
        /// Date, address or file, and headline, as far as the record has them.
        package var facts: [String]
        package var text: String

        fileprivate init(_ record: JSONValue, isPublished: Bool) {
            self.isPublished = isPublished
            id = record["id"]?.string ?? ""
            leader = record["duplicate_of"]?.string ?? record["cluster"]?.string ?? ""
            judgement =
                ["kind", "rule"].compactMap { record[$0]?.string }
                + ["similarity", "containment"].compactMap { key in record[key]?.double.map { "\(key) \($0)" } }
            facts = [record["published"], record["url"] ?? record["source"]?["file"], record["title"]]
                .compactMap { $0?.string }
            text = record["text"]?.string ?? ""
        }
    }

    /// In the order of the shards, published ones first.
    package let members: [Member]
    /// Places in `members` of the records with the wanted id.
    package let wanted: [Int]

    /// - Returns: nil when no record has the id.
    package init?(of id: RecordID, in output: String) throws {
        let ledger = try Ledger(of: output)
        // Twice through the shards: once for the record, once for its cluster.
        var cluster: String?
        try Self.forEach(ledger, output, containing: id.description) { _, record in
            if record["id"]?.string == id.description { cluster = cluster ?? record["cluster"]?.string }
        }
        guard let cluster else { return nil }
        var members: [Member] = []
        try Self.forEach(ledger, output, containing: cluster) { isPublished, record in
            if record["cluster"]?.string == cluster { members.append(Member(record, isPublished: isPublished)) }
        }
        self.members = members
        wanted = members.indices.filter { members[$0].id == id.description }
    }

    /// The published article that a member repeats.
    package func kept(for member: Member) -> Member? {
        members.first { $0.isPublished && $0.id == member.leader }
    }

    private static func forEach(
        _ ledger: Ledger, _ output: String, containing text: String, _ visit: (Bool, JSONValue) throws -> Void
    ) throws {
        let needle = Array(text.utf8)
        for kind in [ShardKind.articles, .duplicates] {
            for shard in ledger.shards where shard.kind == kind {
                try ShardReader(output + "/" + shard.file.path).forEachLine { line in
                    guard contains(line, needle) else { return }
                    try visit(kind == .articles, JSONValue(parsing: line))
                }
            }
        }
    }

    /// Whether a line holds the text; only then it is worth parsing.
    private static func contains(_ line: [UInt8], _ needle: [UInt8]) -> Bool {
        guard let first = needle.first, line.count >= needle.count else { return false }
        var start = 0
        let last = line.count - needle.count
        while start <= last {
            guard let found = line[start...last].firstIndex(of: first) else { return false }
            if line[found..<found + needle.count].elementsEqual(needle) { return true }
            start = found + 1
        }
        return false
    }
}
