/// Keeps nouns from being places in languages that write every noun with a capital letter.
///
/// *Keller* is a cellar in German and a town in Texas. Elsewhere a capital letter inside a sentence speaks for a name; here
/// a town of one word has to lie where the language is spoken, or in a country that the text names, or be a capital.
struct CapitalizedNouns {
    private let homes: [String: Set<UInt8>]
    private let places: PlaceTable
    private let countries = Country.shared

    init(places: PlaceTable) {
        self.places = places
        homes = Self.codes.mapValues { codes in Set(codes.map(Country.shared.place(ofCode:))) }
    }

    /// - Parameter language: BCP 47 tag of the text.
    func removed(from groups: [NameGroup], language: String?) -> [NameGroup] {
        guard let language, let home = homes[language.prefix { $0 != "-" && $0 != "_" }.lowercased()] else {
            return groups
        }
        let known = home.union(groups.map { countries.named(Country.hash($0.name)) }).subtracting([0])
        return groups.filter { group in
            let phrase = Country.hash(group.name)
            guard group.type == Label.location, !group.name.utf8.contains(0x20), countries.named(phrase) == 0,
                countries.capital(phrase) == 0
            else { return true }
            return places.find(phrase).contains { known.contains($0.country) }
        }
    }

    private static let codes: [String: [String]] = [
        "de": ["DE", "AT", "CH", "LI", "LU", "BE", "IT", "NL", "FR", "PL", "CZ", "DK"],
        "lb": ["LU", "DE", "FR", "BE"],
    ]
}
