/// The lists of the gazetteer, by the names that its source files give them. The number is the bit in a phrase's entry.
enum GazetteerList: Int, CaseIterable {
    case country, subdiv, city, lang, currency, first, last, dict, dict2, title, orgword, locword, date, demonym
    /// Those of `KnownNames`.
    case organization, thing

    init?(name: some StringProtocol) {
        guard let list = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
        self = list
    }

    var bit: UInt16 { 1 << UInt16(rawValue) }
}
