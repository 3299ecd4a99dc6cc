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
    /// Few kinds occur in one article, so a short list beats a table; in the order in which `Repair` lists its cases.
    package private(set) var nonZero: [Count] = []

    package struct Count: Sendable, Equatable {
        package var repair: Repair
        package var count: Int
    }

    package init() {}

    /// Starts afresh and keeps the memory.
    package mutating func removeAll() { nonZero.removeAll(keepingCapacity: true) }

    package subscript(repair: Repair) -> Int {
        get { nonZero.first { $0.repair == repair }?.count ?? 0 }
        set {
            if let place = nonZero.firstIndex(where: { $0.repair == repair }) {
                if newValue == 0 { nonZero.remove(at: place) } else { nonZero[place].count = newValue }
                return
            }
            guard newValue != 0 else { return }
            let entry = Count(repair: repair, count: newValue)
            if let place = nonZero.firstIndex(where: { $0.repair.place > repair.place }) {
                nonZero.insert(entry, at: place)
            } else {
                nonZero.append(entry)
            }
        }
    }

    package var isEmpty: Bool { nonZero.isEmpty }
}

extension Repair {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
