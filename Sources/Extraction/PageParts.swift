/// What a page is made of once its markup has been read: the input of the tree builder and of the facts.
///
/// Everything is a number or a range into one of two byte buffers, and every buffer is kept for the next page.
struct PageParts {
    /// All visible text in document order: references resolved, blanks squeezed, `\n` for a line break.
    var text: [UInt8] = []
    var runs: [TextRun] = []

    /// The page without its text and attributes: tags, and one `x` for each of `runs`.
    var skeleton: [UInt8] = []
    /// The start tags in `skeleton`, in order.
    var tags: [TagName] = []
    /// Where the attributes of each start tag begin in `attributes`; they end where those of the next one begin.
    var firstAttributes: [Int32] = []
    var attributes: [Attribute] = []
    var attributeBytes: [UInt8] = []

    var metas: [Meta] = []
    var links: [Link] = []
    /// Contents of `script` elements with `application/ld+json`, as ranges of the page.
    var structuredData: [Range<Int>] = []
    /// Data that the page gives to its scripts (`application/json`, `window.STATE = {`), as ranges of the page.
    var scriptState: [Range<Int>] = []
    var title: ByteRange?
    var language: ByteRange?
    var baseURL: ByteRange?
    /// Times that one of `PageLimits` was reached.
    var limitsReached = 0

    mutating func clear() {
        text.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        skeleton.removeAll(keepingCapacity: true)
        // Where nothing is open, libxml2 puts text into a paragraph of its own making. (No other tag of `body` gets in.)
        skeleton.append(contentsOf: "<body>".utf8)
        tags.removeAll(keepingCapacity: true)
        firstAttributes.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        attributeBytes.removeAll(keepingCapacity: true)
        metas.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        structuredData.removeAll(keepingCapacity: true)
        scriptState.removeAll(keepingCapacity: true)
        title = nil
        language = nil
        baseURL = nil
        limitsReached = 0
    }

    func attributes(ofTag tag: Int) -> Range<Int> {
        let first = Int(firstAttributes[tag])
        return first..<(tag + 1 < firstAttributes.count ? Int(firstAttributes[tag + 1]) : attributes.count)
    }

    func string(_ range: ByteRange) -> String {
        String(decoding: attributeBytes[range.bounds], as: UTF8.self)
    }
}

/// A range of a byte buffer in 8 bytes.
struct ByteRange: Equatable {
    var start: Int32
    var end: Int32

    init(_ start: Int, _ end: Int) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }

    var bounds: Range<Int> { Int(start)..<Int(end) }
    var count: Int { Int(end - start) }
    var isEmpty: Bool { start == end }
}

/// A stretch of text between two tags, or a line break (`isBreak`).
struct TextRun {
    var range: ByteRange
    /// Columns: 1 for a letter of most scripts, 2 for an ideograph, kana or Hangul syllable.
    var width: Int32
    var isBreak: Bool
}

struct Attribute {
    var name: Name
    var value: ByteRange

    /// The attributes that a rule or a fact asks for.
    enum Name: UInt8 {
        case `class`, id, role, itemprop, itemtype, hidden, ariaHidden, href, datetime, content, rel, mark, type
        // of `meta`, `link`, `html` only
        case name, property, lang, value
    }
}

/// `<meta name|property|itemprop="key" content="value">`; the key is lower case.
struct Meta {
    var key: ByteRange
    var value: ByteRange
}

/// `<link rel="relation" href="target">`; the relation is lower case.
struct Link {
    var relation: ByteRange
    var target: ByteRange
}
