/// Why the text of an element is not part of the article. Written beside the tree, never carried out on it.
enum KillCode: UInt8 {
    case none
    /// The element's name: `nav`, `aside`, `footer`, `form` ...
    case tag
    case hidden
    /// An ARIA role: `navigation`, `complementary` ...
    case role
    /// A consent manager.
    case consent
    case strongClass
    case weakClass
    /// A linked headline with a line or two: a teaser for another article.
    case card
    /// A list of links.
    case list
    /// A sentence that belongs to a picture, by the names of its element.
    case caption
    /// `figure`, `figcaption` and what else holds a picture.
    case figure
}

/// Gives every element its kill code, from the top down.
///
/// Every kill is guarded: an element that holds much of the page's running text is not thrown away, whatever it is
/// called, since it may hold the article (an unclosed `nav`, a body called "teaser", a paywall's hidden text).
struct Killing {
    private(set) var codes: [KillCode] = []
    private(set) var evidence: [ClassEvidence] = []
    private var roles: [Role] = []
    private var disabled: [KillCode] = []
    /// Running text taken by each kind of kill.
    private var killed = [Float](repeating: 0, count: 16)

    private enum Role: UInt8 { case none, negative, hidden, main }

    mutating func judge(_ arena: Arena, _ parts: PageParts, _ measures: Measures, classes: inout ClassReader) {
        evidence.removeAll(keepingCapacity: true)
        roles.removeAll(keepingCapacity: true)
        for node in 0..<arena.count {
            var (words, role) = read(node, arena, parts, &classes)
            if words.remove(.navigation) != nil, !isRunningText(arena.blockRange(node), measures) {
                words.insert(.strongNegative)
            }
            evidence.append(words)
            roles.append(role)
        }
        // Many small kills of one kind can take as much as one large: a page made of cards, a class on every paragraph.
        // Such a rule does not fit the page, and is left out.
        disabled = []
        let total = measures.score(0..<arena.blocks.count)
        for _ in 0..<3 {
            judge(arena, measures, total: total)
            guard let unfit = unfitKind(total: total) else { return }
            disabled.append(unfit)
        }
        judge(arena, measures, total: total)
    }

    /// Judges again without the rules that go by class names, for a page of which too little was left.
    mutating func relax(_ arena: Arena, _ measures: Measures) {
        disabled = [.strongClass, .weakClass, .card, .list, .caption]
        judge(arena, measures, total: measures.score(0..<arena.blocks.count))
    }

    private mutating func judge(_ arena: Arena, _ measures: Measures, total: Float) {
        codes.removeAll(keepingCapacity: true)
        for code in killed.indices { killed[code] = 0 }
        for node in 0..<arena.count {
            let parent = Int(arena.parent[node])
            if parent >= 0, codes[parent] != .none {
                codes.append(codes[parent])
                continue
            }
            var code = node == 0 ? .none : code(of: node, arena, measures, total: total)
            if disabled.contains(code) { code = .none }
            if code != .none, !arena.tag[node].isInline, evidence[node].isDisjoint(with: .comments) {
                killed[Int(code.rawValue)] += measures.score(arena.blockRange(node))
            }
            codes.append(code)
        }
    }

    private func unfitKind(total: Float) -> KillCode? {
        [.card, .list, .weakClass, .strongClass].first { kind in
            !disabled.contains(kind) && killed[Int(kind.rawValue)] > (kind == .strongClass ? 0.7 : 0.5) * total
        }
    }

    private func read(
        _ node: Int, _ arena: Arena, _ parts: PageParts, _ classes: inout ClassReader
    ) -> (ClassEvidence, Role) {
        var words: ClassEvidence = []
        var role = Role.none
        let source = Int(arena.source[node])
        guard source >= 0 else { return (words, role) }
        for attribute in parts.attributes[parts.attributes(ofTag: source)] {
            let value = attribute.value.bounds
            switch attribute.name {
            // A heading's id is made from its text.
            case .id where arena.tag[node].isHeading: continue
            case .class, .id, .mark: words.formUnion(classes.evidence(of: value, in: parts.attributeBytes))
            case .itemprop: words.formUnion(Self.property(value, in: parts.attributeBytes))
            // Paywalls hide paragraphs from screen readers; a reader without the script sees them all.
            case .ariaHidden where arena.tag[node] == .p: continue
            case .hidden, .ariaHidden: if role == .none { role = .hidden }
            case .role: if Self.isNegative(role: value, in: parts.attributeBytes) { role = .negative }
            default: break
            }
        }
        return (words, role)
    }

    private static func property(_ value: Range<Int>, in bytes: [UInt8]) -> ClassEvidence {
        if bytes.equals("articlebody", in: value) { return [.body, .declaredBody] }
        if bytes.equals("comment", in: value) { return [.strongNegative, .comments] }
        if bytes.equals("description", in: value) { return .standfirst }
        if bytes.equals("caption", in: value) { return [.strongNegative, .caption] }
        return []
    }

    private static func isNegative(role value: Range<Int>, in bytes: [UInt8]) -> Bool {
        let roles: [StaticString] = [
            "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu",
            "menubar",
            "toolbar", "tooltip",
        ]
        return roles.contains { bytes.equals($0, in: value) }
    }

