/// Counts by key in bounded memory: keys that turn up when there is no more room are counted together.
struct BoundedCounts<Key: Hashable & Comparable> {
    private var counts: [Key: Int] = [:]
    private let limit: Int
    /// What was counted for keys that found no room.
    private(set) var others = 0

    init(limit: Int = 100_000) { self.limit = limit }

    mutating func add(_ key: Key, _ count: Int = 1) {
        if let place = counts.index(forKey: key) {
            counts.values[place] += count
        } else if counts.count < limit {
            counts[key] = count
        } else {
            others += count
        }
    }

    var total: Int { counts.values.reduce(others, +) }

    var keys: Int { counts.count }

    subscript(key: Key) -> Int { counts[key] ?? 0 }

    /// Highest counts first, of equals the lower key.
    var ranked: [(key: Key, count: Int)] {
        counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map { ($0.key, $0.value) }
    }

    /// Ascending by key.
    var ordered: [(key: Key, count: Int)] { counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
}
