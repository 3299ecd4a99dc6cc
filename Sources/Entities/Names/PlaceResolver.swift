/// Ties place names to countries and to GeoNames, where the article leaves one reading only.
struct PlaceResolver {
    let table: PlaceTable
    private let countries = Country.shared
    private static let kinds: Set<String> = [
        "province", "governorate", "region", "state", "county", "district", "city", "prefecture", "oblast",
    ]

    /// Fills in what the places among `groups` are.
    func resolve(_ groups: inout [NameGroup], _ document: borrowing DocumentWords) {
        var mentioned: Set<UInt8> = []
        for index in groups.indices {
            let isPlace = groups[index].type == Label.location
            guard isPlace || groups[index].isPeople else { continue }
            let phrase = Country.hash(Self.spelled(groups[index].name))
            groups[index].country = isPlace ? countries.named(phrase) : countries.demonym(phrase)
            if groups[index].country > 0 { mentioned.insert(groups[index].country) }
        }
        var candidates: [(group: Int, places: [PlaceTable.Place])] = []
        for index in groups.indices where groups[index].type == Label.location && groups[index].country == 0 {
            let places = self.places(Self.spelled(groups[index].name))
            guard !places.isEmpty else { continue }
            // A name that only one country has speaks for that country.
            if places.count == 1 { mentioned.insert(places[0].country) }
            candidates.append((index, places))
        }
        guard !candidates.isEmpty else { return }
        let beside = self.beside(groups, document)
        for (group, places) in candidates {
            let capital = countries.capital(Country.hash(Self.spelled(groups[group].name)))
            // "Birmingham, Alabama" says it at once.
            let hints = beside[group, default: []].flatMap { countriesOf(groups[$0]) }
            guard let country = Self.only(places, hints) ?? country(of: places, mentioned, capital: capital) else {
                continue
            }
            groups[group].country = country
            let here = places.filter { $0.country == country && $0.geonameID > 0 }
            if here.count == 1 { groups[group].geonameID = here[0].geonameID }
        }
    }

    private func country(of places: [PlaceTable.Place], _ mentioned: Set<UInt8>, capital: UInt8) -> UInt8? {
        if places.allSatisfy({ $0.country == places[0].country }) { return places[0].country }
        if let only = Self.only(places, mentioned) { return only }
        let isNear = places.contains { mentioned.contains($0.country) }
        let isNearest = mentioned.contains(capital) && places.contains { $0.country == capital }
        return capital > 0 && (!isNear || isNearest) ? capital : nil
    }

    /// The one of `countries` in which there is such a place.
    private static func only(_ places: [PlaceTable.Place], _ countries: some Collection<UInt8>) -> UInt8? {
        var only: UInt8?
        for place in places where place.country != only && countries.contains(place.country) {
            if only != nil { return nil }
            only = place.country
        }
        return only
    }

    /// For each group those that one of its mentions has behind it, after a comma.
    private func beside(_ groups: [NameGroup], _ document: borrowing DocumentWords) -> [Int: [Int]] {
        var starts: [Int: Int] = [:]
        for (index, group) in groups.enumerated() where group.type == Label.location {
            for mention in group.mentions { starts[mention.words.lowerBound] = index }
        }
        var beside: [Int: [Int]] = [:]
        for (index, group) in groups.enumerated() where group.type == Label.location {
            for mention in group.mentions {
                let comma = mention.words.upperBound
                guard comma < document.words.count,
                    document.table.records[Int(document.records[comma])].lower == Self.comma,
                    let next = starts[comma + 1], next != index
                else { continue }
                beside[index, default: []].append(next)
            }
        }
        return beside
    }

    private static let comma = WordHash.of(",")

    /// The country that a place is or may lie in.
    private func countriesOf(_ group: NameGroup) -> [UInt8] {
        group.country > 0 ? [group.country] : places(group.name).map(\.country)
    }

    /// "WASHINGTON" in a dateline is "Washington".
    static func spelled(_ name: String) -> String {
        guard name.utf8.count > 3, name.utf8.allSatisfy({ $0.isUpperLetter || $0 == 0x20 }) else { return name }
        return name.split(separator: " ").map { word in
            word.prefix(1) + word.dropFirst().lowercased()
        }.joined(separator: " ")
    }

    /// Under its name, or without "province", "city" and the like behind it.
    private func places(_ name: String) -> [PlaceTable.Place] {
        let whole = table.find(Country.hash(name))
        if !whole.isEmpty || !name.utf8.contains(UInt8(ascii: " ")) { return whole }
        let words = name.split(separator: " ")
        guard words.count > 1, let last = words.last, Self.kinds.contains(last.lowercased()) else { return [] }
        return table.find(Country.hash(words.dropLast().joined(separator: " ")))
    }
}
