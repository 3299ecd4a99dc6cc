/// Decides which words of a sentence can be part of a name at all; all others are outside without being looked at.
///
/// Candidates are words with a capital. Small words and digits between two of them, behind or before one are let in where
/// the learned classes say that they can be part of a name there.
struct Gate {
    /// One per word of the sentence.
    private(set) var open: [Bool] = []

    private static let longestGap = 3

    /// Whether a word can be let in anywhere.
    static func mayBeCandidate(_ record: WordRecord) -> Bool {
        !record.gate.isEmpty || !record.traits.isDisjoint(with: [.hasUpper, .hasDigit, .joiner])
    }

    /// - Returns: whether the sentence has any candidate.
    mutating func mark(_ range: Range<Int>, _ document: borrowing DocumentWords) -> Bool {
        open.removeAll(keepingCapacity: true)
        guard document.words[range].contains(where: { $0.flags.contains(.isCandidate) }) else { return false }
        for word in document.words[range] { open.append(word.flags.contains(.isCandidate)) }
        extend(range, document)
        return true
    }

    private mutating func extend(_ range: Range<Int>, _ document: borrowing DocumentWords) {
        func record(_ offset: Int) -> WordRecord {
            document.table.records[Int(document.records[range.lowerBound + offset])]
        }
        var last = -1
        let count = open.count
        var offset = 0
        while offset < count {
            guard open[offset] else {
                offset += 1
                continue
            }
            if last >= 0, offset - last > 1, offset - last - 1 <= Self.longestGap {
                let gap = last + 1..<offset
                if gap.allSatisfy({ Self.connects(record($0)) }) { for inner in gap { open[inner] = true } }
            }
            // Before it.
            var lead = offset - 1
            while lead >= 0, !open[lead], offset - lead <= 2, Self.leads(record(lead)) {
                open[lead] = true
                lead -= 1
            }
            // Behind it.
            var trail = offset + 1
            while trail < count, !open[trail], trail - offset <= 2, Self.trails(record(trail)) {
                open[trail] = true
                trail += 1
            }
            last = trail - 1
            offset = trail
        }
    }

    private static func connects(_ record: WordRecord) -> Bool {
        record.gate.contains(.connector) || record.traits.contains(.joiner) || record.traits.contains(.hasDigit)
    }

    private static func leads(_ record: WordRecord) -> Bool {
        record.gate.contains(.leading) || record.traits.contains(.hasDigit)
    }

    private static func trails(_ record: WordRecord) -> Bool {
        record.gate.contains(.trailing) || record.traits.contains(.hasDigit)
    }
}
