/// A kind of mending that was done to a record. The raw values are keys of `repairs` in the output.
package enum Repair: String, Sendable, CaseIterable {
    /// The declared character encoding was wrong; evidence decided otherwise.
    case charset
    /// Malformed UTF-8 (or bytes without meaning in the decided encoding) replaced by U+FFFD.
    case invalidBytes = "invalid_bytes"
    /// HTTP or WARC framing that lied about lengths, chunks or compression and was read all the same.
    case framing
    /// Tree depth or text size limits that were reached in a page.
    case limits
    case mojibake
    /// Characters that were escaped twice.
    case entities
    case controls
    case invisible
    case nfc
    case hyphenation
    case whitespace
    case quotes
    case tornQuotes = "torn_quotes"
    case repeatedParagraphs = "repeated_paragraphs"
    case boilerplateLines = "boilerplate_lines"
    case boilerplateParagraphs = "boilerplate_paragraphs"
    case dateline
    /// The declared language was another than that of the text.
    case language
}

/// How often each kind of repair was made.
package struct Repairs: Sendable, Equatable {
    private var counts: [Repair: Int] = [:]

    package init() {}

    package subscript(repair: Repair) -> Int {
        get { counts[repair] ?? 0 }
        set { counts[repair] = newValue == 0 ? nil : newValue }
    }

    package var isEmpty: Bool { counts.isEmpty }

    /// Non-zero counts in the order in which `Repair` lists its cases.
    package var nonZero: [(repair: Repair, count: Int)] {
        counts.isEmpty ? [] : Repair.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    }
}
