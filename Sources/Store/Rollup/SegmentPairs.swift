internal import Model

/// Counts which entities of a segment stand together in articles.
struct SegmentPairs {
    /// The entities met, by the order of their first article.
    private var places: [EntityID: UInt32] = [:]
    private var ids: [EntityID] = []
    private var pairs: [Pair] = []

    /// Two entities of an article by their places; each is counted as the other's.
    private struct Pair {
        var a: UInt32
        var b: UInt32
        var weight: UInt32
    }

    var isEmpty: Bool { pairs.isEmpty }

    /// Starts afresh and keeps the memory.
    mutating func clear() {
        places.removeAll(keepingCapacity: true)
        ids.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
    }

    /// Counts all pairs of entities that one article has.
    ///
    /// - Parameter article: descending by mentions.
    mutating func add(_ article: some Collection<(id: EntityID, mentions: Int)>) {
        guard article.count > 1 else { return }
        var before: [UInt32] = []
        for (id, mentions) in article {
            let place = place(of: id)
            // Those before have as many mentions or more.
            for other in before { pairs.append(Pair(a: place, b: other, weight: UInt32(clamping: mentions))) }
            before.append(place)
        }
    }

    private mutating func place(of id: EntityID) -> UInt32 {
        if let place = places[id] { return place }
        let place = UInt32(ids.count)
        places[id] = place
        ids.append(id)
        return place
    }

    /// Calls `body` with every pair, both ways round, added up, in the order of the ids.
    func forEach<Failure: Error>(_ body: (EntityPair) throws(Failure) -> Void) throws(Failure) {
        let order = ids.indices.sorted { ids[$0] < ids[$1] }
        var ranks = [UInt32](repeating: 0, count: ids.count)
        for (rank, place) in order.enumerated() { ranks[place] = UInt32(rank) }
        let (starts, rows) = byRank(ranks)
        var row: [UInt64] = []
        for rank in order.indices {
            row.removeAll(keepingCapacity: true)
            row.append(contentsOf: rows[starts[rank]..<starts[rank + 1]])
            row.sort()
            var next = 0
            while next < row.count {
                let other = row[next] >> 32
                var sum = EntityPair(entity: ids[order[rank]], other: ids[order[Int(other)]], documents: 0, weight: 0)
                while next < row.count, row[next] >> 32 == other {
                    sum.documents += 1
                    sum.weight += Int(row[next] & 0xFFFF_FFFF)
                    next += 1
                }
                try body(sum)
            }
        }
    }

    /// The others of each entity, by rank, each with the pair's weight in the lower half.
    private func byRank(_ ranks: [UInt32]) -> (starts: [Int], rows: [UInt64]) {
        var starts = [Int](repeating: 0, count: ranks.count + 1)
        for pair in pairs {
            starts[Int(ranks[Int(pair.a)]) + 1] += 1
            starts[Int(ranks[Int(pair.b)]) + 1] += 1
        }
        for rank in ranks.indices { starts[rank + 1] += starts[rank] }
        var ends = starts
        var rows = [UInt64](repeating: 0, count: pairs.count * 2)
        for pair in pairs {
            let (a, b) = (ranks[Int(pair.a)], ranks[Int(pair.b)])
            rows[ends[Int(a)]] = UInt64(b) << 32 | UInt64(pair.weight)
            ends[Int(a)] += 1
            rows[ends[Int(b)]] = UInt64(a) << 32 | UInt64(pair.weight)
            ends[Int(b)] += 1
        }
        return (starts, rows)
    }
}
