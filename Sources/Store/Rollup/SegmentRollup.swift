package import Model
package import Text

/// Adds up the entities of the articles of a segment. One per worker.
package struct SegmentRollup {
    private var tallies: [EntityTally] = []
    private var pairs = SegmentPairs()

    /// Of each article so many entities are paired, those with the most mentions: the rest is named in passing, and all pairs
    /// of a list of two hundred names would say nothing.
    static let paired = 12

    package init() {}

    /// Counts one article. Entities without an id do not count.
    package mutating func add(_ entities: [Entity], published: NewsDate?) {
        var article: [(id: EntityID, place: Int)] = []
        for (place, entity) in entities.enumerated() { if let id = entity.id { article.append((id, place)) } }
        guard !article.isEmpty else { return }
        article.sort { $0.id == $1.id ? $0.place < $1.place : $0.id < $1.id }
        var found: [(id: EntityID, mentions: Int, place: Int)] = []
        var start = 0
        while start < article.count {
            var end = start + 1
            while end < article.count, article[end].id == article[start].id { end += 1 }
            var tally = EntityTally(entities[article[start].place], id: article[start].id, published: published)
            if end > start + 1 {
                let others = article[start + 1..<end].map {
                    EntityTally(entities[$0.place], id: $0.id, published: published)
                }
                tally = EntityTally.sum([tally] + others, inOneArticle: true)
            }
            found.append((tally.id, tally.mentions, article[start].place))
            tallies.append(tally)
            start = end
        }
        pair(&found)
    }

    private mutating func pair(_ found: inout [(id: EntityID, mentions: Int, place: Int)]) {
        found.sort { $0.mentions == $1.mentions ? $0.place < $1.place : $0.mentions > $1.mentions }
        pairs.add(found.prefix(Self.paired).map { ($0.id, $0.mentions) })
    }

    /// The table of everything added since the last call; empty when there was nothing.
    package mutating func take() throws(StoreError) -> [UInt8] {
        guard !tallies.isEmpty else { return [] }
        defer {
            tallies.removeAll(keepingCapacity: true)
            pairs.clear()
        }
        let table = Collected()
        var writer = RollupTableWriter { table.bytes += $0 }
        try writeTallies(&writer)
        try pairs.forEach { (pair) throws(StoreError) in try writer.add(pair) }
        try writer.finish()
        return table.bytes
    }

    private func writeTallies(_ writer: inout RollupTableWriter) throws(StoreError) {
        let order = tallies.indices.map { (tallies[$0].id.value, $0) }.sorted { $0 < $1 }
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, order[end].0 == order[start].0 { end += 1 }
            if end == start + 1 {
                try writer.add(tallies[order[start].1])
            } else {
                try writer.add(EntityTally.sum(order[start..<end].map { tallies[$0.1] }))
            }
            start = end
        }
    }

    private final class Collected {
        var bytes: [UInt8] = []
    }
}
