package import Model
internal import Text

/// Takes paragraphs out of a text by the numbers that the dedupe phase knows them by.
package enum ParagraphCutter {
    /// What is left of `text`, its paragraphs parted by one line feed.
    package static func cut(_ paragraphs: ParagraphSet, from text: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.count)
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if hasToken(text.span, line.indices) {
                defer { number += 1 }
                if paragraphs.contains(number) { continue }
            }
            kept += line
            kept.append(0x0A)
        }
        // Lines are parted, not ended, by line feeds.
        _ = kept.popLast()
        return kept
    }

    /// Whether `Tokens` finds a word in a line: only then it counts as a paragraph.
    private static func hasToken(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        var index = line.lowerBound
        return TextFolding.next(in: text, from: &index, to: line.upperBound) != 0
    }
}
