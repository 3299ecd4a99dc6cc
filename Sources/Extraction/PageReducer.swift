import Text

/// Takes a page apart in one pass over its bytes, before libxml2 sees any of it.
///
/// Scripts, styles, drawings, comments and attributes that nobody asks for are most of a page, and cost most in a
/// parser; text and attribute values need no tree. So this pass follows the tokenization of HTML (13.2.5), keeps text
/// and values in buffers of their own, and leaves a skeleton: tag names alone, with one `x` in place of each run of
/// text. What libxml2 then decides is what it is good at: which element ends where.
///
/// Owned by one worker; buffers live on from page to page.
struct PageReducer {
    var parts = PageParts()
    var limits = PageLimits()

    var page: [UInt8] = []
    private let names = TagNameTable.shared
    /// How many elements of each name are open, as far as tags tell.
    private var open = [Int32](repeating: 0, count: 256)
    private var depth = 0
    /// Where the end tag of the last heading stands.
    private var headingEnd = 0
    /// Elements that have no further end tag, so that looking for one again would be in vain.
    private var endless = [Bool](repeating: false, count: 256)
    /// The `ruby` at hand gives brackets for the case that readings stand in the line.
    private var readingHasBrackets = false
    /// The last thing kept was the edge of a block: blanks that follow mean nothing.
    var afterBlock = true
    /// Blanks were met between two inline tags and may still turn out to separate words.
    var pendingBlank = false
    var scratch: [UInt8] = []

    /// Fills `parts` from a page in valid UTF-8.
    mutating func reduce(_ bytes: [UInt8]) {
        parts.clear()
        page = bytes
        for name in open.indices { open[name] = 0 }
        for name in endless.indices { endless[name] = false }
        depth = 0
        headingEnd = 0
        readingHasBrackets = false
        afterBlock = true
        pendingBlank = false

        var position = 0
        while position < page.count {
            let tag = page.index(of: UInt8(ascii: "<"), in: position..<page.count) ?? page.count
            if tag > position { appendText(position..<tag) }
            guard tag < page.count else { break }
            position = markup(at: tag)
        }
        page = []
    }

    var isPreformatted: Bool { open[Int(TagName.pre.rawValue)] > 0 }

    /// Reads what begins with the `<` at `start`; returns where to go on.
    private mutating func markup(at start: Int) -> Int {
        guard start + 1 < page.count else {
            appendText(start..<page.count)
            return page.count
        }
        switch page[start + 1] {
        case UInt8(ascii: "!"):
            return page.matches("--", at: start + 2) ? endOfComment(from: start + 4) : endOfBogusComment(from: start)
        case UInt8(ascii: "?"):
            return endOfBogusComment(from: start)
        case UInt8(ascii: "/"):
            guard start + 2 < page.count, page[start + 2].isASCIILetter else { return endOfBogusComment(from: start) }
            return endTag(at: start)
        case let byte where byte.isASCIILetter:
            return startTag(at: start)
        default:
            appendText(start..<start + 1)
            return start + 1
        }
    }

    private func endOfBogusComment(from start: Int) -> Int {
        page.index(of: UInt8(ascii: ">"), in: start..<page.count).map { $0 + 1 } ?? page.count
    }

    /// `-->` and `--!>` end a comment, and so does a `>` right at its beginning.
    private func endOfComment(from start: Int) -> Int {
        if page.matches(">", at: start) { return start + 1 }
        if page.matches("->", at: start) { return start + 2 }
        var position = start
        while let end = page.index(of: UInt8(ascii: ">"), in: position..<page.count) {
            if end >= start + 2, page[end - 1] == UInt8(ascii: "-"), page[end - 2] == UInt8(ascii: "-") {
                return end + 1
            }
            if end >= start + 3, page[end - 1] == UInt8(ascii: "!"), page[end - 2] == UInt8(ascii: "-"),
                page[end - 3] == UInt8(ascii: "-")
            {
                return end + 1
            }
            position = end + 1
        }
        return page.count
    }

    private func tagName(from start: Int) -> (name: TagName, end: Int) {
        var end = start
        var key = TagNameTable.seed
        while end < page.count {
            let byte = page[end]
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isASCIISpace { break }
            key = TagNameTable.extend(key, by: byte)
            end += 1
        }
        return (names.name(forKey: key), end)
    }

    // MARK: End tags

