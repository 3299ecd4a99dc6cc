internal import Model
internal import Text

/// What a report counts of a published article.
struct ArticleFacts: Sendable {
    var published: NewsDate?
    /// What the record calls its site, or else the host of its address.
    var site: String?
    var language: String?
    /// Length of the text in Unicode scalars.
    var characters: Int
    var repairs: Repairs
    /// Empty where names are not wanted.
    var names: [NameFacts] = []
}

/// An entity with an id that an article names.
struct NameFacts: Sendable {
    var id: String
    var name: String
    var type: String
    var mentions: Int
}

/// What a report says of a reject.
struct RejectFacts: Sendable {
    var reason: String
    var origin: String
    var detail: String
}

/// A duplicate that may show what a cluster is about.
struct DuplicateFacts: Sendable {
    var cluster: RecordID
    var kind: String
    /// Jaccard similarity, 0 to 1.
    var similarity: Double
    var member: ReportFacts.Member
}

// MARK: - From what is being published

extension ArticleFacts {
    /// - Parameter entities: those whose names are wanted.
    static func facts(of article: Article, _ entities: [Entity]) -> ArticleFacts {
        ArticleFacts(
            published: article.published,
            site: site(article.site, address: article.canonicalURL ?? article.url),
            language: article.language,
            characters: UTF8Text.scalarCount(article.text.span),
            repairs: article.repairs,
            names: entities.compactMap { entity in
                entity.id.map {
                    NameFacts(
                        id: $0.description, name: entity.name, type: entity.type.rawValue,
                        mentions: entity.mentions.count)
                }
            })
    }
}

extension RejectFacts {
    init(_ reject: Reject) {
        reason = reject.reason.rawValue
        origin = "\(reject.source.file)#\(reject.source.ordinal)"
        detail = reject.detail
    }
}

extension DuplicateFacts {
    init(_ article: Article, _ decision: Decision) {
        cluster = decision.leader
        kind = decision.kind.rawValue
        similarity = Double(decision.similarity) / 10_000
        member = ReportFacts.Member(article)
    }
}

extension ReportFacts.Member {
    init(_ article: Article) {
        id = article.id
        title = article.title ?? ""
        let site = ArticleFacts.site(article.site, address: article.canonicalURL ?? article.url)
        facts = [site, article.published.map { String($0.iso8601.prefix(10)) }].compactMap { $0 }
        text = String(decoding: article.text, as: UTF8.self)
    }
}

// MARK: - From the shards

extension ArticleFacts {
    /// - Parameter wantsNames: whether `names` is to be filled.
    init(_ record: JSONValue, wantsNames: Bool) {
        published = record["published"]?.string.flatMap { NewsDate.parse($0) }
        site = Self.site(of: record)
        language = record["language"]?.string
        characters = record["text"]?.withUTF8 { UTF8Text.scalarCount($0.span) } ?? 0
        var repairs = Repairs()
        record["repairs"]?.forEachMember { name, count in
            if let repair = name.string.flatMap(Repair.init(rawValue:)) { repairs[repair] = count.integer ?? 0 }
        }
        self.repairs = repairs
        guard wantsNames else { return }
        record["entities"]?.forEachElement { entity in
            guard let id = entity["id"]?.string else { return }
            names.append(
                NameFacts(
                    id: id, name: entity["name"]?.string ?? "", type: entity["type"]?.string ?? "",
                    mentions: entity["mentions"]?.count ?? 0))
        }
    }

    fileprivate static func site(of record: JSONValue) -> String? {
        site(record["site"]?.string, address: (record["canonical_url"] ?? record["url"])?.string)
    }
}

extension RejectFacts {
    init(_ record: JSONValue) {
        let source = record["source"]
        reason = record["reason"]?.string ?? ""
        origin = "\(source?["file"]?.string ?? "")#\(source?["ordinal"]?.integer ?? 0)"
        detail = record["detail"]?.string ?? ""
    }
}

extension DuplicateFacts {
    /// Nil when the record does not say which article it repeats.
    init?(_ record: JSONValue) {
        guard let cluster = record["cluster"]?.string.flatMap(RecordID.init),
            let member = ReportFacts.Member(record)
        else { return nil }
        self.cluster = cluster
        kind = record["kind"]?.string ?? ""
        similarity = record["similarity"]?.double ?? 0
        self.member = member
    }
}

extension ReportFacts.Member {
    init?(_ record: JSONValue) {
        guard let id = record["id"]?.string.flatMap(RecordID.init) else { return nil }
        self.id = id
        title = record["title"]?.string ?? ""
        facts = [ArticleFacts.site(of: record), record["published"]?.string.map { String($0.prefix(10)) }]
            .compactMap { $0 }
        text = record["text"]?.string ?? ""
    }
}

// MARK: -

extension ArticleFacts {
    fileprivate static func site(_ site: String?, address: String?) -> String? {
        site ?? address.flatMap(URLCleaning.site)
    }
}
