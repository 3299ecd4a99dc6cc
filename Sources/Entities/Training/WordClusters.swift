import Glibc

/// Clusters words by their neighbours: the exchange algorithm (Martin, Liermann, Ney 1998) on the class-based models of
/// Uszkoreit and Brants (2008), predicting a word's class from the word to its left and from the word to its right.
struct WordClusters {
    /// Numbers of the words that are clustered, the most frequent first.
    private var numbers: [UInt64: Int] = [:]
    private var hashes: [UInt64] = []
    private var frequencies: [Int] = []
    /// Neighbours and how often, sorted; left ones even, right ones odd.
    private var contexts: [[(context: Int32, count: Int32)]] = []
    private static let contextWords = 4000
    private static let rarest = 3

    /// - Parameter sentences: words by their hashes.
    init(_ sentences: [[UInt64]]) {
        var counts: [UInt64: Int] = [:]
        for sentence in sentences { for word in sentence { counts[word, default: 0] += 1 } }
        let kept = counts.filter { $0.value >= Self.rarest }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (number, entry) in kept.enumerated() {
            numbers[entry.key] = number
            hashes.append(entry.key)
            frequencies.append(entry.value)
        }
        var pairs: [[Int32: Int32]] = Array(repeating: [:], count: kept.count)
        for sentence in sentences {
            let places =
                [0] + sentence.map { word in numbers[word].map { $0 < Self.contextWords ? $0 + 2 : 1 } ?? 1 } + [0]
            for (index, word) in sentence.enumerated() {
                guard let number = numbers[word] else { continue }
                pairs[number][Int32(places[index] * 2), default: 0] += 1
                pairs[number][Int32(places[index + 2] * 2 + 1), default: 0] += 1
            }
        }
        contexts = pairs.map { $0.map { (context: $0.key, count: $0.value) }.sorted { $0.context < $1.context } }
    }

    /// The class of every word, from 1.
    func classes(_ count: Int, rounds: Int) -> [UInt64: Int] {
        var assigned = (0..<hashes.count).map { $0 % count }
        let rows = (Self.contextWords + 2) * 2
        var table = [Int32](repeating: 0, count: rows * count)
        var sizes = [Int](repeating: 0, count: count)
        for word in hashes.indices {
            sizes[assigned[word]] += frequencies[word]
            for entry in contexts[word] { table[Int(entry.context) * count + assigned[word]] += entry.count }
        }
        // x log x
        let entropies = (0..<1 << 16).map { $0 == 0 ? 0 : Float($0) * logf(Float($0)) }
        @inline(__always) func entropy(_ x: Int32) -> Float {
            x < 1 << 16 ? entropies[Int(x)] : Float(x) * logf(Float(x))
        }
        var gains = [Float](repeating: 0, count: count)
        for _ in 0..<rounds {
            for word in hashes.indices {
                let old = assigned[word]
                for entry in contexts[word] { table[Int(entry.context) * count + old] -= entry.count }
                sizes[old] -= frequencies[word]
                for c in 0..<count {
                    let (before, after) = (Double(sizes[c]), Double(sizes[c] + frequencies[word]))
                    gains[c] = Float(2 * ((before > 0 ? before * log(before) : 0) - after * log(after)))
                }
                for entry in contexts[word] {
                    let base = Int(entry.context) * count
                    let alone = entropy(entry.count)
                    for c in 0..<count {
                        let there = table[base + c]
                        gains[c] += there == 0 ? alone : entropy(there + entry.count) - entropy(there)
                    }
                }
                var best = old
                for c in 0..<count where gains[c] > gains[best] { best = c }
                assigned[word] = best
                sizes[best] += frequencies[word]
                for entry in contexts[word] { table[Int(entry.context) * count + best] += entry.count }
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(hashes, assigned.map { $0 + 1 }))
    }
}
