internal import Store
internal import Text

/// Reads the shards of a report's runs, once, and what the examples need of them a second time.
struct FactCollector {
    private let scope: ReportScope
    private var facts = ReportFacts()
    private var names: NameCounter?
    private let isStopped: () -> Bool

    static let exampleClusters = 6
    static let samplesPerReason = 3

    private init(_ scope: ReportScope, isStopped: @escaping () -> Bool) {
        self.scope = scope
        self.isStopped = isStopped
        // The counts over all runs are there already.
        names = scope.isWhole ? nil : NameCounter()
    }

    /// - Parameter isStopped: asked at each record.
    static func collect(_ scope: ReportScope, isStopped: @escaping () -> Bool) throws -> ReportFacts {
        var collector = FactCollector(scope, isStopped: isStopped)
        try collector.collect()
        return collector.facts
    }

    private mutating func collect() throws {
        try forEach(.rejects) { $0.take(reject: $1) }
        try forEach(.duplicates) { $0.take(duplicate: $1) }
        facts.examples = facts.clusters.ranked.prefix(Self.exampleClusters).map {
            ReportFacts.ClusterExample(id: $0.key, size: $0.count + 1)
        }
        try forEach(.articles) { $0.take(article: $1) }
        do {
            if !facts.examples.isEmpty { try forEach(.duplicates) { try $0.takeExample($1) } }
        } catch is Enough {}
        facts.names = try names?.highest() ?? NameCounter.highest(of: scope.ledger.rollup, in: scope.output)
    }

    private mutating func forEach(_ kind: ShardKind, _ take: (inout FactCollector, JSONValue) throws -> Void) throws {
        for shard in scope.shards where shard.kind == kind {
            try ShardReader(scope.output + "/" + shard.file.path).forEachLine { line in
                if isStopped() { throw ReportPage.Stopped() }
                let isNameless = kind == .articles && names == nil
                try take(&self, try JSONValue(parsing: isNameless ? Self.withoutEntities(line) : line))
            }
        }
    }

    /// An article's line without its entities, which are more to read than all the rest but the text. They end the line, and in a
    /// string their key would have its quotation marks escaped.
    private static func withoutEntities(_ line: [UInt8]) -> [UInt8] {
        let key = Array(",\"entities\":[".utf8)
        var place = line.count - key.count
        while place > 0, line[place] != key[0] || !line[place...].starts(with: key) { place -= 1 }
        return place > 0 ? line[..<place] + [UInt8(ascii: "}")] : line
    }

    private mutating func take(reject: JSONValue) {
        let reason = reject["reason"]?.string ?? ""
        facts.reasons.add(reason)
        guard facts.samples[reason, default: []].count < Self.samplesPerReason else { return }
        let source = reject["source"]
        facts.samples[reason, default: []].append(
            ReportFacts.RejectSample(
                origin: "\(source?["file"]?.string ?? "")#\(source?["ordinal"]?.integer ?? 0)",
                detail: reject["detail"]?.string ?? ""))
    }

    private mutating func take(duplicate: JSONValue) {
        facts.kinds.add(duplicate["kind"]?.string ?? "")
        if let cluster = duplicate["cluster"]?.string { facts.clusters.add(cluster) }
    }

    private mutating func take(article: JSONValue) {
        if let day = article["published"]?.string.flatMap({ NewsDate.parse($0) }) {
            facts.days.add(day.daysSinceEpoch)
        } else {
            facts.undated += 1
        }
        if let site = Self.site(of: article) { facts.sites.add(site) } else { facts.withoutSite += 1 }
        if let language = article["language"]?.string {
            facts.languages.add(language)
        } else {
            facts.withoutLanguage += 1
        }
        facts.lengths.add(article["text"]?.utf8?.count { $0 & 0xC0 != 0x80 } ?? 0)
        article["repairs"]?.forEachMember { name, count in
            facts.repairs.add(name.string ?? "", count.integer ?? 0)
        }
        names?.add(article)
        if let id = article["id"]?.string, let place = facts.examples.firstIndex(where: { $0.id == id }) {
            facts.examples[place].leader = Self.member(article)
        }
    }

    /// The rest of the shards has nothing that is wanted.
    private struct Enough: Error {}

    private mutating func takeExample(_ duplicate: JSONValue) throws {
        considerExample(duplicate)
        if facts.examples.allSatisfy(\.isSettled) { throw Enough() }
    }

    /// The first duplicate that differs in its words, or else the first.
    private mutating func considerExample(_ duplicate: JSONValue) {
        guard let cluster = duplicate["cluster"]?.string,
            let place = facts.examples.firstIndex(where: { $0.id == cluster })
        else { return }
        facts.examples[place].seen += 1
        let kind = duplicate["kind"]?.string ?? ""
        let isSame = ["exact", "url"].contains(kind)
        if facts.examples[place].duplicate != nil, isSame || !facts.examples[place].isSame { return }
        facts.examples[place].duplicate = Self.member(duplicate)
        facts.examples[place].isSame = isSame
        let similarity = duplicate["similarity"]?.double ?? 0
        facts.examples[place].judgement = "\(kind), \(Int((similarity * 100).rounded())) % alike"
    }

    private static func member(_ record: JSONValue) -> ReportFacts.Member {
        let day = record["published"]?.string.map { String($0.prefix(10)) }
        return ReportFacts.Member(
            id: record["id"]?.string ?? "", title: record["title"]?.string ?? "",
            facts: [site(of: record), day].compactMap { $0 }, text: record["text"]?.string ?? "")
    }

    /// What the record calls its site, or else the host of its address.
    private static func site(of record: JSONValue) -> String? {
        if let site = record["site"]?.string { return site }
        guard let url = (record["canonical_url"] ?? record["url"])?.string, let scheme = url.utf8Range(of: "://") else {
            return nil
        }
        let host = url.utf8[scheme...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        let name = String(Substring(host)).lowercased()
        return name.isEmpty ? nil : name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    }
}

extension String {
    /// Where a text that is in this one ends; nil when it is not.
    fileprivate func utf8Range(of needle: StaticString) -> String.Index? {
        let wanted = needle.withUTF8Buffer { Array($0) }
        var place = utf8.startIndex
        while place < utf8.endIndex {
            let rest = utf8[place...]
            if rest.starts(with: wanted) { return utf8.index(place, offsetBy: wanted.count) }
            place = utf8.index(after: place)
        }
        return nil
    }
}
