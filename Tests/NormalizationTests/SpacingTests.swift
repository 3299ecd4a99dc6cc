import TestSupport
import Testing

@testable import Normalization

@Suite struct SpacingTests {
    /// The rule as it reads: a run becomes one space, or nothing beside a line end, but a line end where the line before is
    /// indented less.
    private static func plain(_ text: [UInt8]) -> (text: [UInt8], count: Int) {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        func width(_ run: ArraySlice<UInt8>) -> Int { run.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) } }
        var count = 0
        var indentation = 0
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        let rewritten = lines.enumerated().map { number, line in
            let head = line.prefix(while: isSpace)
            var rest = line.dropFirst(head.count)
            if !head.isEmpty { count += 1 }
            var result: [UInt8] = number > 0 && !rest.isEmpty && width(head) > indentation ? [0x0A] : []
            indentation = width(head)
            while let first = rest.first {
                let run = rest.prefix(while: isSpace)
                rest = rest.dropFirst(max(run.count, 1))
                if !run.isEmpty, rest.isEmpty || run != [0x20] { count += 1 }
                if run.isEmpty { result.append(first) } else if !rest.isEmpty { result.append(0x20) }
            }
            return result
        }
        return (Array(rewritten.joined(separator: [0x0A])), count)
    }

    @Test("Sixteen bytes at a time find the runs that one after another finds", arguments: 0..<20)
    func random(block: UInt64) {
        let pieces = ["word", "a", "é", "東", "\u{1}", " ", " ", " ", " ", "  ", "\t", "\n", "\n", "council", "."]
        var rewriter = Rewriter()
        for seed in block * 100..<block * 100 + 100 {
            var random = SplitMix(state: seed)
            let text = (0..<Int.random(in: 0...60, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            var bytes = Array(text.utf8)
            let count = Spacing().apply(to: &bytes, with: &rewriter)
            let expected = Self.plain(Array(text.utf8))
            #expect(bytes == expected.text, "seed \(seed): \(text.debugDescription)")
            #expect(count == expected.count, "seed \(seed): \(text.debugDescription)")
        }
    }
}
