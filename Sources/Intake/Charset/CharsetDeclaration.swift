internal import Text

/// The encoding that a document states about itself, in an XML declaration or a `meta` element.
///
/// Follows the prescan of the HTML Standard (13.2.3.2), but over 4096 bytes: real pages put much before it.
struct CharsetDeclaration {
    private let head: [UInt8]
    private var position = 0

    static func find(in bytes: Span<UInt8>) -> CharacterEncoding? {
        let head = bytes.extracting(first: 4096)
        var scan = CharsetDeclaration(head: head.withUnsafeBufferPointer { Array($0) })
        guard let found = scan.run() else { return nil }
        switch found {
        case .utf16BE, .utf16LE: return .utf8  // the declaration could be read as ASCII, so that it is false
        case .userDefined: return .windows1252
        default: return found
        }
    }

    private init(head: [UInt8]) { self.head = head }

    private mutating func run() -> CharacterEncoding? {
        if let encoding = xmlDeclaration() { return encoding }
        while let tag = next(UInt8(ascii: "<"), from: position) {
            position = tag + 1
            if matches("!--", at: tag + 1) {
                guard let close = find("-->", from: tag + 3) else { return nil }
                position = close + 3
            } else if matches("meta", at: tag + 1), isTagSpace(at: tag + 5) {
                position = tag + 5
                if let encoding = metaElement() { return encoding }
            } else if byte(tag + 1).isASCIILetter || (byte(tag + 1) == UInt8(ascii: "/") && byte(tag + 2).isASCIILetter)
            {
                while position < head.count, !byte(position).isASCIISpace, byte(position) != UInt8(ascii: ">") {
                    position += 1
                }
                while attribute() != nil {}
            } else if [UInt8(ascii: "!"), UInt8(ascii: "/"), UInt8(ascii: "?")].contains(byte(tag + 1)) {
                position = next(UInt8(ascii: ">"), from: tag + 1) ?? head.count
            }
        }
        return nil
    }

    /// `<?xml version="1.0" encoding="..."?>` at the very start.
    private func xmlDeclaration() -> CharacterEncoding? {
        var start = 0
        while byte(start).isASCIISpace { start += 1 }
        guard matches("<?xml", at: start), let close = next(UInt8(ascii: ">"), from: start),
            var index = find("encoding", from: start), index < close
        else { return nil }
        index += 8
        while byte(index).isASCIISpace { index += 1 }
        guard byte(index) == UInt8(ascii: "=") else { return nil }
        index += 1
        while byte(index).isASCIISpace { index += 1 }
        let quote = byte(index)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let last = next(quote, from: index + 1) else {
            return nil
        }
        return CharacterEncoding(label: String(decoding: head[(index + 1)..<last], as: UTF8.self))
    }

    private mutating func metaElement() -> CharacterEncoding? {
        var isPragma = false
        var direct: Range<Int>?
        var content: Range<Int>?
        // Of an attribute that is repeated, the first counts.
        while let (name, value) = attribute() {
            switch name.count {
            case 7 where matches("charset", at: name.lowerBound): direct = direct ?? value
            case 7 where matches("content", at: name.lowerBound): content = content ?? value
            case 10 where matches("http-equiv", at: name.lowerBound):
                isPragma = isPragma || lowered(value) == "content-type"
            default: break
            }
        }
        if let direct, let encoding = CharacterEncoding(label: lowered(direct)) { return encoding }
        guard isPragma, let content else { return nil }
        return ContentType(lowered(content)).charset.flatMap { CharacterEncoding(label: $0) }
    }

    /// The standard's "get an attribute"; nil at the end of the tag.
    private mutating func attribute() -> (name: Range<Int>, value: Range<Int>)? {
        while byte(position).isASCIISpace || byte(position) == UInt8(ascii: "/") { position += 1 }
        guard position < head.count, byte(position) != UInt8(ascii: ">") else { return nil }
        let nameStart = position
        while position < head.count {
            let byte = head[position]
            if byte.isASCIISpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
            if byte == UInt8(ascii: "="), position > nameStart { break }
            position += 1
        }
        let name = nameStart..<position
        while byte(position).isASCIISpace { position += 1 }
        guard byte(position) == UInt8(ascii: "=") else { return (name, position..<position) }
        position += 1
        while byte(position).isASCIISpace { position += 1 }
        let quote = byte(position)
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = position + 1
            let close = next(quote, from: start) ?? head.count
            position = min(close + 1, head.count)
            return (name, start..<max(start, close))
        }
        let start = position
        while position < head.count, !head[position].isASCIISpace, head[position] != UInt8(ascii: ">") { position += 1 }
        return (name, start..<position)
    }

    // MARK: - bytes

    /// The byte at `index`; 0 beyond the end.
    private func byte(_ index: Int) -> UInt8 { index < head.count ? head[index] : 0 }

    private func isTagSpace(at index: Int) -> Bool { byte(index).isASCIISpace || byte(index) == UInt8(ascii: "/") }

    private func next(_ wanted: UInt8, from start: Int) -> Int? {
        start < head.count ? head[start...].firstIndex(of: wanted) : nil
    }

    /// Whether `text` (lower case) stands at `index` in any case.
    private func matches(_ text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= head.count else { return false }
        return text.withUTF8Buffer { wanted in
            wanted.indices.allSatisfy { head[index + $0].asciiLowered == wanted[$0] }
        }
    }

    private func find(_ text: StaticString, from start: Int) -> Int? {
        let first = text.utf8Start.pointee
        var index = start
        while index < head.count {
            if head[index].asciiLowered == first, matches(text, at: index) { return index }
            index += 1
        }
        return nil
    }

    private func lowered(_ range: Range<Int>) -> String {
        String(decoding: head[range].map(\.asciiLowered), as: UTF8.self)
    }
}
