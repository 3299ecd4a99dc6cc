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
        var key: [UInt8] = []
        key.reserveCapacity(entity.name.utf8.count + 24)
        key += entity.type.rawValue.utf8
        key.append(0x0A)
        switch entity.type {
        case .location, .people:
            if let country = entity.country, addPlace(entity, country, to: &key) { return key }
        case .person, .organization, .miscellaneous: break
        case .date, .time, .money, .percent, .quantity: return nil
        }
        NameFolding.fold(entity.name, isOrganization: entity.type == .organization, into: &key)
        return key
    }

    /// False where the place's name has to follow.
    private static func addPlace(_ entity: Entity, _ country: String, to key: inout [UInt8]) -> Bool {
        if country == "GB", let part = partsOfKingdom[entity.name] {
            key += "GB \(part)".utf8
        } else if entity.type == .people || isCountry(entity.name) {
            key += "iso:\(country)".utf8
        } else if let number = entity.geonameID {
            key += "geonames:\(number)".utf8
        } else {
            key += "\(country) ".utf8
            return false
        }
        return true
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

    /// Appends its words, parted by single blanks. A name of signs alone stays as it is.
    static func fold(_ name: String, isOrganization: Bool, into out: inout [UInt8]) {
        let folding = NameFolding(name)
        if folding.starts.isEmpty {
            out += name.utf8
            return
        }
        var words = folding.starts[...].indices
        if words.count > 1, folding.word(words.lowerBound).elementsEqual("the".utf8) { words.removeFirst() }
        if isOrganization {
            while let last = words.last, words.count > 1, folding.isLegalForm(last) { words.removeLast() }
        }
        folding.join(words, into: &out)
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
    private func join(_ words: Range<Int>, into out: inout [UInt8]) {
        var lastIsInitial = false
        for place in words {
            let word = word(place)
            let isInitial = word.count == 1 && word.first?.isASCIILetter == true
            if place > words.lowerBound, !(isInitial && lastIsInitial) { out.append(0x20) }
            out += word
            lastIsInitial = isInitial
        }
    }
}
