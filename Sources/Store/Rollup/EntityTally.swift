package import Model
internal import Text

/// What a set of articles says about one entity. The tallies of disjoint sets add up, in any order and grouping, to that of
/// their union.
package struct EntityTally: Sendable, Equatable {
    package var id: EntityID
    package var type: Entity.Kind
    /// A person of whom the articles give one word: perhaps several people.
    package var isPartial: Bool
    /// Ascending by the bytes of the text.
    package var aliases: [Alias]
    /// By month of publication; ascending.
    package var months: [Count]
    /// Days of publication, since 1970-01-01.
    package var days: ClosedRange<Int>?
    /// Articles that place it in a country; the key holds the two letters of its ISO code. Ascending.
    package var countries: [Count]
    /// Articles that take it for a place of GeoNames, by its number. Ascending.
    package var places: [Count]

    /// A form that articles write.
    package struct Alias: Sendable, Equatable {
        package var text: [UInt8]
        package var mentions: Int
        /// Articles in which it is the fullest form.
        package var named: Int
    }

    package struct Count: Sendable, Equatable {
        package var key: Int
        package var documents: Int
        package var mentions = 0
    }

    /// The month of an article without a date of publication.
    static let undated = 0

    package var documents: Int { months.reduce(0) { $0 + $1.documents } }
    package var mentions: Int { months.reduce(0) { $0 + $1.mentions } }

    /// The form that most articles have as the fullest one.
    package var name: [UInt8] {
        let best = aliases.max { a, b in
            a.named != b.named
                ? a.named < b.named
                : a.mentions != b.mentions ? a.mentions < b.mentions : a.text.lexicographicallyPrecedes(b.text)
        }
        return best?.text ?? []
    }

    package var country: String? {
        Self.mostFrequent(countries).map { String(decoding: [UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)], as: UTF8.self) }
    }

    package var geonameID: Int? { Self.mostFrequent(places) }

    /// The first of equals.
    private static func mostFrequent(_ counts: [Count]) -> Int? {
        counts.max { a, b in a.documents != b.documents ? a.documents < b.documents : a.key > b.key }?.key
    }
}

extension EntityTally {
    /// Of one article.
    ///
    /// - Parameter entity: with an id.
    init(_ entity: Entity, id: EntityID, published: NewsDate?) {
        self.id = id
        type = entity.type
        isPartial = entity.type == .person && !entity.name.utf8.contains(0x20)
        let name = Array(entity.name.utf8)
        if entity.mentions.count == 1, entity.mentions[0].text.utf8.elementsEqual(name) {
            // As most are.
            aliases = [Alias(text: name, mentions: 1, named: 1)]
        } else {
            let forms = entity.mentions.map { Alias(text: Array($0.text.utf8), mentions: 1, named: 0) }
            aliases = Self.sum(forms + [Alias(text: name, mentions: 0, named: 1)])
        }
        months = [
            Count(
                key: published.map { $0.year * 12 + $0.month - 1 } ?? Self.undated, documents: 1,
                mentions: entity.mentions.count)
        ]
        days = published.map { $0.daysSinceEpoch...$0.daysSinceEpoch }
        let code = entity.country.map { Array($0.utf8) } ?? []
        countries = code.count == 2 ? [Count(key: Int(code[0]) << 8 | Int(code[1]), documents: 1)] : []
        places = entity.geonameID.map { [Count(key: $0, documents: 1)] } ?? []
    }

    /// - Parameter tallies: of the same entity, at least one.
    /// - Parameter inOneArticle: they are entities of one article, which still counts as one.
    static func sum(_ tallies: [EntityTally], inOneArticle: Bool = false) -> EntityTally {
        guard tallies.count > 1 else { return tallies[0] }
        var sum = tallies[0]
        sum.isPartial = tallies.allSatisfy(\.isPartial)
        sum.aliases = Self.sum(tallies.flatMap(\.aliases))
        sum.months = Self.sum(tallies.flatMap(\.months))
        sum.countries = Self.sum(tallies.flatMap(\.countries))
        sum.places = Self.sum(tallies.flatMap(\.places))
        for tally in tallies.dropFirst() {
            guard let other = tally.days else { continue }
            let mine = sum.days ?? other
            sum.days = min(mine.lowerBound, other.lowerBound)...max(mine.upperBound, other.upperBound)
        }
        if inOneArticle {
            for place in sum.months.indices { sum.months[place].documents = 1 }
            for place in sum.countries.indices { sum.countries[place].documents = 1 }
            for place in sum.places.indices { sum.places[place].documents = 1 }
        }
        return sum
    }

    private static func sum(_ counts: [Count]) -> [Count] {
        if counts.count < 2 { return counts }
        var summed: [Count] = []
        for count in counts.sorted(by: { $0.key < $1.key }) {
            if let last = summed.indices.last, summed[last].key == count.key {
                summed[last].documents += count.documents
                summed[last].mentions += count.mentions
            } else {
                summed.append(count)
            }
        }
        return summed
    }

    private static func sum(_ forms: [Alias]) -> [Alias] {
        var summed: [Alias] = []
        for form in forms.sorted(by: { $0.text.lexicographicallyPrecedes($1.text) }) {
            if let last = summed.indices.last, summed[last].text == form.text {
                summed[last].mentions += form.mentions
                summed[last].named += form.named
            } else {
                summed.append(form)
            }
        }
        return summed
    }
}
