internal import Text

/// Reads the names of authors in JSON records. One per worker: it remembers bylines, since a site's few authors sign most of
/// its records. Its answers do not depend on what it remembers.
final class JSONAuthors {
    private var known = [(byline: String, names: [String])](repeating: ("", []), count: 256)

    /// Longest byline that is remembered, in bytes.
    private static let longest = 80
    /// As many elements of a list are looked at.
    private static let most = 64

    /// Names of people, from a byline, a list of names, or objects with a name in them.
    func names(_ value: JSONValue) -> [String]? {
        var names: [String] = []
        collect(value, depth: 0, into: &names)
        if names.count > 1 {
            var seen: Set<String> = []
            names.removeAll { !seen.insert($0.lowercased()).inserted }
        }
        return names.isEmpty ? nil : names
    }

    private func collect(_ value: JSONValue, depth: Int, into names: inout [String]) {
        switch value.kind {
        case .string:
            if let byline = value.utf8 { names += split(String(decoding: InlineMarkup.plain(byline), as: UTF8.self)) }
        case .array where depth < JSONFacts.deepest:
            var left = Self.most
            value.forEachElement { element in
                if left > 0 { collect(element, depth: depth + 1, into: &names) }
                left -= 1
            }
        case .object:
            let parts = [
                ["first_name", "firstname", "firstName", "given"], ["middlename"],
                ["last_name", "lastname", "lastName", "family"],
            ]
            let name = parts.compactMap { keys in keys.lazy.compactMap { value[$0]?.string }.first { !$0.isEmpty } }
            if let whole = ["name", "full_name", "fullName", "display_name", "original", "value", "text", "title"].lazy
                .compactMap({ value[$0] }).first(
                    where: { $0.kind == .string || $0.kind == .array })
            {
                collect(whole, depth: depth + 1, into: &names)
            } else if !name.isEmpty {
                names.append(name.joined(separator: " "))
            } else if let people = value["person"] ?? value["authors"], depth < JSONFacts.deepest {
                collect(people, depth: depth + 1, into: &names)
            }
        default:
            break
        }
    }

    /// As `Bylines.split`.
    private func split(_ byline: String) -> [String] {
        guard byline.utf8.count <= Self.longest else { return Bylines.split(byline) }
        let slot = Self.slot(of: byline)
        if known[slot].byline == byline { return known[slot].names }
        let names = Bylines.split(byline)
        known[slot] = (byline, names)
        return names
    }

    /// FNV-1a, folded to the number of places.
    private static func slot(of byline: String) -> Int {
        var byline = byline
        let hash = byline.withUTF8 { bytes in
            bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 255)
    }
}
