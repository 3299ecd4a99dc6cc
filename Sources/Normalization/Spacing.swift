import Text

/// Makes runs of spaces and tabs one space and removes those at the ends of lines. Line feeds stay; a line that is
/// indented more than the one before it gets one more, since it begins a paragraph as a blank line does (`LineLayout`).
///
/// Spaces before punctuation stay, too: French sets them on purpose.
struct Spacing {
    /// Returns how many runs changed.
    func apply(to text: inout [UInt8], with rewriter: inout Rewriter) -> Int {
        rewriter.rewrite(&text, Self.rewrite)
    }

    private static func rewrite(_ text: [UInt8], with rewriter: inout Rewriter) -> Int {
        text.withUnsafeBufferPointer { bytes in
            var count = 0
            var index = 0
            while index < bytes.count {
                let start = index
                while index < bytes.count, isSpace(bytes[index]) { index &+= 1 }
                if index == start {
                    index = nextRun(in: bytes, from: start &+ 1)
                    continue
                }
                if start == 0 || index == bytes.count || bytes[index] == 0x0A {
                    rewriter.cut(start..<index, of: text)
                    count += 1
                } else if bytes[start - 1] == 0x0A {
                    rewriter.cut(start..<index, of: text)
                    if indentation(bytes, from: start) > indentation(bytes, before: start) {
                        rewriter.output.append(0x0A)
                    }
                    count += 1
                } else if index - start > 1 || bytes[start] == 0x09 {
                    rewriter.cut(start..<index, of: text)
                    rewriter.output.append(0x20)
                    count += 1
                }
            }
            return count
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Columns that a line leaves free at its beginning; a tab counts as four.
    private static func indentation(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        bytes[start...].prefix(while: isSpace).reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    }

    /// The same of the line before the one that begins at `start`.
    private static func indentation(_ bytes: UnsafeBufferPointer<UInt8>, before start: Int) -> Int {
        var line = start - 1
        while line > 0, bytes[line - 1] != 0x0A { line -= 1 }
        return indentation(bytes, from: line)
    }

    /// Where the next run begins that is more than a space between two words, at `start` (more than 0) or behind it.
    private static func nextRun(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index &+ 17 <= bytes.count {
            let found = runs(bytes, at: index)
            if found[0] != 0 { return index &+ found[0].littleEndian.trailingZeroBitCount >> 3 }
            if found[1] != 0 { return index &+ 8 &+ found[1].littleEndian.trailingZeroBitCount >> 3 }
            index &+= 16
        }
        while index < bytes.count {
            let next = index &+ 1 < bytes.count ? bytes[index &+ 1] : 0x0A
            if bytes[index] == 0x09 { return index }
            if bytes[index] == 0x20, isSpace(next) || next == 0x0A || bytes[index &- 1] == 0x0A { return index }
            index &+= 1
        }
        return index
    }

    /// Which of the 16 bytes at `index` are a tab, or a space beside a line end or before another space: all bits of a
    /// byte of the result are set, or none.
    @inline(__always)
    private static func runs(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> SIMD2<UInt64> {
        typealias Bytes = SIMD16<UInt8>
        func equal(_ vector: Bytes, _ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { vector .== Bytes(repeating: byte) }
        let raw = UnsafeRawBufferPointer(bytes)
        let last = raw.loadUnaligned(fromByteOffset: index &- 1, as: Bytes.self)
        let here = raw.loadUnaligned(fromByteOffset: index, as: Bytes.self)
        let next = raw.loadUnaligned(fromByteOffset: index &+ 1, as: Bytes.self)
        let beside = equal(next, 0x20) .| equal(next, 0x09) .| equal(next, 0x0A) .| equal(last, 0x0A)
        return unsafeBitCast(equal(here, 0x09) .| equal(here, 0x20) .& beside, to: SIMD2<UInt64>.self)
    }
}
