/// One block of a page with what was decided about it, for people who want to know why.
package struct ExplainedBlock: Sendable {
    package var text: [UInt8]
    /// `kept`, or the rule that left it out: `notText`, `label`, `tail`, `repeated` ...
    package var verdict: String
    package var isKept: Bool
    /// `none`, or why an element around the block was left out (`tag`, `hidden`, `strongClass` ...).
    package var kill: String
    package var isInContainer: Bool
    /// Columns of text and share of it that is links.
    package var width: Int
    package var linkDensity: Float
    /// The elements around the block, innermost first: `p`, `div.article-body#main`.
    package var path: [String]
}

extension PageExtractor {
    /// The blocks of a page in order, each with its verdict. Slow: for people, not for the pipeline.
    package mutating func explain(page bytes: [UInt8]) -> [ExplainedBlock] {
        analyze(bytes, isPage: true, url: nil)
        return page.arena.blocks.indices.map { index in
            let block = page.arena.blocks[index]
            let node = block.wrapper >= 0 ? Int(block.wrapper) : Int(block.node)
            let outer = page.killing.codes[Int(block.node)]
            return ExplainedBlock(
                text: Array(page.parts.text[block.text.bounds]), verdict: "\(page.verdicts.all[index])",
                isKept: page.verdicts.isKept(index),
                kill: "\(outer != .none ? outer : page.killing.codes[node])",
                isInContainer: page.arena.contains(page.container, node), width: Int(block.width),
                linkDensity: block.linkDensity, path: Self.path(from: node, page.arena, page.parts))
        }
    }

    private static func path(from start: Int, _ arena: Arena, _ parts: PageParts) -> [String] {
        var path: [String] = []
        var node = start
        while node > 0, path.count < 12 {
            var step = "\(arena.tag[node])"
            let source = Int(arena.source[node])
            if source >= 0 {
                for attribute in parts.attributes[parts.attributes(ofTag: source)] {
                    switch attribute.name {
                    case .class, .mark: step += "." + parts.string(attribute.value)
                    case .id: step += "#" + parts.string(attribute.value)
                    case .role, .itemprop: step += "[" + parts.string(attribute.value) + "]"
                    case .hidden, .ariaHidden: step += "[hidden]"
                    default: break
                    }
                }
            }
            path.append(step)
            node = Int(arena.parent[node])
        }
        return path
    }
}
