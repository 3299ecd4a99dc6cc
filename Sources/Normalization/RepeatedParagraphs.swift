import Text

/// Finds paragraphs that repeat an earlier one of the same article: equal after folding case, quotation marks,
/// punctuation and spaces. The first one stays.
///
/// Short paragraphs (answers, labels, scores) repeat by right, unless they stand next to each other: those of under five
/// words or 25 letters and digits, but for statements. A statement, from its capital to its full stop, is short under four
/// words or 12 letters and digits.
struct RepeatedParagraphs {
    private var hashes: [UInt64] = []
    private var firstWithEnds: [UInt64: Int] = [:]
    private var firstWithText: [UInt64: Int] = [:]

    /// Marks repetitions as removed and returns how many there are.
    mutating func mark(in text: Span<UInt8>, _ paragraphs: inout Paragraphs) -> Int {
        guard mayRepeat(in: text, paragraphs) else { return 0 }
        if !firstWithEnds.isEmpty { firstWithEnds.removeAll(keepingCapacity: true) }
        if !firstWithText.isEmpty { firstWithText.removeAll(keepingCapacity: true) }
        var count = 0
        var last: Int?
        for index in paragraphs.ranges.indices where !paragraphs.isRemoved[index] {
            let range = paragraphs.ranges[index]
            let ends = Self.hashOfEnds(text, range, Self.ends)
            guard ends != 0 else {
                last = nil
                continue
            }
            if isRepetition(index, ends: ends, after: last, of: paragraphs.ranges, in: text) {
                paragraphs.isRemoved[index] = true
                count += 1
            } else {
                last = index
            }
        }
        return count
    }

    /// Whether a paragraph that has changed since the last `mark` begins and ends like one of those that were looked at then.
    func mayRepeat(_ paragraph: Range<Int>, in text: Span<UInt8>) -> Bool {
        hashes.contains(Self.hashOfEnds(text, paragraph, Self.shortEnds))
    }

    // MARK: -

    /// Whether two paragraphs begin and end alike, which is cheap to know: most articles have none such.
    private mutating func mayRepeat(in text: Span<UInt8>, _ paragraphs: Paragraphs) -> Bool {
        hashes.removeAll(keepingCapacity: true)
        guard paragraphs.ranges.count > 1 else { return false }
        for index in paragraphs.ranges.indices where !paragraphs.isRemoved[index] {
            let hash = Self.hashOfEnds(text, paragraphs.ranges[index], Self.shortEnds)
            if hash != 0 { hashes.append(hash) }
        }
        hashes.sort()
        return hashes.indices.dropFirst().contains { hashes[$0] == hashes[$0 - 1] }
    }

    private mutating func isRepetition(
        _ index: Int, ends: UInt64, after last: Int?, of ranges: [Range<Int>], in text: Span<UInt8>
    ) -> Bool {
        guard let first = firstWithEnds[ends] else {
            firstWithEnds[ends] = index
            return false
        }
        let range = ranges[index]
        if Self.isShort(text, range) {
            guard let last else { return false }
            return TextFolding.areEqual(text, ranges[last], range)
        }
        // Paragraphs with equal ends are rare: only they are read as a whole, each once.
        firstWithText[Self.hash(text, ranges[first]), default: first] = first
        let whole = Self.hash(text, range)
        guard let same = firstWithText[whole] else {
            firstWithText[whole] = index
            return false
        }
        return TextFolding.areEqual(text, ranges[same], range)
    }

    /// How many folded scalars of each end tell nearly all paragraphs of a text apart.
    private static let ends = 12
    /// As many as do so in most texts.
    private static let shortEnds = 4

