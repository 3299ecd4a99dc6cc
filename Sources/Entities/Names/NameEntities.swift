import Model
import Text

/// Turns groups of mentions into entities: offsets into scalar positions, words into strings.
struct NameEntities {
    private let text: UnsafeBufferPointer<UInt8>
    private let words: [Word]
    /// Ends of mentions in bytes, ascending, and in scalars; empty where these are the same.
    private var offsets: [Int] = []
    private var positions: [Int] = []

    /// - Parameter isASCII: bytes are scalars.
    init(_ groups: [NameGroup], _ words: [Word], _ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
        self.text = text
        self.words = words
        if !isASCII { count(groups) }
    }

    private mutating func count(_ groups: [NameGroup]) {
        for group in groups {
            for mention in group.mentions {
                offsets.append(mention.bytes.lowerBound)
                offsets.append(mention.bytes.upperBound)
            }
        }
        offsets.sort()
        positions.reserveCapacity(offsets.count)
        var byte = 0
        var scalars = 0
        for offset in offsets {
            scalars += UTF8Text.scalarCount(UnsafeBufferPointer(rebasing: text[byte..<offset]).span)
            byte = offset
            positions.append(scalars)
        }
    }

    private func position(_ offset: Int) -> Int {
        var (low, high) = (0, offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < offsets.count ? positions[low] : offset
    }

    func entity(_ group: NameGroup) -> Entity {
        let mentions = group.mentions.map { mention in
            Entity.Mention(
                start: position(mention.bytes.lowerBound), end: position(mention.bytes.upperBound),
                text: string(mention.bytes), by: Self.decider(mention.by))
        }
        var entity = Entity(name: group.name, type: Self.kind(group), mentions: mentions)
        if group.type == Label.person {
            entity.title = group.mentions.first { $0.title != nil }?.title.map(string(words:))
            entity.role = group.mentions.first { $0.role != nil }?.role.map(string(words:))
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
