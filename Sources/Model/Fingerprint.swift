/// What the dedupe phase needs to know of an article.
package struct Fingerprint: Sendable, Equatable {
    package var id: RecordID
    /// 128-bit hash of the folded text.
    package var text: RecordID
    /// 128-bit hash of the cleaned URL, or of the canonical one without it; zero where there is none.
    package var url: RecordID

    /// Size in the spool.
    package static let bytes = 48

    package init(id: RecordID, text: RecordID, url: RecordID) {
        self.id = id
        self.text = text
        self.url = url
    }
}

/// That a document repeats an earlier one, and how.
package struct Decision: Sendable, Equatable {
    /// Number of the document among all that the output directory ever took in.
    package var document: Int
    package var kind: DuplicateKind
    /// The published article that it repeats, which is also its cluster.
    package var leader: RecordID

    package init(document: Int, kind: DuplicateKind, leader: RecordID) {
        self.document = document
        self.kind = kind
        self.leader = leader
    }
}

/// The raw values appear as `kind` in output records.
package enum DuplicateKind: String, Sendable, CaseIterable {
    /// The same text, but for case, punctuation and spaces.
    case exact
    /// The same text at the same URL.
    case url
    /// Another text at a URL that was seen before.
    case revision
}
