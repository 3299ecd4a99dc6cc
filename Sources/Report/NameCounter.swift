internal import Store
internal import Text

/// The names that most articles have, of every type.
struct NameCounter {
    static let types = ["PERSON", "ORG", "LOC", "NORP", "MISC"]
    private static let perType = 10
    private static let limit = 200_000

    private var entities: [String: Counted] = [:]

    private struct Counted {
        var name: String
        var type: String
        var documents = 0
        var mentions = 0
        var months: [String: Int] = [:]
    }

    /// Counts the names of one article. Names that turn up when there is no more room are left out.
    mutating func add(_ article: ArticleFacts) {
        if article.names.isEmpty { return }
        let month = article.published.map { String($0.iso8601.prefix(7)) }
        var seen: Set<String> = []
        for name in article.names {
            guard entities[name.id] != nil || entities.count < Self.limit else { continue }
            var counted = entities[name.id] ?? Counted(name: name.name, type: name.type)
            counted.mentions += name.mentions
            if seen.insert(name.id).inserted {
                counted.documents += 1
                if let month { counted.months[month, default: 0] += 1 }
            }
            entities[name.id] = counted
        }
    }

    func highest() -> [ReportFacts.NamedEntity] {
        let all = entities.map { id, counted in
            ReportFacts.NamedEntity(
                id: id, name: counted.name, type: counted.type,
                isPartial: counted.type == "PERSON" && !counted.name.utf8.contains(0x20), documents: counted.documents,
                mentions: counted.mentions, months: counted.months.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            )
        }
        return Self.highest(all)
    }

    /// From the lines of `entities/`.
    static func highest(of rollup: Rollup, in output: String) throws -> [ReportFacts.NamedEntity] {
        var best: [ReportFacts.NamedEntity] = []
        // Fewer documents than this are not among the highest of any type.
        var floor = 0
        for shard in rollup.shards {
            try ShardReader(output + "/" + shard.file.path).forEachLine { line in
                if floor > 0, let documents = documents(of: line), documents < floor { return }
                let row = try JSONValue(parsing: line)
                best.append(
                    ReportFacts.NamedEntity(
                        id: row["id"]?.string ?? "", name: row["name"]?.string ?? "", type: row["type"]?.string ?? "",
                        isPartial: row["partial"]?.bool ?? false, documents: row["documents"]?.integer ?? 0,
                        mentions: row["mentions"]?.integer ?? 0,
                        months: row["months"]?.elements.map {
                            ($0["month"]?.string ?? "", $0["documents"]?.integer ?? 0)
                        } ?? []))
                if best.count >= 4096 {
                    best = highest(best)
                    floor = best.count == types.count * perType ? best.reduce(.max) { min($0, $1.documents) } : 0
                }
            }
        }
        return highest(best)
    }

    /// What a line says of its documents, without reading the rest: nearly all entities are in a few only. A key in a name or an
    /// alias would have its quotation marks escaped.
    private static func documents(of line: [UInt8]) -> Int? {
        let key = Array(",\"documents\":".utf8)
        guard let start = line.indices.first(where: { line[$0] == key[0] && line[$0...].starts(with: key) }) else {
            return nil
        }
        var documents = 0
        for byte in line[(start + key.count)...].prefix(18) {
            guard let digit = byte.asciiDigitValue else { break }
            documents = documents * 10 + digit
        }
        return documents
    }

    /// The highest of each type, in the order of the types.
    private static func highest(_ entities: [ReportFacts.NamedEntity]) -> [ReportFacts.NamedEntity] {
        let ranked = entities.sorted { a, b in
            if a.documents != b.documents { return a.documents > b.documents }
            return a.mentions == b.mentions ? a.id < b.id : a.mentions > b.mentions
        }
        return types.flatMap { type in ranked.lazy.filter { $0.type == type }.prefix(perType) }
    }
}
