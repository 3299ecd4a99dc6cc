internal import Model
internal import Text

/// Turns tallies into lines of `entities/`, as `docs/entity.schema.json` says.
struct EntityRowEncoder {
    private var json = JSONWriter()
    private(set) var records = 0

    /// Complete lines encoded so far.
    var lines: [UInt8] { json.bytes }
    /// Number of their bytes.
    var count: Int { json.count }

    /// Lends the lines.
    func withLines<Result>(_ body: (Span<UInt8>) -> Result) -> Result { json.withBytes(body) }

    /// A row lists so many forms and so many related entities, the most frequent ones.
    private static let aliases = 20
    static let related = 10

    struct Related {
        var entry: NameTable.Entry
        var documents: Int
    }

    mutating func clear() {
        json.clear()
        records = 0
    }

    mutating func append(_ tally: EntityTally, related: [Related]) {
        json.beginObject()
        json.entry("id", tally.id.description)
        json.key(fixed: "name")
        json.string(utf8: tally.name.span)
        json.entry("type", tally.type.rawValue)
        if tally.isPartial {
            json.key("partial")
            json.bool(true)
        }
        if let country = tally.country { json.entry("country", country) }
        if let number = tally.geonameID { json.entry("geonameid", number) }
        json.entry("documents", tally.documents)
        json.entry("mentions", tally.mentions)
        if let days = tally.days {
            json.entry("first_seen", NewsDate(daysSinceEpoch: days.lowerBound)?.iso8601 ?? "")
            json.entry("last_seen", NewsDate(daysSinceEpoch: days.upperBound)?.iso8601 ?? "")
        }
        appendMonths(tally)
        appendAliases(tally)
        appendRelated(related)
        json.endObject()
        json.endLine()
        records += 1
    }

    private mutating func appendMonths(_ tally: EntityTally) {
        json.key(fixed: "months")
        json.array(tally.months.filter { $0.key != EntityTally.undated }) { json, count in
            json.beginObject()
            json.entry("month", Self.month(count.key))
            json.entry("documents", count.documents)
            json.entry("mentions", count.mentions)
            json.endObject()
        }
    }

    /// `2026-08`
    private static func month(_ key: Int) -> String {
        let (year, month) = (String(10_000 + key / 12), String(101 + key % 12))
        return year.dropFirst() + "-" + month.dropFirst()
    }

    private mutating func appendAliases(_ tally: EntityTally) {
        let written = tally.aliases.filter { $0.mentions > 0 }.sorted {
            $0.mentions == $1.mentions ? $0.text.lexicographicallyPrecedes($1.text) : $0.mentions > $1.mentions
        }
        json.key(fixed: "aliases")
        json.array(Array(written.prefix(Self.aliases))) { json, alias in
            json.beginObject()
            json.key(fixed: "text")
            json.string(utf8: alias.text.span)
            json.entry("mentions", alias.mentions)
            json.endObject()
        }
    }

    private mutating func appendRelated(_ related: [Related]) {
        json.key(fixed: "related")
        json.array(related) { json, other in
            json.beginObject()
            json.entry("id", other.entry.id.description)
            json.key(fixed: "name")
            json.string(utf8: other.entry.name.span)
            json.entry("type", other.entry.type.rawValue)
            json.entry("documents", other.documents)
            json.endObject()
        }
    }
}