    private func code(
        of node: Int, _ arena: Arena, _ measures: Measures, total: Float
    ) -> KillCode {
        let words = evidence[node]
        let role = roles[node]
        let tag = arena.tag[node]
        let blocks = arena.blockRange(node)
        if blocks.isEmpty, !tag.isInline { return .none }
        let share = total > 0 ? measures.score(blocks) / total : 0
        if words.contains(.consent), share < 0.9 { return .consent }
        let isInline = tag.isInline
        if isInline, !isWrapper(node, arena) { return .none }

        if share < Self.limit(for: tag), !isQuotation(node, arena) {
            // A figure may hold a table, which is no picture.
            if !Self.isFigure(tag) { return .tag }
            if tag == .caption || !holdsTable(node, arena) { return .figure }
        }
        if role == .hidden, share < 0.3, !isFolded(node, arena) { return .hidden }
        if role == .negative, share < 0.3, !isInline { return .role }
        if tag == .blockquote { return .none }
        // Readers may write more than the author, but they write below.
        if words.contains(.footer), share < 0.7, total > 0, measures.score(0..<blocks.lowerBound) >= 0.25 * total {
            return .strongClass
        }
        if words.contains(.comments), share < 0.85, total > 0, measures.score(0..<blocks.lowerBound) >= 0.1 * total {
            return .strongClass
        }
        if words.contains(.strongNegative), share < 0.3, !isQuotation(node, arena) {
            return words.contains(.caption) ? .caption : .strongClass
        }
        if words.contains(.weakNegative), !words.contains(.body), share < 0.3, !tag.isHeading,
            isPoor(blocks, measures, isParagraph: tag == .p)
        {
            return .weakClass
        }
        if isCard(node, blocks, arena, measures, share: share) { return .card }
        if tag == .ul || tag == .ol, share < 0.3, isLinkList(blocks, arena, measures) { return .list }
        return .none
    }

    /// Inline elements are judged only where one is a whole block, outside of any sentence.
    private func isWrapper(_ node: Int, _ arena: Arena) -> Bool {
        let first = Int(arena.firstBlock[node])
        guard first < arena.blocks.count else { return false }
        let block = arena.blocks[first]
        return Int(block.wrapper) == node
    }

    /// The share of the page's running text that an element of this kind may hold and still be dropped.
    private static func limit(for tag: TagName) -> Float {
        switch tag {
        case .nav, .button, .dialog, .menu, .optgroup, .option, .label, .legend, .marquee: 0.3
        case .figure, .figcaption, .picture, .caption: 0.3
        case .footer, .form: 0.35
        case .aside: 0.4
        case .object, .applet, .map: 0.3
        default: -1
        }
    }

    private func holdsTable(_ node: Int, _ arena: Arena) -> Bool {
        (node..<min(Int(arena.end[node]), node + 100)).contains { arena.tag[$0] == .table }
    }

    private static func isFigure(_ tag: TagName) -> Bool {
        switch tag {
        case .figure, .figcaption, .picture, .caption: true
        default: false
        }
    }

    /// Links, labels and fragments; of a paragraph more is asked before it counts as poor.
    private func isPoor(_ blocks: Range<Int>, _ measures: Measures, isParagraph: Bool) -> Bool {
        if measures.linkDensity(blocks) > 0.4 { return true }
        let isShort = measures.width(blocks) < 110
        let isUnpunctuated = measures.sentences(blocks) == 0
        return isParagraph ? isShort && isUnpunctuated : isShort || isUnpunctuated
    }

    /// Several sentences with few links among them.
    private func isRunningText(_ blocks: Range<Int>, _ measures: Measures) -> Bool {
        let width = measures.width(blocks)
        return width >= 300 && measures.sentences(blocks) >= 3 && measures.score(blocks) >= 0.6 * Float(width)
    }

    /// A part that opens on a click: a reader gets to see it.
    private func isFolded(_ node: Int, _ arena: Arena) -> Bool {
        evidence[node].contains(.foldable) || evidence[Int(arena.parent[node])].contains(.foldable)
    }

    /// Most of the element's text is quoted: an embedded post, a pulled quotation.
    private func isQuotation(_ node: Int, _ arena: Arena) -> Bool {
        let length = arena.textEnd[node] - arena.textStart[node]
        for inner in node..<Int(arena.end[node]) where arena.tag[inner] == .blockquote {
            return (arena.textEnd[inner] - arena.textStart[inner]) * 10 >= length * 6
        }
        return false
    }

    private func isCard(
        _ node: Int, _ blocks: Range<Int>, _ arena: Arena, _ measures: Measures, share: Float
    ) -> Bool {
        switch arena.tag[node] {
        case .article, .li, .div, .section, .a, .td: break
        default: return false
        }
        return share < 0.3 && measures.linkedHeadings(blocks) > 0 && measures.width(blocks) < 1_500
            && measures.paragraphs(blocks) <= 2 * measures.linkedHeadings(blocks)
    }

    private func isLinkList(_ blocks: Range<Int>, _ arena: Arena, _ measures: Measures) -> Bool {
        if measures.linkDensity(blocks) >= 0.6 { return true }
        return false
    }
}
