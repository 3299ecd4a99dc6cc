import Deduplication
package import Model

/// What follows from the configuration of duplicates without being written in it.
package struct DuplicateSettings {
    /// How candidates are found, in one sentence.
    package let summary: String
    /// What is wrong with the wanted similarity; nil when texts as alike as it says are found.
    package let warning: String?

    package init(_ configuration: Configuration) {
        let similarity = configuration.dedupe.similarity
        let found = Self.percent(Banding.meeting(at: similarity))
        summary =
            "near-duplicates: \(Banding.wholeBands) bands of \(Banding.rows) rows for the whole text and "
            + "\(Banding.headBands) for its beginning; of texts as alike as dedupe.similarity (\(similarity)) "
            + "\(found) are compared, of texts as alike as 0.5 \(Self.percent(Banding.meeting(at: 0.5)))"
        if configuration.dedupe.cutBoilerplate, !configuration.dedupe.near {
            warning = "dedupe.cut_boilerplate does nothing without dedupe.near: copies would count as stories"
            return
        }
        let needed = Banding.bands(for: similarity)
        warning =
            configuration.dedupe.near && Banding.meeting(at: similarity) < 0.95
            ? "dedupe.similarity \(similarity): only \(found) of the texts that are just this alike are compared "
                + "(\(needed == .max ? "no number of" : "\(needed)") bands would be needed, there are \(Banding.wholeBands)); "
                + "0.6 and above are found"
            : nil
    }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded(.down))
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
