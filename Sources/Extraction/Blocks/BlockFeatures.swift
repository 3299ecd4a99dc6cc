import Text

/// Describes the blocks of a page to the model: one row of `Feature` bytes each. Its buffers serve page after page.
struct BlockFeatures {
    static let stride = Feature.allCases.count
    /// Elements around a block whose names count as near.
    static let nearLevels = 3

    /// One row after the other.
    private(set) var values: [UInt8] = []
    /// The blocks that are worth a question; the others are links in elements that are left out anyway.
    private(set) var chosen: [Int32] = []
    /// Words of each block.
    private(set) var wordCounts: [Int32] = []

    var names = NodeNames()
    var context = NodeContext()
    var units = RepeatedUnits()
    private var words = WordTokens()
    var groups = Groups()
    var styles: [Style] = []
    var shortStyles: [Style] = []
    var styleOf: [Int32] = []
    var shortStyleOf: [Int32] = []
    var repeatOf: [Int32] = []
    var repeatCounts: [Int32] = []
    private var title = ShingleSet()
    private var description = ShingleSet()
    private var body = ShingleSet()

    struct Style {
        var count: Int32 = 0
        var width: Int32 = 0
        var linkWidth: Int32 = 0
        var score: Float = 0
        var inside: Int32 = 0
    }

    mutating func describe(
        _ page: PageRules, _ verdicts: Verdicts, _ facts: PageFacts?, _ evidence: PageEvidence, _ parts: PageParts,
        _ model: BlockModel
    ) {
        let count = page.arena.blocks.count
        values.removeAll(keepingCapacity: true)
        values.append(contentsOf: repeatElement(0, count: count * Self.stride))
        chosen.removeAll(keepingCapacity: true)
        wordCounts.removeAll(keepingCapacity: true)
        names.read(page.arena, parts, model)
        context.read(page.arena, page.killing)
        units.find(page.arena, container: page.container, names: names)
        readFacts(facts)
        group(page)
        for index in 0..<count {
            let block = page.arena.blocks[index]
            let isChosen = isOpen(block, verdicts.all[index], page)
            describeText(index, block, page, model, isWorthReading: isChosen)
            describeNames(index, block, page.arena)
            describeElements(index, block, page)
            if isChosen { chosen.append(Int32(truncatingIfNeeded: index)) }
        }
        describeGroups(page)
        describeRules(page, verdicts)
        describeHeadings(page)
        describeNeighbours(count)
        describePage(page, verdicts, evidence)
    }

    /// Whether the model has a say. What is hidden, a caption, a teaser, the headline, outside of the container or named as something
    /// else by a strong word is left out without a question; so are links in what the rules leave out, and lines that
    /// refer to another article. (The kills are guarded by shares of the text.)
    private func isOpen(_ block: Block, _ verdict: Verdict, _ page: PageRules) -> Bool {
        switch page.killing.code(of: block) {
        case .none:
            if verdict == .outsideContainer || verdict == .title && block.heading == 1 { return false }
        case .tag, .weakClass, .list:
            if block.linkDensity > 0.8 || !page.arena.contains(page.container, Int(block.node)) { return false }
        case .hidden, .role, .consent, .strongClass, .caption, .figure, .card: return false
        }
        return !page.refersElsewhere(block)
    }

    @inline(__always) mutating func set(_ index: Int, _ feature: Feature, _ value: UInt8) {
        values[index * Self.stride + feature.rawValue] = value
    }

    @inline(__always) func get(_ index: Int, _ feature: Feature) -> UInt8 {
        values[index * Self.stride + feature.rawValue]
    }

    // MARK: Facts

    private mutating func readFacts(_ facts: PageFacts?) {
        fill(\.title, facts?.title)
        fill(\.description, facts?.description)
        fill(\.body, facts?.body)
    }

    private mutating func fill(_ set: WritableKeyPath<BlockFeatures, ShingleSet>, _ text: String?) {
        self[keyPath: set].clear()
        guard let text else { return }
        let bytes = Array(text.utf8)
        words.read(0..<bytes.count, of: bytes)
        self[keyPath: set].insert(words.words)
    }

    // MARK: The text

