internal import Text

/// Wikitext of MediaWiki as plain paragraphs: what a reader of the rendered page would see as running text.
///
/// Templates, tables, references, galleries, categories and files are left out; link labels, list items and headings
/// stay. No template is ever expanded (their text is not in the record), except the few whose parameter is the text
/// itself.
struct WikiText {
    /// Valid UTF-8, paragraphs separated by line feeds.
    private(set) var paragraphs: [UInt8] = []
    /// What a `{{date|...}}` or `{{byline|date=...}}` of Wikinews says.
    private(set) var published: NewsDate?
    /// `{{byline|location=...}}`
    private(set) var location: String?

    private let bytes: [UInt8]
    /// For the first byte of every bracket pair that closes: the position of its closing bracket.
    private let closings: [Int: Int]
    private var output: [UInt8] = []

    init(_ source: [UInt8]) {
        bytes = WikiTagFilter.filtered(source)
        closings = Self.pairs(bytes)
        render(0..<bytes.count, depth: 0)
        paragraphs = WikiLines.paragraphs(output)
        output = []
    }

    /// The page that a `#REDIRECT [[Target]]` leads to, in any language's spelling of the word.
    static func redirectTarget(_ source: [UInt8]) -> String? {
        let text = source.prefix(400).drop { $0.isASCIISpace }
        guard text.first == 0x23, let open = text.firstRange(of: [0x5B, 0x5B]),
            let close = text[open.upperBound...].firstIndex(where: { $0 == 0x5D || $0 == 0x7C })
        else { return nil }
        let word = text[text.startIndex + 1..<open.lowerBound].filter { !$0.isASCIISpace && $0 != 0x3A }
        // A list item that begins with a link has at most a word of its own in front of it; `redirect` has six letters
        // or more in every language, and no space inside.
        let isWord = word.count >= 6 && word.allSatisfy { $0.isASCIILetter || $0 >= 0x80 }
        let isOneWord = !text[text.startIndex + 1..<open.lowerBound].drop { $0.isASCIISpace }.dropLast().contains(0x0A)
        return isWord && isOneWord ? String(decoding: text[open.upperBound..<close], as: UTF8.self) : nil
    }

    // MARK: - brackets

    private enum Bracket: UInt8 {
        case template = 0x7B
        case link = 0x5B
        case table = 0x7C
    }

    /// Matches `{{ }}`, `[[ ]]` and `{| |}` in one pass; what is not closed stays unmatched.
    private static func pairs(_ bytes: [UInt8]) -> [Int: Int] {
        var closings: [Int: Int] = [:]
        var open: [(bracket: Bracket, position: Int)] = []
        var counts: [Bracket: Int] = [:]
        func close(_ bracket: Bracket, at position: Int) -> Bool {
            guard counts[bracket, default: 0] > 0 else { return false }
            while let top = open.popLast() {
                counts[top.bracket, default: 1] -= 1
                if top.bracket == bracket {
                    closings[top.position] = position
                    return true
                }
            }
            return false
        }
        var at = 0
        while at + 1 < bytes.count {
            let pair = (bytes[at], bytes[at + 1])
            let isLineStart = isLineStart(bytes, at)
            switch pair {
            case (0x7B, 0x7B), (0x5B, 0x5B):
                let bracket: Bracket = pair.0 == 0x7B ? .template : .link
                open.append((bracket, at))
                counts[bracket, default: 0] += 1
                at += 2
            case (0x7B, 0x7C) where isLineStart:
                open.append((.table, at))
                counts[.table, default: 0] += 1
                at += 2
            case (0x7D, 0x7D): at += close(.template, at: at) ? 2 : 1
            case (0x5D, 0x5D): at += close(.link, at: at) ? 2 : 1
            case (0x7C, 0x7D) where isLineStart && !(at + 2 < bytes.count && bytes[at + 2] == 0x7D):
                at += close(.table, at: at) ? 2 : 1
            default: at += 1
            }
        }
        return closings
    }

