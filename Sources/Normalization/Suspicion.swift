import Text

/// What a text contains that some step may want to look at: found in one scan, so that clean text costs no more.
///
/// A suspicion is cheap and errs on the side of caution; the step itself decides.
struct Suspicion: OptionSet, Sendable {
    let rawValue: UInt16

    static let mojibake = Suspicion(rawValue: 1)
    static let references = Suspicion(rawValue: 1 << 1)
    static let controls = Suspicion(rawValue: 1 << 2)
    static let invisible = Suspicion(rawValue: 1 << 3)
    static let privateUse = Suspicion(rawValue: 1 << 4)
    /// A space that is not U+0020, or a line end that is not U+000A.
    static let oddSpaces = Suspicion(rawValue: 1 << 5)
    /// Runs of spaces, spaces at the ends of lines.
    static let spacing = Suspicion(rawValue: 1 << 6)
    /// Characters that may not be in normalization form C.
    static let composition = Suspicion(rawValue: 1 << 7)
    static let quotes = Suspicion(rawValue: 1 << 8)
    static let blankLines = Suspicion(rawValue: 1 << 9)
    /// A hyphen that ends a line.
    static let hyphens = Suspicion(rawValue: 1 << 10)
    /// Letters of a script written from right to left. Not a suspicion by itself: it gives bidi marks a meaning.
    static let rightToLeft = Suspicion(rawValue: 1 << 11)

    /// Everything that `CharacterCleanup` deals with.
    static let characters: Suspicion = [.controls, .invisible, .privateUse, .oddSpaces]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Scans valid UTF-8.
    init(scanning text: Span<UInt8>) {
        var found: UInt16 = 0
        text.withUnsafeBufferPointer { bytes in
            guard let first = bytes.first, let last = bytes.last else { return }
            // The text is taken to stand between two line ends, so that spaces at its ends are spaces at line ends.
            if first == 0x20 || last == 0x20 { found |= Self.spacing.rawValue }
            if first == 0x0A || last == 0x0A { found |= Self.blankLines.rawValue }
            var index = 0
            while index &+ 17 <= bytes.count {
                let alarms = Self.alarms(bytes, at: index)
                if alarms[0] | alarms[1] != 0 {
                    found |= Self.found(bytes, at: index, alarms[0]) | Self.found(bytes, at: index &+ 8, alarms[1])
                }
                index &+= 16
            }
            while index < bytes.count {
                found |= Self.found(bytes, at: index)
                index &+= 1
            }
        }
        self.init(rawValue: found)
    }

