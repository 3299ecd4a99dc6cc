internal import Text

/// Turns runs of character data into paragraphs, one per line.
///
/// A run is what stands between two borders of blocks. How line ends inside of it are meant depends on where it comes
/// from: see `Layout`.
struct ParagraphWriter {
    enum Layout {
        /// Space is just space, as in XHTML.
        case flow
        /// Lines of a wire service: a blank line or an indented line begins a paragraph, others go on with it, and
        /// lines of a table stay lines.
        case lines
        /// Lines inside of a marked paragraph: as `lines`, but equal indentation of all of them means nothing.
        case paragraphLines
    }

    /// Finished paragraphs, separated by line feeds.
    private(set) var text: [UInt8] = []
    /// Decoded bytes of the run in progress. `lineBreak` stands for an explicit break.
    var run: [UInt8] = []
    /// How many references to control characters were dropped.
    var droppedControls = 0

    /// What `<br>` puts into a run: a vertical tab, which is Unicode's line tabulation.
    static let lineBreak: UInt8 = 0x0B

    /// Ends the run, reading its line ends as `layout` says.
    mutating func endRun(_ layout: Layout) {
        guard run.contains(where: { !$0.isASCIISpace }) else {
            run.removeAll(keepingCapacity: true)
            return
        }
        let run = run
        self.run.removeAll(keepingCapacity: true)
        run.withUnsafeBufferPointer { bytes in
            switch layout {
            case .flow: flow(bytes)
            case .lines: lines(bytes, mayBeIndented: true)
            case .paragraphLines: lines(bytes, mayBeIndented: false)
            }
        }
    }

    /// Removes the first `count` bytes of the text and the space after them.
    mutating func removeFirst(_ count: Int) {
        text = Array(text.dropFirst(count).drop { $0.isASCIISpace })
    }

    // MARK: - flow

    private mutating func flow(_ bytes: UnsafeBufferPointer<UInt8>) {
        if Self.looksLikeWire(bytes) { return lines(bytes, mayBeIndented: false) }
        beginParagraph()
        var lineStart = text.count
        var at = 0
        while at < bytes.count {
            let start = at
            while at < bytes.count, !bytes[at].isASCIISpace { at += 1 }
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
            let space = at
            var breaks = 0
            while at < bytes.count, bytes[at].isASCIISpace {
                if bytes[at] == Self.lineBreak { breaks += 1 }
                at += 1
            }
            guard at < bytes.count, text.count > lineStart else { continue }
            guard breaks > 0 else {
                if at > space { text.append(0x20) }
                continue
            }
            // Some agencies end every line of a paragraph with `<br>`: those lines are full, or keep their last space.
            let isWrapped =
                breaks == 1
                && (bytes[space] != Self.lineBreak || text.count - lineStart >= 55 && bytes[at].isASCIILower)
            if isWrapped, !endsSentence(text.count - lineStart) {
                text.append(0x20)
            } else {
                text.append(0x0A)
                lineStart = text.count
            }
        }
    }

    /// Wire text that somebody put into one paragraph: most lines at the margin, some indented.
    private static func looksLikeWire(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var atMargin = 0
        var indented = 0
        var at = 0
        while let end = bytes[at...].firstIndex(of: 0x0A) {
            var next = end + 1
            while next < bytes.count, bytes[next] == 0x20 { next += 1 }
            if next < bytes.count, !bytes[next].isASCIISpace {
                if next == end + 1 { atMargin += 1 }
                if (2...8).contains(next - end - 1) { indented += 1 }
            }
            at = end + 1
        }
        return atMargin > 0 && indented > 0
    }

    // MARK: - lines