    private static func isLineStart(_ bytes: [UInt8], _ position: Int) -> Bool {
        var before = position - 1
        while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 || bytes[before] == 0x3A { before -= 1 }
        return before < 0 || bytes[before] == 0x0A
    }

    // MARK: - rendering

    private static let maxDepth = 40
    private static let maxLinkLength = 4000

    private mutating func render(_ range: Range<Int>, depth: Int) {
        guard depth < Self.maxDepth else { return }
        var at = range.lowerBound
        while at < range.upperBound {
            if let close = closings[at], close + 2 <= range.upperBound {
                let inside = at + 2..<close
                switch bytes[at + 1] {
                case 0x7B: template(inside, depth)
                case 0x5B: link(inside, depth)
                default: output.append(0x0A)
                }
                at = close + 2
                continue
            }
            switch bytes[at] {
            case 0x7B, 0x7D:
                // Brackets without their partner.
                at += 1
            case 0x5B:
                at = externalLink(at, range.upperBound, depth)
            case 0x27 where at + 1 < range.upperBound && bytes[at + 1] == 0x27:
                while at < range.upperBound, bytes[at] == 0x27 { at += 1 }
            case 0x5F where isMagicWord(at, range.upperBound):
                at += 2
                while at < range.upperBound, bytes[at] != 0x5F { at += 1 }
                at = min(range.upperBound, at + 2)
            case 0x26:
                at = reference(at)
            case 0x7E where at + 2 < range.upperBound && bytes[at + 1] == 0x7E && bytes[at + 2] == 0x7E:
                while at < range.upperBound, bytes[at] == 0x7E { at += 1 }
            default:
                output.append(bytes[at])
                at += 1
            }
        }
    }

    private mutating func reference(_ start: Int) -> Int {
        let bytes = bytes
        let length = CharacterReferences.decodeOne(bytes.span, at: start, into: &output, inAttribute: true)
        if length == 0 { output.append(0x26) }
        return start + max(1, length)
    }

    /// `__NOTOC__`
    private func isMagicWord(_ start: Int, _ end: Int) -> Bool {
        var at = start + 2
        guard at < end, bytes[start + 1] == 0x5F else { return false }
        while at < end, at < start + 40, bytes[at].isASCIIUpper { at += 1 }
        return at > start + 4 && at + 1 < end && bytes[at] == 0x5F && bytes[at + 1] == 0x5F
    }

    /// `[https://example.org label]`; without a label nothing is left of it.
    private mutating func externalLink(_ start: Int, _ end: Int, _ depth: Int) -> Int {
        let address = bytes[start + 1..<min(end, start + 10)]
        let isAddress = ["http:", "https:", "ftp:", "//", "mailto:"].contains { address.starts(with: $0.utf8) }
        guard isAddress else {
            output.append(0x5B)
            return start + 1
        }
        var close = start + 1
        var space: Int?
        let limit = min(end, start + Self.maxLinkLength)
        while close < limit, bytes[close] != 0x5D, bytes[close] != 0x0A {
            if space == nil, bytes[close] == 0x20 { space = close }
            // Addresses hold no bracket: this one was never closed.
            if space == nil, bytes[close] == 0x5B { break }
            close += 1
        }
        guard close < limit, bytes[close] == 0x5D else { return start + 1 }
        if let space { render(space + 1..<close, depth: depth + 1) }
        return close + 1
    }

