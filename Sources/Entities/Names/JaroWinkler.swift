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
}