    /// Which of the 16 bytes at `index` deserve a closer look: all of a byte of the result is set, or nothing.
    ///
    /// These are controls, line ends, beginnings of scalars outside ASCII, `&`, `\`, `` ` ``, DEL, and the first of two
    /// equal bytes up to `'`: of those, two spaces and two quotation marks matter, and the others are rare. A byte
    /// follows the sixteen. Comparisons of two vectors are one instruction each; those with a scalar would be a loop.
    @inline(__always)
    private static func alarms(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> SIMD2<UInt64> {
        typealias Bytes = SIMD16<UInt8>
        func equal(_ vector: Bytes, _ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { vector .== Bytes(repeating: byte) }
        let raw = UnsafeRawBufferPointer(bytes)
        let here = raw.loadUnaligned(fromByteOffset: index, as: Bytes.self)
        let next = raw.loadUnaligned(fromByteOffset: index &+ 1, as: Bytes.self)
        // C0 to FF and 00 to 1F are one range, -128 to -33, when all are moved down by 40 and signed.
        let moved = SIMD16<Int8>(truncatingIfNeeded: here &- Bytes(repeating: 0x40))
        let outside = moved .< SIMD16<Int8>(repeating: -0x20)
        let marks = equal(here, 0x26) .| equal(here, 0x5C) .| equal(here, 0x60) .| equal(here, 0x7F)
        let signed = SIMD16<Int8>(truncatingIfNeeded: here)
        let doubled = (here .== next) .& (signed .< SIMD16<Int8>(repeating: 0x28))
        return unsafeBitCast(outside .| marks .| doubled, to: SIMD2<UInt64>.self)
    }

    /// What stands at the `alarms` among the eight bytes at `index`.
    @inline(__always)
    private static func found(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ alarms: UInt64) -> UInt16 {
        var found: UInt16 = 0
        var left = alarms.littleEndian & 0x8080_8080_8080_8080
        while left != 0 {
            found |= Self.found(bytes, at: index &+ left.trailingZeroBitCount >> 3)
            left &= left &- 1
        }
        return found
    }

    /// What the scalar that begins at `index` means, alone or beside its neighbours; nothing inside of a scalar.
    private static func found(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16 {
        let byte = bytes[index]
        if byte >= 0x80 { return byte < 0xC0 ? 0 : scan(bytes, at: index) }
        let next = index &+ 1 < bytes.count ? bytes[index &+ 1] : 0
        switch byte {
        case 0x20: return next == 0x20 ? spacing.rawValue : 0
        case 0x0A: return lineEnd(after: index > 0 ? bytes[index &- 1] : 0, before: next)
        case 0x09: return spacing.rawValue
        case 0x0B, 0x0C, 0x0D: return oddSpaces.rawValue
        case 0x26: return references.rawValue
        case 0x22, 0x27: return next == byte ? quotes.rawValue : 0
        case 0x5C: return next == 0x22 || next == 0x27 ? quotes.rawValue : 0
        case 0x60: return quotes.rawValue
        default: return byte < 0x20 || byte == 0x7F ? controls.rawValue : 0
        }
    }

    private static func lineEnd(after previous: UInt8, before next: UInt8) -> UInt16 {
        let spaces = previous == 0x20 || next == 0x20 ? spacing.rawValue : 0
        switch previous {
        case 0x0A: return spaces | blankLines.rawValue
        case 0x2D: return spaces | hyphens.rawValue
        default: return spaces
        }
    }

    /// What the scalar outside ASCII at `index` means.
    @inline(__always)
    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16 {
        let (scalar, length) = decode(bytes, at: index)
        switch scalar {
        case 0x80..<0xA0: return mojibake.rawValue | controls.rawValue
        case 0xA0: return oddSpaces.rawValue
        case 0xAD: return invisible.rawValue
        case 0xB4: return quotes.rawValue
        case 0xA1..<0xC2: return 0
        case 0xC2..<0xF5:
            return mayBegin(scalar, followedBy: bytes, at: index &+ length) ? mojibake.rawValue : 0
        // Nothing can be wrong with a letter of Latin Extended, with most of Cyrillic, Han and Hangul.
        case 0xF5..<0x300, 0x400..<0x483, 0x3400..<0xA000, 0xAC00..<0xD7A4: return 0
        case 0x2013..<0x2018, 0x201A..<0x2028: return 0
        case 0x2018, 0x2019: return isDoubled(bytes, at: index) ? quotes.rawValue : 0
        default: return rare(scalar)
        }
    }

    private static func rare(_ scalar: UInt32) -> UInt16 {
        var found: UInt16 = 0
        if ScalarClass.isRightToLeftLetter(scalar) { found |= rightToLeft.rawValue }
        if ScalarClass.isInvisible(scalar) { found |= invisible.rawValue }
        if ScalarClass.isSpace(scalar) || scalar == 0x2028 || scalar == 0x2029 { found |= oddSpaces.rawValue }
        if ScalarClass.isPrivateUse(scalar) { found |= privateUse.rawValue }
        if ScalarClass.isNoncharacter(scalar) { found |= controls.rawValue }
        if scalar == 0x2033 { found |= quotes.rawValue }
        if CanonicalComposition.isSuspect(scalar) { found |= composition.rawValue }
        return found
    }

    /// Whether `scalar` could be the first byte of a mangled sequence, going by what follows at `index`.
    @inline(__always)
    private static func mayBegin(_ scalar: UInt32, followedBy bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool
    {
        guard index < bytes.count else { return scalar == 0xC2 }
        if bytes[index] < 0x80 { return scalar == 0xC2 || scalar == 0xC3 && bytes[index] == 0x20 }
        guard let byte = Windows1252.byte(of: decode(bytes, at: index).scalar) else { return false }
        return byte & 0xC0 == 0x80
    }

    /// As `UTF8Text.decode`, in this file so that it becomes part of the loop.
    @inline(__always)
    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (scalar: UInt32, length: Int) {
        func continuation(_ offset: Int) -> UInt32 {
            index &+ offset < bytes.count ? UInt32(bytes[index &+ offset]) & 0x3F : 0
        }
        let lead = UInt32(bytes[index])
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | continuation(1), 2) }
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3) }
        return ((lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3), 4)
    }

    /// Whether the three-byte scalar at `index` comes twice.
    private static func isDoubled(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 5 < bytes.count && bytes[index + 3] == bytes[index] && bytes[index + 4] == bytes[index + 1]
            && bytes[index + 5] == bytes[index + 2]
    }
}
