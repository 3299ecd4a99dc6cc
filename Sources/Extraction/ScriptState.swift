import Text

/// The article of a page that a script would have drawn, from the data that the page gives to its scripts.
///
/// Only asked when a page shows hardly any text. Data holds much that is no article (other articles' teasers, menus,
/// messages), so only strings under names that mean text are looked at, and of these the largest family: those that
/// stand in the same place of the data, list positions apart.
struct ScriptState {
    /// Markup that holds the article, nil when there is none.
    private(set) var html: [UInt8]?

    /// Bytes of text below which data is not worth taking.
    static let leastText = 400
    /// Values that are looked at.
    private static let mostValues = 200_000
    private static let mostDepth = 64

    private var families: [UInt64: Int] = [:]
    private var texts: [(bytes: Int, parts: [[UInt8]])] = []
    private var values = 0

    init(scripts: [Range<Int>], of page: [UInt8]) {
        for script in scripts {
            guard let root = try? JSONValue(parsing: Array(page[script])) else { continue }
            visit(root, key: nil, path: 0, depth: 0)
        }
        // Families are in the order of the page; the first of equal ones wins.
        guard let best = texts.indices.max(by: { (texts[$0].bytes, $1) < (texts[$1].bytes, $0) }),
            texts[best].bytes >= Self.leastText
        else { return }
        html = texts[best].parts.reduce(into: []) { $0 += Self.markup($1) }
    }

    private mutating func visit(_ value: JSONValue, key: String?, path: UInt64, depth: Int) {
        values += 1
        guard depth < Self.mostDepth, values <= Self.mostValues else { return }
        switch value.kind {
        case .object:
            for (name, _, member) in value.members {
                var path = path
                for byte in name.utf8 { path = TokenHash.extend(path, by: byte) }
                visit(member, key: name, path: TokenHash.extend(path, by: 0x2F), depth: depth + 1)
            }
        case .array:
            for element in value.elements { visit(element, key: key, path: path, depth: depth + 1) }
        case .string:
            guard let key, Self.meansText(key), let text = value.string else { return }
            let bytes = Array(text.utf8)
            if Self.isProse(bytes) { add(bytes, to: path) }
        default: break
        }
    }

    private mutating func add(_ text: [UInt8], to path: UInt64) {
        if let family = families[path] {
            texts[family].bytes += text.count
            texts[family].parts.append(text)
        } else {
            families[path] = texts.count
            texts.append((text.count, [text]))
        }
    }

    private static func meansText(_ key: String) -> Bool {
        switch key.lowercased() {
        case "body", "content", "contents", "text", "html", "articlebody", "bodyhtml", "bodytext", "body_html",
            "rendered",
            "paragraph", "paragraphs", "story", "copy", "value", "children", "plaintext", "markdown", "data":
            true
        default: false
        }
    }

    /// A sentence at least, of words with blanks between them or of a script without.
    private static func isProse(_ text: [UInt8]) -> Bool {
        guard text.count >= 40 else { return false }
        var hasSentence = Punctuation.sentences(in: text.indices, of: text).count > 0
        var blanks = 0
        var foreign = 0
        var last: UInt8 = 0
        for byte in text {
            if byte == 0x20 { blanks += 1 }
            if byte >= 0x80 { foreign += 1 }
            // In markup the end of a paragraph follows at once.
            if byte == UInt8(ascii: "<"), last == UInt8(ascii: ".") { hasSentence = true }
            last = byte
        }
        guard hasSentence else { return false }
        return blanks * 20 >= text.count || foreign * 2 >= text.count
    }

    /// A string is markup, or one paragraph.
    private static func markup(_ text: [UInt8]) -> [UInt8] {
        let isMarkup = text.indices.dropLast().contains {
            text[$0] == UInt8(ascii: "<") && (text[$0 + 1].isASCIILetter || text[$0 + 1] == UInt8(ascii: "/"))
        }
        if isMarkup { return text }
        return Array("<p>".utf8) + text + Array("</p>".utf8)
    }
}
