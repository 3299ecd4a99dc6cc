internal import Language
package import Model
import Text

/// Repairs the text and the short facts of an article, in place, and applies the configured filters.
///
/// The steps run in this order, since each builds on the ones before:
/// 1. characters: mojibake, character references, controls and odd spaces, normalization form C;
/// 2. spacing, then lines: word division and wrapping undone, one line per paragraph, no blank lines;
/// 3. quotation marks, then marks torn from their paragraph;
/// 4. boilerplate lines, repeated paragraphs, the dateline;
/// 5. when nothing changes any more: the language, by the text and by what was declared.
///
/// A step can give an earlier one new work (a cut paragraph brings a torn mark to its partner), so the steps run again
/// until nothing changes: normalizing twice is normalizing once. Clean text costs little more than one scan. Every step
/// counts what it did in `article.repairs`. One value serves one thread; its buffers are reused from article to
/// article.
package struct Normalizer {
    /// Rounds after which a hostile text is left as it is. Real text needs two or three.
    private static let maximumRounds = 10

    private let options: Configuration.Normalize
    private let filters: TextFilters
    private var rewriter = Rewriter()
    private var facts: FactRepair
    private var characters: CharacterRepairs
    private var spacing = Spacing()
    private var lines: LineRepair
    private var quotes = QuotationMarks()
    private var tornQuotes = TornQuotes()
    private var paragraphs = Paragraphs()
    private var repetitions = RepeatedParagraphs()
    private let boilerplate = BoilerplateLines()
    private let dateline = DatelineRepair()
    private var language = LanguageIdentifier()

    package init(configuration: Configuration) {
        options = configuration.normalize
        filters = TextFilters(filters: configuration.filters)
        facts = FactRepair(
            repairsMojibake: options.mojibake, repairsQuotes: options.quotes, joinsDividedWords: options.hyphenation)
        characters = CharacterRepairs(repairsMojibake: options.mojibake, joinsDividedWords: options.hyphenation)
        lines = LineRepair(joinsDividedWords: options.hyphenation)
    }

    /// Normalizes `article`, whose text is valid UTF-8 and stays so.
    ///
    /// Returns a reject when no letter is left (`no_text`), or when a filter drops the article; its `bytes` are those
    /// of the normalized text, and its `payload` is left to the caller, who has the record.
    package mutating func normalize(_ article: inout Article) -> Reject? {
        normalizeFacts(of: &article)
        // Taken out of the article, so that the steps are sole owners of the buffer.
        var text: [UInt8] = []
        swap(&text, &article.text)
        var round = Round()
        for _ in 0..<Self.maximumRounds {
            round = repair(&text, after: round, of: &article)
            guard round.needsAnother else { break }
        }
        // A dateline that was taken off the text is a fact like the others now.
        facts.apply(to: &article.dateline, with: &rewriter, repairs: &article.repairs)
        swap(&text, &article.text)
        guard Self.hasLetter(article.text.span) else {
            return Reject(
                source: article.source, stage: .normalization, reason: .noText,
                detail: "no letter is left of the text after normalization", bytes: article.text.count)
        }
        identifyLanguage(of: &article)
        return filters.reject(article)
    }

    // MARK: -

    private mutating func normalizeFacts(of article: inout Article) {
        facts.apply(to: &article, with: &rewriter)
        article.language = article.language.flatMap(LanguageTag.normalized)
        // A page that declares something else than an absolute address declares nothing.
        article.canonicalURL =
            article.canonicalURL.flatMap(URLCleaning.canonical) ?? article.url.flatMap(URLCleaning.canonical)
        if article.site == nil { article.site = article.url.flatMap(URLCleaning.site) }
    }

    private mutating func identifyLanguage(of article: inout Article) {
        let decision = language.decide(article.text.span, declared: article.language)
        article.language = decision.tag
        if decision.isContradiction { article.repairs[.language] = 1 }
    }

    /// What a round of all steps leaves to the next one.
    private struct Round {
        /// A step may have made work for an earlier one.
        var needsAnother = true
        /// Nothing in the text is suspicious, nor will be: nothing but whole lines, or the beginning of one, was taken out
        /// of a clean text. The steps that deal with suspicious characters, spaces and lines have nothing to do.
        var isClean = false
        /// The steps that take paragraphs away would find nothing more in the text as they left it.
        var isCut = false
    }

    private mutating func repair(_ text: inout [UInt8], after last: Round, of article: inout Article) -> Round {
        var (suspicion, hasNewCharacters) =
            last.isClean ? ([], false) : characters.apply(to: &text, with: &rewriter, repairs: &article.repairs)
        let wasClean = suspicion.isSubset(of: .blankLines)
        var changed = false
        if suspicion.contains(.spacing) {
            let count = article.repairs.add(spacing.apply(to: &text, with: &rewriter), .whitespace)
            // Of the characters, only the remains of mojibake care for the spaces around them.
            changed = count > 0 && suspicion.contains(.mojibake)
            // Spaces at line ends hid hyphens and blank lines.
            suspicion.formUnion([.blankLines, .hyphens])
        }
        if !suspicion.isDisjoint(with: [.blankLines, .hyphens]) {
            let (divided, wrapped) = lines.apply(to: &text, with: &rewriter)
            changed =
                article.repairs.add(divided, .hyphenation) + article.repairs.add(wrapped, .whitespace) > 0 || changed
        }
        if options.quotes {
            if suspicion.contains(.quotes) {
                changed = article.repairs.add(quotes.apply(to: &text, with: &rewriter), .quotes) > 0 || changed
            }
            changed = article.repairs.add(tornQuotes.apply(to: &text, with: &rewriter), .tornQuotes) > 0 || changed
        }
        if last.isCut, suspicion.isEmpty, !hasNewCharacters, !changed { return Round(needsAnother: false) }
        let cut = cut(&text, of: &article)
        return Round(
            needsAnother: changed || !cut.isSettled || cut.hasChanged && !wasClean, isClean: wasClean && !changed,
            isCut: cut.isSettled)
    }

    /// The steps that take paragraphs away, and the dateline.
    ///
    /// - Returns: whether they took anything, and whether they would find nothing more after that. Boilerplate at the end
    ///   settles it: it brings no two paragraphs together, leaves the first one where it is, and what is looked at for
    ///   boilerplate after it was looked at before.
    private mutating func cut(_ text: inout [UInt8], of article: inout Article) -> (hasChanged: Bool, isSettled: Bool) {
        var hasChanged = false
        var isSettled = true
        if options.repeatedParagraphs || options.boilerplateLines {
            paragraphs.find(in: text.span)
            var (lines, repeated) = (0, 0)
            if options.boilerplateLines {
                lines = article.repairs.add(boilerplate.mark(in: text.span, &paragraphs), .boilerplateLines)
            }
            if options.repeatedParagraphs {
                repeated = article.repairs.add(repetitions.mark(in: text.span, &paragraphs), .repeatedParagraphs)
            }
            if lines + repeated > 0 {
                hasChanged = true
                isSettled = repeated == 0 && paragraphs.areRemovedFromEndOnly
                paragraphs.removeMarked(from: &text, with: &rewriter)
            }
        }
        if options.dateline {
            var opening: Int?
            while let start = dateline.apply(
                to: &text, dateline: &article.dateline, title: article.title, with: &rewriter)
            {
                article.repairs[.dateline] += 1
                opening = start
            }
            if let opening {
                hasChanged = true
                isSettled = isSettled && !makesWork(openingAt: opening, in: text.span)
            }
        }
        return (hasChanged, isSettled)
    }

    /// Whether a paragraph at the head of a clean text means work for other steps, now that its dateline is gone.
    private func makesWork(openingAt start: Int, in text: Span<UInt8>) -> Bool {
        let opening = start..<text.first(0x0A, in: start..<text.count)
        return opening.isEmpty
            || options.quotes && TornQuotes.areTorn(at: opening, in: text)
            || options.boilerplateLines && boilerplate.isBoilerplate(text.extracting(opening))
            || options.repeatedParagraphs && repetitions.mayRepeat(opening, in: text)
    }

    private static func hasLetter(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            if text[index].isASCIILetter { return true }
            let (scalar, length) = UTF8Text.decode(text, at: index)
            if ScalarClass.isLetter(scalar) { return true }
            index += length
        }
        return false
    }
}
