internal import Model

/// The order in which the documents of a run are taken: the first of a story is the copy that is kept.
enum Ranking {
    /// Documents by rank; nil when they keep the order in which they came.
    static func order(of source: any FingerprintSource, _ keep: Configuration.Dedupe.Keep) throws -> [Int]? {
        if keep == .firstSeen { return nil }
        var keys: [(key: Int64, document: Int)] = []
        keys.reserveCapacity(source.count)
        try source.forEach(in: 0..<source.count) { document, print in
            let key = keep == .longest ? -Int64(print.length) : print.published ?? .max
            keys.append((key, document))
        }
        keys.sort { $0.key == $1.key ? $0.document < $1.document : $0.key < $1.key }
        return keys.map(\.document)
    }

    /// Visits the documents of some ranks, in their order.
    static func forEach(
        _ ranks: Range<Int>, _ order: [Int]?, _ source: any FingerprintSource, _ visit: (Int, Fingerprint) -> Void
    ) throws {
        guard let order else { return try source.forEach(in: ranks, visit) }
        var places = [Int: Int](minimumCapacity: ranks.count)
        for rank in ranks { places[order[rank]] = rank - ranks.lowerBound }
        var prints = [Fingerprint?](repeating: nil, count: ranks.count)
        try source.forEach(in: 0..<source.count) { document, print in
            if let place = places[document] { prints[place] = print }
        }
        for (rank, print) in zip(ranks, prints) { if let print { visit(order[rank], print) } }
    }
}
