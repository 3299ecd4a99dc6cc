internal import Text

/// The moment of transmission in a wire message's trailer.
enum WireDate {
    /// `AP-WF-11-13-13 1509GMT` (month, day, year) or `131137 GMT Nov 13` (day, hour, minute, month, year).
    static func find(in trailer: String) -> NewsDate? {
        let words = trailer.split { $0 == " " || $0 == "<" || $0 == "\t" }.map { String($0) }
        for index in words.indices {
            if let date = american(words, index) ?? european(words, index) { return date }
        }
        return nil
    }

    private static func american(_ words: [String], _ index: Int) -> NewsDate? {
        let parts = words[index].split(separator: "-").suffix(3).map { Int($0) }
        guard parts.count == 3, let month = parts[0], let day = parts[1], let year = parts[2] else { return nil }
        var time: NewsDate.Time?
        if index + 1 < words.count {
            let digits = words[index + 1].utf8.prefix { $0.isASCIIDigit }
            if digits.count == 4, let clock = Int(String(decoding: digits, as: UTF8.self)) {
                var zone = String(words[index + 1].dropFirst(4))
                if zone.isEmpty, index + 2 < words.count { zone = words[index + 2] }
                time = NewsDate.Time(hour: clock / 100, minute: clock % 100, offset: offset(zone))
            }
        }
        return NewsDate(year: full(year), month: month, day: day, time: time)
    }

    private static func european(_ words: [String], _ index: Int) -> NewsDate? {
        guard words[index].utf8.count == 6, words[index].utf8.allSatisfy(\.isASCIIDigit), let stamp = Int(words[index])
        else { return nil }
        var next = index + 1
        var zone: Int?
        if next < words.count, let known = offset(words[next]) {
            zone = known
            next += 1
        }
        guard next + 1 < words.count, let month = months[words[next].lowercased().prefix(3).description],
            let year = Int(words[next + 1]), (0...9999).contains(year)
        else { return nil }
        return NewsDate(
            year: full(year), month: month, day: stamp / 10_000,
            time: NewsDate.Time(hour: stamp / 100 % 100, minute: stamp % 100, offset: zone))
    }

    /// Two digits mean 1970 to 2069.
    private static func full(_ year: Int) -> Int { (0..<100).contains(year) ? year + (year < 70 ? 2000 : 1900) : year }

    /// Minutes east of UTC.
    private static func offset(_ zone: String) -> Int? {
        switch zone.uppercased() {
        case "GMT", "UTC", "Z": 0
        case "BST", "MEZ", "CET": 60
        case "MESZ", "CEST": 120
        case "EST": -300
        case "EDT": -240
        case "CST": -360
        case "CDT": -300
        case "MST": -420
        case "MDT", "PST": zone.uppercased() == "MDT" ? -360 : -480
        case "PDT": -420
        default: nil
        }
    }

    /// English and German; the first three letters tell.
    private static let months = [
        "jan": 1, "feb": 2, "mar": 3, "mär": 3, "mae": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7,
        "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
    ]
}
