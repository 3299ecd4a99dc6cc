import Text

/// Names of people out of bylines and author fields.
struct AuthorNames {
    /// Keys that mean the site itself: its name, the initials of that, its host.
    private let site: Set<String>

    init(site: String?, host: String?) {
        var keys: Set<String> = []
        if let site {
            keys.insert(FactText.key(site))
            let initials = site.split(separator: " ").compactMap(\.first).map(String.init).joined()
            if initials.utf8.count >= 2 { keys.insert(FactText.key(initials)) }
        }
        if let host {
            keys.insert(FactText.key(host))
            keys.formUnion(host.split(separator: ".").map { FactText.key(String($0)) }.filter { $0.utf8.count > 2 })
        }
        self.site = keys
    }

    /// The people in `fields`, in order, without repeats. Never the site itself.
    func people(_ fields: [String]) -> [String] {
        var found: [String] = []
        var seen = Set<String>()
        for field in fields where !field.contains("://") {
            guard let text = FactText.lines(field) else { continue }
            for name in Bylines.split(text) where name.unicodeScalars.count <= 60 {
                let key = FactText.key(name)
                if !key.isEmpty, !site.contains(key), seen.insert(key).inserted { found.append(name) }
            }
        }
        return found
    }

    /// What a page states as its author although it is no person: the site, an editorial team.
    func organizations(_ fields: [String]) -> [String] {
        var found: [String] = []
        for field in fields {
            guard let text = FactText.clean(field), !text.contains("@"), !text.contains("://"),
                text.split(separator: " ").count <= 5, text.utf8.contains(where: { $0.isASCIILetter || $0 >= 0x80 }),
                site.contains(FactText.key(text)) || text.utf8.contains(0x20), !found.contains(text)
            else { continue }
            found.append(text)
        }
        return found
    }
}
