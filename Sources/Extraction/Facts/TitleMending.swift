import Text

/// What is added to a headline where it is shown: a kicker in front, a date, a section or an ellipsis behind.
enum TitleMending {
    /// Letters of a headline, in bytes of its key, below which it may be a kicker itself.
    private static let least = 15

    /// `title` without what the other places that state the headline show to be no part of it.
    ///
    /// - Parameters:
    ///   - stated: what the page's head and its JSON-LD say.
    ///   - headings: its `h1` elements. A kicker may stand beside them, so they cannot tell that there is none.
    static func mended(_ title: String, among stated: [String], headings: [String]) -> String {
        var title = completed(title, among: stated + headings)
        title = withoutKicker(title, stated, headings)
        return withoutTail(title, among: stated + headings)
    }

    /// `Minister resigns after …` is completed.
    private static func completed(_ title: String, among others: [String]) -> String {
        guard title.hasSuffix("…") || title.hasSuffix("...") else { return title }
        let key = FactText.key(title)
        guard key.utf8.count >= least else { return title }
        return others.first { FactText.key($0).hasPrefix(key) && !$0.hasSuffix("…") && !$0.hasSuffix("...") } ?? title
    }

    /// `Crisis in Harbour Town: Minister resigns` where the head says `Minister resigns`, or where heading and head have
    /// different kickers.
    private static func withoutKicker(_ title: String, _ stated: [String], _ headings: [String]) -> String {
        let others = stated + headings
        for split in SiteNames.splits(of: title) {
            let (kicker, key) = (FactText.key(split.head), FactText.key(split.tail))
            guard key.utf8.count >= least else { break }
            if let other = stated.first(where: { FactText.key($0) == key }) { return other }
            guard kicker.utf8.count < key.utf8.count else { continue }
            for other in others where FactText.key(other) != FactText.key(title) {
                let same = SiteNames.splits(of: other).first { FactText.key($0.tail) == key }
                if let same, !TitleVote.resembles(same.head, split.head) { return split.tail }
            }
        }
        // A date or a label in an element of its own: two places have the headline without it.
        let key = FactText.key(title)
        for other in others {
            let otherKey = FactText.key(other)
            guard otherKey.utf8.count >= least, otherKey.utf8.count < key.utf8.count, key.hasSuffix(otherKey),
                others.count(where: { FactText.key($0) == otherKey }) >= 2,
                key.dropLast(otherKey.count).contains(where: \.isNumber)
            else { continue }
            return other
        }
        return title
    }

    /// `Minister resigns | Politics`, `Minister resigns (video)` where another place says `Minister resigns`.
    private static func withoutTail(_ title: String, among others: [String]) -> String {
        if let bar = SiteNames.splits(of: title, with: [" | "]).first, FactText.key(bar.head).utf8.count >= 20 {
            return bar.head
        }
        let key = FactText.key(title)
        for other in others {
            let otherKey = FactText.key(other)
            guard otherKey.utf8.count >= least, otherKey.utf8.count < key.utf8.count, key.hasPrefix(otherKey),
                others.count(where: { FactText.key($0) == otherKey }) >= 2
            else { continue }
            let rest = String(key.dropFirst(otherKey.count))
            // Brackets, or the day it was posted.
            if title.hasPrefix(other + " (") || rest.contains(where: \.isNumber) && NewsDate.parse(tail(of: title)) != nil {
                return other
            }
        }
        return title
    }

    private static func tail(of title: String) -> String { String(title.suffix(40)) }
}
