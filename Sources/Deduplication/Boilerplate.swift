/// When a paragraph belongs to a site and not to the story that it stands in.
///
/// Footers, terms of use and offers of newsletters stand under a share of all that a site publishes; the background of an
/// affair stands in as many stories as the affair has, however long the site's archive is. The square root lies between the
/// two: in an archive of 10,000 stories a paragraph must have stood in 100 of them.
enum Boilerplate {
    /// Stories that say enough of a small site.
    static let fewestStories: UInt64 = 8
    /// Paragraphs at the beginning of a text are its own, whatever other stories have.
    static let firstParagraphs = 2
    /// Shingles that must be left of a text, some thirty words; else all of it stays.
    static let fewestShingles = 24

    /// - Parameter siteStories: number of stories of the site, this one among them.
    static func has(_ stories: UInt64, of siteStories: UInt64) -> Bool {
        guard stories >= fewestStories else { return false }
        let (square, overflows) = stories.multipliedReportingOverflow(by: stories)
        return overflows || square >= siteStories
    }
}
