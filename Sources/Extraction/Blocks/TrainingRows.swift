package import Model

extension PageExtractor {
    /// An extractor with another model than the program's own; nil if `bytes` are none. An empty one scores nothing.
    package init?(configuration: Configuration, modelBytes bytes: [UInt8]) {
        guard let model = BlockModel(bytes) else { return nil }
        self.init(configuration: configuration, model: model)
    }

    /// Names of the features, in the order of `TrainingBlock.features`.
    package static var featureNames: [String] { Feature.allCases.map { "\($0)" } }

    /// The blocks of a page as the model sees them, for training.
    package mutating func trainingBlocks(page bytes: [UInt8], url: String?) -> [TrainingBlock] {
        analyze(bytes, isPage: true, url: url)
        var words = WordTokens()
        var blocks: [TrainingBlock] = []
        let stride = BlockFeatures.stride
        guard page.features.values.count == page.arena.blocks.count * stride else { return [] }
        let chosen = Set(page.features.chosen)
        for (index, block) in page.arena.blocks.enumerated() {
            words.read(block.text.bounds, of: page.parts.text)
            var row = TrainingBlock()
            row.text = Array(page.parts.text[block.text.bounds])
            row.isChosen = chosen.contains(Int32(truncatingIfNeeded: index))
            row.score = page.score(of: index)
            row.isKept = page.verdicts.isKept(index)
            row.features = Array(page.features.values[index * stride..<(index + 1) * stride])
            WordTokens.forEachToken(words.words, width: Int(block.width)) {
                row.wordTokens.append(TokenHash.entry($0, .word))
            }
            addNames(of: block, to: &row)
            blocks.append(row)
        }
        return blocks
    }

    private func addNames(of block: Block, to row: inout TrainingBlock) {
        var node = Int(block.node)
        if block.wrapper >= 0 { row.ownTokens = tokens(of: Int(block.wrapper), .own) }
        row.ownTokens += tokens(of: node, .own)
        node = Int(page.arena.parent[node])
        var level = 1
        while node > 0 {
            if level <= BlockFeatures.nearLevels {
                row.nearTokens += tokens(of: node, .near)
            } else {
                row.farTokens += tokens(of: node, .far)
            }
            node = Int(page.arena.parent[node])
            level += 1
        }
    }

    private func tokens(of node: Int, _ place: TokenPlace) -> [UInt32] {
        var tokens: [UInt32] = []
        let source = Int(page.arena.source[node])
        guard source >= 0 else { return [] }
        for attribute in page.parts.attributes[page.parts.attributes(ofTag: source)]
        where NodeNames.isName(attribute.name, of: page.arena.tag[node]) {
            NameTokens.forEach(of: attribute.value.bounds, in: page.parts.attributeBytes) { token, _ in
                tokens.append(TokenHash.entry(token, place))
            }
        }
        return tokens
    }
}

/// One block of a page with everything that training needs to know about it.
package struct TrainingBlock: Sendable {
    package var text: [UInt8] = []
    /// The model is asked about it.
    package var isChosen = false
    package var isKept = false
    /// Log-odds of the model, in parts of 1024.
    package var score: Int32 = 0
    package var features: [UInt8] = []
    /// Table entries of the names of its element, of those around it, and of its words.
    package var ownTokens: [UInt32] = []
    package var nearTokens: [UInt32] = []
    package var farTokens: [UInt32] = []
    package var wordTokens: [UInt32] = []
}
