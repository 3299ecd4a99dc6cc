internal import Text

/// What agencies write into the headline or slug of a story that replaces an earlier one: `1st Ld-Writethru`, `UPDATE 2-`,
/// `CORRECTED-`, `REFILE-`.
enum RevisionMark {
    static func isIn(_ title: Span<UInt8>) -> Bool {
        if opens(title) { return true }
        for place in title.indices {
            switch title[place] {
            case UInt8(ascii: "w"), UInt8(ascii: "W"):
                if matches(title, "writethru", at: place) || matches(title, "write-thru", at: place) { return true }
            case UInt8(ascii: "-"):
                if matches(title, "-sub)", at: place) { return true }
            default: break
            }
        }
        return false
    }

    private static func opens(_ title: Span<UInt8>) -> Bool {
        var start = 0
        while start < title.count, !title[start].isASCIIAlphanumeric { start += 1 }
        guard start < title.count else { return false }
        // Nearly all headlines begin otherwise.
        let first = title[start].asciiLowered
        let mayOpen = first == UInt8(ascii: "u") || first == UInt8(ascii: "c") || first == UInt8(ascii: "r")
        for word: StaticString in ["update", "corrected", "correction", "refile", "repeat", "rpt", "recasts"]
        where mayOpen && matches(title, word, at: start) {
            // `UPDATE 2-`, `CORRECTED-`, `Correction:`, but not `Update on the floods`.
            var i = start + word.utf8CodeUnitCount
            if i < title.count, title[i] == 0x20 {
                let digits = i + 1
                i = digits
                while i < title.count, title[i].isASCIIDigit { i += 1 }
                if i == digits { continue }
            }
            if i < title.count, title[i] == UInt8(ascii: "-") || title[i] == UInt8(ascii: ":") { return true }
        }
        // `1st Ld`, `2nd lead`
        return title.count > start + 6 && title[start].isASCIIDigit && !title[start + 1].isASCIIDigit
            && (matches(title, " ld", at: start + 3) || matches(title, " lead", at: start + 3))
            && (matches(title, "st", at: start + 1) || matches(title, "nd", at: start + 1)
                || matches(title, "rd", at: start + 1) || matches(title, "th", at: start + 1))
    }

    private static func matches(_ title: Span<UInt8>, _ word: StaticString, at start: Int) -> Bool {
        guard word.utf8CodeUnitCount <= title.count - start else { return false }
        for i in 0..<word.utf8CodeUnitCount where title[start + i].asciiLowered != word.utf8Start[i] { return false }
        return true
    }
}
