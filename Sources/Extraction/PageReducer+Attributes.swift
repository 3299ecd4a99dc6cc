import Text

extension PageReducer {
    /// Reads attributes up to the `>` of their tag (HTML, 13.2.5.32 to 13.2.5.40); returns the position after it, or
    /// nil when the page ends before.
    mutating func readAttributes(from start: Int, of tag: TagName) -> Int? {
        var position = start
        while true {
            while position < page.count, page[position].isASCIISpace || page[position] == UInt8(ascii: "/") {
                position += 1
            }
            guard position < page.count else { return nil }
            if page[position] == UInt8(ascii: ">") { return position + 1 }

            let nameStart = position
            var key = TagNameTable.seed
            repeat {
                key = TagNameTable.extend(key, by: page[position])
                position += 1
            } while position < page.count && !endsAttributeName(page[position])
            let nameEnd = position

            while position < page.count, page[position].isASCIISpace { position += 1 }
            var value = position..<position
            if position < page.count, page[position] == UInt8(ascii: "=") {
                position += 1
                while position < page.count, page[position].isASCIISpace { position += 1 }
                guard position < page.count else { return nil }
                let quote = page[position]
                if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    guard let end = page.index(of: quote, in: position + 1..<page.count) else { return nil }
                    value = position + 1..<end
                    position = end + 1
                } else {
                    let valueStart = position
                    while position < page.count, !page[position].isASCIISpace, page[position] != UInt8(ascii: ">") {
                        position += 1
                    }
                    value = valueStart..<position
                }
            }
            if nameEnd - nameStart <= 24, let name = AttributeNames.shared.name(forKey: key, of: tag) {
                keepAttribute(name, value: value, isStyle: page.equals("style", in: nameStart..<nameEnd))
            }
        }
    }

    @inline(__always) private func endsAttributeName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isASCIISpace
    }

    private mutating func keepAttribute(_ name: Attribute.Name, value: Range<Int>, isStyle: Bool) {
        if isStyle, !hides(value) { return }
        guard parts.attributeBytes.count + min(value.count, limits.attributeValueBytes) <= limits.attributeBytes else {
            parts.limitsReached += 1
            return
        }
        let start = parts.attributeBytes.count
        if name != .hidden { appendValue(value) }
        if name == .ariaHidden, !parts.attributeBytes.equals("true", in: start..<parts.attributeBytes.count) {
            parts.attributeBytes.removeLast(parts.attributeBytes.count - start)
            return
        }
        parts.attributes.append(Attribute(name: name, value: ByteRange(start, parts.attributeBytes.count)))
    }

    /// `display: none` or `visibility: hidden` in a style.
    private func hides(_ style: Range<Int>) -> Bool {
        var position = style.lowerBound
        while let colon = page.index(of: UInt8(ascii: ":"), in: position..<style.upperBound) {
            var end = colon
            while end > style.lowerBound, page[end - 1].isASCIISpace { end -= 1 }
            var value = colon + 1
            while value < style.upperBound, page[value].isASCIISpace { value += 1 }
            if page.matches("none", at: value), page.matches("display", at: end - 7) { return true }
            if page.matches("hidden", at: value), page.matches("visibility", at: end - 10) { return true }
            position = colon + 1
        }
        return false
    }

    /// Appends a stretch of the page to the attribute bytes, references resolved, cut at the limit for one value.
    mutating func appendValue(_ range: Range<Int>) {
        var range = range
        if range.count > limits.attributeValueBytes {
            var end = range.lowerBound + limits.attributeValueBytes
            while end > range.lowerBound, page[end] & 0xC0 == 0x80 { end -= 1 }
            range = range.lowerBound..<end
        }
        if page.index(of: UInt8(ascii: "&"), in: range) == nil {
            parts.attributeBytes.append(contentsOf: page[range])
        } else {
            let page = page
            CharacterReferences.decode(page.span.extracting(range), into: &parts.attributeBytes, inAttribute: true)
        }
    }

    func value(of name: Attribute.Name, attributesFrom first: Int) -> ByteRange? {
        for attribute in parts.attributes[first...] where attribute.name == name { return attribute.value }
        return nil
    }

    mutating func forgetAttributes(from first: Int, valuesFrom start: Int) {
        parts.attributes.removeLast(parts.attributes.count - first)
        parts.attributeBytes.removeLast(parts.attributeBytes.count - start)
    }

    // MARK: Elements of the head

    mutating func keepMeta(attributesFrom first: Int) {
        let key =
            value(of: .property, attributesFrom: first) ?? value(of: .name, attributesFrom: first)
            ?? value(of: .itemprop, attributesFrom: first)
        // Some pages write `value` for `content`.
        let content = value(of: .content, attributesFrom: first) ?? value(of: .value, attributesFrom: first)
        if let key, let content, !key.isEmpty, !content.isEmpty {
            lowerCase(key)
            parts.metas.append(Meta(key: key, value: content))
        }
        parts.attributes.removeLast(parts.attributes.count - first)
    }

    mutating func keepLink(attributesFrom first: Int) {
        if let relation = value(of: .rel, attributesFrom: first), let target = value(of: .href, attributesFrom: first) {
            lowerCase(relation)
            parts.links.append(Link(relation: relation, target: target))
        }
        parts.attributes.removeLast(parts.attributes.count - first)
    }

    mutating func keepBase(attributesFrom first: Int) {
        if parts.baseURL == nil { parts.baseURL = value(of: .href, attributesFrom: first) }
        parts.attributes.removeLast(parts.attributes.count - first)
    }

    mutating func keepLanguage(attributesFrom first: Int) {
        if parts.language == nil { parts.language = value(of: .lang, attributesFrom: first) }
        parts.attributes.removeLast(parts.attributes.count - first)
    }

    private mutating func lowerCase(_ range: ByteRange) {
        for position in range.bounds { parts.attributeBytes[position] = parts.attributeBytes[position].asciiLowered }
    }
}

