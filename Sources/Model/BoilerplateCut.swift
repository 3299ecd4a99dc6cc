internal import Text

/// Which paragraphs of a document are boilerplate of its site.
package struct BoilerplateCut: Sendable, Equatable {
    /// Number of the document among all that the output directory ever took in.
    package var document: Int
    package var paragraphs: ParagraphSet

    package init(document: Int, paragraphs: ParagraphSet) {
        self.document = document
        self.paragraphs = paragraphs
    }
}

/// What cutting boilerplate comes to in a run.
package struct BoilerplateCounts: Sendable, Equatable {
    /// Records that lose paragraphs.
    package var records = 0
    /// Paragraphs that they lose.
    package var paragraphs = 0
    /// Paragraphs of sites that passed for stories' own until this run.
    package var learned = 0
    /// How often stories that earlier runs published have these; they would lose them today.
    package var published = 0

    package init() {}

    /// By the names that journal and `run.json` give them.
    package var named: [(name: String, count: Int)] {
        [("records", records), ("paragraphs", paragraphs), ("learned", learned), ("published", published)]
    }

    /// For people; the beginning of a sentence or all of it.
    package var sentence: String {
        let cut = "\(Wording.count(paragraphs, "boilerplate paragraph")) cut from \(Wording.count(records, "record"))"
        guard published > 0 else { return cut }
        return cut + "; \(Wording.count(learned, "paragraph")) newly learned, which earlier runs published "
            + Wording.count(published, "time")
    }

    package static func += (a: inout BoilerplateCounts, b: BoilerplateCounts) {
        a.records += b.records
        a.paragraphs += b.paragraphs
        a.learned += b.learned
        a.published += b.published
    }
}
