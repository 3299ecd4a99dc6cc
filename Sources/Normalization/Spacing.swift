import Text

/// Makes runs of spaces and tabs one space and removes those at the ends of lines. Line feeds stay.
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
            while true {
                while index < bytes.count, bytes[index] > 0x20 || bytes[index] == 0x0A { index &+= 1 }
                guard index < bytes.count else { return count }
                let start = index
                while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index &+= 1 }
                guard index > start else {
                    index &+= 1
                    continue
                }
                if start == 0 || index == bytes.count || bytes[start - 1] == 0x0A || bytes[index] == 0x0A {
                    rewriter.cut(start..<index, of: text)
                    count += 1
                } else if index - start > 1 || bytes[start] == 0x09 {
                    rewriter.replace(start..<index, of: text, with: " ")
                    count += 1
                }
            }
        }
    }
}
