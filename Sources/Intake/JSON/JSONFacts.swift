internal import Text

/// Reads facts out of the many shapes in which JSON records keep them.
enum JSONFacts {
    /// Objects that wrap one value: WordPress `rendered`, MongoDB `$date`, XML converters' `#text`, CMS `value`.
    private static let wrappers = [
        "rendered", "#text", "_text", "$t", "__cdata", "value", "text", "content", "main", "original", "print_headline",
        "$oid", "$date", "$numberLong", "$numberInt",
    ]

    /// Lists and objects inside one another that a value is looked for in; nesting is the input's choice, the stack
    /// ours.
    static let deepest = 4

    /// A text of one or more paragraphs; nil when there is nothing to read in it.
    static func text(_ value: JSONValue) -> [UInt8]? { text(value, depth: 0) }

    private static func text(_ value: JSONValue, depth: Int) -> [UInt8]? {
        switch value.kind {
        case .string:
            return value.utf8.flatMap { isBlank($0) ? nil : $0 }
        case .array where depth < deepest:
            var paragraphs: [UInt8] = []
            value.forEachElement { element in
                guard let paragraph = text(element, depth: depth + 1) else { return }
                if !paragraphs.isEmpty { paragraphs.append(0x0A) }
                paragraphs.append(contentsOf: paragraph)
            }
            return paragraphs.isEmpty ? nil : paragraphs
        case .object where depth < deepest:
            for key in wrappers {
                if let inner = value[key], let found = text(inner, depth: depth + 1) { return found }
            }
            return nil
        default:
            return nil
        }
    }

    /// One line: blanks collapsed, inline markup and character references resolved.
    static func line(_ value: JSONValue) -> String? { line(value, depth: 0) }

    private static func line(_ value: JSONValue, depth: Int) -> String? {
        guard depth < deepest else { return nil }
        switch value.kind {
        case .string:
            return value.utf8.flatMap(line)
        case .array:
            return value.elements.lazy.compactMap { line($0, depth: depth + 1) }.first
        case .object:
            let keys = ["name", "title", "label"] + wrappers
            return keys.lazy.compactMap { key in value[key].flatMap { line($0, depth: depth + 1) } }.first
        default:
            return nil
        }
    }

    private static func line(_ bytes: [UInt8]) -> String? {
        let plain = InlineMarkup.plain(bytes)
        if isTidy(plain) { return String(decoding: plain, as: UTF8.self) }
        var line: [UInt8] = []
        line.reserveCapacity(plain.count)
        for byte in plain {
            if !byte.isASCIISpace, byte != 0 {
                line.append(byte)
            } else if let last = line.last, last != 0x20 {
                line.append(0x20)
            }
        }
        if line.last == 0x20 { line.removeLast() }
        return isBlank(line) ? nil : String(decoding: line, as: UTF8.self)
    }

    /// Whether a line begins with a sign of ASCII and has no blanks but single spaces inside, as most do.
    private static func isTidy(_ line: [UInt8]) -> Bool {
        guard let first = line.first, first.isASCIIGraphic, line.last != 0x20 else { return false }
        var last: UInt8 = 0
        for byte in line {
            if byte < 0x20 || byte == 0x20 && last == 0x20 { return false }
            last = byte
        }
        return true
    }

    /// An identifier: text, a number, or MongoDB's object id.
    static func identifier(_ value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.withUTF8(trimmed) ?? nil
        case .number: String(decoding: value.source, as: UTF8.self)
        case .object:
            (value["$oid"] ?? value["value"] ?? value["#text"]).flatMap { $0.kind == .object ? nil : identifier($0) }
        default: nil
        }
    }

    /// A URL as text, in an object (`url`, `href`, `@id` ...), or the first of a list.
    static func url(_ value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.string.flatMap(URLText.cleaned)
        case .array: value.elements.lazy.compactMap { $0.kind == .array ? nil : url($0) }.first
        case .object:
            ["url", "href", "src", "contentUrl", "@id", "link", "value"].lazy.compactMap { key in
                value[key].flatMap { $0.kind == .string ? url($0) : nil }
            }.first
        default: nil
        }
    }

    /// A date as text, as a number since 1970 (seconds to nanoseconds, by magnitude), or as digits `20260822`.
    static func date(_ value: JSONValue, monthFirst: Bool? = nil) -> NewsDate? {
        switch value.kind {
        case .string:
            value.string.flatMap { NewsDate.parse($0, monthFirst: monthFirst) }
        case .number:
            date(number: value)
        case .object:
            wrappers.lazy.compactMap { key in
                value[key].flatMap { $0.kind == .string || $0.kind == .number ? $0 : $0["$numberLong"] }
            }
            .compactMap { $0.kind == .object ? nil : date($0, monthFirst: monthFirst) }.first
        default:
            nil
        }
    }

    private static func date(number value: JSONValue) -> NewsDate? {
        // 8 digits as an epoch would be a day of 1970; as a date they are one of the years 1900 to 2100.
        if let whole = value.integer,
            (1900_01_01...2100_12_31).contains(whole) || (19_000_101_000_000...21_001_231_235_959).contains(whole),
            let date = NewsDate.parse(String(whole))
        {
            return date
        }
        guard let seconds = value.double, seconds > 0, let epoch = value.integer ?? Int(exactly: seconds.rounded(.down))
        else {
            return nil
        }
        return NewsDate(epoch: epoch)
    }

    /// A language tag; names of languages and `und` are none.
    static func language(_ value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.withUTF8(trimmed)?.flatMap(LanguageTag.single)
        case .array: value.elements.lazy.compactMap { $0.kind == .array ? nil : language($0) }.first
        case .object:
            ["code", "id", "alternateName", "name"].lazy.compactMap { key in
                value[key].flatMap { $0.kind == .string ? language($0) : nil }
            }.first
        default: nil
        }
    }

    /// The name of a publication; of a URL its host.
    static func site(_ value: JSONValue) -> String? {
        let name: String? =
            if value.kind == .object {
                ["name", "title", "domain", "uri", "url", "id"].lazy.compactMap { value[$0].flatMap(line) }.first
            } else {
                line(value)
            }
        guard let name else { return nil }
        guard name.hasPrefix("http://") || name.hasPrefix("https://"),
            let start = name.utf8.firstIndex(of: UInt8(ascii: ":"))
        else {
            return name
        }
        let host = name[start...].utf8.drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
            .prefix {
                !$0.isASCIISpace
                    && ![UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0)
            }
        return host.isEmpty ? nil : String(Substring(host))
    }

    /// Without blanks around it; nil when nothing is left.
    static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        var bytes = text[...]
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return bytes.isEmpty ? nil : String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }

    /// Whether there is nothing to read: only blanks, controls, no-break and zero-width spaces.
    static func isBlank(_ bytes: [UInt8]) -> Bool {
        var position = 0
        while position < bytes.count {
            if bytes[position] <= 0x20 {
                position += 1
            } else if let invisible = invisibles.first(where: { bytes[position...].starts(with: $0) }) {
                position += invisible.count
            } else {
                return false
            }
        }
        return true
    }

    /// U+00A0, U+200B, U+200C, U+200D, U+3000, U+FEFF.
    private static let invisibles: [[UInt8]] = [
        [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x8C], [0xE2, 0x80, 0x8D], [0xE3, 0x80, 0x80],
        [0xEF, 0xBB, 0xBF],
    ]
}
