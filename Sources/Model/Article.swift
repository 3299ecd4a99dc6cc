package import Text

/// The one value that travels from Intake to Store.
package struct Article: Sendable, Equatable {
    package var id: RecordID
    package var source: Source

    package var url: String?
    /// `url` resolved, without tracking parameters and fragment, or what the page declares.
    package var canonicalURL: String?
    package var site: String?
    package var title: String?
    package var authors: [String] = []
    package var published: NewsDate?
    package var modified: NewsDate?
    package var section: String?
    /// BCP 47.
    package var language: String?
    package var description: String?
    package var image: String?
    package var dateline: String?

    /// Valid UTF-8, paragraphs separated by one line feed.
    package var text: [UInt8] = []
    package var repairs = Repairs()

    package init(id: RecordID, source: Source) {
        self.id = id
        self.source = source
    }
}
