internal import Model
internal import Text

/// The fields of one JSON record, sorted by what they are for.
struct JSONFields {
    /// The object that holds the article: the record itself or one inside it.
    let object: JSONValue
    /// Ascending by rank.
    private var candidates: [Candidate] = []

    private struct Candidate {
        var role: FieldRole
        /// Lower is asked earlier: -1 to 2^31.
        var order: Int
        var value: JSONValue

        /// By role, then by order.
        var rank: Int { role.rawValue << 32 + order }
    }

    /// Sorts the members of `object` and of the facets in it; `overrides` go before everything else.
    init(_ object: JSONValue, overrides: FieldOverrides) {
        self.object = object
        candidates.reserveCapacity(12)
        collect(object, depth: 0)
        for (role, path) in overrides.paths {
            guard let value = Self.value(at: path, in: object) else { continue }
            add(Candidate(role: role, order: -1, value: value))
        }
    }

    /// Takes over what the object around this one says about the article, for roles that have nothing better.
    mutating func inherit(from outer: JSONFields) {
        for var candidate in outer.candidates where candidate.role != .text && candidate.role != .html {
            candidate.order += 1_000_000
            add(candidate)
        }
    }

    /// Whether an object describes an article, rather than wrapping one value of it.
    static func isRecord(_ value: JSONValue) -> Bool {
        var isRecord = false
        value.forEachMember { key, _ in
            if let role = FieldPresets.meaning(of: key)?.role,
                [.title, .url, .published, .authors].contains(role)
            {
                isRecord = true
            }
        }
        return isRecord
    }

    /// The first value of a role that `read` can make something of.
    func first<Fact>(_ role: FieldRole, _ read: (JSONValue) -> Fact?) -> Fact? {
        // By their places: a candidate is copied, with its hold on the document, only if it is asked.
        for place in candidates.indices where candidates[place].role == role {
            if let fact = read(candidates[place].value) { return fact }
        }
        return nil
    }

    private mutating func collect(_ object: JSONValue, depth: Int) {
        object.forEachMember { key, value in
            if value.isNull { return }
            if depth == 0, value.kind == .object, key.string.map(FieldPresets.isFacet) == true {
                return collect(value, depth: 1)
            }
            guard let (role, rank) = FieldPresets.meaning(of: key) else { return }
            // A body beside other facts is better than one among them; "source" names a crawl as often as a site, so
            // for sites the better name wins wherever it stands.
            let order = role == .site ? rank * 2 + depth : rank + depth * 1000
            add(Candidate(role: role, order: order, value: value))
        }
    }

    /// Puts a candidate in its place. Of duplicate keys the last one wins.
    private mutating func add(_ candidate: Candidate) {
        let rank = candidate.rank
        var place = candidates.count
        while place > 0, candidates[place - 1].rank > rank { place -= 1 }
        if place > 0, candidates[place - 1].rank == rank {
            candidates[place - 1] = candidate
        } else {
            candidates.insert(candidate, at: place)
        }
    }

    /// The value at a dotted path: a key as it stands, or keys and array positions from the outside in. Nil for null.
    static func value(at path: String, in object: JSONValue) -> JSONValue? {
        var value: JSONValue? = object[path]
        if value == nil {
            value = object
            for part in path.split(separator: ".") {
                value = Int(part).flatMap { value?[$0] } ?? value?[String(part)]
            }
        }
        return value?.isNull == true ? nil : value
    }
}

extension FieldPresets {
    /// As for the bytes of the key.
    fileprivate static func meaning(of key: JSONValue) -> (role: FieldRole, rank: Int)? {
        key.withUTF8 { meaning(of: $0) } ?? nil
    }
}
