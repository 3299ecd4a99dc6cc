/// Finds what somebody who mistyped a word probably meant.
package enum NearestKey {
    /// The candidate with the fewest edits to `word`, the earlier one of equals; nil when none is close.
    package static func nearest(to word: String, in candidates: [String]) -> String? {
        let letters = folded(word)
        // Nobody mistypes half a page; and the cost is the product of the lengths.
        guard !letters.isEmpty, letters.count <= 128 else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let target = folded(candidate)
            let distance = distance(letters, target)
            guard distance <= max(2, min(letters.count, target.count) / 3), distance < target.count else { continue }
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// Lower case and underscores, so that `maxRecordBytes` and `MAX-RECORD-BYTES` are near `max_record_bytes`.
    private static func folded(_ word: String) -> [UInt8] {
        word.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "-"), UInt8(ascii: " "): UInt8(ascii: "_")
            default: byte
            }
        }
    }

    /// Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var row = [i + 1]
            for (j, other) in b.enumerated() {
                var cost = min(last[j] + (letter == other ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
