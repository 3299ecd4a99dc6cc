internal import Text

/// Tells the ways in which files hold JSON records apart.
enum JSONShape {
    /// Nil when `text`, which begins without white space, is not JSON at all.
    static func detect(_ text: UnsafeRawBufferPointer, isAll: Bool) -> DetectedFormat? {
        // RFC 7464 puts a record separator before every value.
        if text.first == 0x1E { return .json }
        if text.first == UInt8(ascii: "[") { return beginsArray(text) ? .json : nil }
        guard text.first == UInt8(ascii: "{") else { return nil }
        guard beginsObject(text) else { return nil }

        var scanner = JSONScanner()
        let line = text.index(of: 0x0A, from: 0)
        if case .end(let end) = scanner.scan(text, from: 0), end <= line ?? text.count {
            // The first line holds a whole object; is there more than white space behind it on the line?
            var next = end
            while next < text.count, text[next] == 0x20 || text[next] == 0x09 || text[next] == 0x0D { next += 1 }
            if next == text.count || text[next] == 0x0A { return .jsonLines }
            return text[next] == UInt8(ascii: "{") || text[next] == UInt8(ascii: ",") ? .json : .jsonLines
        }
        // A first line that is longer than what is seen, or the only one.
        guard let line else { return isAll ? .json : .jsonLines }
        return looksIndented(text, firstLine: line) ? .json : .jsonLines
    }

    private static func beginsArray(_ text: UnsafeRawBufferPointer) -> Bool {
        let next = text.skippingSpace(from: 1)
        guard next < text.count else { return true }
        return text[next] == UInt8(ascii: "{") || text[next] == UInt8(ascii: "]") || text[next] == UInt8(ascii: "[")
    }

    private static func beginsObject(_ text: UnsafeRawBufferPointer) -> Bool {
        let next = text.skippingSpace(from: 1)
        guard next < text.count else { return true }
        // A single quote is no JSON, but the line belongs into the rejects of JSON and not among the articles.
        return text[next] == UInt8(ascii: "\"") || text[next] == UInt8(ascii: "}") || text[next] == UInt8(ascii: "'")
    }

    /// An indented object has lines that hold single members; a stream with a broken first line has lines that are
    /// objects.
    private static func looksIndented(_ text: UnsafeRawBufferPointer, firstLine: Int) -> Bool {
        var objects = 0
        var others = 0
        var position = firstLine + 1
        while let end = text.index(of: 0x0A, from: position) {
            let line = UnsafeRawBufferPointer(rebasing: text[position..<end])
            position = end + 1
            guard let first = line.first(where: { !$0.isASCIISpace }),
                let last = line.last(where: { !$0.isASCIISpace })
            else { continue }
            let isObject = first == UInt8(ascii: "{") && last == UInt8(ascii: "}") && line.count > 2
            if isObject { objects += 1 } else { others += 1 }
        }
        return others >= objects
    }
}
