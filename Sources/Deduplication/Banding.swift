/// How sketches are cut into bands: two texts are compared when they agree in all rows of one band.
///
/// Rows and bands follow from the similarities that are wanted. Texts of Jaccard similarity J meet with probability
/// 1 - (1 - J^rows)^bands: over 99 % at 0.6, 90 % at 0.55. The bands of the head find what the whole text hides: a brief cut from a
/// long story, a short story over a long footer.
package enum Banding {
    package static let rows = 4
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
}
