internal import Digest
package import Model
internal import Text

/// What makes two articles' entities one and the same.
///
/// Two entities are counted as one exactly if their keys are equal, whatever else is in the corpus, so counts over parts
/// of a corpus add up to the counts over the whole. A key is the type, a line feed, and
///
/// - `iso:IQ` for a country or its people, however they are called;
/// - `geonames:98182` for a place that is known for certain;
/// - the folded name, behind the country's code for a place of which only the country is known.
///
/// Nothing is guessed across articles: a person of whom an article gives one word is never taken for somebody who bears
/// that surname elsewhere.
package enum EntityIdentity {
    /// The id of the entity's row; nil for dates and amounts.
    package static func id(of entity: Entity) -> EntityID? {
        guard let key = key(of: entity) else { return nil }
        var digest = SHA256Digest()
        digest.update(key.span)
        return EntityID(value: digest.finish().prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    static func key(of entity: Entity) -> [UInt8]? {
        guard [.person, .organization, .location, .miscellaneous, .people].contains(entity.type) else { return nil }
        var key = Array(entity.type.rawValue.utf8) + [0x0A]
        switch entity.type {
        case .location, .people:
            guard let country = entity.country else { break }
            if let part = partsOfKingdom[entity.name] {
                key += Array("\(country) \(part)".utf8)
                return key
            }
            if entity.type == .people || isCountry(entity.name) {
                key += Array("iso:\(country)".utf8)
                return key
            }
            if let number = entity.geonameID {
                key += Array("geonames:\(number)".utf8)
                return key
            }
            key += Array("\(country) ".utf8)
        default: break
        }
        key += NameFolding.fold(entity.name, isOrganization: entity.type == .organization)
        return key
    }

    private static func isCountry(_ name: String) -> Bool {
        Country.shared.named(Country.hash(PlaceResolver.spelled(name))) > 0
    }

    /// Nations that ISO 3166-1 counts as one state and the news does not.
    private static let partsOfKingdom = [
        "England": "england", "English": "england", "Englishman": "england", "Englishmen": "england",
        "Scotland": "scotland", "Scottish": "scotland", "Scot": "scotland", "Scots": "scotland",
        "Wales": "wales", "Welsh": "wales", "Welshman": "wales", "Northern Ireland": "northern ireland",
    ]
}

/// The ids of entities, remembered: the same few thousand names fill most of the news. One per worker.
package struct EntityIdentities {
    private var known: [Known?] = Array(repeating: nil, count: size)

    private static let size = 1 << 13

    /// All that an id depends on.
    private struct Known {
        var name: String
        var type: Entity.Kind
        var country: String?
        var geonameID: Int?
        var id: EntityID
    }

    package init() {}

    /// The id of the entity's row; nil for dates and amounts.
    package mutating func id(of entity: Entity) -> EntityID? {
        var name = entity.name
        let slot = Int(truncatingIfNeeded: name.withUTF8 { WordHash.of($0) }) & (Self.size - 1)
        if let known = known[slot], known.name == entity.name, known.type == entity.type,
            known.country == entity.country, known.geonameID == entity.geonameID
        {
            return known.id
        }
        guard let id = EntityIdentity.id(of: entity) else { return nil }
        known[slot] = Known(
            name: entity.name, type: entity.type, country: entity.country, geonameID: entity.geonameID, id: id)
        return id
    }
}

/// What is left of a name when case, marks, punctuation, a leading article and a firm's legal form do not count.
enum NameFolding {
    /// Words parted by single blanks. A name of signs alone stays as it is.
    static func fold(_ name: String, isOrganization: Bool) -> [UInt8] {
        var words = words(of: name)
        if words.count > 1, words[0] == Array("the".utf8) { words.removeFirst() }
        if isOrganization {
            while words.count > 1, let last = words.last, legalForms.contains(String(decoding: last, as: UTF8.self)) {
                words.removeLast()
            }
        }
        return words.isEmpty ? Array(name.utf8) : Array(joiningInitials(words).joined(separator: [0x20]))
    }

    private static let legalForms: Set<String> = [
        "inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "gmbh", "corp", "corporation", "co",
    ]

    private static func words(of name: String) -> [[UInt8]] {
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in (isASCII ? name : LatinFolding.fold(name)).unicodeScalars {
            let folded = TextFolding.folded(scalar.value)
            if folded != 0, folded < 0x80 {
                word.append(UInt8(folded))
            } else if folded != 0, let letter = Unicode.Scalar(folded) {
                word += UTF8.encode(letter).map { Array($0) } ?? []
            } else if scalar == "&" {
                if !word.isEmpty { words.append(word) }
                words.append(Array("and".utf8))
                word = []
            } else if scalar != "'", scalar != ".", !word.isEmpty {
                words.append(word)
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// "J. K. Rowling" is "J.K. Rowling".
    private static func joiningInitials(_ words: [[UInt8]]) -> [[UInt8]] {
        var joined: [[UInt8]] = []
        var lastIsInitials = false
        for word in words {
            let isInitial = word.count == 1 && word[0].isASCIILetter
            if isInitial, lastIsInitials { joined[joined.count - 1] += word } else { joined.append(word) }
            lastIsInitials = isInitial
        }
        return joined
    }
}