    /// A hash of the first and last `ends` folded scalars. 0 when nothing counts.
    private static func hashOfEnds(_ text: Span<UInt8>, _ range: Range<Int>, _ ends: Int) -> UInt64 {
        text.withUnsafeBufferPointer { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            var left = ends
            var index = range.lowerBound
            while left > 0, index < range.upperBound {
                let fold: UInt32
                if bytes[index] < 0x80 {
                    fold = folded(bytes[index])
                    index &+= 1
                } else {
                    let (scalar, length) = UTF8Text.decode(text, at: index)
                    index &+= length
                    fold = TextFolding.folded(scalar)
                }
                if fold == 0 { continue }
                hash = (hash ^ UInt64(fold)) &* 0x100_0000_01B3
                left &-= 1
            }
            if left == ends { return 0 }
            left = ends
            index = range.upperBound
            while left > 0, index > range.lowerBound {
                let fold: UInt32
                if bytes[index &- 1] < 0x80 {
                    index &-= 1
                    fold = folded(bytes[index])
                } else {
                    guard let (scalar, start) = text.scalar(before: index) else { break }
                    index = start
                    fold = TextFolding.folded(scalar)
                }
                if fold == 0 { continue }
                hash = (hash ^ UInt64(fold)) &* 0x100_0000_01B3
                left &-= 1
            }
            return hash | 1
        }
    }

    /// As `TextFolding.folded`, for ASCII.
    @inline(__always)
    private static func folded(_ byte: UInt8) -> UInt32 {
        byte.isASCIILetter ? UInt32(byte | 0x20) : byte.isASCIIDigit ? UInt32(byte) : 0
    }

    private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = range.lowerBound
        while true {
            let scalar = TextFolding.next(in: text, from: &index, to: range.upperBound)
            if scalar == 0 { return hash }
            hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
        }
    }

    /// Whether a paragraph says too little to be a repetition wherever it stands. An East Asian character counts as a word
    /// of three letters.
    private static func isShort(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var letters = 0
        var words = 0
        var inWord = false
        var index = range.lowerBound
        while index < range.upperBound, letters < 25 || words < 5 {
            let (scalar, length) = UTF8Text.decode(text, at: index)
            index += length
            if ScalarClass.isEastAsian(scalar) {
                letters += 3
                words += 1
                inWord = false
            } else if TextFolding.folded(scalar) != 0 {
                letters += 1
                if !inWord { words += 1 }
                inWord = true
            } else if scalar == 0x20 {
                inWord = false
            }
        }
        if letters >= 25, words >= 5 { return false }
        return words < 4 || letters < 12 || !isStatement(text, range)
    }

    /// Whether a paragraph goes from a capital or a digit to a full stop, quotation marks and brackets aside. Questions,
    /// labels ("Weight limit: 300 lb.") and times ("at Kansas City, 2:15 p.m.") are no statements; what somebody said
    /// (`She said: "No.`) is one.
    private static func isStatement(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var first: (scalar: UInt32, fold: UInt32)?
        var endsInStop = false
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = UTF8Text.decode(text, at: index)
            index += length
            if [0x21, 0x3F, 0x2026].contains(scalar) || scalar == 0x3A && !opensQuotation(text, at: index, range) {
                return false
            }
            let fold = TextFolding.folded(scalar)
            if fold != 0 {
                if first == nil { first = (scalar, fold) }
                endsInStop = false
            } else if scalar == 0x2E || scalar == 0x2C || scalar == 0x3B {
                endsInStop = scalar == 0x2E
            }
        }
        guard let first, endsInStop else { return false }
        return first.fold != first.scalar || first.fold &- 0x30 < 10
    }

    /// Whether a quotation mark follows, behind a space or not.
    private static func opensQuotation(_ text: Span<UInt8>, at start: Int, _ range: Range<Int>) -> Bool {
        let place = start < range.upperBound && text[start] == 0x20 ? start + 1 : start
        guard place < range.upperBound else { return false }
        return [0x22, 0xAB, 0x2018, 0x201A, 0x201C, 0x201E].contains(UTF8Text.decode(text, at: place).scalar)
    }
}
