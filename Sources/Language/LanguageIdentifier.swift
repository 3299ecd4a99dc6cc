internal import CCLD2
import Text

/// Tells the language of a text from its letters, with CLD2 (a naive Bayes classifier over sequences of four letters).
///
/// English at a glance needs no CLD2 (`EnglishWords`). For the rest: CLD2 costs some 70 microseconds per kilobyte, and
/// news in one language needs less than that to be told from all others. So three samples from the beginning, the middle
/// and the end are looked at first, and a longer beginning only where these do not agree. One value serves one thread;
/// its buffer is reused.
package struct LanguageIdentifier {
    /// Bytes of each of the three samples in which English is looked for.
    private static let sampleBytes = 300
    /// Bytes of the shortest text in which English is looked for.
    private static let leastBytes = 100
    /// Bytes of each of the three samples that CLD2 sees.
    private static let classifiedBytes = 200
    /// Bytes of the middle that may confirm what was declared: a text may begin with a quotation in another language.
    private static let confirmingBytes = 200
    /// Bytes of the beginning that is looked at when the samples are in doubt.
    private static let longSampleBytes = 4096
    /// Percent of the samples that have to be in one language.
    private static let clearShare = 90

    private var sample: [UInt8] = []

    package init() {}

    /// What the letters say. Nil when they name no language; ill-formed text has none.
    ///
    /// - Parameter declared: ends the search when the middle of the text agrees with it beyond doubt: letters and
    ///   declaration do not err in the same way.
    package mutating func identify(_ text: Span<UInt8>, declared: String? = nil) -> IdentifiedLanguage? {
        if let letters = Self.plainlyEnglish(text) {
            return IdentifiedLanguage(tag: "en", percent: 100, letters: letters, isReliable: true)
        }
        if let declared, text.count > 3 * Self.sampleBytes {
            sample.removeAll(keepingCapacity: true)
            let start = (text.count - Self.confirmingBytes) / 2
            append(text, start..<start + Self.confirmingBytes)
            if let found = detect(), found.isReliable, found.percent >= Self.clearShare, Self.agree(declared, found.tag)
            {
                return found
            }
        }
        takeSamples(of: text)
        let first = detect()
        guard text.count > sample.count || first == nil else { return first }
        if let first, first.isReliable, first.percent >= Self.clearShare { return first }
        takeBeginning(of: text)
        return detect()
    }

    // MARK: -

    /// How many bytes tell, by their function words, that the text is English wherever it is looked at, so that CLD2 need
    /// not be asked: its beginning, middle and end, or both halves of a text that is hardly longer than these. Nil when
    /// they do not tell.
    private static func plainlyEnglish(_ text: Span<UInt8>) -> Int? {
        guard text.count >= leastBytes else { return nil }
        let isLong = text.count > 3 * sampleBytes
        let length = isLong ? sampleBytes : text.count / 2
        let starts = isLong ? 3 : 2
        var words = EnglishWords()
        for index in 0..<starts {
            let start = (text.count - length) * index / (starts - 1)
            guard words.add(text.extracting(start..<start + length)) else { return nil }
        }
        return words.areSure ? starts * length : nil
    }

    /// Where three samples of `length` bytes begin; nil for a text that is no longer than they are together.
    private static func sampleStarts(of text: Span<UInt8>, length: Int) -> [Int]? {
        guard text.count > 3 * length else { return nil }
        return [0, (text.count - length) / 2, text.count - length]
    }

    private mutating func takeSamples(of text: Span<UInt8>) {
        sample.removeAll(keepingCapacity: true)
        guard let starts = Self.sampleStarts(of: text, length: Self.classifiedBytes) else {
            append(text, 0..<text.count)
            return
        }
        for start in starts {
            append(text, start..<start + Self.classifiedBytes)
            sample.append(0x0A)
        }
    }

    private mutating func takeBeginning(of text: Span<UInt8>) {
        sample.removeAll(keepingCapacity: true)
        append(text, 0..<min(text.count, Self.longSampleBytes))
    }

    /// Appends the whole characters in `range`, controls as spaces: CLD2 stops at them.
    private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound, text[start] & 0xC0 == 0x80 { start += 1 }
        var end = range.upperBound
        if end < text.count {
            while end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
        }
        let first = sample.count
        text.extracting(start..<end).withUnsafeBufferPointer { sample.append(contentsOf: $0) }
        for index in first..<sample.count where sample[index] < 0x20 || sample[index] == 0x7F { sample[index] = 0x20 }
    }

    /// What the linked tables tell apart by sequences of letters: language and script (`zu-Latn`).
    static var languages: [Substring] { String(cString: ccld2_languages()).split(separator: " ") }

    private func detect() -> IdentifiedLanguage? {
        // CLD2 trusts its caller.
        guard UTF8Text.isValid(sample.span) else { return nil }
        let found = sample.withUnsafeBytes { bytes in
            ccld2_detect(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(truncatingIfNeeded: bytes.count))
        }
        guard found.letters > 0, let code = found.code, let tag = Self.tag(String(cString: code)) else { return nil }
        return IdentifiedLanguage(
            tag: tag, percent: Int(found.percent), letters: Int(found.letters), isReliable: found.is_reliable != 0)
    }

    /// CLD2's code as BCP 47 has it; nil for "unknown" and for its jests (Klingon, Pig Latin).
    private static func tag(_ code: String) -> String? {
        if code == "un" || code.hasPrefix("xx") || code.hasPrefix("zz") || code == "tlh" { return nil }
        return LanguageTag.normalized(code)
    }
}

/// A language as the letters of a text tell it.
package struct IdentifiedLanguage: Sendable, Equatable {
    /// BCP 47
    package var tag: String
    /// Share of the text in this language, 0 to 100.
    package var percent: Int
    /// Letters that were looked at, in bytes.
    package var letters: Int
    /// Clearly more likely than every other language.
    package var isReliable: Bool
}
