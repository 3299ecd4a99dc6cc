/// Reads places (`name,country,subcountry,geonameid`, as datasets/world-cities has them) into the place table.
struct PlaceBuilder {
    private(set) var places: [UInt64: Set<PlaceTable.Place>] = [:]
    private static let articles = ["Al ", "Al-", "El ", "As ", "Ash ", "An ", "Ar ", "Az ", "At ", "Ad "]

    init(path: String) throws(TrainingFault) {
        let bytes = try FileBytes.read(path)
        for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let fields = Self.fields(line)
            guard fields.count == 4, let id = UInt32(fields[3]) else { continue }
            let country = Self.country(fields[1])
            guard country > 0 else { continue }
            let city = PlaceTable.Place(geonameID: id, country: country)
            for name in Self.spellings(fields[0]) { places[Country.hash(name), default: []].insert(city) }
        }
        // A part of a country is known by the country alone, and never hides a town.
        for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let fields = Self.fields(line)
            guard fields.count == 4, !fields[2].isEmpty else { continue }
            let country = Self.country(fields[1])
            guard country > 0 else { continue }
            for name in Self.spellings(fields[2]) {
                let hash = Country.hash(name)
                if places[hash]?.contains(where: { $0.country == country }) != true {
                    places[hash, default: []].insert(PlaceTable.Place(geonameID: 0, country: country))
                }
            }
        }
    }

    /// As written, without marks, without an Arabic article, without "City".
    private static func spellings(_ name: String) -> Set<String> {
        var all: Set = [name, LatinFolding.fold(name)]
        for spelling in all {
            for article in articles where spelling.hasPrefix(article) {
                all.insert(String(spelling.dropFirst(article.count)))
            }
            // "Frankfurt am Main" is "Frankfurt" to most.
            for river in [" am ", " an der ", " (", " upon ", "-upon-"] {
                if let end = Self.start(of: river, in: spelling) { all.insert(String(spelling[..<end])) }
            }
            if spelling.hasSuffix(" City") { all.insert(String(spelling.dropLast(5))) }
        }
        return all.filter { $0.utf8.count > 2 }
    }

    private static func start(of part: String, in name: String) -> String.Index? {
        name.indices.first { $0 > name.startIndex && name[$0...].hasPrefix(part) }
    }

    /// "Iran, Islamic Republic of" is in `Country` under one of its halves or turned round.
    private static func country(_ name: String) -> UInt8 {
        if name.hasSuffix("XK") { return Country.shared.place(ofCode: "XK") }
        let parts = name.split(separator: ",").map { $0.drop { $0 == " " } }
        var tries = [name]
        if parts.count == 2 { tries += [parts[1] + " " + parts[0], String(parts[0])] }
        if name == "Congo" { tries = ["Republic of the Congo"] }
        if name.hasPrefix("Congo, The Dem") { tries = ["DR Congo"] }
        if name.hasPrefix("Lao ") { tries = ["Laos"] }
        if name.hasPrefix("Holy See") { tries = ["Holy See"] }
        return tries.lazy.map { Country.shared.named(Country.hash($0)) }.first { $0 > 0 } ?? 0
    }

    /// Comma-separated values with quotes (RFC 4180, without line breaks in fields).
    private static func fields(_ line: ArraySlice<UInt8>) -> [String] {
        var fields: [[UInt8]] = [[]]
        var quoted = false
        for byte in line where byte != UInt8(ascii: "\r") {
            if byte == UInt8(ascii: "\"") {
                quoted.toggle()
            } else if byte == UInt8(ascii: ","), !quoted {
                fields.append([])
            } else {
                fields[fields.count - 1].append(byte)
            }
        }
        return fields.map { String(decoding: $0, as: UTF8.self) }
    }
}
