/// The difference of two texts in words.
package struct WordDifference {
    package enum Part: Equatable {
        case same(String), removed(String), added(String)
    }

    package let parts: [Part]

    /// Texts of more words are not compared but shown one after the other.
    private static let maxWords = 10_000

    package init(from old: String, to new: String) {
        let (a, b) = (Self.words(old), Self.words(new))
        guard a.count + b.count <= Self.maxWords else {
            parts = [.removed(a.joined(separator: " ")), .added(b.joined(separator: " "))]
            return
        }
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in b.difference(from: a) {
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
            if i > start.0 { parts.append(.removed(a[start.0..<i].joined(separator: " "))) }
            while j < b.count, added.contains(j) { j += 1 }
            if j > start.1 { parts.append(.added(b[start.1..<j].joined(separator: " "))) }
            let same = i
            while i < a.count, j < b.count, !removed.contains(i), !added.contains(j) { (i, j) = (i + 1, j + 1) }
            if i > same { parts.append(.same(a[same..<i].joined(separator: " "))) }
        }
        self.parts = parts
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: "\n").flatMap { $0.split(separator: " ").map(String.init) + ["\n"] }.dropLast()
    }
}
