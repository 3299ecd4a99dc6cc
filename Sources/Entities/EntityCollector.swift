import Model
import Text

/// Turns matches into entities: offsets into scalar positions, mentions of one thing into one entity.
struct EntityCollector {
    private(set) var entities: [Entity] = []
    private var keys: [Key] = []
    /// A hash of the first text of each key: tells nearly all keys apart.
    private var marks: [UInt64] = []
    /// Filled once there are more keys than a search from the first is quick for; most articles never get there.
    private var places: [Key: Int] = [:]
    private var scalars = 0
    private var byte = 0
    private let isASCII: Bool

    /// Mentions are the same entity when they have the same value, or, without one, the same folded text.
    private struct Key: Hashable {
        var type: Entity.Kind
        var value: String?
        var unit: String?
        var folded: String?
    }

    init(isASCII: Bool) { self.isASCII = isASCII }

    /// Adds a mention at `bytes` of `text`. Mentions come in the order of the text.
    mutating func add(_ match: Grammar.Match, at bytes: Range<Int>, of text: Span<UInt8>) {
        let start = position(of: bytes.lowerBound, in: text)
        let end = position(of: bytes.upperBound, in: text)
        let cut = text.extracting(bytes).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        let mention = Entity.Mention(start: start, end: end, text: cut, by: .grammar)
        let key = Key(
            type: match.kind, value: match.value, unit: match.unit,
            folded: match.value == nil ? cut.lowercased() : nil)
        var first = key.value ?? key.folded ?? ""
        let mark = first.withUTF8 { WordHash.of($0) }
        if let place = place(of: key, mark) {
            entities[place].mentions.append(mention)
            return
        }
        remember(key, mark)
        entities.append(
            Entity(name: cut, type: match.kind, mentions: [mention], value: match.value, unit: match.unit))
    }

    private static let searched = 32

    private func place(of key: Key, _ mark: UInt64) -> Int? {
        if keys.count > Self.searched { return places[key] }
        return marks.indices.first { marks[$0] == mark && keys[$0] == key }
    }

    private mutating func remember(_ key: Key, _ mark: UInt64) {
        keys.append(key)
        marks.append(mark)
        if keys.count == Self.searched + 1 {
            for (place, key) in keys.enumerated() { places[key] = place }
        } else if keys.count > Self.searched {
            places[key] = keys.count - 1
        }
    }

    /// Scalars before a byte, counted on from the last question.
    private mutating func position(of offset: Int, in text: Span<UInt8>) -> Int {
        if isASCII { return offset }
        scalars += UTF8Text.scalarCount(text.extracting(byte..<offset))
        byte = offset
        return scalars
    }
}
