import Glibc

extension [UInt8] {
    /// The first `byte` in `range`; memchr does the looking.
    @inline(__always) func index(of byte: UInt8, in range: Range<Int>) -> Int? {
        withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, range.lowerBound >= 0, range.lowerBound < range.upperBound,
                range.upperBound <= bytes.count
            else { return nil }
            guard let found = memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Whether `name` (lower-case ASCII) stands at `index`, in any case.
    @inline(__always) func matches(_ name: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + name.utf8CodeUnitCount <= count else { return false }
        for i in 0..<name.utf8CodeUnitCount where self[index + i] | 0x20 != name.utf8Start[i] { return false }
        return true
    }

    /// Whether exactly `name` (lower-case ASCII) stands in `range`, in any case.
    @inline(__always) func equals(_ name: StaticString, in range: Range<Int>) -> Bool {
        range.count == name.utf8CodeUnitCount && matches(name, at: range.lowerBound)
    }
}
