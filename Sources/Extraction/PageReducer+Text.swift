import Text

extension PageReducer {
    /// Appends the characters of `range` as one run of text: references resolved, blanks squeezed.
    mutating func appendText(_ range: Range<Int>) {
        guard !isPreformatted else { return appendPreformatted(range) }
        if page.isBlank(range) {
            if !afterBlock { pendingBlank = true }
            return
        }
        flushBlank()
        appendRun(range)
    }

    /// In `pre`, an empty line ends a paragraph; other line ends are blanks.
    private mutating func appendPreformatted(_ range: Range<Int>) {
        var start = range.lowerBound
        var position = start
        while let feed = page.index(of: 0x0A, in: position..<range.upperBound) {
            var next = feed + 1
            while next < range.upperBound, page[next].isASCIISpace, page[next] != 0x0A { next += 1 }
            position = feed + 1
            if next < range.upperBound, page[next] == 0x0A {
                if !page.isBlank(start..<feed) {
                    flushBlank()
                    appendRun(start..<feed)
                }
                appendBreak()
                appendBreak()
                start = next + 1
                position = start
            }
        }
        if page.isBlank(start..<range.upperBound) {
            if !afterBlock { pendingBlank = true }
        } else {
            flushBlank()
            appendRun(start..<range.upperBound)
        }
    }

    private mutating func appendRun(_ range: Range<Int>) {
        guard parts.text.count + range.count <= limits.textBytes else {
            parts.limitsReached += 1
            return
        }
        let start = parts.text.count
        if page.index(of: UInt8(ascii: "&"), in: range) == nil {
            parts.text.append(contentsOf: page[range])
        } else {
            let page = page
            CharacterReferences.decode(page.span.extracting(range), into: &parts.text)
        }
        let followsBlank = afterBlock || start == 0 || parts.text[start - 1] == 0x20 || parts.text[start - 1] == 0x0A
        let (length, width) = parts.text.withUnsafeMutableBufferPointer { text in
            Self.squeeze(UnsafeMutableBufferPointer(rebasing: text[start...]), afterBlank: followsBlank)
        }
        parts.text.removeLast(parts.text.count - start - length)
        guard length > 0 else { return }
        afterBlock = false
        addRun(from: start, width: width, isBreak: false)
    }

    /// Makes every run of blanks one space, in place; counts columns on the way.
    private static func squeeze(_ text: UnsafeMutableBufferPointer<UInt8>, afterBlank: Bool) -> (
        length: Int, width: Int
    ) {
        var afterBlank = afterBlank
        var to = 0
        var width = 0
        var from = 0
        while from < text.count {
            let byte = text[from]
            if byte <= 0x20 {
                // NUL is no character at all (HTML, 13.2.5.1); other controls separate words like blanks.
                if !afterBlank, byte != 0 {
                    text[to] = 0x20
                    to += 1
                    width += 1
                    afterBlank = true
                }
            } else if byte == 0xC2, from + 1 < text.count, text[from + 1] == 0xA0 {
                if !afterBlank {
                    text[to] = 0x20
                    to += 1
                    width += 1
                    afterBlank = true
                }
                from += 1
            } else {
                text[to] = byte
                to += 1
                afterBlank = false
                if byte < 0x80 {
                    width += 1
                } else if byte >= 0xC0 {
                    width += byte >= 0xE3 && byte <= 0xED ? 2 : 1
                }
            }
            from += 1
        }
        return (to, width)
    }

    private mutating func addRun(from start: Int, width: Int, isBreak: Bool) {
        parts.runs.append(
            TextRun(
                range: ByteRange(start, parts.text.count), width: Int32(truncatingIfNeeded: width), isBreak: isBreak))
        parts.skeleton.append(UInt8(ascii: "x"))
    }

    /// Keeps a blank between two inline elements.
    mutating func flushBlank() {
        guard pendingBlank else { return }
        pendingBlank = false
        guard !afterBlock, let last = parts.text.last, last != 0x20, last != 0x0A else { return }
        let start = parts.text.count
        parts.text.append(0x20)
        addRun(from: start, width: 1, isBreak: false)
    }

    mutating func appendBreak() {
        pendingBlank = false
        guard !afterBlock else { return }
        let start = parts.text.count
        parts.text.append(0x0A)
        addRun(from: start, width: 0, isBreak: true)
    }

    mutating func edgeOfBlock() {
        pendingBlank = false
        afterBlock = true
    }
}

extension [UInt8] {
    /// Nothing but ASCII blanks.
    @inline(__always) func isBlank(_ range: Range<Int>) -> Bool {
        for position in range where !self[position].isASCIISpace { return false }
        return true
    }
}
