import TestSupport
import Testing

@testable import Normalization

@Suite struct SpacingTests {
    /// The rule as it reads: a run becomes one space, and nothing beside a line end.
    private static func plain(_ text: [UInt8]) -> (text: [UInt8], count: Int) {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var result: [UInt8] = []
        var count = 0
        var left = text[...]
        while let first = left.first {
            let run = left.prefix(while: isSpace)
            left = left.dropFirst(run.count)
            if run.isEmpty {
                result.append(first)
                left.removeFirst()
            } else if result.last ?? 0x0A == 0x0A || left.first ?? 0x0A == 0x0A {
                count += 1
            } else {
                result.append(0x20)
                if run != [0x20] { count += 1 }
            }
        }
        return (result, count)
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
