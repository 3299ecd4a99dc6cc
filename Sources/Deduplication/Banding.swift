internal import Glibc

/// How sketches are cut into bands: two texts are compared when they agree in all rows of one band.
///
/// Rows and bands follow from the similarity that is wanted (Leskovec, Rajaraman, Ullman: *Mining of Massive Datasets*,
/// 3.4): texts of Jaccard similarity J meet with probability 1 - (1 - J^rows)^bands. The bands of the head find what the
/// whole text hides: a brief cut from a long story, a short story over a long footer.
package enum Banding {
    package static let rows = 4
    /// As many as `bands(for: 0.7)`, the default of `dedupe.similarity`.
    package static let wholeBands = 24
    package static let headBands = 8
    package static let bands = wholeBands + headBands
    /// Of the articles that agree in a band, so many are compared: the first.
    static let candidatesPerBand = 8
    /// An article is compared with so many in all.
    static let candidates = 24

    /// Names everything that the contents of an index depend on. An index under another name cannot be used.
    package static let signature =
        "newsmill index 2: 5 words, 24+8 bands of 4 rows, 40-bit keys, 24-bit shingles, head of 64 words"

    /// Share of the pairs of a similarity that may be missed.
    private static let missing = 0.0015

    /// How many bands it takes that texts of a similarity meet, but for 0.15 % of them.
    package static func bands(for similarity: Double) -> Int {
        let alone = 1 - pow(similarity, Double(rows))
        return alone <= 0 ? 1 : alone >= 1 ? .max : Int((log(missing) / log(alone)).rounded(.up))
    }

    /// The probability with which texts of a similarity meet by the bands of the whole text.
    package static func meeting(at similarity: Double) -> Double {
        1 - pow(1 - pow(similarity, Double(rows)), Double(wholeBands))
    }
}
