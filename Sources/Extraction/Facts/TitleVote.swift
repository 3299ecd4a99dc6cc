/// Finds the headline among the places that state it, each in its own dress.
///
/// `title` and `og:title` carry the site's name, JSON-LD may shorten, an `h1` may be the logo. Where three places
/// agree there is no doubt; else an `h1` that `title` contains comes first, then the page's only `h1`, JSON-LD, and
/// `og:title` without its tail.
enum TitleVote {
    static func title(
        structured: String?, social: String?, twitter: String?, headings: [String], document: String?, site: String?
    ) -> String? {
        let isOnlyHeading = headings.count == 1
        let headings = Array(headings.prefix(2))
        let documentKey = document.map(FactText.key) ?? ""
        var candidates: [String] = []
        // The longest, as a logo's name is in every page's title.
        var confirmed: String?
        for heading in headings {
            let key = FactText.key(heading)
            guard key.utf8.count >= 6, documentKey.contains(key), heading.utf8.count > confirmed?.utf8.count ?? 0 else {
                continue
            }
            confirmed = heading
        }
        if let confirmed { candidates.append(confirmed) }
        // `title` and `og:title` are often written for search engines; the page shows the headline that it gave the
        // article.
        if isOnlyHeading, let only = headings.first, only.split(separator: " ").count >= 4 { candidates.append(only) }
        if let structured { candidates.append(structured) }
        let socialHead = social.map { withoutSite($0, site: site) }
        if let socialHead { candidates.append(socialHead) }
        if let twitter { candidates.append(withoutSite(twitter, site: site)) }
        candidates += headings
        if let document { candidates.append(withoutSite(document, site: site)) }

        var votes: [(key: String, count: Int, text: String)] = []
        var seen = Set<String>()
        for (place, text) in sources(structured, socialHead, headings, document, site) {
            let key = FactText.key(text)
            guard !key.isEmpty, seen.insert("\(place) \(key)").inserted else { continue }
            if let index = votes.firstIndex(where: { $0.key == key }) {
                votes[index].count += 1
            } else {
                votes.append((key, 1, text))
            }
        }
        if let winner = votes.first(where: { $0.count >= 3 }) { return winner.text }
        return candidates.first { !$0.isEmpty }
    }

    private static func sources(
        _ structured: String?, _ social: String?, _ headings: [String], _ document: String?, _ site: String?
    ) -> [(place: Int, text: String)] {
        var sources: [(Int, String)] = []
        if let structured { sources.append((0, structured)) }
        for heading in headings { sources.append((1, heading)) }
        if let social { sources.append((2, social)) }
        if let document { sources.append((4, withoutSite(document, site: site))) }
        return sources
    }

    private static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", "｜", " ‹ ", " « "]

    /// Cut at the last separator, when what follows is the site's name or too short to be half of a headline.
    static func withoutSite(_ title: String, site: String?) -> String {
        var text = title
        let siteKey = site.map(FactText.key) ?? ""
        // "Headline | Section | Site"
        for _ in 0..<3 {
            guard let (head, tail) = lastSplit(text) else { break }
            let tailKey = FactText.key(tail)
            let isSite =
                !siteKey.isEmpty && (tailKey == siteKey || siteKey.contains(tailKey) || tailKey.contains(siteKey))
            guard isSite || tail.unicodeScalars.count < 25, FactText.key(head).utf8.count >= 10 else { break }
            text = head
        }
        return text
    }

    private static func lastSplit(_ text: String) -> (head: String, tail: String)? {
        var best: (start: String.Index, end: String.Index)?
        for separator in separators {
            guard let range = lastRange(of: separator, in: text) else { continue }
            if best == nil || range.start > (best?.start ?? range.start) { best = range }
        }
        guard let best, best.start > text.startIndex, best.end < text.endIndex else { return nil }
        return (String(text[..<best.start]), String(text[best.end...]))
    }

    private static func lastRange(of separator: String, in text: String) -> (start: String.Index, end: String.Index)? {
        let needle = Array(separator.utf8)
        let bytes = Array(text.utf8)
        guard bytes.count > needle.count else { return nil }
        var start = bytes.count - needle.count
        while start > 0 {
            if bytes[start...].starts(with: needle) {
                let from = text.utf8.index(text.startIndex, offsetBy: start)
                return (from, text.utf8.index(from, offsetBy: needle.count))
            }
            start -= 1
        }
        return nil
    }
}
