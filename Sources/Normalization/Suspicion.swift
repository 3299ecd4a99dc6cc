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
        // The text is taken to stand between two line ends, so that spaces at its ends are spaces at line ends.
        var previous: UInt8 = 0x0A
        var index = 0
        let count = text.count
        text.withUnsafeBufferPointer { bytes in
            while index < count {
                if !Self.mayPair(previous) {
                    index = Self.skipOrdinary(bytes, from: index)
                    previous = bytes[index - 1]
                }
                // Look closely at what stopped the leap, and at some more where text is not ASCII.
                var end = index &+ 1
                while index < count, index < end || Self.mayPair(previous) {
                    let byte = bytes[index]
                    if byte < 0x80 {
                        let kind = Self.kind(of: byte)
                        // Ordinary letters, digits and punctuation have kind 0 and end here.
                        if kind != 0 { found |= Self.found(byte, after: previous) }
                        previous = byte
                        index &+= 1
                    } else {
                        index &+= Self.scan(bytes, at: index, into: &found)
                        previous = 0x80
                        end = index &+ 12
                    }
                }
            }
        }
        if previous == 0x20 { found |= Self.spacing.rawValue }
        if previous == 0x0A, count > 0 { found |= Self.blankLines.rawValue }
        self.init(rawValue: found)
    }

    /// Spaces, line ends, quotation marks and backslashes: they mean something together with the next byte.
    @inline(__always)
    private static func mayPair(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x5C }

    /// Leaps to the first byte that is not ordinary ASCII or a single space, 32 bytes at a time; the byte before
    /// `start` does not pair. Returns a position whose byte before has been looked at.
    ///
    /// The usual bit tricks on words, on four words at once; a false alarm only costs a closer look.
    @inline(__always)
    private static func skipOrdinary(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        /// High bits where a byte of `words` is 0.
        func zeros(_ words: SIMD4<UInt64>) -> SIMD4<UInt64> { (words &- ones) & ~words }
        func equal(_ words: SIMD4<UInt64>, _ byte: UInt64) -> SIMD4<UInt64> {
            zeros(words ^ SIMD4(repeating: byte &* ones))
        }
        var index = start
        while index &+ 33 <= raw.count {
            // Words as in memory on a little-endian machine, so that the first byte is the lowest.
            let here = raw.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
            let next = raw.loadUnaligned(fromByteOffset: index &+ 1, as: SIMD4<UInt64>.self)
            let low = (here &- (0x20 &* ones)) & ~here
            let marks = equal(here, 0x26) | equal(here, 0x5C) | equal(here, 0x60) | equal(here, 0x7F)
            let paired = equal(here, 0x20) | equal(here, 0x22) | equal(here, 0x27)
            let suspicious = here | low | marks | (zeros(here ^ next) & paired)
            let alarm = suspicious & high
            if alarm != SIMD4(repeating: 0) {
                // The lowest alarm of a word is true, those above it may be borrows.
                for word in 0..<4 where alarm[word] != 0 {
                    return index &+ word &* 8 &+ alarm[word].littleEndian.trailingZeroBitCount >> 3
                }
            }
            index &+= 32
        }
        return index
    }

    /// 1 for bytes that mean something alone or beside their neighbour.
    @inline(__always)
    private static func kind(of byte: UInt8) -> UInt8 {
        // Bit n of the two words answers for byte n: everything up to space, `"`, `&`, `'`, `\`, `` ` `` and DEL.
        let word: UInt64 = byte < 64 ? 0x0000_00C5_FFFF_FFFF : 0x8000_0001_1000_0000
        return UInt8(truncatingIfNeeded: word &>> UInt64(byte & 63)) & 1
    }

    @inline(__always)
    private static func found(_ byte: UInt8, after previous: UInt8) -> UInt16 {
        switch byte {
        case 0x20: previous == 0x20 || previous == 0x0A ? spacing.rawValue : 0
        case 0x0A:
            switch previous {
            case 0x0A: blankLines.rawValue
            case 0x20: spacing.rawValue
            case 0x2D: hyphens.rawValue
            default: 0
            }
        case 0x09: spacing.rawValue
        case 0x0B, 0x0C, 0x0D: oddSpaces.rawValue
        case 0x26: references.rawValue
        case 0x22, 0x27: previous == byte || previous == 0x5C ? quotes.rawValue : 0
        case 0x5C: 0
        case 0x60: quotes.rawValue
        default: controls.rawValue
        }
    }

    /// Looks at the scalar outside ASCII at `index` and returns its length in bytes.
    @inline(__always)
    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into found: inout UInt16) -> Int {
        let (scalar, length) = decode(bytes, at: index)
        switch scalar {
        case 0x80..<0xA0: found |= mojibake.rawValue | controls.rawValue
        case 0xA0: found |= oddSpaces.rawValue
        case 0xAD: found |= invisible.rawValue
        case 0xB4: found |= quotes.rawValue
        case 0xA1..<0xC2: break
        case 0xC2..<0xF5:
            if mayBegin(scalar, followedBy: bytes, at: index &+ length) { found |= mojibake.rawValue }
        // Nothing can be wrong with a letter of Latin Extended, with most of Cyrillic, Han and Hangul.
        case 0xF5..<0x300, 0x400..<0x483, 0x3400..<0xA000, 0xAC00..<0xD7A4: break
        case 0x2013..<0x2018, 0x201A..<0x2028: break
        case 0x2018, 0x2019: if isDoubled(bytes, at: index) { found |= quotes.rawValue }
        default: found |= rare(scalar)
        }
        return length
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
