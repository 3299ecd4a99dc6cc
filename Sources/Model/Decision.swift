/// That a document repeats another, and how that is known.
package struct Decision: Sendable, Equatable {
    /// Number of the document among all that the output directory ever took in.
    package var document: Int
    package var kind: DuplicateKind
    package var rule: DuplicateRule
    /// The published article that it repeats, which is also its cluster.
    package var leader: RecordID
    /// The version before it, for a revision.
    package var previous: RecordID?
    /// Published all the same, as the newest version: it supersedes `previous`.
    package var supersedes = false
    /// Jaccard similarity of the word shingles, in ten-thousandths.
    package var similarity: Int
    /// Share of the shorter text's shingles that the longer one has, in ten-thousandths.
    package var containment: Int

    package init(
        document: Int, kind: DuplicateKind, rule: DuplicateRule, leader: RecordID, previous: RecordID? = nil,
        similarity: Int = 10_000, containment: Int = 10_000
    ) {
        self.document = document
        self.kind = kind
        self.rule = rule
        self.leader = leader
        self.previous = previous
        self.similarity = similarity
        self.containment = containment
    }
}

/// The raw values appear as `kind` in output records.
package enum DuplicateKind: String, Sendable, CaseIterable {
    /// The same text, but for case, punctuation and spaces.
    case exact
    /// The same text at the same URL.
    case url
    /// A changed text that is known by its address, its identifier or its headline to be the same article's.
    case revision
    /// Mostly the same text.
    case near
    /// The shorter of the two texts is part of the other.
    case contained
}

/// What settled that two texts are one story. The raw values appear as `rule` in output records.
package enum DuplicateRule: String, Sendable, CaseIterable {
    /// The hashes of the folded texts are equal.
    case sameText = "same_text"
    /// Most word shingles are shared.
    case similarity
    /// Many word shingles are shared, the same beginning, and the same names and numbers in the same places.
    case similarFacts = "similar_facts"
    /// Nearly all shingles of the shorter text, its beginning among them, are in the longer one.
    case containment
    /// The same address, and texts alike enough for a version.
    case sameAddress = "same_address"
    /// The same native identifier, likewise.
    case sameIdentifier = "same_identifier"
}
