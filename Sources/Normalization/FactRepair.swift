import Model
import Text

/// Normalizes the short facts of an article: the same repairs of characters as its text, and one line each.
struct FactRepair {
    /// Rounds after which a hostile fact is left as it is.
    private static let maximumRounds = 8

    private var characters: CharacterRepairs
    private var quotes: QuotationMarks?
    private var spacing = Spacing()
    private var buffer: [UInt8] = []

    init(repairsMojibake: Bool, repairsQuotes: Bool, joinsDividedWords: Bool) {
        characters = CharacterRepairs(repairsMojibake: repairsMojibake, joinsDividedWords: joinsDividedWords)
        quotes = repairsQuotes ? QuotationMarks() : nil
    }

    mutating func apply(to article: inout Article, with rewriter: inout Rewriter) {
        apply(to: &article.title, with: &rewriter, repairs: &article.repairs)
        apply(to: &article.description, with: &rewriter, repairs: &article.repairs)
        apply(to: &article.dateline, with: &rewriter, repairs: &article.repairs)
        apply(to: &article.section, with: &rewriter, repairs: &article.repairs)
        apply(to: &article.site, with: &rewriter, repairs: &article.repairs)
        var authors: [String] = []
        for author in article.authors {
            var author: String? = author
            apply(to: &author, with: &rewriter, repairs: &article.repairs)
            if let author, !authors.contains(author) { authors.append(author) }
        }
        article.authors = authors
    }

    /// An empty fact becomes nil.
    mutating func apply(to fact: inout String?, with rewriter: inout Rewriter, repairs: inout Repairs) {
        guard let known = fact else { return }
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: known.utf8)
        if !buffer.isEmpty, !buffer.contains(0x0A), Suspicion(scanning: buffer.span).isEmpty { return }
        var changed = !buffer.isEmpty
        for _ in 0..<Self.maximumRounds where changed {
            let suspicion = characters.apply(to: &buffer, with: &rewriter, repairs: &repairs).left
            changed = false
            if let quotes, suspicion.contains(.quotes) {
                changed = repairs.add(quotes.apply(to: &buffer, with: &rewriter), .quotes) > 0 || changed
            }
            // Line ends go after the characters: a soft hyphen may stand before one.
            for index in buffer.indices where buffer[index] == 0x0A {
                buffer[index] = 0x20
                changed = true
            }
            changed = repairs.add(spacing.apply(to: &buffer, with: &rewriter), .whitespace) > 0 || changed
        }
        fact = buffer.isEmpty ? nil : String(decoding: buffer, as: UTF8.self)
    }
}
