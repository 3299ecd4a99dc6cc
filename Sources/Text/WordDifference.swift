/// The difference of two texts in words.
package struct WordDifference {
    package enum Part: Equatable {
        case same(String), removed(String), added(String)
    }

    package let parts: [Part]

    /// Of what lies between the common beginning and the common end, so many words of both are compared: the search remembers
    /// half the square of the differences, here up to 64 MB. More is shown one after the other.
    private static let maxWords = 4000

    package init(from old: String, to new: String) {
        let (a, b) = (Self.words(old), Self.words(new))
        let head = zip(a, b).prefix { $0 == $1 }.count
        let left = min(a.count, b.count) - head
        let tail = zip(a.reversed(), b.reversed()).prefix(left).prefix { $0 == $1 }.count
        parts =
            Self.part(a[..<head], Part.same)
            + Self.differences(Array(a[head..<a.count - tail]), Array(b[head..<b.count - tail]))
            + Self.part(a[(a.count - tail)...], Part.same)
    }

    private static func differences(_ a: [String], _ b: [String]) -> [Part] {
        if a.count + b.count > maxWords { return part(a[...], Part.removed) + part(b[...], Part.added) }
        var removed: Set<Int> = []
        var added: Set<Int> = []
        // Numbers are compared many times faster than words, and the search compares all with nearly all.
        var numbers: [String: Int] = [:]
        for word in a + b where numbers[word] == nil { numbers[word] = numbers.count }
        for change in b.map({ numbers[$0, default: 0] }).difference(from: a.map { numbers[$0, default: 0] }) {
            switch change {
            case .remove(let place, _, _): removed.insert(place)
            case .insert(let place, _, _): added.insert(place)
            }
        }
        var parts: [Part] = []
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            let start = (i, j)
            while i < a.count, removed.contains(i) { i += 1 }
            parts += part(a[start.0..<i], Part.removed)
            while j < b.count, added.contains(j) { j += 1 }
            parts += part(b[start.1..<j], Part.added)
            let same = i
            while i < a.count, j < b.count, !removed.contains(i), !added.contains(j) { (i, j) = (i + 1, j + 1) }
            parts += part(a[same..<i], Part.same)
        }
        return parts
    }

    /// None of no words.
    private static func part(_ words: ArraySlice<String>, _ kind: (String) -> Part) -> [Part] {
        words.isEmpty ? [] : [kind(words.joined(separator: " "))]
    }

    private static func words(_ text: String) -> [String] {
        text.utf8.split(separator: 0x0A).flatMap { line in
            line.split(separator: 0x20).map { String(Substring($0)) } + ["\n"]
        }.dropLast()
    }
}
