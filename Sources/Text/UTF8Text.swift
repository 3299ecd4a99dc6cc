/// UTF-8 as defined by the Unicode Standard, section 3.9 (table 3-7): checking, mending, encoding and decoding.
package enum UTF8Text {
    /// Whether all of `bytes` is well-formed. Overlong forms, surrogates and values above U+10FFFF are not.
    package static func isValid(_ bytes: Span<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { firstInvalid(in: $0, from: 0) == $0.count }
    }

    /// Position of the first byte of the first ill-formed subsequence, or nil when there is none.
    package static func firstInvalid(_ bytes: Span<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer {
            let position = firstInvalid(in: $0, from: 0)
            return position == $0.count ? nil : position
        }
    }

    /// Replaces each maximal subpart of an ill-formed subsequence by U+FFFD (the practice that Unicode recommends and
    /// WHATWG's decoder follows) and returns how many were replaced. Valid input stays untouched.
    package static func repair(_ bytes: inout [UInt8]) -> Int {
        let repaired: (bytes: [UInt8], count: Int)? = bytes.withUnsafeBufferPointer { source in
            var bad = firstInvalid(in: source, from: 0)
            guard bad < source.count else { return nil }
            var result: [UInt8] = []
            result.reserveCapacity(source.count + 64)
            var start = 0
            var count = 0
            while bad < source.count {
                result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<bad]))
                result.append(contentsOf: [0xEF, 0xBF, 0xBD])
                count += 1
                start = bad + illFormedLength(in: source, at: bad)
                bad = firstInvalid(in: source, from: start)
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
            return (result, count)
        }
        guard let repaired else { return 0 }
        bytes = repaired.bytes
        return repaired.count
    }

    /// Appends `scalar` encoded as UTF-8; surrogates and values above U+10FFFF become U+FFFD.
    @inlinable package static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case 0..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case 0xD800..<0xE000, 0x11_0000...:
            bytes.append(0xEF)
            bytes.append(0xBF)
            bytes.append(0xBD)
        case 0x800..<0x1_0000:
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        default:
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }

    /// The scalar that starts at `index`, and its length in bytes (1...4).
    ///
    /// `bytes` must be valid UTF-8 and `index` the start of a scalar. Anything else gives U+FFFD of length 1 or a
    /// meaningless scalar, but never reads outside of `bytes` and never returns a length that ends beyond them.
    @inlinable package static func decode(_ bytes: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let lead = UInt32(bytes[index])
        if lead < 0x80 { return (lead, 1) }
        let left = bytes.count - index
        if lead < 0xE0 {
            guard left >= 2, lead >= 0xC0 else { return (0xFFFD, 1) }
            return ((lead & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F, 2)
        }
        if lead < 0xF0 {
            guard left >= 3 else { return (0xFFFD, 1) }
            return ((lead & 0x0F) << 12 | (UInt32(bytes[index + 1]) & 0x3F) << 6 | UInt32(bytes[index + 2]) & 0x3F, 3)
        }
        guard left >= 4 else { return (0xFFFD, 1) }
        let high = (lead & 0x07) << 18 | (UInt32(bytes[index + 1]) & 0x3F) << 12
        return (high | (UInt32(bytes[index + 2]) & 0x3F) << 6 | UInt32(bytes[index + 3]) & 0x3F, 4)
    }

    /// Number of scalars in valid UTF-8: the length that Python's `len` gives.
    package static func scalarCount(_ bytes: Span<UInt8>) -> Int {
        bytes.withUnsafeBytes { buffer in
            // Sixteen bytes a step: the lowest bit of each tells whether it continues a scalar. So many steps add up in bytes.
            let steps = 255
            var continuations = 0
            var index = 0
            while index &+ 16 <= buffer.count {
                let end = min(index &+ 16 &* steps, buffer.count &- 15)
                var sums = SIMD2<UInt64>.zero
                while index < end {
                    let words = buffer.loadUnaligned(fromByteOffset: index, as: SIMD2<UInt64>.self)
                    sums &+= (words &>> 7) & ~(words &>> 6) & SIMD2(repeating: 0x0101_0101_0101_0101)
                    index &+= 16
                }
                let pairs =
                    (sums & SIMD2(repeating: 0x00FF_00FF_00FF_00FF))
                    &+ ((sums &>> 8) & SIMD2(repeating: 0x00FF_00FF_00FF_00FF))
                continuations &+= Int(truncatingIfNeeded: (pairs.wrappedSum() &* 0x0001_0001_0001_0001) &>> 48)
            }
            for byte in buffer[index...] where byte & 0xC0 == 0x80 { continuations &+= 1 }
            return buffer.count - continuations
        }
    }

    // MARK: -

    /// Position of the first ill-formed byte at or after `start` (the start of a scalar), or the count.
    private static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let count = bytes.count
        guard let base = bytes.baseAddress else { return count }
        let raw = UnsafeRawPointer(base)
        var index = start
        while index < count {
            let lead = base[index]
            if lead < 0x80 {
                index &+= 1
                // Text that returned to ASCII tends to stay there: 32 bytes a step, then 8.
                while index &+ 32 <= count {
                    let low = raw.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
                    if (low & 0x8080_8080_8080_8080) != SIMD4(repeating: 0) { break }
                    index &+= 32
                }
                while index &+ 8 <= count {
                    let high =
                        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
                        & 0x8080_8080_8080_8080
                    if high != 0 {
                        index &+= high.trailingZeroBitCount >> 3
                        break
                    }
                    index &+= 8
                }
                continue
            }
            let length = wellFormedLength(base, index, count)
            if length == 0 { return index }
            index &+= length
        }
        return count
    }

    /// Length of the well-formed multi-byte sequence at `index`, or 0.
    @inline(__always)
    private static func wellFormedLength(_ base: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Int {
        let lead = base[index]
        if lead < 0xE0 {
            return lead >= 0xC2 && index &+ 1 < count && isContinuation(base[index &+ 1]) ? 2 : 0
        }
        guard lead <= 0xF4, index &+ 2 < count, isSecond(base[index &+ 1], after: lead),
            isContinuation(base[index &+ 2])
        else { return 0 }
        if lead < 0xF0 { return 3 }
        return index &+ 3 < count && isContinuation(base[index &+ 3]) ? 4 : 0
    }

    /// Length (1...3) of the maximal subpart of the ill-formed subsequence at `index`.
    private static func illFormedLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        guard lead >= 0xE0, lead <= 0xF4, index + 1 < bytes.count, isSecond(bytes[index + 1], after: lead) else {
            return 1
        }
        guard lead >= 0xF0, index + 2 < bytes.count, isContinuation(bytes[index + 2]) else { return 2 }
        return 3
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// Table 3-7: the second byte of a sequence of three or four is narrower after E0, ED, F0 and F4.
    @inline(__always)
    private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
        switch lead {
        case 0xE0: byte &- 0xA0 < 0x20
        case 0xED: byte &- 0x80 < 0x20
        case 0xF0: byte &- 0x90 < 0x30
        case 0xF4: byte &- 0x80 < 0x10
        default: isContinuation(byte)
        }
    }
}
