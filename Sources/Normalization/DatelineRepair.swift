import Model
import Text

/// Takes the dateline off the first paragraph, into its field.
///
/// An article that has one already (its format states it, or it was taken off) loses only repetitions of the same
/// place.
struct DatelineRepair {
    /// Returns where the paragraph begins whose dateline was taken off; nil when there was none.
    func apply(to text: inout [UInt8], dateline: inout String?, title: String?, with rewriter: inout Rewriter) -> Int? {
        guard let range = cut(from: text, dateline: &dateline, title: title) else { return nil }
        rewriter.cut(range, of: text)
        rewriter.finish(&text)
        return range.lowerBound
    }

    /// What to cut: the dateline with its dash.
    private func cut(from text: [UInt8], dateline: inout String?, title: String?) -> Range<Int>? {
        let span = text.span
        let line = openingParagraph(of: span, title: title)
        guard let found = Dateline(of: span.extracting(line)) else { return nil }
        let place = span.extracting(found.place.shifted(by: line.lowerBound))
        if let known = dateline {
            guard TextFolding.areEqual(place, Self.place(of: known).span) else { return nil }
        } else {
            dateline = String(decoding: text[found.range.shifted(by: line.lowerBound)], as: UTF8.self)
        }
        return line.lowerBound..<line.lowerBound + found.storyStart
    }

    /// The first paragraph, or the second where the first repeats the title.
    private func openingParagraph(of text: Span<UInt8>, title: String?) -> Range<Int> {
        let first = 0..<text.first(0x0A, in: 0..<text.count)
        guard first.upperBound < text.count, let title, Self.areEqual(text.extracting(first), title.utf8.span) else {
            return first
        }
        let start = first.upperBound + 1
        return start..<text.first(0x0A, in: start..<text.count)
    }

    /// A title that is repeated is mostly repeated to the byte.
    private static func areEqual(_ paragraph: Span<UInt8>, _ title: Span<UInt8>) -> Bool {
        paragraph.count == title.count && paragraph.indices.allSatisfy { paragraph[$0] == title[$0] }
            || TextFolding.areEqual(paragraph, title)
    }

    /// The part of a dateline before its first comma or bracket.
    private static func place(of dateline: String) -> [UInt8] {
        let end = dateline.utf8.firstIndex { $0 == 0x2C || $0 == 0x28 || $0 == 0x5B || $0 == 0x2F }
        return Array(dateline.utf8[..<(end ?? dateline.utf8.endIndex)])
    }
}

extension Range<Int> {
    fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
