internal import Text

/// Post content of WordPress as it is stored: HTML in which blank lines make paragraphs and `[shortcodes]` stand for
/// generated markup.
enum WordPressText {
    /// The same as plain HTML.
    static func html(_ source: [UInt8]) -> [UInt8] {
        let text = withoutShortcodes(source)
        var output: [UInt8] = []
        output.reserveCapacity(text.count + text.count / 16)
        var at = 0
        var isStart = true
        while at < text.count {
            // A run of space with at least two line ends.
            var end = at
            var lineEnds = 0
            while end < text.count, text[end].isASCIISpace {
                if text[end] == 0x0A { lineEnds += 1 }
                end += 1
            }
            let isBorder = lineEnds >= 2 || isStart || lineEnds == 1 && endsWithBlock(output)
            if isBorder, end < text.count {
                // Before a block element HTML's own rules end the paragraph.
                output += text[end] == 0x3C && !beginsInline(text, end) ? [0x0A] : Array("\n<p>".utf8)
            } else {
                output += text[at..<end]
            }
            isStart = false
            at = end
            while at < text.count, !text[at].isASCIISpace {
                output.append(text[at])
                at += 1
            }
        }
        return output
    }

    /// Whether the last thing written is the tag of a block: the text on the next line is a paragraph of its own.
    private static func endsWithBlock(_ output: [UInt8]) -> Bool {
        guard output.last == 0x3E, let open = output.suffix(40).lastIndex(of: 0x3C), open + 1 < output.count,
            output[open + 1] == 0x2F
        else { return false }
        return !beginsInline(output, open + 1)
    }

    private static func beginsInline(_ text: [UInt8], _ open: Int) -> Bool {
        let name = text[(open + 1)...].prefix { $0.isASCIIAlphanumeric }
        return ["a", "b", "i", "em", "strong", "span", "q", "u", "code", "abbr", "small", "cite", "sup", "sub", "mark"]
            .contains { name.lazy.map(\.asciiLowered).elementsEqual($0.utf8) }
    }

    /// Shortcodes whose content is a caption or an address, not text.
    private static let droppedWithContent = ["caption", "wp_caption", "embed", "gallery", "audio", "video", "playlist"]

    private static func withoutShortcodes(_ text: [UInt8]) -> [UInt8] {
        var closers: Set<[UInt8]> = []
        var at = 0
        while let open = text[at...].firstIndex(of: 0x5B) {
            if open + 1 < text.count, text[open + 1] == 0x2F, let code = shortcode(text, open) {
                closers.insert(code.name)
            }
            at = open + 1
        }
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        at = 0
        /// The shortcode whose content is being dropped.
        var dropping: [UInt8]?
        while at < text.count {
            if text[at] == 0x5B, let code = shortcode(text, at) {
                let isKnown =
                    closers.contains(code.name) || code.hasAttributes || code.name.contains(0x5F)
                    || droppedWithContent.contains { code.name.elementsEqual($0.utf8) }
                    || code.name.elementsEqual("more".utf8)
                if let name = dropping {
                    if code.isEnd, code.name == name { dropping = nil }
                    at = code.end
                    continue
                }
                if isKnown {
                    let hasContent = closers.contains(code.name) && !code.isEnd
                    if hasContent, droppedWithContent.contains(where: { code.name.elementsEqual($0.utf8) }) {
                        dropping = code.name
                    }
                    at = code.end
                    continue
                }
            }
            if dropping == nil { output.append(text[at]) }
            at += 1
        }
        return output
    }

    /// `[name]`, `[name key="value"]` or `[/name]` at `open`.
    private static func shortcode(
        _ text: [UInt8], _ open: Int
    ) -> (name: [UInt8], isEnd: Bool, hasAttributes: Bool, end: Int)? {
        var at = open + 1
        let isEnd = at < text.count && text[at] == 0x2F
        if isEnd { at += 1 }
        let start = at
        while at < text.count, text[at].isASCIILower || text[at].isASCIIDigit || text[at] == 0x5F || text[at] == 0x2D {
            at += 1
        }
        guard at > start, at - start <= 40, at < text.count, text[at] == 0x5D || text[at] == 0x20 || text[at] == 0x2F
        else {
            return nil
        }
        let name = Array(text[start..<at])
        var hasAttributes = false
        let limit = min(text.count, at + 1000)
        while at < limit, text[at] != 0x5D {
            if text[at] == 0x3D { hasAttributes = true }
            if text[at] == 0x0A || text[at] == 0x5B { return nil }
            at += 1
        }
        return at < limit ? (name, isEnd, hasAttributes, at + 1) : nil
    }
}
