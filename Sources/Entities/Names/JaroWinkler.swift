/// Likeness of two short words from 0 to 1 (Winkler 1990): common letters in nearly the same places, with a bonus for a common
/// beginning of up to four.
enum JaroWinkler {
    static func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
        guard !a.isEmpty, !b.isEmpty, a.count <= 64, b.count <= 64 else { return a == b ? 1 : 0 }
        let window = max(0, max(a.count, b.count) / 2 - 1)
        var taken = [Bool](repeating: false, count: b.count)
        var matched: [UInt8] = []
        for (i, byte) in a.enumerated() {
            let first = max(0, i - window)
            let range = first..<max(first, min(b.count, i + window + 1))
            guard let j = range.first(where: { !taken[$0] && b[$0] == byte }) else { continue }
            taken[j] = true
            matched.append(byte)
        }
        guard !matched.isEmpty else { return 0 }
        let other = zip(b, taken).filter(\.1).map(\.0)
        let swapped = Double(zip(matched, other).lazy.filter { $0 != $1 }.count) / 2
        let m = Double(matched.count)
        let jaro = (m / Double(a.count) + m / Double(b.count) + (m - swapped) / m) / 3
        let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    /// False only where the similarity is below `bar`: told by how many letters the words can have in common at best, which
    /// for nearly all pairs of names are too few.
    static func mayReach(_ bar: Double, _ a: [UInt8], _ b: [UInt8]) -> Bool {
        var letters: UInt64 = 0
        for byte in b { letters |= 1 &<< UInt64(byte & 63) }
        var common = 0
        for byte in a where letters & (1 &<< UInt64(byte & 63)) != 0 { common += 1 }
        var prefix = 0
        while prefix < min(4, a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
        // The similarity with that many matches, none of them swapped.
        let m = Double(min(common, b.count))
        let jaro = (m / Double(max(1, a.count)) + m / Double(max(1, b.count)) + 1) / 3
        return jaro + Double(prefix) * 0.1 * (1 - jaro) >= bar - 1e-9
    }
}
