package import Model
internal import Text

/// Turns articles and rejects into lines of the output, as `docs/article.schema.json` and `docs/reject.schema.json` say.
///
/// One per worker: the buffer is reused.
package struct RecordEncoder {
    private var json = JSONWriter()
    /// Number of `lines`.
    package private(set) var records = 0

    /// Complete lines encoded so far.
    package var lines: [UInt8] { json.bytes }
    /// Number of their bytes.
    package var count: Int { json.count }

    /// Lends the lines.
    package func withLines<Result>(_ body: (Span<UInt8>) -> Result) -> Result { json.withBytes(body) }

    package init() {}

    /// Starts afresh and keeps the memory.
    package mutating func clear() {
        json.clear()
        records = 0
    }

    private mutating func endLine() {
        json.endLine()
        records += 1
    }

    /// - Parameter decision: what makes the record a duplicate, or a version that supersedes another; nil for an article that
    ///   leads its own cluster.
    /// - Parameter method: what looked for names; nil where nothing did.
    package mutating func append(
        _ article: Article, decision: Decision?, entities: [Entity], by method: Entity.Method? = nil
    ) {
        json.beginObject()
        json.entry("id", article.id)
        append(article.source)
        json.optional("url", article.url)
        json.optional("canonical_url", article.canonicalURL)
        json.optional("site", article.site)
        json.optional("title", article.title)
        if !article.authors.isEmpty {
            json.key(fixed: "authors")
            json.array(article.authors) { $0.string($1) }
        }
        json.optional("published", article.published?.iso8601)
        json.optional("modified", article.modified?.iso8601)
        json.optional("section", article.section)
        json.optional("language", article.language)
        json.optional("description", article.description)
        json.optional("image", article.image)
        json.optional("dateline", article.dateline)
        json.key(fixed: "text")
        json.string(utf8: article.text.span)
        if !article.repairs.isEmpty {
            json.key(fixed: "repairs")
            json.beginObject()
            for entry in article.repairs.nonZero { json.entry(named: entry.repair.rawValue, entry.count) }
            json.endObject()
        }
        json.entry("cluster", decision?.leader ?? article.id)
        if let decision { append(decision) }
        append(entities, by: method)
        json.endObject()
        endLine()
    }

    private mutating func append(_ decision: Decision) {
        if decision.supersedes {
            json.optional("supersedes", decision.previous?.description)
            return
        }
        json.entry("duplicate_of", decision.leader)
        json.entry("kind", decision.kind.rawValue)
        json.entry("rule", decision.rule.rawValue)
        json.key(fixed: "similarity")
        json.share(decision.similarity)
        json.key(fixed: "containment")
        json.share(decision.containment)
        json.optional("revises", decision.previous?.description)
    }

    /// What was found about an article that is not published: `{"id", "source", "verdict"}`, and for a duplicate what a
    /// record of `duplicates/` says, with `found_in`.
    ///
    /// - Parameter isInArchive: whether the article that it repeats was there before.
    package mutating func append(id: RecordID, _ source: Source, decision: Decision?, isInArchive: Bool) {
        json.beginObject()
        json.entry("id", id)
        append(source)
        json.entry("verdict", decision == nil ? "new" : "duplicate")
        if let decision {
            append(decision)
            json.entry("found_in", isInArchive ? "archive" : "input")
        }
        json.endObject()
        endLine()
    }

    /// The same for a record that is no article.
    package mutating func append(verdictOn reject: Reject) {
        json.beginObject()
        append(reject.source)
        json.entry("verdict", "reject")
        json.entry("stage", reject.stage.rawValue)
        json.entry("reason", reject.reason.rawValue)
        json.endObject()
        endLine()
    }

    /// A line of entities alone: `{"id", "entities_by", "entities"}`.
    package mutating func append(entities: [Entity], by method: Entity.Method, of id: String?) {
        json.beginObject()
        json.optional("id", id)
        append(entities, by: method)
        json.endObject()
        endLine()
    }

    private mutating func append(_ entities: [Entity], by method: Entity.Method?) {
        json.optional("entities_by", method?.rawValue)
        if !entities.isEmpty {
            json.key(fixed: "entities")
            json.array(entities) { Self.append($1, to: &$0) }
        }
    }

    package mutating func append(_ reject: Reject) {
        json.beginObject()
        append(reject.source)
        json.entry("stage", reject.stage.rawValue)
        json.entry("reason", reject.reason.rawValue)
        json.entry("detail", reject.detail)
        json.entry("bytes", reject.bytes)
        if let payload = reject.payload {
            json.key(fixed: "payload")
            json.string(utf8: Base64.encode(payload).span)
        }
        json.endObject()
        endLine()
    }

    private mutating func append(_ source: Source) {
        json.key(fixed: "source")
        json.beginObject()
        if !source.file.isEmpty { json.entry("file", source.file) }
        json.entry("format", source.format.rawValue)
        json.entry("ordinal", source.ordinal)
        json.entry("offset", source.offset)
        json.optional("record_id", source.recordID)
        json.optional("charset", source.charset)
        json.endObject()
    }

    private static func append(_ entity: Entity, to json: inout JSONWriter) {
        json.beginObject()
        json.entry("name", entity.name)
        json.entry("type", entity.type.rawValue)
        json.optional("id", entity.id?.description)
        json.optional("value", entity.value)
        json.optional("unit", entity.unit)
        json.optional("title", entity.title)
        json.optional("role", entity.role)
        json.optional("country", entity.country)
        if let number = entity.geonameID { json.entry("geonameid", number) }
        if !entity.probable.isEmpty {
            json.key(fixed: "probable")
            json.array(entity.probable) { $0.string($1) }
        }
        json.key(fixed: "mentions")
        json.array(entity.mentions) { json, mention in
            json.beginObject()
            json.entry("start", mention.start)
            json.entry("end", mention.end)
            json.entry("text", mention.text)
            json.entry("by", mention.by.rawValue)
            json.endObject()
        }
        json.endObject()
    }
}

extension JSONWriter {
    /// A share in ten-thousandths as a decimal from 0 to 1.
    fileprivate mutating func share(_ tenThousandths: Int) {
        if tenThousandths >= 10_000 { return integer(1) }
        let digits = String(10_000 + max(0, tenThousandths)).dropFirst()
        let significant = digits.utf8.reversed().drop { $0 == UInt8(ascii: "0") }.reversed()
        raw(significant.isEmpty ? Array("0".utf8) : Array("0.".utf8) + significant)
    }

    fileprivate mutating func entry(_ name: StaticString, _ id: RecordID) {
        key(fixed: name)
        id.withDigits { string(plain: $0) }
    }

    fileprivate mutating func optional(_ name: StaticString, _ value: String?) {
        if let value { entry(name, value) }
    }
}
