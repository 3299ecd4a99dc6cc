import TestSupport
import Text

/// A document as plain Swift values, to compare what was written with what was read.
indirect enum JSONTree: Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([JSONTree])
    case object([(String, JSONTree)])

    static func == (a: JSONTree, b: JSONTree) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        // Unicode's canonical equivalence must not hide a changed byte.
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)):
            a.elementsEqual(b) { $0.0.utf8.elementsEqual($1.0.utf8) && $0.1 == $1.1 }
        default: false
        }
    }

    init?(_ value: JSONValue) {
        switch value.kind {
        case .null: self = .null
        case .bool: self = .bool(value.bool ?? false)
        case .number:
            guard let number = value.integer else { return nil }
            self = .integer(number)
        case .string: self = .string(value.string ?? "")
        case .array: self = .array(value.elements.compactMap { JSONTree($0) })
        case .object:
            self = .object(value.members.compactMap { member in JSONTree(member.value).map { (member.key, $0) } })
        }
    }

    init(using random: inout SplitMix, depth: Int = 0) {
        switch Int.random(in: 0..<(depth < 5 ? 7 : 5), using: &random) {
        case 0: self = .null
        case 1: self = .bool(Bool.random(using: &random))
        case 2: self = .integer(Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<64, using: &random))
        case 3, 4: self = .string(Self.string(using: &random))
        case 5:
            self = .array(
                (0..<Int.random(in: 0..<5, using: &random)).map { _ in JSONTree(using: &random, depth: depth + 1) })
        default:
            self = .object(
                (0..<Int.random(in: 0..<5, using: &random)).map { _ in
                    (Self.string(using: &random), JSONTree(using: &random, depth: depth + 1))
                })
        }
    }

    static func string(using random: inout SplitMix) -> String {
        let pieces: [String] = [
            "a", "word ", "\"", "\\", "\n", "\r\n", "\t", "\u{8}", "\u{C}", "\u{0}", "\u{1F}", "\u{7F}", "é", "—",
            "\u{2028}",
            "\u{2029}", "\u{202A}", "“", "日本", "🗞", "\u{FFFD}", "\u{10FFFF}", "/", "\\u0041", "e\u{301}",
        ]
        return (0..<Int.random(in: 0..<30, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .integer(let number): writer.integer(number)
        case .string(let text): writer.string(text)
        case .array(let elements):
            writer.beginArray()
            for element in elements { element.write(to: &writer) }
            writer.endArray()
        case .object(let members):
            writer.beginObject()
            for (key, value) in members {
                writer.key(key)
                value.write(to: &writer)
            }
            writer.endObject()
        }
    }
}
