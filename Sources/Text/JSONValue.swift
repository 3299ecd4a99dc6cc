/// One value of a parsed JSON document: a view that keeps the whole document alive.
///
/// Looking up a key walks the members of its object, so a caller that wants many of them goes over them once with
/// `forEachMember`.
package struct JSONValue: Sendable {
    private let tape: JSONTape
    private let index: Int

    private init(_ tape: JSONTape, _ index: Int) {
        self.tape = tape
        self.index = index
    }

    /// Parses one document: RFC 8259, with the tolerance that real dumps need.
    ///
    /// Accepted beyond the RFC: a byte order mark, NUL between tokens, raw control characters in strings, malformed
    /// UTF-8 and lone surrogate escapes in strings (each becomes U+FFFD and counts in `invalidSequences`), duplicate
    /// keys (the last one wins), `NaN` and `Infinity` (null). Anything but white space after the value is an error.
    package init(parsing bytes: [UInt8], limits: JSONLimits = .default) throws(JSONError) {
        // `Array.withUnsafeBufferPointer` would erase the error's type; a span keeps it.
        let (nodes, invalid) = try bytes.span.withUnsafeBufferPointer { (buffer) throws(JSONError) in
            var parser = JSONParser(buffer, limits: limits)
            try parser.parse()
            return (parser.nodes, parser.invalidSequences)
        }
        self.init(JSONTape(bytes: bytes, nodes: nodes, invalidSequences: invalid), 0)
    }

    package enum Kind: Sendable {
        case null, bool, number, string, array, object
    }

    package var kind: Kind {
        switch node.kind {
        case .null: .null
        case .true, .false: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    package var isNull: Bool { node.kind == .null }

    /// Byte of the source at which the value starts.
    package var offset: Int { Int(node.start) }
    /// One past the value's last byte in the source.
    package var end: Int { Int(node.end) }
    /// The value as the source writes it.
    package var source: ArraySlice<UInt8> { tape.bytes[offset..<end] }

    /// Malformed UTF-8 sequences and lone surrogates that were replaced in the strings of the whole document.
    package var invalidSequences: Int { tape.invalidSequences }

    private var node: JSONNode { tape.nodes[index] }
}

// MARK: - Containers

extension JSONValue {
    /// Number of elements of an array or members of an object; 0 for a scalar.
    package var count: Int {
        var count = 0
        forEachChild { _ in count += 1 }
        return kind == .object ? count / 2 : count
    }

    /// The elements of an array; empty for anything else.
    package var elements: [JSONValue] {
        var elements: [JSONValue] = []
        forEachElement { elements.append($0) }
        return elements
    }

    package func forEachElement(_ body: (JSONValue) -> Void) {
        guard node.kind == .array else { return }
        forEachChild(body)
    }

    /// The members of an object in the order written, duplicates included; empty for anything else.
    package var members: [(key: String, keyOffset: Int, value: JSONValue)] {
        var members: [(key: String, keyOffset: Int, value: JSONValue)] = []
        forEachMember { key, value in members.append((key.string ?? "", key.offset, value)) }
        return members
    }

    /// Goes over the members of an object in the order written, duplicates included; a key is a string value.
    package func forEachMember(_ body: (_ key: JSONValue, _ value: JSONValue) -> Void) {
        let node = node
        guard node.kind == .object else { return }
        var key = index + 1
        while key < Int(node.next) {
            body(JSONValue(tape, key), JSONValue(tape, key + 1))
            key = Int(tape.nodes[key + 1].next)
        }
    }

    /// The last member of that name; nil when there is none or this is not an object.
    package subscript(key: String) -> JSONValue? {
        var key = key
        return key.withUTF8 { tape.value(ofLast: $0, in: index) }.map { JSONValue(tape, $0) }
    }

    /// The element at a position from 0; nil when there is none or this is not an array.
    package subscript(position: Int) -> JSONValue? {
        guard node.kind == .array, position >= 0 else { return nil }
        var child = index + 1
        var left = position
        while child < Int(node.next) {
            if left == 0 { return JSONValue(tape, child) }
            left -= 1
            child = Int(tape.nodes[child].next)
        }
        return nil
    }

    private func forEachChild(_ body: (JSONValue) -> Void) {
        let node = node
        guard node.kind == .array || node.kind == .object else { return }
        var child = index + 1
        while child < Int(node.next) {
            body(JSONValue(tape, child))
            child = Int(tape.nodes[child].next)
        }
    }
}

// MARK: - Scalars

extension JSONValue {
    package var bool: Bool? {
        switch node.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// A number without a fraction that fits in 64 bits; `1.0e3` is one.
    package var integer: Int? {
        guard node.kind == .number else { return nil }
        let text = number
        if let exact = Int(text) { return exact }
        return Double(text).flatMap { Int(exactly: $0) }
    }

    /// A number, nil if it is too large for a finite one.
    package var double: Double? {
        guard node.kind == .number, let value = Double(number), value.isFinite else { return nil }
        return value
    }

    /// A string with its escapes resolved.
    package var string: String? {
        let node = node
        guard node.kind == .string else { return nil }
        guard node.isEscaped || node.isDamaged else { return String(decoding: content, as: UTF8.self) }
        return utf8.map { String(decoding: $0, as: UTF8.self) }
    }

    /// A string as UTF-8 with its escapes resolved. Always valid.
    package var utf8: [UInt8]? {
        let node = node
        guard node.kind == .string else { return nil }
        guard node.isEscaped || node.isDamaged else { return Array(content) }
        return tape.decoded(node)
    }

    /// Lends a string's UTF-8 with its escapes resolved, without copying where there are none; nil for other values.
    package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        let node = node
        guard node.kind == .string else { return nil }
        guard node.isEscaped || node.isDamaged else { return content.withUnsafeBufferPointer(body) }
        return tape.decoded(node).withUnsafeBufferPointer(body)
    }

    private var number: String { String(decoding: tape.bytes[offset..<end], as: UTF8.self) }

    /// What stands between the quotes of a string, escapes and all.
    private var content: ArraySlice<UInt8> { tape.bytes[node.content] }
}