    private mutating func endTag(at start: Int) -> Int {
        let (tag, end) = tagName(from: start + 2)
        guard let close = page.index(of: UInt8(ascii: ">"), in: end..<page.count) else { return page.count }
        if tag == .br {
            appendBreak()  // </br> is <br> (HTML, 13.2.6.4.7)
            return close + 1
        }
        if tag == .p, start < headingEnd { return close + 1 }
        // An end tag without a start tag says nothing, and costs libxml2 a look at every open element.
        if open[Int(tag.rawValue)] > 0 {
            open[Int(tag.rawValue)] -= 1
            if !tag.endsByItself { depth -= 1 }
            if tag.isInline { flushBlank() } else { edgeOfBlock() }
            parts.skeleton.append(UInt8(ascii: "<"))
            parts.skeleton.append(UInt8(ascii: "/"))
            appendName(start + 2..<end, of: tag)
        }
        return close + 1
    }

    // MARK: Start tags

    private mutating func startTag(at start: Int) -> Int {
        let (tag, nameEnd) = tagName(from: start + 1)
        let firstAttribute = parts.attributes.count
        let valuesStart = parts.attributeBytes.count
        guard let end = readAttributes(from: nameEnd, of: tag) else {
            forgetAttributes(from: firstAttribute, valuesFrom: valuesStart)
            return page.count
        }
        switch tag {
        case .meta: keepMeta(attributesFrom: firstAttribute)
        case .link: keepLink(attributesFrom: firstAttribute)
        case .base: keepBase(attributesFrom: firstAttribute)
        case .html: keepLanguage(attributesFrom: firstAttribute)
        case .title: return pageTitle(from: end)
        case .br:
            appendBreak()
            forgetAttributes(from: firstAttribute, valuesFrom: valuesStart)
        case .head, .body, .wbr, .source, .track, .embed, .param, .area, .col, .keygen, .input, .frame, .basefont,
            .isindex, .spacer, .frameset, .plaintext:
            forgetAttributes(from: firstAttribute, valuesFrom: valuesStart)
        case .rt where !readingHasBrackets:
            forgetAttributes(from: firstAttribute, valuesFrom: valuesStart)
            return endOfReading(from: end)
        case _ where tag.isSkippedWhole:
            return skip(tag, from: end, firstAttribute: firstAttribute, valuesStart: valuesStart)
        case .p where start < headingEnd:
            // libxml2 would end the heading here, and its text would become a paragraph.
            forgetAttributes(from: firstAttribute, valuesFrom: valuesStart)
            if !afterBlock { pendingBlank = true }
        default:
            emit(tag, name: start + 1..<nameEnd, firstAttribute: firstAttribute, valuesStart: valuesStart, at: end)
        }
        return end
    }

    private mutating func emit(
        _ tag: TagName, name: Range<Int>, firstAttribute: Int, valuesStart: Int, at position: Int
    ) {
        if tag.isInline { flushBlank() } else { edgeOfBlock() }
        let nests = !tag.isVoid && !tag.endsByItself
        if tag == .rp { readingHasBrackets = true } else if tag == .ruby { readingHasBrackets = false }
        guard parts.tags.count < limits.elements, !nests || depth < limits.depth else {
            parts.limitsReached += 1
            forgetAttributes(from: firstAttribute, valuesFrom: valuesStart)
            return
        }
        if tag.isHeading { headingEnd = endOfHeading(from: position) }
        if !tag.isVoid {
            if nests {
                open[Int(tag.rawValue)] += 1
                depth += 1
            } else {
                open[Int(tag.rawValue)] = min(open[Int(tag.rawValue)] + 1, Int32(limits.depth))
            }
        }
        parts.tags.append(tag)
        parts.firstAttributes.append(Int32(truncatingIfNeeded: firstAttribute))
        parts.skeleton.append(UInt8(ascii: "<"))
        appendName(name, of: tag)
    }

    private mutating func appendName(_ name: Range<Int>, of tag: TagName) {
        // libxml2 takes letters, digits and a few signs, up to 100 bytes; a stranger name only has to stay a name.
        if tag == .unknown {
            parts.skeleton.append(contentsOf: "u-".utf8)
            for position in name.prefix(60) {
                let byte = page[position]
                parts.skeleton.append(byte.isASCIIAlphanumeric ? byte : UInt8(ascii: "-"))
            }
        } else {
            parts.skeleton.append(contentsOf: page[name])
        }
        parts.skeleton.append(UInt8(ascii: ">"))
    }

