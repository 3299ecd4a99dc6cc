/// What each element inherits from those around it.
struct NodeContext {
    struct Row {
        /// Levels up to the nearest element with this class evidence, 31 for none.
        var strong: UInt8 = 31
        var weak: UInt8 = 31
        var body: UInt8 = 31
        var caption: UInt8 = 31
        var byline: UInt8 = 31
        var date: UInt8 = 31
        var standfirst: UInt8 = 31
        /// Elements around it, itself included, whose names speak against it.
        var negatives: UInt8 = 0
        var depth: UInt8 = 0
        var articles: UInt8 = 0
        var surroundings: Surroundings = []
    }

    /// Elements that a node stands in, by name.
    struct Surroundings: OptionSet {
        let rawValue: UInt16

        static let item = Surroundings(rawValue: 1 << 0)
        static let cell = Surroundings(rawValue: 1 << 1)
        static let quotation = Surroundings(rawValue: 1 << 2)
        static let figure = Surroundings(rawValue: 1 << 3)
        static let link = Surroundings(rawValue: 1 << 4)
        static let preformatted = Surroundings(rawValue: 1 << 5)
        static let definition = Surroundings(rawValue: 1 << 6)
        static let button = Surroundings(rawValue: 1 << 7)
        // the page's own parts
        static let aside = Surroundings(rawValue: 1 << 8)
        static let header = Surroundings(rawValue: 1 << 9)
        static let footer = Surroundings(rawValue: 1 << 10)
        static let navigation = Surroundings(rawValue: 1 << 11)
        static let form = Surroundings(rawValue: 1 << 12)
        static let article = Surroundings(rawValue: 1 << 13)
        static let main = Surroundings(rawValue: 1 << 14)
        static let section = Surroundings(rawValue: 1 << 15)
    }

    private(set) var rows: [Row] = []
    /// Images before each node, so that the images in an element are one subtraction.
    private(set) var images: [Int32] = []

    mutating func read(_ arena: Arena, _ killing: Killing) {
        rows.removeAll(keepingCapacity: true)
        images.removeAll(keepingCapacity: true)
        var imageCount: Int32 = 0
        for node in 0..<arena.count {
            let parent = Int(arena.parent[node])
            var row = parent >= 0 ? rows[parent] : Row()
            let words = killing.evidence[node]
            Self.step(&row.strong, words.contains(.strongNegative))
            Self.step(&row.weak, words.contains(.weakNegative))
            Self.step(&row.body, words.contains(.body))
            Self.step(&row.caption, words.contains(.caption))
            Self.step(&row.byline, words.contains(.byline))
            Self.step(&row.date, words.contains(.date))
            Self.step(&row.standfirst, words.contains(.standfirst))
            if !words.isDisjoint(with: .negative), row.negatives < 255 { row.negatives += 1 }
            if row.depth < 255 { row.depth += 1 }
            let tag = arena.tag[node]
            if tag == .article, row.articles < 255 { row.articles += 1 }
            row.surroundings.formUnion(Self.surroundings(tag))
            rows.append(row)
            images.append(imageCount)
            if tag == .img || tag == .picture || tag == .figure { imageCount &+= 1 }
        }
        images.append(imageCount)
    }

    func images(in node: Int, _ arena: Arena) -> Int { Int(images[Int(arena.end[node])] - images[node]) }

    @inline(__always) private static func step(_ distance: inout UInt8, _ isHere: Bool) {
        if isHere { distance = 0 } else if distance < 31 { distance += 1 }
    }

    private static func surroundings(_ tag: TagName) -> Surroundings {
        switch tag {
        case .li: .item
        case .td, .th: .cell
        case .blockquote, .q: .quotation
        case .figure, .figcaption, .picture, .caption: .figure
        case .a: .link
        case .pre, .listing, .code: .preformatted
        case .dl, .dd, .dt: .definition
        case .button, .label, .legend, .summary: .button
        case .aside: .aside
        case .header, .hgroup: .header
        case .footer: .footer
        case .nav, .menu: .navigation
        case .form, .fieldset, .dialog: .form
        case .article: .article
        case .main: .main
        case .section, .details: .section
        default: []
        }
    }
}
