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

/// What is left of a name when case, marks, punctuation, a leading article and a firm's legal form do not count.
struct NameFolding {
    /// Words, one right behind the other, and where each begins.
    private var bytes: [UInt8] = []
    private var starts: [Int] = []

    /// Words parted by single blanks. A name of signs alone stays as it is.
    static func fold(_ name: String, isOrganization: Bool) -> [UInt8] {
        let folding = NameFolding(name)
        if folding.starts.isEmpty { return Array(name.utf8) }
        var words = folding.starts[...].indices
        if words.count > 1, folding.word(words.lowerBound).elementsEqual("the".utf8) { words.removeFirst() }
        if isOrganization {
            while let last = words.last, words.count > 1, folding.isLegalForm(last) { words.removeLast() }
        }
        return folding.joined(words)
    }

    private init(_ name: String) {
        bytes.reserveCapacity(name.utf8.count + 4)
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        var isInWord = false
        for scalar in (isASCII ? name : LatinFolding.fold(name)).unicodeScalars {
            let folded = TextFolding.folded(scalar.value)
            if folded != 0, let letter = Unicode.Scalar(folded) {
                if !isInWord { starts.append(bytes.count) }
                isInWord = true
                if folded < 0x80 {
                    bytes.append(UInt8(folded))
                } else {
                    bytes += UTF8.encode(letter).map { Array($0) } ?? []
                }
            } else if scalar == "&" {
                starts.append(bytes.count)
                bytes += "and".utf8
                isInWord = false
            } else if scalar != "'", scalar != "." {
                isInWord = false
            }
        }
    }

    private func word(_ place: Int) -> ArraySlice<UInt8> {
        bytes[starts[place]..<(place + 1 < starts.count ? starts[place + 1] : bytes.count)]
    }

    private static let legalForms: Set<String> = [
        "inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "gmbh", "corp", "corporation", "co",
    ]

    private func isLegalForm(_ place: Int) -> Bool {
        Self.legalForms.contains(String(decoding: word(place), as: UTF8.self))
    }

    /// With blanks, but not between initials: "J. K. Rowling" is "J.K. Rowling".
    private func joined(_ words: Range<Int>) -> [UInt8] {
        var joined: [UInt8] = []
        joined.reserveCapacity(bytes.count + words.count)
        var lastIsInitial = false
        for place in words {
            let word = word(place)
            let isInitial = word.count == 1 && word.first?.isASCIILetter == true
            if place > words.lowerBound, !(isInitial && lastIsInitial) { joined.append(0x20) }
            joined += word
            lastIsInitial = isInitial
        }
        return joined
    }
}
