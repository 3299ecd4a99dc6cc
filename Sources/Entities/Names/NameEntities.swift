import Model
import Text

/// Turns groups of mentions into entities: offsets into scalar positions, words into strings.
struct NameEntities {
    private let text: UnsafeBufferPointer<UInt8>
    private let words: [Word]
    private let positions: [Int: Int]

    /// - Parameter isASCII: bytes are scalars.
    init(_ groups: [NameGroup], _ words: [Word], _ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
        self.text = text
        self.words = words
        positions = isASCII ? [:] : Self.positions(groups, text)
    }

    /// The scalar positions of all ends of mentions.
    private static func positions(_ groups: [NameGroup], _ text: UnsafeBufferPointer<UInt8>) -> [Int: Int] {
        let offsets = groups.flatMap { $0.mentions.flatMap { [$0.bytes.lowerBound, $0.bytes.upperBound] } }.sorted()
        var positions: [Int: Int] = [:]
        var byte = 0
        var scalars = 0
        for offset in offsets {
            while byte < offset {
                if text[byte] & 0xC0 != 0x80 { scalars += 1 }
                byte += 1
            }
            positions[offset] = scalars
        }
        return positions
    }

    func entity(_ group: NameGroup) -> Entity {
        let mentions = group.mentions.map { mention in
            Entity.Mention(
                start: positions[mention.bytes.lowerBound] ?? mention.bytes.lowerBound,
                end: positions[mention.bytes.upperBound] ?? mention.bytes.upperBound, text: string(mention.bytes),
                by: Self.decider(mention.by))
        }
        var entity = Entity(name: group.name, type: Self.kind(group), mentions: mentions)
        if group.type == Label.person {
            entity.title = group.mentions.lazy.compactMap(\.title).first.map(string(words:))
            entity.role = group.mentions.lazy.compactMap(\.role).first.map(string(words:))
        }
        if group.country > 0 { entity.country = Country.shared.codes[Int(group.country)] }
        if group.geonameID > 0 { entity.geonameID = Int(group.geonameID) }
        entity.probable = group.probable
        return entity
    }

    private func string(_ bytes: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: text[bytes]), as: UTF8.self)
    }

    private func string(words range: Range<Int>) -> String {
        string(Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end))
    }

    private static func kind(_ group: NameGroup) -> Entity.Kind {
        switch group.type {
        case Label.person: .person
        case Label.organization: .organization
        case Label.location: .location
        default: group.isPeople ? .people : .miscellaneous
        }
    }

    private static func decider(_ by: NameMention.NameDecider) -> Entity.Decider {
        switch by {
        case .tagger: .tagger
        case .gazetteer: .gazetteer
        case .coreference: .coreference
        }
    }
}
