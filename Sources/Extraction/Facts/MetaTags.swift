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
