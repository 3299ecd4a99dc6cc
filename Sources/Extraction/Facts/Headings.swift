import Text

/// The headings that may be the headline.
struct Headings {
    struct Heading {
        var text: String
        /// The texts of its elements and of what stands between them, where it has several: kicker, headline, date.
        var pieces: [String] = []
        /// The heading is a link to the site's home page: its logo.
        var leadsHome = false
        /// Its element, or 0.
        var node = 0

        /// The piece that another place states (by its key), or all of it.
        func headline(among keys: Set<String>) -> String {
            keys.contains(FactText.key(text)) ? text : pieces.first { keys.contains(FactText.key($0)) } ?? text
        }
    }

    /// The first `h1` elements, in order.
    var main: [Heading] = []
    /// The first `h2` elements: some sites keep the `h1` for their name.
    var second: [Heading] = []

    init(_ arena: Arena, _ parts: PageParts, base: WebAddress?) {
        for node in 0..<arena.count {
            if arena.tag[node] == .h1, main.count < 6 {
                guard let text = Self.text(node, arena, parts) else { continue }
                main.append(
                    Heading(
                        text: text, pieces: Self.pieces(node, arena, parts),
                        leadsHome: Self.leadsHome(node, arena, parts, base), node: node))
            } else if arena.tag[node] == .h2, second.count < 3 {
                if let text = Self.text(node, arena, parts) { second.append(Heading(text: text, node: node)) }
            }
        }
    }

    /// The element that shows `title`; without one, the first `h1` that is no logo; 0 where there is none.
    func node(of title: String?) -> Int {
        if let key = title.map(FactText.key) {
            let keys: Set<String> = [key]
            if let found = (main + second).first(where: { FactText.key($0.headline(among: keys)) == key }) {
                return found.node
            }
        }
        return (main.first { !$0.leadsHome } ?? main.first)?.node ?? 0
    }

    // MARK: -

    private static func text(_ node: Int, _ arena: Arena, _ parts: PageParts) -> String? {
        let range = Int(arena.textStart[node])..<Int(arena.textEnd[node])
        guard !range.isEmpty, range.count <= 500 else { return nil }
        return FactText.clean(String(decoding: parts.text[range], as: UTF8.self))
    }

    /// The texts of an element's children and between them; none when one child holds all.
    private static func pieces(_ node: Int, _ arena: Arena, _ parts: PageParts) -> [String] {
        var outer = node
        var children = children(outer, arena)
        while children.count == 1, arena.textStart[children[0]] <= arena.textStart[outer],
            arena.textEnd[children[0]] >= arena.textEnd[outer]
        {
            outer = children[0]
            children = Self.children(outer, arena)
        }
        var pieces: [String] = []
        var position = Int(arena.textStart[outer])
        func add(_ range: Range<Int>) {
            for line in parts.text[range].split(separator: 0x0A) {
                if let text = FactText.clean(String(decoding: line, as: UTF8.self)) { pieces.append(text) }
            }
        }
        for child in children {
            let start = Int(arena.textStart[child])
            guard start >= position else { continue }
            add(position..<start)
            add(start..<max(start, Int(arena.textEnd[child])))
            position = max(start, Int(arena.textEnd[child]))
        }
        add(position..<max(position, Int(arena.textEnd[outer])))
        return pieces.count > 1 ? pieces : []
    }

    private static func children(_ node: Int, _ arena: Arena) -> [Int] {
        var children: [Int] = []
        var child = node + 1
        while child < Int(arena.end[node]), children.count < 12 {
            children.append(child)
            child = max(child + 1, Int(arena.end[child]))
        }
        return children
    }

    /// Whether the heading stands in a link to the home page, or has one that holds all of its text.
    private static func leadsHome(_ heading: Int, _ arena: Arena, _ parts: PageParts, _ base: WebAddress?) -> Bool {
        var link = -1
        var node = heading
        for _ in 0..<3 where node > 0 && link < 0 {
            node = Int(arena.parent[node])
            if node > 0, arena.tag[node] == .a { link = node }
        }
        if link < 0 {
            let inner = (heading + 1)..<max(heading + 1, Int(arena.end[heading]))
            link = inner.first { arena.tag[$0] == .a } ?? -1
            guard link >= 0,
                arena.textEnd[link] - arena.textStart[link] + 2 >= arena.textEnd[heading] - arena.textStart[heading]
            else { return false }
        }
        guard let target = parts.target(ofTag: Int(arena.source[link])) else { return false }
        return target == "/" || WebAddress(target, relativeTo: base)?.isHome ?? false
    }
}

extension PageParts {
    /// Where the link leads, as it is written.
    func target(ofTag tag: Int) -> String? {
        guard tag >= 0 else { return nil }
        return attributes[attributes(ofTag: tag)].first { $0.name == .href }.map { string($0.value) }
    }
}
