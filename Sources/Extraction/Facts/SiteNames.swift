import Text

/// Titles with the site's name in front or behind: `Headline | Section | Site`.
enum SiteNames {
    /// These stand inside headlines, too.
    private static let dashes = [" - ", " – ", " — ", " ― ", " / "]
    private static let bars = [" | ", " :: ", " » ", " · ", " • ", "｜", " ‹ ", " « ", " ⋅ ", " ~ ", "│", " ǀ "]

    /// How far a text may be cut.
    enum Trust {
        /// Only what is the site's name goes.
        case headline
        /// Short tails behind a bar go as well: what pages give to social networks.
        case social
        /// Every short tail goes: what pages give to browsers.
        case document
    }

    /// Cut at the last separator, when what follows is the site's name or too short to be half of a headline.
    ///
    /// The first cut tells which separator the page uses; what it holds inside the headline stays.
    static func withoutSite(_ title: String, site: String?, trust: Trust) -> String {
        var text = title
        let site = site.map(FactText.key) ?? ""
        var used: String?
        for _ in 0..<3 {
            guard let last = splits(of: text, with: bars + dashes).last, used == nil || used == last.separator else { break }
            let tail = FactText.key(last.tail)
            let isSite = !site.isEmpty && !tail.isEmpty && (site.contains(tail) || tail.contains(site))
            let isShort =
                last.tail.unicodeScalars.count < 25 && trust != .headline
                && (trust == .document || bars.contains(last.separator) || site.isEmpty)
            guard isSite || isShort, FactText.key(last.head).utf8.count >= (isSite ? 3 : 10) else { break }
            text = last.head
            used = last.separator
        }
        // "Site: Headline", "Site | Headline"
        if !site.isEmpty, let first = splits(of: text).first, FactText.key(first.head) == site,
            FactText.key(first.tail).utf8.count >= 10
        {
            text = first.tail
        }
        return text
    }

    struct Split {
        var head: String
        var separator: String
        var tail: String
    }

    /// The two parts at every separator, from the first to the last.
    static func splits(of text: String) -> [Split] { splits(of: text, with: bars + dashes + [": "]) }

    static func splits(of text: String, with separators: [String]) -> [Split] {
        let bytes = Array(text.utf8)
        var found: [Split] = []
        var position = 1
        while position < bytes.count, found.count < 12 {
            // Most bytes begin none.
            let mayBegin = bytes[position] == 0x20 || bytes[position] == UInt8(ascii: ":") || bytes[position] >= 0xE2
            let separator = mayBegin ? separators.first { bytes[position...].starts(with: $0.utf8) } : nil
            guard let separator else {
                position += 1
                continue
            }
            let end = position + separator.utf8.count
            if end < bytes.count {
                let head = String(decoding: bytes[..<position], as: UTF8.self)
                found.append(
                    Split(head: head, separator: separator, tail: String(decoding: bytes[end...], as: UTF8.self)))
            }
            position = end
        }
        return found
    }
}
