import Text

extension BlockFeatures {
    /// Finds the blocks of one style (the names of four elements, or of two) and those with the same text.
    mutating func group(_ page: PageRules) {
        let arena = page.arena
        let count = arena.blocks.count
        styleOf.removeAll(keepingCapacity: true)
        groups.begin(expecting: count)
        for block in arena.blocks {
            styleOf.append(Int32(truncatingIfNeeded: groups.number(of: style(of: block, arena, levels: 4))))
        }
        let styleCount = groups.count
        shortStyleOf.removeAll(keepingCapacity: true)
        groups.begin(expecting: count)
        for block in arena.blocks {
            shortStyleOf.append(Int32(truncatingIfNeeded: groups.number(of: style(of: block, arena, levels: 2))))
        }
        let shortCount = groups.count
        repeatOf.removeAll(keepingCapacity: true)
        groups.begin(expecting: count)
        for block in arena.blocks {
            repeatOf.append(Int32(truncatingIfNeeded: groups.number(of: Self.hash(block.text.bounds, of: page.text))))
        }
        repeatCounts.removeAll(keepingCapacity: true)
        repeatCounts.append(contentsOf: repeatElement(0, count: groups.count))
        sum(&styles, styleOf, styleCount, page)
        sum(&shortStyles, shortStyleOf, shortCount, page)
        for group in repeatOf { repeatCounts[Int(group)] += 1 }
    }

    private func sum(_ styles: inout [Style], _ styleOf: [Int32], _ count: Int, _ page: PageRules) {
        styles.removeAll(keepingCapacity: true)
        styles.append(contentsOf: repeatElement(Style(), count: count))
        for (index, block) in page.arena.blocks.enumerated() {
            let group = Int(styleOf[index])
            styles[group].count += 1
            styles[group].width &+= block.width
            styles[group].linkWidth &+= block.linkWidth
            styles[group].score += page.measures.score[index]
            if page.arena.contains(page.container, Int(block.node)) { styles[group].inside += 1 }
        }
    }

    private func style(of block: Block, _ arena: Arena, levels: Int) -> UInt64 {
        var hash: UInt64 = 0
        var node = Int(block.node)
        for _ in 0..<levels where node > 0 {
            hash = TokenHash.pair(hash, names.all[node].style)
            node = Int(arena.parent[node])
        }
        return hash
    }

    private static func hash(_ range: Range<Int>, of text: [UInt8]) -> UInt64 {
        var hash = TokenHash.seed
        for position in range.prefix(400) {
            let byte = text[position]
            if byte > 0x20 { hash = TokenHash.extend(hash, by: byte.asciiLowered) }
        }
        return TokenHash.pair(hash, UInt64(range.count))
    }

    mutating func describeGroups(_ page: PageRules) {
        let total = page.measures.score(0..<page.arena.blocks.count)
        for index in page.arena.blocks.indices {
            let style = styles[Int(styleOf[index])]
            set(index, .styleCount, Scale.log(Int(style.count)))
            set(index, .styleWidth, Scale.log(Int(style.width) / max(Int(style.count), 1)))
            set(index, .styleScore, total > 0 ? Self.hundredths(style.score / total) : 0)
            set(index, .styleLinks, Scale.share(Int(style.linkWidth), of: Int(style.width)))
            set(index, .styleInside, Scale.share(Int(style.inside), of: Int(style.count)))
            let short = shortStyles[Int(shortStyleOf[index])]
            set(index, .nameCount, Scale.log(Int(short.count)))
            set(index, .nameWidth, Scale.log(Int(short.width) / max(Int(short.count), 1)))
            set(index, .nameScore, total > 0 ? Self.hundredths(short.score / total) : 0)
            set(index, .nameInside, Scale.share(Int(short.inside), of: Int(short.count)))
            let group = Int(repeatOf[index])
            set(index, .repeats, Scale.count(Int(abs(repeatCounts[group]))))
            // The count turns negative once the first of them has been met.
            set(index, .seenBefore, repeatCounts[group] < 0 ? 1 : 0)
            repeatCounts[group] = -abs(repeatCounts[group])
            if index > 0 { set(index, .sameStyleBefore, styleOf[index - 1] == styleOf[index] ? 1 : 0) }
            if index + 1 < page.arena.blocks.count {
                set(index, .sameStyleNext, styleOf[index + 1] == styleOf[index] ? 1 : 0)
            }
        }
    }
}
