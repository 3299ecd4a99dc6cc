/// Builds the arena from the events of a parser that has read the skeleton of `PageParts`.
///
/// Where libxml2 follows HTML 4, this follows HTML (the living standard): block elements that it does not know end an
/// open `p` as the others do. Its own idea of what is open is tracked by depth alone, so both can differ.
struct TreeBuilder {
    private(set) var arena = Arena()
    var parts = PageParts()

    private struct Open {
        var node: Int32
        /// Depth in the parser's eyes.
        var depth: Int32
        /// Position in `stack` of the innermost open `p` that may be ended from here, or -1.
        var paragraph: Int32
        /// The innermost block element.
        var block: Int32
        /// The outermost inline element inside `block`, or -1.
        var inline: Int32
        var heading: UInt8
        var isLink: Bool
        var isEmphasis: Bool
    }

    private var stack: [Open] = []
    private var parserDepth: Int32 = 0
    private var nextTag = 0
    private var nextRun = 0
    private var linksOpen = 0
    private var emphasisOpen = 0
    private var textEnd: Int32 = 0

    /// The block in progress; `width` 0 while it is empty.
    private var pending = Block(
        text: ByteRange(0, 0), node: 0, wrapper: -1, width: 0, linkWidth: 0, emphasisWidth: 0, heading: 0)
    private var endsInBreak = false

    mutating func begin() {
        arena.clear()
        stack.removeAll(keepingCapacity: true)
        parserDepth = 0
        nextTag = 0
        nextRun = 0
        linksOpen = 0
        emphasisOpen = 0
        textEnd = 0
        pending.width = 0
        endsInBreak = false
        addNode(.body, parent: -1, source: -1)
        stack.append(
            Open(
                node: 0, depth: 0, paragraph: -1, block: 0, inline: -1, heading: 0, isLink: false, isEmphasis: false))
    }

    mutating func finish() {
        endBlock()
        while stack.count > 1 { pop() }
        close(0)
    }

    /// Every tag and every run of text of the page has found its place: the skeleton was read as it was meant.
    var isInStep: Bool { nextTag == parts.tags.count && nextRun == parts.runs.count }

    // MARK: Events

    /// `name` is the element as the parser spells it; attributes come from the row of `parts` with this number.
    mutating func startElement(_ name: TagName) {
        parserDepth += 1
        // The root is there already.
        if name == .body { return }
        var source = nextTag
        while source < parts.tags.count, parts.tags[source] != name { source += 1 }
        if source < parts.tags.count { nextTag = source + 1 } else { source = -1 }

        if name.closesParagraph, let top = stack.last, top.paragraph > 0 {
            endBlock()
            while stack.count > Int(top.paragraph) { pop() }
        }
        let isInline = name.isInline
        if !isInline { endBlock() }
        guard let top = stack.last else { return }
        let node = Int32(truncatingIfNeeded: arena.count)
        addNode(name, parent: top.node, source: Int32(truncatingIfNeeded: source))
        let isLink = name == .a && source >= 0 && hasTarget(source)
        let isEmphasis = name == .b || name == .strong || name == .em || name == .i
        if isLink { linksOpen += 1 }
        if isEmphasis { emphasisOpen += 1 }
        stack.append(
            Open(
                node: node, depth: parserDepth,
                paragraph: name == .p
                    ? Int32(truncatingIfNeeded: stack.count) : name.limitsParagraphScope ? -1 : top.paragraph,
                block: isInline ? top.block : node,
                inline: isInline ? (top.inline >= 0 ? top.inline : node) : -1,
                heading: name.isHeading ? name.rawValue - TagName.h1.rawValue + 1 : top.heading,
                isLink: isLink, isEmphasis: isEmphasis))
    }

    mutating func endElement() {
        parserDepth -= 1
        while stack.count > 1, let top = stack.last, top.depth > parserDepth {
            if !arena.tag[Int(top.node)].isInline { endBlock() }
            pop()
        }
    }

    /// The next `count` runs of text.
    mutating func characters(_ count: Int) {
        for _ in 0..<count where nextRun < parts.runs.count {
            add(parts.runs[nextRun])
            nextRun += 1
        }
    }

    // MARK: Rows

    private mutating func addNode(_ name: TagName, parent: Int32, source: Int32) {
        arena.tag.append(name)
        arena.parent.append(parent)
        arena.end.append(0)
        arena.textStart.append(textEnd)
        arena.textEnd.append(textEnd)
        arena.firstBlock.append(Int32(truncatingIfNeeded: arena.blocks.count))
        arena.endBlock.append(0)
        arena.source.append(source)
    }

    private mutating func pop() {
        guard let top = stack.popLast() else { return }
        if top.isLink { linksOpen -= 1 }
        if top.isEmphasis { emphasisOpen -= 1 }
        close(Int(top.node))
    }

    private mutating func close(_ node: Int) {
        arena.end[node] = Int32(truncatingIfNeeded: arena.count)
        arena.textEnd[node] = textEnd
        arena.endBlock[node] = Int32(truncatingIfNeeded: arena.blocks.count)
    }

    private func hasTarget(_ source: Int) -> Bool {
        for attribute in parts.attributes[parts.attributes(ofTag: source)] where attribute.name == .href { return true }
        return false
    }

    // MARK: Blocks

    private mutating func add(_ run: TextRun) {
        if run.isBreak {
            if endsInBreak { endBlock() }
            endsInBreak = pending.width > 0
            textEnd = run.range.end
            return
        }
        endsInBreak = false
        guard let top = stack.last else { return }
        if pending.width == 0 {
            pending.text.start = run.range.start
            pending.node = top.block
            pending.wrapper = top.inline
            pending.linkWidth = 0
            pending.emphasisWidth = 0
            pending.heading = top.heading
        }
        textEnd = run.range.end
        pending.text.end = textEnd
        pending.width += run.width
        if linksOpen > 0 { pending.linkWidth += run.width }
        if emphasisOpen > 0 { pending.emphasisWidth += run.width }
    }

    private mutating func endBlock() {
        endsInBreak = false
        guard pending.width > 0 else { return }
        var block = pending
        pending.width = 0
        while !block.text.isEmpty, parts.text[Int(block.text.end) - 1] <= 0x20 { block.text.end -= 1 }
        while !block.text.isEmpty, parts.text[Int(block.text.start)] <= 0x20 { block.text.start += 1 }
        guard !block.text.isEmpty else { return }
        if block.wrapper >= 0 {
            let wrapper = Int(block.wrapper)
            let isOpen = arena.end[wrapper] == 0
            if !isOpen, arena.textEnd[wrapper] < block.text.end { block.wrapper = -1 }
        }
        arena.blocks.append(block)
    }
}