    /// Where the end tag of the heading that starts before `start` stands.
    ///
    /// A heading without an end tag nearby must not swallow the paragraphs after it.
    private func endOfHeading(from start: Int) -> Int {
        let limit = min(page.count, start + 2_000)
        var position = start
        while let tag = page.index(of: UInt8(ascii: "<"), in: position..<limit) {
            if page.matches("/h", at: tag + 1), tag + 3 < page.count, page[tag + 3].isASCIIDigit { return tag }
            position = tag + 1
        }
        return start
    }

    // MARK: Elements that are left out

    private mutating func skip(_ tag: TagName, from start: Int, firstAttribute: Int, valuesStart: Int) -> Int {
        let isStructuredData =
            tag == .script
            && value(of: .type, attributesFrom: firstAttribute).map { type in
                contains("ld+json", in: type.bounds)
            } ?? false
        // A declarative shadow root is part of the page.
        let isShadowRoot = tag == .template && value(of: .type, attributesFrom: firstAttribute) != nil
        forgetAttributes(from: firstAttribute, valuesFrom: valuesStart)
        if isShadowRoot { return start }
        guard let (contentEnd, end) = endOfElement(tag, from: start) else {
            // Only a script without an end hides the rest of the page.
            return tag == .script || tag == .style ? page.count : start
        }
        if isStructuredData, structuredDataBytes + contentEnd - start <= limits.structuredDataBytes {
            parts.structuredData.append(start..<contentEnd)
        } else if tag == .script, !isStructuredData, let state = scriptState(in: start..<contentEnd) {
            parts.scriptState.append(state)
        }
        return end
    }

    /// Behind the reading that stands over a word (`ruby`): without brackets of its own it would run into the text.
    ///
    /// An end tag may be left out; whatever is no text and no inline element ends it, too.
    private func endOfReading(from start: Int) -> Int {
        var position = start
        while let less = page.index(of: UInt8(ascii: "<"), in: position..<page.count) {
            let isEndTag = page.matches("/", at: less + 1)
            let (name, end) = tagName(from: less + (isEndTag ? 2 : 1))
            switch name {
            case .rt:
                guard isEndTag else { return less }
                return page.index(of: UInt8(ascii: ">"), in: end..<page.count).map { $0 + 1 } ?? page.count
            case .ruby, .rb, .rp: return less
            case _ where name.isInline: position = less + 1
            default: return less
            }
        }
        return page.count
    }

    /// The object that a script consists of, or that it gives to a variable in its first words.
    private func scriptState(in content: Range<Int>) -> Range<Int>? {
        // Shorter ones hold settings.
        guard content.count >= ScriptState.leastText, parts.scriptState.count < 64,
            parts.scriptState.reduce(content.count, { $0 + $1.count }) <= limits.scriptStateBytes
        else { return nil }
        let start = content.lowerBound
        guard let open = page.index(of: UInt8(ascii: "{"), in: start..<min(start + 100, content.upperBound)),
            page.index(of: UInt8(ascii: "("), in: start..<open) == nil
        else { return nil }
        var end = content.upperBound
        while end > open, page[end - 1].isASCIISpace || page[end - 1] == UInt8(ascii: ";") { end -= 1 }
        return page[end - 1] == UInt8(ascii: "}") ? open..<end : nil
    }

    private var structuredDataBytes: Int { parts.structuredData.reduce(0) { $0 + $1.count } }

    private func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
        range.contains { parts.attributeBytes.matches(word, at: $0) }
    }

    private mutating func endOfElement(_ tag: TagName, from start: Int) -> (content: Int, end: Int)? {
        if endless[Int(tag.rawValue)] { return nil }
        var position = start
        while let less = page.index(of: UInt8(ascii: "<"), in: position..<page.count) {
            if less + 2 < page.count, page[less + 1] == UInt8(ascii: "/") {
                let (name, end) = tagName(from: less + 2)
                if name == tag {
                    let close = page.index(of: UInt8(ascii: ">"), in: end..<page.count)
                    return (less, close.map { $0 + 1 } ?? page.count)
                }
            }
            position = less + 1
        }
        endless[Int(tag.rawValue)] = true
        return nil
    }

    private mutating func pageTitle(from start: Int) -> Int {
        guard let (contentEnd, end) = endOfElement(.title, from: start) else { return start }
        if parts.title == nil {
            let from = parts.attributeBytes.count
            appendValue(start..<contentEnd)
            parts.title = ByteRange(from, parts.attributeBytes.count)
        }
        return end
    }
}
