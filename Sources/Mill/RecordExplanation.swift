internal import Glibc
package import Model
package import Store
import Text

/// A record of an output directory, found by what a person knows of it.
package struct RecordExplanation {
    package enum Query: Sendable, Equatable {
        case id(RecordID)
        case address(String)
        case place(file: String, ordinal: Int)

        /// An id, an address, or `FILE#ORDINAL`; nil for anything else (the path of a page, say).
        package init?(_ text: String) {
            if let id = RecordID(text) {
                self = .id(id)
            } else if let mark = text.lastIndex(of: "#"), let ordinal = Int(text[text.index(after: mark)...]),
                !text[..<mark].contains("://")
            {
                self = .place(file: String(text[..<mark]), ordinal: ordinal)
            } else if text.contains("://") {
                self = .address(text)
            } else {
                return nil
            }
        }
    }

    package let kind: ShardKind
    package let shard: String
    package let run: Int
    /// Of an article or a duplicate.
    package let id: RecordID?
    package let source: Source
    /// What is known of the record, by name, in the order of its keys.
    package let facts: [(name: String, value: String)]
    package let entities: [String]
    /// As it was published; empty for a reject.
    package let text: [UInt8]
    /// Paragraphs that it lost as boilerplate of its site.
    package let cutParagraphs: Int

    /// Every record that answers to the query: articles, duplicates, rejects.
    package static func all(_ query: Query, in output: String) throws -> [RecordExplanation] {
        let ledger = try Ledger(of: output)
        let needle = Array(query.needle.utf8)
        var found: [RecordExplanation] = []
        for kind in ShardKind.allCases {
            for shard in ledger.shards where shard.kind == kind {
                try ShardReader(output + "/" + shard.file.path).forEachLine { line in
                    guard contains(line, needle) else { return }
                    let record = try JSONValue(parsing: line)
                    guard let source = Source(record["source"]), query.matches(record, source) else { return }
                    found.append(RecordExplanation(record, source, shard))
                }
            }
        }
        return found
    }

    private init(_ record: JSONValue, _ source: Source, _ shard: Ledger.Shard) {
        kind = shard.kind
        self.shard = shard.file.path
        run = shard.run
        id = record["id"]?.string.flatMap { RecordID($0) }
        self.source = source
        var facts: [(name: String, value: String)] = []
        let names = [
            "title", "url", "canonical_url", "site", "published", "modified", "section", "language", "dateline", "kind",
            "rule", "duplicate_of", "supersedes", "revises", "stage", "reason", "detail",
        ]
        for name in names { if let value = record[name]?.string { facts.append((name, value)) } }
        for name in ["similarity", "containment"] {
            if let value = record[name]?.double { facts.append((name, "\(value)")) }
        }
        if let repairs = record["repairs"]?.members, !repairs.isEmpty {
            facts.append(("repairs", repairs.map { "\($0.key) \($0.value.integer ?? 0)" }.joined(separator: ", ")))
        }
        self.facts = facts
        text = record["text"]?.utf8 ?? []
        cutParagraphs = record["repairs"]?[Repair.boilerplateParagraphs.rawValue]?.integer ?? 0
        entities = (record["entities"]?.elements ?? []).map(Self.text)
    }

    /// `PERSON Anselm Rourke (former Foreign Minister), 3 mentions by tagger`
    private static func text(_ entity: JSONValue) -> String {
        let mentions = entity["mentions"]?.elements ?? []
        let ways = mentions.reduce(into: [String]()) { ways, mention in
            if let way = mention["by"]?.string, !ways.contains(way) { ways.append(way) }
        }
        let more = ["title", "role", "value", "unit", "country"].compactMap { entity[$0]?.string }
        let head = [entity["type"]?.string, entity["name"]?.string].compactMap { $0 }.joined(separator: " ")
        return head + (more.isEmpty ? "" : " (\(more.joined(separator: ", ")))")
            + ", \(mentions.count) mention\(mentions.count == 1 ? "" : "s") by \(ways.joined(separator: ", "))"
    }

    /// Whether a line holds the text; only then it is worth parsing.
    private static func contains(_ line: [UInt8], _ needle: [UInt8]) -> Bool {
        line.withUnsafeBytes { line in
            needle.withUnsafeBytes { needle in
                guard let head = line.baseAddress, let text = needle.baseAddress else { return false }
                var start = 0
                while line.count - start >= needle.count {
                    let room = line.count - start - needle.count + 1
                    guard let found = memchr(head + start, Int32(needle[0]), room) else { return false }
                    if memcmp(found, text, needle.count) == 0 { return true }
                    start = UnsafeRawPointer(found) - head + 1
                }
                return false
            }
        }
    }
}

extension RecordExplanation.Query {
    /// What a line must contain.
    fileprivate var needle: String {
        switch self {
        case .id(let id): id.description
        case .address(let address): address
        case .place(_, let ordinal): "\"ordinal\":\(ordinal),"
        }
    }

    fileprivate func matches(_ record: JSONValue, _ source: Source) -> Bool {
        switch self {
        case .id(let id): record["id"]?.string == id.description
        case .address(let address): record["url"]?.string == address || record["canonical_url"]?.string == address
        case .place(let file, let ordinal): source.file == file && source.ordinal == ordinal
        }
    }
}
