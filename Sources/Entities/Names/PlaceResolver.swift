/// Ties place names to countries and to GeoNames, where the article leaves one reading only.
struct PlaceResolver {
    let table: PlaceTable
    private let countries = Country.shared
    private static let kinds: Set<String> = [
        "province", "governorate", "region", "state", "county", "district", "city", "prefecture", "oblast",
    ]

    /// Fills in what the places among `groups` are.
    func resolve(_ groups: inout [NameGroup]) {
        var mentioned: Set<UInt8> = []
        for index in groups.indices {
            let phrase = Country.hash(groups[index].name)
            if groups[index].type == Label.location {
                groups[index].country = countries.named(phrase)
            } else if groups[index].isPeople {
                groups[index].country = countries.demonym(phrase)
            }
            if groups[index].country > 0 { mentioned.insert(groups[index].country) }
        }
        var candidates: [(group: Int, places: [PlaceTable.Place])] = []
        for index in groups.indices where groups[index].type == Label.location && groups[index].country == 0 {
            let places = self.places(groups[index].name)
            guard !places.isEmpty else { continue }
            let own = Set(places.map(\.country))
            // A name that only one country has speaks for that country.
            if own.count == 1, places.count == 1, let only = own.first { mentioned.insert(only) }
            candidates.append((index, places))
        }
        for (group, places) in candidates {
            let capital = countries.capital(Country.hash(groups[group].name))
            guard let country = country(of: places, mentioned, capital: capital) else { continue }
            groups[group].country = country
            let here = places.filter { $0.country == country && $0.geonameID > 0 }
            if here.count == 1 { groups[group].geonameID = here[0].geonameID }
        }
    }

    private func country(of places: [PlaceTable.Place], _ mentioned: Set<UInt8>, capital: UInt8) -> UInt8? {
        let all = Set(places.map(\.country))
        if all.count == 1 { return all.first }
        let near = all.intersection(mentioned)
        if near.count == 1 { return near.first }
        return capital > 0 && (near.isEmpty || near.contains(capital)) ? capital : nil
    }

    /// Under its name, or without "province", "city" and the like behind it.
    private func places(_ name: String) -> [PlaceTable.Place] {
        let whole = table.find(Country.hash(name))
        if !whole.isEmpty { return whole }
        let words = name.split(separator: " ")
        guard words.count > 1, let last = words.last, Self.kinds.contains(last.lowercased()) else { return [] }
        return table.find(Country.hash(words.dropLast().joined(separator: " ")))
    }
}