    private mutating func describeText(
        _ index: Int, _ block: Block, _ page: PageRules, _ model: BlockModel, isWorthReading: Bool
    ) {
        let range = block.text.bounds
        let width = Int(block.width)
        set(index, .width, Scale.log(width))
        set(index, .linkDensity, Scale.share(Int(block.linkWidth), of: width))
        set(index, .sentences, page.measures.sentences[index])
        set(index, .ending, page.measures.endsSentence[index] ? 1 : 0)
        set(index, .emphasis, Scale.share(Int(block.emphasisWidth), of: width))
        set(index, .heading, block.heading)
        set(index, .unit, Self.unit(page.arena.tag[Int(block.node)]))
        set(index, .wrapper, block.wrapper >= 0 ? Self.unit(page.arena.tag[Int(block.wrapper)]) : 0)
        guard isWorthReading else {
            wordCounts.append(Int32(truncatingIfNeeded: width / 6 + 1))
            for feature in [Feature.wordSum, .wordMost, .wordLeast] { set(index, feature, 128) }
            return
        }
        words.read(range, of: page.text)
        wordCounts.append(Int32(truncatingIfNeeded: words.words.count))
        set(index, .words, Scale.log(words.words.count))
        set(index, .digits, Scale.share(words.digits, of: range.count))
        set(index, .capitals, Scale.share(words.capitals, of: range.count))
        set(index, .commas, Scale.log(words.commas))
        set(index, .firstSign, Self.sign(at: range.lowerBound, page.text))
        set(index, .lastSign, Self.lastSign(range, page.text))
        set(index, .lines, Scale.count(Self.breaks(range, page.text)))
        set(index, .marks, Self.marks(range, page.text))
        if width < 300 {
            set(index, .lead, page.phrases.beginsWithLead(range, of: page.text) ? 1 : 0)
            if width < 90 { set(index, .tailHeading, page.phrases.isTailHeading(range, of: page.text) ? 1 : 0) }
        }
        set(index, .title, Scale.count(title.share(of: words.words)))
        set(index, .description, Scale.count(description.share(of: words.words)))
        set(index, .structured, body.isEmpty ? 0 : Scale.count(1 + body.share(of: words.words)))
        var scores = TokenScores()
        WordTokens.forEachToken(words.words, width: width) { token in
            if let score = model.score(of: token, in: .word) { scores.add(score) }
        }
        set(index, .wordSum, Scale.centred(Int(scores.sum) / 2))
        set(index, .wordMost, Scale.centred(Int(scores.most)))
        set(index, .wordLeast, Scale.centred(Int(scores.least)))
    }

    /// Kinds of elements that hold text, paragraphs first.
    private static func unit(_ tag: TagName) -> UInt8 {
        switch tag {
        case .p: 1
        case .div: 2
        case .li: 3
        case .td, .th: 4
        case .blockquote: 5
        case .pre, .listing: 6
        case .section, .article, .main, .body: 7
        case .dd, .dt, .dl: 8
        case .h1: 9
        case .h2: 10
        case .h3: 11
        case .h4, .h5, .h6: 12
        case .figcaption, .figure, .caption: 13
        case .a: 14
        case .span: 15
        case .strong, .b: 16
        case .em, .i: 17
        case .time: 18
        case .button, .label, .summary: 19
        case .header, .footer, .nav, .aside: 20
        case .font, .small: 21
        default: 22
        }
    }

    /// What kind of sign a text begins with.
    private static func sign(at position: Int, _ text: [UInt8]) -> UInt8 {
        guard position < text.count else { return 0 }
        let byte = text[position]
        if byte.isASCIIUpper { return 1 }
        if byte.isASCIILower { return 2 }
        if byte.isASCIIDigit { return 3 }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return 4
        case UInt8(ascii: "("), UInt8(ascii: "["): return 5
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "|"): return 6
        case UInt8(ascii: "@"), UInt8(ascii: "#"): return 7
        case 0xC2: return 8
        case 0xE2: return 9
        case 0xF0: return 10
        case 0x80...: return 11
        default: return 12
        }
    }

    private static func lastSign(_ range: Range<Int>, _ text: [UInt8]) -> UInt8 {
        guard let last = range.last, last < text.count else { return 0 }
        switch text[last] {
        case UInt8(ascii: "."): return 1
        case UInt8(ascii: "!"): return 2
        case UInt8(ascii: "?"): return 3
        case UInt8(ascii: ":"): return 4
        case UInt8(ascii: ";"), UInt8(ascii: ","): return 5
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return 6
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return 7
        case let byte where byte.isASCIIDigit: return 8
        case let byte where byte.isASCIILetter: return 9
        case 0x80...: return 10
        default: return 11
        }
    }

    private static func breaks(_ range: Range<Int>, _ text: [UInt8]) -> Int {
        var count = 0
        var position = range.lowerBound
        while let found = text.index(of: 0x0A, in: position..<range.upperBound), count < 255 {
            count += 1
            position = found + 1
        }
        return count
    }

    /// Bits for `@`, `©`, `|`, `/` between words, `://`.
    private static func marks(_ range: Range<Int>, _ text: [UInt8]) -> UInt8 {
        guard range.count < 400 else { return 0 }
        var marks: UInt8 = 0
        for position in range {
            switch text[position] {
            case UInt8(ascii: "@"): marks |= 1
            case 0xA9 where position > range.lowerBound && text[position - 1] == 0xC2: marks |= 2
            case UInt8(ascii: "|"): marks |= 4
            case UInt8(ascii: "/"): marks |= 8
            default: break
            }
        }
        return marks
    }

    // MARK: Names

    private mutating func describeNames(_ index: Int, _ block: Block, _ arena: Arena) {
        let node = Int(block.node)
        var own = names.all[node].own
        if block.wrapper >= 0 { own.add(names.all[Int(block.wrapper)].own) }
        var near = TokenScores()
        var above = Int(arena.parent[node])
        for _ in 0..<Self.nearLevels where above > 0 {
            near.add(names.all[above].near)
            above = Int(arena.parent[above])
        }
        let far = above > 0 ? names.farAbove[above] : TokenScores()
        for (scores, features) in [
            (own, (Feature.ownSum, Feature.ownMost, Feature.ownLeast)),
            (near, (.nearSum, .nearMost, .nearLeast)), (far, (.farSum, .farMost, .farLeast)),
        ] {
            set(index, features.0, Scale.centred(Int(scores.sum) / 2))
            set(index, features.1, Scale.centred(Int(scores.most)))
            set(index, features.2, Scale.centred(Int(scores.least)))
        }
    }
}
