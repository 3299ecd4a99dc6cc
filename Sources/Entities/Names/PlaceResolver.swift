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
            let phrase = Country.hash(Self.spelled(groups[index].name))
            if groups[index].type == Label.location {
                groups[index].country = countries.named(phrase)
            } else if groups[index].isPeople {
                groups[index].country = countries.demonym(phrase)
            }
            if groups[index].country > 0 { mentioned.insert(groups[index].country) }
        }
        var candidates: [(group: Int, places: [PlaceTable.Place])] = []
        for index in groups.indices where groups[index].type == Label.location && groups[index].country == 0 {
            let places = self.places(Self.spelled(groups[index].name))
            guard !places.isEmpty else { continue }
            let own = Set(places.map(\.country))
            // A name that only one country has speaks for that country.
            if own.count == 1, places.count == 1, let only = own.first { mentioned.insert(only) }
            candidates.append((index, places))
        }
        guard !candidates.isEmpty else { return }
        let beside = self.beside(groups, document)
        for (group, places) in candidates {
            let capital = countries.capital(Country.hash(Self.spelled(groups[group].name)))
            // "Birmingham, Alabama" says it at once.
            let hints = Set(beside[group].flatMap { countriesOf(groups[$0]) })
            let hinted = Set(places.map(\.country)).intersection(hints)
            let found = hinted.count == 1 ? hinted.first : country(of: places, mentioned, capital: capital)
            guard let country = found else { continue }
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

    /// For each group those that one of its mentions has behind it, after a comma.
    private func beside(_ groups: [NameGroup], _ document: borrowing DocumentWords) -> [[Int]] {
        var starts: [Int: Int] = [:]
        for (index, group) in groups.enumerated() where group.type == Label.location {
            for mention in group.mentions { starts[mention.words.lowerBound] = index }
        }
        var beside: [[Int]] = Array(repeating: [], count: groups.count)
        for (index, group) in groups.enumerated() where group.type == Label.location {
            for mention in group.mentions {
                let comma = mention.words.upperBound
                guard let next = starts[comma + 1], next != index,
                    document.table.records[Int(document.records[comma])].lower == Self.comma
                else { continue }
                beside[index].append(next)
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
        if !whole.isEmpty { return whole }
        let words = name.split(separator: " ")
        guard words.count > 1, let last = words.last, Self.kinds.contains(last.lowercased()) else { return [] }
        return table.find(Country.hash(words.dropLast().joined(separator: " ")))
    }
}
