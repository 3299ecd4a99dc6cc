internal import Glibc
internal import Text

/// HTML inside single fields: what it is, and how to be rid of it where a parser would be too much.
enum InlineMarkup {
    enum Kind {
        case plain
        /// Nothing but links, emphasis and the like; line ends still part the paragraphs.
        case inline
        /// Paragraphs, line breaks, lists: the markup makes the layout.
        case fragment
        /// A document of its own.
        case page
    }

    /// What a field's text is, judged by its tags; a stray `<b>` in plain text is not enough.
    static func kind(_ text: [UInt8]) -> Kind {
        guard var position = next(UInt8(ascii: "<"), in: text, from: 0) else { return .plain }
        let startsWithTag =
            text[..<position].allSatisfy { $0 <= 0x20 || $0 >= 0x80 } && JSONFacts.isBlank(Array(text[..<position]))
        if startsWithTag, isPage(text, from: position) { return .page }
        var inline = 0
        var block = 0
        while true {
            if let tag = tag(text, at: position) {
                if blocks.contains(tag.name) { block += 1 } else if inlines.contains(tag.name) { inline += 1 }
                position = tag.end
                if block >= 2 || block == 1 && startsWithTag { return .fragment }
            } else {
                position += 1
            }
            guard let hit = next(UInt8(ascii: "<"), in: text, from: position) else { break }
            position = hit
        }
        if block + inline >= 2 || startsWithTag && inline > 0 { return block > 0 ? .fragment : .inline }
        return .plain
    }

    /// Text without tags and comments, character references resolved; blocks and `<br>` end their line. Scripts and
    /// styles go with their contents. A `<` that begins no tag stays.
    static func plain(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            let byte = text[position]
            if byte == UInt8(ascii: "<"), let tag = tag(text, at: position) {
                position = tag.end
                if tag.name == "script" || tag.name == "style", !tag.isEnd {
                    position = endOfRawText(text, named: tag.name, from: position)
                } else if blocks.contains(tag.name), let last = output.last, last != 0x0A {
                    output.append(0x0A)
                }
            } else if byte == UInt8(ascii: "&"), let length = reference(text, at: position, into: &output) {
                position += length
            } else {
                output.append(byte)
                position += 1
            }
        }
        while output.last == 0x0A { output.removeLast() }
        return output
    }

    // MARK: -

    private struct Tag {
        var name: String
        var isEnd: Bool
        /// One past the `>`.
        var end: Int
    }

    /// The tag or comment that begins at `start`; nil for a `<` that is text, and for one that no `>` closes.
    private static func tag(_ text: [UInt8], at start: Int) -> Tag? {
        var position = start + 1
        if position + 2 < text.count, text[position] == UInt8(ascii: "!"), text[position + 1] == UInt8(ascii: "-"),
            text[position + 2] == UInt8(ascii: "-")
        {
            return Tag(name: "", isEnd: false, end: endOfComment(text, from: position + 3))
        }
        let isEnd = position < text.count && text[position] == UInt8(ascii: "/")
        if isEnd { position += 1 }
        let first = position
        while position < text.count, text[position].isASCIIAlphanumeric, position - first < 16 { position += 1 }
        guard position < text.count, text[first].isASCIILetter,
            text[position].isASCIISpace || text[position] == UInt8(ascii: ">") || text[position] == UInt8(ascii: "/")
                || text[position] == UInt8(ascii: ":")
        else { return nil }
        let name = String(unsafeUninitializedCapacity: position - first) { room in
            for place in first..<position { room[place - first] = text[place].asciiLowered }
            return position - first
        }
        var quote: UInt8?
        let limit = min(text.count, position + longestTag)
        while position < limit {
            let byte = text[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if byte == UInt8(ascii: ">") {
                return Tag(name: name, isEnd: isEnd, end: position + 1)
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), text[position - 1] == UInt8(ascii: "=") {
                quote = byte
            }
            position += 1
        }
        return nil
    }

    /// One past `-->`. A comment without an end reaches to the end of the text, as in a browser.
    private static func endOfComment(_ text: [UInt8], from start: Int) -> Int {
        var position = start
        while let close = next(UInt8(ascii: ">"), in: text, from: position) {
            if text[close - 1] == UInt8(ascii: "-"), text[close - 2] == UInt8(ascii: "-") { return close + 1 }
            position = close + 1
        }
        return text.count
    }

    /// Appends what a reference with its semicolon spells; a bare `&` is text.
    private static func reference(_ text: [UInt8], at start: Int, into output: inout [UInt8]) -> Int? {
        let end = text[start...].prefix(34).firstIndex(of: UInt8(ascii: ";"))
        guard end != nil else { return nil }
        let length = CharacterReferences.decodeOne(text.span, at: start, into: &output)
        return length > 0 ? length : nil
    }

    private static func endOfRawText(_ text: [UInt8], named name: String, from start: Int) -> Int {
        var position = start
        while let hit = next(UInt8(ascii: "<"), in: text, from: position) {
            if let tag = tag(text, at: hit), tag.isEnd, tag.name == name { return tag.end }
            position = hit + 1
        }
        return text.count
    }

    /// Whether the first 4 KB have a document type or one of the elements that make a document.
    private static func isPage(_ text: [UInt8], from start: Int) -> Bool {
        let end = min(text.count, start + 4096)
        if has("<!doctype html", text, at: start, before: end) { return true }
        var position = start
        while let hit = next(UInt8(ascii: "<"), in: text, from: position), hit < end {
            for name in ["html", "head", "body"] where has(name, text, at: hit + 1, before: end) {
                let after = hit + 1 + name.utf8.count
                if after < end, text[after].isASCIISpace || text[after] == UInt8(ascii: ">") { return true }
            }
            position = hit + 1
        }
        return false
    }

    /// Whether a word, in small letters here and in any there, stands at a place.
    private static func has(_ word: String, _ text: [UInt8], at place: Int, before end: Int) -> Bool {
        end - place >= word.utf8.count && zip(text[place...], word.utf8).allSatisfy { $0.asciiLowered == $1 }
    }

    private static func next(_ byte: UInt8, in text: [UInt8], from start: Int) -> Int? {
        guard start < text.count else { return nil }
        return text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let hit = memchr(base + start, Int32(byte), buffer.count - start)
            else { return nil }
            return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        }
    }

    /// Bytes; real tags with inlined images are larger, but those stand in pages, not in fields.
    private static let longestTag = 4096

    private static let blocks: Set<String> = [
        "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table",
        "tr", "td",
        "th", "tbody", "section", "article", "header", "footer", "aside", "main", "nav", "figure", "figcaption", "pre",
        "hr", "block",
    ]
    private static let inlines: Set<String> = [
        "a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "sub", "sup", "mark", "q", "cite", "code",
        "abbr", "time",
        "img", "del", "ins", "strike", "script", "style", "iframe", "noscript", "picture", "video", "audio",
    ]
}
