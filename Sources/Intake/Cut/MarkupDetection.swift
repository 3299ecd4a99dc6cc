internal import Model
internal import Text

/// Finds out which markup a stream is written in, by its first element.
enum MarkupDetection {
    /// Nil when `text`, which begins without white space, shows no markup.
    static func detect(_ text: UnsafeRawBufferPointer) -> DetectedFormat? {
        if let root = firstElement(text) {
            if let format = byRoot(root.name, text, at: root.position) { return format }
            if root.sawXMLDeclaration, !isKnownHTML(root.name) {
                return .foreign(
                    "an XML document of an unknown kind, its root is <\(String(decoding: root.name, as: UTF8.self))>")
            }
        }
        if let format = streamInside(text) { return format }
        return looksLikeHTML(text) ? .whole(.html) : nil
    }

    // MARK: - The first element

    private struct Root {
        /// Lower case, without prefix.
        var name: [UInt8]
        var position: Int
        var sawXMLDeclaration: Bool
    }

    /// Passes over declarations, comments and processing instructions.
    private static func firstElement(_ text: UnsafeRawBufferPointer) -> Root? {
        var position = 0
        var sawXMLDeclaration = false
        while position < text.count, text[position] == UInt8(ascii: "<") {
            let next = position + 1
            if text.holds(Array("<!--".utf8), at: position) {
                guard let end = text.index(of: Array("-->".utf8), from: position + 4) else { return nil }
                position = end + 3
            } else if text.holds(Array("<?".utf8), at: position) {
                if text.holds(Array("<?xml".utf8), at: position) { sawXMLDeclaration = true }
                guard let end = text.index(of: UInt8(ascii: ">"), from: position) else { return nil }
                position = end + 1
            } else if next < text.count, text[next] == UInt8(ascii: "!") {
                position = endOfDeclaration(text, from: position)
            } else {
                let name = name(in: text, at: next)
                return name.isEmpty ? nil : Root(name: name, position: position, sawXMLDeclaration: sawXMLDeclaration)
            }
            position = text.skippingSpace(from: position)
            if text.holds(ByteOrderMark.utf8, at: position) { position += ByteOrderMark.utf8.count }
        }
        return nil
    }

    private static func endOfDeclaration(_ text: UnsafeRawBufferPointer, from start: Int) -> Int {
        let end = text.index(of: UInt8(ascii: ">"), from: start) ?? text.count
        if let bracket = text.index(of: UInt8(ascii: "["), from: start), bracket < end,
            let close = text.index(of: Array("]".utf8), from: bracket)
        {
            return min(text.count, (text.index(of: UInt8(ascii: ">"), from: close) ?? text.count) + 1)
        }
        return min(text.count, end + 1)
    }

    private static func name(in text: UnsafeRawBufferPointer, at start: Int) -> [UInt8] {
        var name: [UInt8] = []
        for byte in text[min(start, text.count)...].prefix(64) {
            if byte == UInt8(ascii: ":") {
                name = []
            } else if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") {
                name.append(byte.asciiLowered)
            } else {
                break
            }
        }
        return name
    }

    private static func byRoot(_ name: [UInt8], _ text: UnsafeRawBufferPointer, at position: Int) -> DetectedFormat? {
        switch String(decoding: name, as: UTF8.self) {
        case "reuters": return .markup(.reuters)
        case "nitf": return .markup(.nitf)
        case "newsml", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem":
            return .markup(.newsml)
        case "newsitem":
            // RCV1 stories have an item id; NewsML items have a guid or contain their identification.
            return .markup(attribute("itemid", in: text, tagAt: position) ? .rcv1 : .newsml)
        case "mediawiki": return .markup(.mediawiki)
        case "rss", "feed", "rdf": return .markup(.feed)
        case "doc": return .markup(docFamily(text, at: position))
        case let name where isKnownHTML(Array(name.utf8)) && ["html", "head", "body"].contains(name):
            return .whole(.html)
        default: return nil
        }
    }

    private static func docFamily(_ text: UnsafeRawBufferPointer, at position: Int) -> MarkupFamily {
        attribute("id", in: text, tagAt: position) && attribute("type", in: text, tagAt: position) ? .gigaword : .trec
    }

    /// Whether the tag at `position` has an attribute of this name.
    private static func attribute(_ name: String, in text: UnsafeRawBufferPointer, tagAt position: Int) -> Bool {
        let end = text.index(of: UInt8(ascii: ">"), from: position) ?? text.count
        let wanted = Array(name.utf8)
        for start in position..<end where text[start].isASCIISpace && text.holds(anyCase: wanted, at: start + 1) {
            let next = text.skippingSpace(from: start + 1 + wanted.count)
            if next < end, text[next] == UInt8(ascii: "=") { return true }
        }
        return false
    }

    // MARK: - Without a telling root

    /// Streams that begin in the middle of a record, or whose records stand in an element of somebody's own.
    private static func streamInside(_ text: UnsafeRawBufferPointer) -> DetectedFormat? {
        var position = 0
        while let next = text.index(of: UInt8(ascii: "<"), from: position) {
            position = next + 1
            if text.holds(anyCase: Array("reuters ".utf8), at: position), attribute("newid", in: text, tagAt: next) {
                return .markup(.reuters)
            }
            guard text.holds(anyCase: Array("doc".utf8), at: position), position + 3 < text.count else { continue }
            if text[position + 3] == UInt8(ascii: ">") {
                let after = text.skippingSpace(from: position + 4)
                if text.holds(anyCase: Array("<docno".utf8), at: after)
                    || text.holds(anyCase: Array("<docid".utf8), at: after)
                {
                    return .markup(.trec)
                }
            } else if text[position + 3].isASCIISpace, attribute("id", in: text, tagAt: next) {
                return .markup(docFamily(text, at: next))
            }
        }
        return nil
    }

    private static let htmlNames: Set<String> = [
        "html", "head", "body", "title", "meta", "link", "script", "style", "div", "p", "h1", "h2", "h3", "h4", "table",
        "tr", "td", "ul", "ol", "li", "a", "img", "br", "hr", "span", "font", "center", "article", "section", "main",
        "header", "footer", "nav", "form", "b", "i", "em", "strong", "blockquote", "figure", "noscript", "base",
        "iframe",
        "pre", "aside", "svg", "button", "input", "frameset", "dl", "dt", "dd", "small", "u", "tbody", "thead",
    ]

    private static func isKnownHTML(_ name: [UInt8]) -> Bool {
        htmlNames.contains(String(decoding: name, as: UTF8.self))
    }

    /// A document type, an `<html>` near the beginning, a page's element first, or tags in the density of a page.
    private static func looksLikeHTML(_ text: UnsafeRawBufferPointer) -> Bool {
        guard TextLikeness.isText(text) else { return false }
        var position = 0
        var tags = 0
        var others = 0
        while let next = text.index(of: UInt8(ascii: "<"), from: position) {
            position = next + 1
            if text.holds(anyCase: Array("!doctype html".utf8), at: position) { return true }
            if position < text.count, text[position] == UInt8(ascii: "/") { position += 1 }
            let name = name(in: text, at: position)
            guard isKnownHTML(name) else {
                others += 1
                continue
            }
            if name == Array("html".utf8) || name == Array("body".utf8), next < 4096 { return true }
            tags += 1
        }
        if text.first == UInt8(ascii: "<"), tags > 0, tags >= others { return true }
        return tags >= 5 && tags > others && tags * 400 >= text.count
    }
}
