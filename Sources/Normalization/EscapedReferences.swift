internal import Glibc
import Text

/// Resolves character references that are still in the text: their records escaped them twice (`&amp;quot;`).
///
/// Only complete references count: known names and numbers, with their semicolon. `AT&T`, `R&D;` and `&copy2` stay.
/// What the reader of the page saw is what the text gets, so `&lt;p&gt;` in an article about HTML becomes `<p>`.
struct EscapedReferences {
    private var decoded: [UInt8] = []

    /// Returns how many references were resolved; one that was escaped three times counts twice.
    mutating func apply(to text: inout [UInt8], with rewriter: inout Rewriter) -> Int {
        var count = 0
        var index = 0
        while let start = Self.nextAmpersand(in: text, from: index) {
            index = start + 1
            decoded.removeAll(keepingCapacity: true)
            let length = CharacterReferences.decodeOne(text.span, at: start, into: &decoded)
            guard length > 2, text[start + length - 1] == 0x3B else { continue }
            count += 1
            let end = start + length
            if decoded == [0x26] {
                // The ampersand may begin another reference: put it before the rest and look again.
                text[end - 1] = 0x26
                rewriter.cut(start..<end - 1, of: text)
                index = end - 1
            } else {
                rewriter.cut(start..<end, of: text)
                rewriter.output.append(contentsOf: decoded)
                index = end
            }
        }
        rewriter.finish(&text)
        return count
    }

    private static func nextAmpersand(in text: [UInt8], from start: Int) -> Int? {
        text.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let hit = memchr(base + start, 0x26, bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(hit) - base
        }
    }
}
