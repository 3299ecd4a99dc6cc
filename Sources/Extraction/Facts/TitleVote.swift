/// Finds the headline among the places that state it, each in its own dress.
///
/// `title` and `og:title` carry the site's name, an `h1` may be the logo or have the kicker in front, JSON-LD may shorten.
/// Three places that agree leave no doubt. Else a `NewsArticle` in JSON-LD is the newsroom's own word; without one, the
/// `h1` wins, unless it has nothing in common with what the page's head says twice. The winner then loses what other
/// places show to be a kicker or a tail.
struct TitleVote {
    /// `headline` of JSON-LD.
    var structured: String?
    /// Whether the object that states it is a `NewsArticle` or one of its kinds.
    var isNews = false
    /// `og:title`
    var social: String?
    var twitter: String?
    var headings: [Headings.Heading] = []
    /// Texts of the first `h2` elements: some sites keep the `h1` for their name.
    var subheadings: [String] = []
    /// The `title` element.
    var document: String?
    var site: String?

    /// Share of common letter sequences below which two titles say different things.
    private static let resemblance = 0.4

    func title() -> String? {
        let structured = structured.map { SiteNames.withoutSite($0, site: site, trust: .headline) }
        let social = social.map { SiteNames.withoutSite($0, site: site, trust: .social) }
        let twitter = twitter.map { SiteNames.withoutSite($0, site: site, trust: .social) }
        let document = document.map { SiteNames.withoutSite($0, site: site, trust: .document) }
        let stated = [structured, social, twitter, document].compactMap { $0 }
        let keys = Set(stated.map(FactText.key))
        let headings = self.headings.filter { !isSiteName($0, stated: stated + subheadings) }
            .map { $0.headline(among: keys) }
        let winner = winner(headings, structured: structured, social: social, twitter: twitter, document: document)
        return winner.map { TitleMending.mended($0, among: stated, headings: headings) }
    }

    // MARK: -

    private func winner(
        _ headings: [String], structured: String?, social: String?, twitter: String?, document: String?
    ) -> String? {
        let heading = confirmed(headings) ?? headings.first
        var votes: [(key: String, count: Int, text: String)] = []
        for text in [structured, heading, social, document].compactMap({ $0 }) {
            let key = FactText.key(text)
            if key.isEmpty { continue }
            if let index = votes.firstIndex(where: { $0.key == key }) {
                votes[index].count += 1
            } else {
                votes.append((key, 1, text))
            }
        }
        if let sure = votes.first(where: { $0.count >= 3 }) { return sure.text }
        let others = headings + [social, document].compactMap { $0 }
        // The object may describe another article that the page only mentions.
        if isNews, let structured, others.isEmpty || others.contains(where: { Self.resembles(structured, $0) }) {
            return structured
        }
        if let heading {
            // What the page's head says twice, and no heading shows anything of.
            if let agreed = votes.first(where: { $0.count == 2 }),
                !Self.resembles(agreed.text, heading) || contradicts(agreed.key, FactText.key(heading), twitter)
            {
                return subheadings.first { FactText.key($0) == agreed.key } ?? agreed.text
            }
            if confirmed(headings) != nil || headings.count == 1 && heading.split(separator: " ").count >= 4 {
                return heading
            }
        }
        let shown = heading == nil ? confirmed(subheadings, least: 10) : nil
        return [structured, shown, social, twitter, heading, document].lazy.compactMap { $0 }.first { !$0.isEmpty }
    }

    /// Whether the head says a third time what it says twice, and neither it nor the heading is a longer form of the other.
    private func contradicts(_ agreed: String, _ heading: String, _ twitter: String?) -> Bool {
        structured == nil && twitter.map(FactText.key) == agreed && !agreed.contains(heading)
            && !heading.contains(agreed)
    }

    /// The longest heading that the document's title contains.
    private func confirmed(_ headings: [String], least: Int = 6) -> String? {
        guard let document = document.map(FactText.key) else { return nil }
        var best: String?
        for heading in headings.prefix(2) {
            let key = FactText.key(heading)
            if key.utf8.count >= least, document.contains(key), heading.utf8.count > best?.utf8.count ?? 0 { best = heading }
        }
        return best
    }

    /// A logo: it leads to the home page, is the site's name, or all that the document's title has beside a headline
    /// that another place states.
    private func isSiteName(_ heading: Headings.Heading, stated: [String]) -> Bool {
        let key = FactText.key(heading.text)
        if heading.leadsHome || key.isEmpty || key == site.map(FactText.key) { return true }
        guard let document, heading.text.utf8.count < 40 else { return false }
        return SiteNames.splits(of: document).contains { split in
            let (head, tail) = (FactText.key(split.head), FactText.key(split.tail))
            let rest = head == key ? tail : tail == key ? head : ""
            return rest.utf8.count > key.utf8.count && stated.contains { FactText.key($0) == rest }
        }
    }

    /// Whether two titles have more letter sequences in common than chance gives.
    static func resembles(_ one: String, _ other: String) -> Bool {
        let one = sequences(one)
        let other = sequences(other)
        guard let least = [one.count, other.count].min(), least > 0 else { return false }
        return Double(one.intersection(other).count) >= resemblance * Double(least)
    }

    /// All runs of three letters, word borders left out: serves scripts without spaces, too.
    private static func sequences(_ text: String) -> Set<UInt64> {
        let scalars = FactText.key(text).unicodeScalars.prefix(300).map { UInt64($0.value) }
        guard scalars.count >= 3 else { return Set(scalars) }
        return Set((2..<scalars.count).map { scalars[$0 - 2] << 42 | scalars[$0 - 1] << 21 | scalars[$0] })
    }
}