    private mutating func link(_ inside: Range<Int>, _ depth: Int) {
        let parts = split(inside)
        guard let first = parts.first else { return }
        var target = first
        while target.lowerBound < target.upperBound, bytes[target.lowerBound].isASCIISpace {
            target = target.lowerBound + 1..<target.upperBound
        }
        let isVisible = !target.isEmpty && bytes[target.lowerBound] == 0x3A
        if isVisible { target = target.lowerBound + 1..<target.upperBound }
        let colon = bytes[target].firstIndex(of: 0x3A)
        if !isVisible, let colon {
            let prefix = String(decoding: bytes[target.lowerBound..<colon], as: UTF8.self).lowercased()
            if WikiNames.isFileOrCategory(prefix) { return }
            // An interwiki link to the same page in another language.
            if parts.count == 1, (2...3).contains(prefix.utf8.count), prefix.utf8.allSatisfy(\.isASCIILower),
                !WikiNames.sisterPrefixes.contains(prefix)
            {
                return
            }
        }
        if parts.count > 1, let label = parts.last, !bytes[label].allSatisfy(\.isASCIISpace) {
            return render(label, depth: depth + 1)
        }
        // `[[w:Mercury (planet)|]]` shows `Mercury`.
        if let colon, parts.count > 1 || isVisible == false,
            bytes[target.lowerBound..<colon].allSatisfy(\.isASCIIAlphanumeric),
            colon - target.lowerBound <= 12, colon + 1 < target.upperBound, bytes[colon + 1] != 0x20
        {
            target = colon + 1..<target.upperBound
        }
        if parts.count > 1, let bracket = bytes[target].firstRange(of: [0x20, 0x28]) {
            target = target.lowerBound..<bracket.lowerBound
        }
        render(target, depth: depth + 1)
    }

    private mutating func template(_ inside: Range<Int>, _ depth: Int) {
        let parts = split(inside)
        guard let first = parts.first else { return }
        let name = MarkupTree.squeezed(Array(bytes[first]))?.lowercased() ?? ""
        let parameters = parts.dropFirst()
        if WikiNames.dateTemplates.contains(name) {
            readDate(parameters)
            return
        }
        let unnamed = parameters.filter { !isNamed($0) }
        switch WikiNames.textTemplates[name] {
        case .last: if let text = unnamed.last { render(text, depth: depth + 1) }
        case .first: if let text = unnamed.first { render(text, depth: depth + 1) }
        case .second: if let text = unnamed.dropFirst().first ?? unnamed.first { render(text, depth: depth + 1) }
        case .firstTwo:
            for (number, text) in unnamed.prefix(2).enumerated() {
                if number > 0 { output.append(0x20) }
                render(text, depth: depth + 1)
            }
        case .block:
            guard let text = unnamed.first ?? parameters.first.map({ value(of: $0) }) else { return }
            output += [0x0A, 0x0A]
            render(text, depth: depth + 1)
            output += [0x0A, 0x0A]
        case .literal(let text): output += Array(text.utf8)
        case nil: return
        }
    }

    private mutating func readDate(_ parameters: ArraySlice<Range<Int>>) {
        for parameter in parameters {
            let text = value(of: parameter)
            if published == nil { published = NewsDate.parse(bytes.span.extracting(text)) }
            if location == nil, isNamed(parameter),
                String(decoding: bytes[parameter.lowerBound..<text.lowerBound], as: UTF8.self).lowercased()
                    .contains("location")
            {
                location = MarkupTree.squeezed(Array(bytes[text]))
            }
        }
    }

    /// The parts of a template or link between the `|` that belong to it.
    private func split(_ inside: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = inside.lowerBound
        var at = start
        while at < inside.upperBound {
            if let close = closings[at], close + 2 <= inside.upperBound {
                at = close + 2
            } else if bytes[at] == 0x7C {
                parts.append(start..<at)
                start = at + 1
                at = start
            } else {
                at += 1
            }
        }
        parts.append(start..<inside.upperBound)
        return parts
    }

    /// `name=value`, where the name is a word.
    private func isNamed(_ parameter: Range<Int>) -> Bool {
        guard let equals = bytes[parameter].firstIndex(of: 0x3D) else { return false }
        return equals - parameter.lowerBound <= 30
            && bytes[parameter.lowerBound..<equals].allSatisfy {
                $0.isASCIIAlphanumeric || $0.isASCIISpace || $0 == 0x5F || $0 == 0x2D
            }
    }

    private func value(of parameter: Range<Int>) -> Range<Int> {
        guard isNamed(parameter), let equals = bytes[parameter].firstIndex(of: 0x3D) else { return parameter }
        return equals + 1..<parameter.upperBound
    }
}
