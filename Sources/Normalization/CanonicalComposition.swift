@_spi(_Unicode) import Swift
import Text

/// Brings text into Unicode normalization form C (UAX #15), word by word: nothing composes over a space.
///
/// The quick check of UAX #15 section 9 goes over the words of suspicious texts; the few that fail it go through the
/// standard library.
struct CanonicalComposition {
    /// Returns how many words changed. `text` is valid UTF-8.
    func apply(to text: inout [UInt8], with rewriter: inout Rewriter) -> Int {
        rewriter.rewrite(&text, Self.rewrite)
    }

    /// Whether `scalar` (above U+02FF) could make its surroundings denormal.
    static func isSuspect(_ scalar: UInt32) -> Bool { contains(scalar, in: suspects) }

    // MARK: -

    private static func rewrite(_ text: [UInt8], with rewriter: inout Rewriter) -> Int {
        var count = 0
        var index = 0
        // The first suspects begin with CC.
        while let suspect = firstByte(atLeast: 0xCC, in: text, from: index) {
            var start = suspect
            while start > index, text[start - 1] > 0x20 { start -= 1 }
            var end = suspect
            while end < text.count, text[end] > 0x20 { end += 1 }
            index = end
            guard !isCertainlyComposed(text.span, start..<end) else { continue }
            let composed = composed(text[start..<end])
            if !composed.elementsEqual(text[start..<end]) {
                rewriter.cut(start..<end, of: text)
                rewriter.output.append(contentsOf: composed)
                count += 1
            }
        }
        return count
    }

    private static func firstByte(atLeast least: UInt8, in text: [UInt8], from start: Int) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                if bytes[index] >= least { return index }
                index &+= 1
            }
            return nil
        }
    }

    private static func composed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self)._nfc { UTF8Text.append(scalar.value, to: &result) }
        return result
    }

    /// False means "perhaps not": only a full normalization knows.
    private static func isCertainlyComposed(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        var lastClass: UInt8 = 0
        var previous: UInt32 = 0
        while index < range.upperBound {
            let (scalar, length) = UTF8Text.decode(text, at: index)
            index += length
            var combiningClass: UInt8 = 0
            if scalar >= 0x300, isSuspect(scalar) {
                if contains(scalar, in: decomposing) { return false }
                combiningClass = Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue ?? 0
                if combiningClass != 0, lastClass > combiningClass { return false }
                if mayCompose(scalar), composes(previous, scalar) { return false }
            }
            lastClass = combiningClass
            // A mark of a lower class does not stand between a later mark and its base.
            if combiningClass == 0 { previous = scalar }
        }
        return true
    }

    /// NFC_Quick_Check Maybe, with the combining marks of Latin, Greek and Cyrillic taken together.
    private static func mayCompose(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x345, 0x653...0x655, 0x93C, 0x9BE, 0x9D7, 0xB3E, 0xB56, 0xB57, 0xBBE, 0xBD7, 0xC56, 0xCC2, 0xCD5,
            0xCD6, 0xD3E, 0xD57, 0xDCA, 0xDCF, 0xDDF, 0x102E, 0x1161...0x1175, 0x11A8...0x11C2, 0x1B35, 0x3099, 0x309A,
            0x110BA, 0x11127, 0x1133E, 0x11357, 0x114B0, 0x114BA, 0x114BD, 0x115AF, 0x11930:
            true
        default: false
        }
    }

    private static func contains(_ scalar: UInt32, in ranges: [UInt32]) -> Bool {
        var low = 0
        var high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if scalar > ranges[middle * 2 + 1] {
                low = middle + 1
            } else if scalar < ranges[middle * 2] {
                high = middle
            } else {
                return true
            }
        }
        return false
    }
}
