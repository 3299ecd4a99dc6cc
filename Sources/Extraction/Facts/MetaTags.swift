import Text

/// The page's `meta` elements, asked by name in order of trust.
struct MetaTags {
    private var values: [String: [String]] = [:]

    init(_ parts: PageParts) {
        for meta in parts.metas {
            let key = parts.string(meta.key)
            guard let value = FactText.clean(parts.string(meta.value)) else { continue }
            values[key, default: []].append(value)
        }
    }

    /// The first value of the first name that has one.
    func first(_ names: String...) -> String? {
        for name in names {
            if let value = values[name]?.first { return value }
        }
        return nil
    }

    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// `twitter:data1` where `twitter:label1` begins with one of the words (lower case): "Written by", "Verfasst von".
    func card(_ labels: String...) -> String? {
        for number in ["1", "2"] {
            guard let label = first("twitter:label" + number)?.lowercased() else { continue }
            if labels.contains(where: { label.hasPrefix($0) }) { return first("twitter:data" + number) }
        }
        return nil
    }

    /// The date of an unknown name that speaks of publishing: `published_on`, `w-published-date`, `pub_date`.
    var publicationDate: NewsDate? {
        let names = values.keys.filter { name in
            (name.contains("publish") || name.contains("pubdate") || name.contains("pub_date") || name.contains("pub-date"))
                && !["modif", "updat", "expire", "publisher"].contains(where: name.contains)
        }
        // The first in the order of the alphabet, as a dictionary has none.
        return date(names.sorted())
    }

    /// The first name whose value reads as a date.
    func date(_ names: [String]) -> NewsDate? {
        for name in names {
            for value in values[name] ?? [] {
                if let date = NewsDate.parse(value) { return date }
            }
        }
        return nil
    }
}
