/// One page with everything that the rules found out about it. Its buffers serve page after page.
struct AnalyzedPage {
    var builder = TreeBuilder()
    private(set) var measures = Measures()
    private(set) var killing = Killing()
    private(set) var verdicts = Verdicts()
    private(set) var container = 0
    private(set) var facts: PageFacts?
    private(set) var tables = DataTables()
    private var finder = ContainerFinder()
    private(set) var features = BlockFeatures()
    private var decision = BlockDecision()

    var arena: Arena { _read { yield builder.arena } }
    var parts: PageParts { _read { yield builder.parts } }

    /// `builder.parts` holds the page; the rest is worked out from it. Fragments keep every block, and state no facts.
    mutating func analyze(
        _ bytes: [UInt8], _ parser: SkeletonParser, _ classes: inout ClassReader, isPage: Bool, url: String?,
        model: BlockModel?
    ) {
        facts = nil
        if !parser.parse(into: &builder) { builder.parts.limitsReached += 1 }
        guard isPage else {
            verdicts.keepAll(builder.arena.blocks.count)
            return
        }
        measures.measure(builder.arena, text: builder.parts.text)
        killing.judge(builder.arena, builder.parts, measures, classes: &classes)
        container = finder.container(builder.arena, measures, killing)
        facts = PageFacts(
            page: bytes, parts: builder.parts, arena: builder.arena, killing: killing, container: container, url: url)
        tables.find(builder.arena, measures)
        verdicts.judge(rules, title: facts?.title)
        relaxIfLittleIsLeft()
        if let model, builder.arena.blocks.count <= BlockDecision.mostBlocks {
            let evidence = PageEvidence(builder.parts, page: bytes, facts: facts)
            features.describe(rules, verdicts, facts, evidence, builder.parts, model)
            decision.decide(features, rules, evidence, model, &verdicts)
        }
    }

    /// What the model gave the block, 0 where it was not asked.
    func score(of block: Int) -> Int32 { block < decision.scores.count ? decision.scores[block] : 0 }

    private var rules: PageRules {
        PageRules(
            arena: builder.arena, text: builder.parts.text, measures: measures, killing: killing, tables: tables,
            container: container, dominant: finder.dominant)
    }

    /// A result this short (columns) may come from rules that do not fit the page.
    private static let shortText = 200

    private mutating func relaxIfLittleIsLeft() {
        let width = verdicts.width(builder.arena)
        guard width < Self.shortText, measures.width(0..<builder.arena.blocks.count) > 2 * width else { return }
        let strict = (killing, verdicts, container)
        killing.relax(builder.arena, measures)
        container = finder.container(builder.arena, measures, killing)
        verdicts.judge(rules, title: facts?.title)
        // Three times as much, or the strict rules keep the word.
        if verdicts.width(builder.arena) < width * 3 { (killing, verdicts, container) = strict }
    }
}