    private mutating func lines(_ bytes: UnsafeBufferPointer<UInt8>, mayBeIndented: Bool) {
        let margin = Self.margin(bytes)
        var isOpen = false
        var afterTable = false
        var lineLength = 0
        var longest = 0
        var at = 0
        while at < bytes.count {
            var end = at
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != Self.lineBreak { end += 1 }
            let next = end + 1
            while end > at, bytes[end - 1].isASCIISpace { end -= 1 }
            var start = at
            var indent = 0
            while start < end, bytes[start].isASCIISpace {
                indent += bytes[start] == 0x09 ? 4 : 1
                start += 1
            }
            at = next
            guard start < end else {
                isOpen = false
                continue
            }
            let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
            let isPlain = Self.isPlain(line)
            let isTable = !isPlain && Self.isTableLine(line)
            let isShort = lineLength * 4 < longest * 3
            let begins =
                !isOpen || isTable || afterTable || indent >= margin + 2
                || mayBeIndented && margin >= 2 && endsSentence(lineLength) && isShort
            if begins {
                beginParagraph()
                isOpen = true
            } else if !isHyphenated(before: line[0]) {
                text.append(0x20)
            }
            if isPlain {
                text.append(contentsOf: line)
            } else {
                appendSqueezed(line)
            }
            afterTable = isTable
            lineLength = line.count
            longest = max(longest, lineLength)
        }
    }

    /// The least indentation of the lines after the first; 0 when the first line begins at the margin.
    private static func margin(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var least = Int.max
        var at = 0
        while at < bytes.count, least > 0 {
            var indent = 0
            while at < bytes.count, bytes[at] != 0x0A, bytes[at].isASCIISpace {
                indent += bytes[at] == 0x09 ? 4 : 1
                at += 1
            }
            if at < bytes.count, bytes[at] != 0x0A { least = min(least, indent) }
            guard let end = bytes[at...].firstIndex(of: 0x0A) else { break }
            at = end + 1
        }
        return least == .max ? 0 : least
    }

    /// Neither gaps nor leaders nor controls: nearly every line. No early exit, so that it runs on vectors.
    private static func isPlain(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var unusual: UInt8 = 0
        var before: UInt8 = 0
        for byte in line {
            let isDouble = byte == before && (byte == 0x20 || byte == 0x2E)
            unusual |= (isDouble ? 1 : 0) | (byte < 0x20 ? 1 : 0)
            before = byte
        }
        return unusual == 0
    }

    /// Columns: gaps inside of the line that are no spaces between sentences, or leaders (`.....`).
    private static func isTableLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var gaps = 0
        var dots = 0
        var leaders = 0
        var hasDigit = false
        var at = 0
        while at < line.count {
            let byte = line[at]
            if byte == 0x20 || byte == 0x09 {
                let start = at
                while at < line.count, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
                let isGap = at - start >= 2 || byte == 0x09
                if isGap, start > 0, !Self.mayEndSentence(line[start - 1]) { gaps += 1 }
                dots = 0
                continue
            }
            if byte.isASCIIDigit { hasDigit = true }
            dots = byte == 0x2E ? dots + 1 : 0
            if dots == 3 { leaders += 1 }
            if dots == 5 { return true }
            at += 1
        }
        return gaps >= 3 || gaps + leaders >= 2 && hasDigit
    }

    private mutating func appendSqueezed(_ line: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var at = 0
        while at < line.count {
            guard line[at].isASCIISpace else {
                at += 1
                continue
            }
            text.append(contentsOf: UnsafeBufferPointer(rebasing: line[start..<at]))
            text.append(0x20)
            while at < line.count, line[at].isASCIISpace { at += 1 }
            start = at
        }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: line[start...]))
    }

    // MARK: -

    private mutating func beginParagraph() {
        if !text.isEmpty { text.append(0x0A) }
    }

    /// Whether what was written last, `length` bytes of it, ends as sentences do.
    private func endsSentence(_ length: Int) -> Bool {
        guard length > 0, let last = text.last else { return false }
        if Self.mayEndSentence(last) || last == 0x29 { return true }
        return last == 0x9D && text.suffix(3).elementsEqual([0xE2, 0x80, 0x9D])
    }

    private static func mayEndSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x22, 0x27: true
        default: false
        }
    }

    /// A line that ends in `mid-` goes on without a space; one that ends in a dash does not.
    private func isHyphenated(before next: UInt8) -> Bool {
        guard text.count >= 2, text[text.count - 1] == 0x2D else { return false }
        let letter = text[text.count - 2]
        return (letter.isASCIIAlphanumeric || letter >= 0x80) && (next.isASCIIAlphanumeric || next >= 0x80)
    }
}
