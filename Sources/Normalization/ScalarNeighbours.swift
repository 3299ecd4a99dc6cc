import Glibc
import Text

extension Span<UInt8> {
    /// The scalar that ends at `index` and where it starts; nil at the start of the text.
    ///
    /// The text is valid UTF-8, `index` stands between two scalars.
    func scalar(before index: Int) -> (scalar: UInt32, start: Int)? {
        guard index > 0 else { return nil }
        var start = index - 1
        while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
        return (UTF8Text.decode(self, at: start).scalar, start)
    }

    /// The scalar that starts at `index`; nil at the end of the text.
    func scalar(after index: Int) -> UInt32? {
        index < count ? UTF8Text.decode(self, at: index).scalar : nil
    }

    /// Position of the first `byte` in `range`, or the end of `range`.
    func first(_ byte: UInt8, in range: Range<Int>) -> Int {
        withUnsafeBytes { bytes in
            precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
            guard let base = bytes.baseAddress, !range.isEmpty,
                let found = memchr(base + range.lowerBound, Int32(byte), range.count)
            else { return range.upperBound }
            return UnsafeRawPointer(found) - base
        }
    }
}