/// The attributes that are kept, found by the hash of their name, for the elements on which they mean something.
struct AttributeNames: Sendable {
    private var keys = [UInt64](repeating: 0, count: 128)
    private var names = [Attribute.Name](repeating: .class, count: 128)

    static let shared = AttributeNames()

    private static let table: [(String, Attribute.Name)] = [
        ("class", .class), ("id", .id), ("role", .role), ("itemprop", .itemprop), ("itemtype", .itemtype),
        ("hidden", .hidden), ("style", .hidden), ("aria-hidden", .ariaHidden), ("href", .href),
        ("datetime", .datetime), ("content", .content), ("rel", .rel), ("type", .type), ("name", .name),
        ("property", .property), ("value", .value), ("lang", .lang), ("xml:lang", .lang), ("shadowrootmode", .type),
        ("data-testid", .mark), ("data-test-id", .mark), ("data-test", .mark), ("data-qa", .mark),
        ("data-component", .mark), ("data-module", .mark), ("data-type", .mark), ("data-block", .mark),
    ]

    private init() {
        for (spelling, name) in Self.table {
            var key = TagNameTable.seed
            for byte in spelling.utf8 { key = TagNameTable.extend(key, by: byte) }
            var slot = Self.slot(of: key)
            while keys[slot] != 0 { slot = (slot + 1) & 127 }
            keys[slot] = key
            names[slot] = name
        }
    }

    @inline(__always) private static func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 57)
    }

    @inline(__always) func name(forKey key: UInt64, of tag: TagName) -> Attribute.Name? {
        var slot = Self.slot(of: key)
        while keys[slot] != 0 {
            if keys[slot] == key { return Self.means(names[slot], on: tag) ? names[slot] : nil }
            slot = (slot + 1) & 127
        }
        return nil
    }

    private static func means(_ name: Attribute.Name, on tag: TagName) -> Bool {
        switch tag {
        case .meta: name == .name || name == .property || name == .itemprop || name == .content || name == .value
        case .link: name == .rel || name == .href
        case .base: name == .href
        case .html: name == .lang
        case .script, .template: name == .type
        case .a: name != .type && name != .name && name != .lang && name != .property && name != .value
        case .br, .head, .body, .style: false
        default:
            switch name {
            case .href, .rel, .type, .name, .property, .lang, .value: false
            default: true
            }
        }
    }
}
