import Text

/// The date that many sites put into the paths of their articles.
enum PathDates {
    private static let years = 1990...2100

    /// `/2024/11/22/`, `/2024-11-22`, `/2024/nov/22/` or `/20241122`
    static func day(in path: String) -> NewsDate? {
        let parts = parts(of: path)
        for (index, part) in parts.enumerated() {
            if part.length == 8, years.contains(part.value / 10_000),
                let date = NewsDate(year: part.value / 10_000, month: part.value / 100 % 100, day: part.value % 100)
            {
                return date
            }
            guard part.isYear, index + 2 < parts.count else { continue }
            let (month, day) = (parts[index + 1], parts[index + 2])
            if month.isName || month.length <= 2, !day.isName, day.length <= 2, month.start - part.end == 1,
                day.start - month.end == 1, let date = NewsDate(year: part.value, month: month.value, day: day.value)
            {
                return date
            }
        }
        return nil
    }

    /// `/2024/11/` or `/2024/nov/`
    static func month(in path: String) -> (year: Int, month: Int)? {
        let parts = parts(of: path)
        for (year, month) in zip(parts, parts.dropFirst())
        where year.isYear && month.start - year.end == 1 && (month.isName || month.length == 2)
            && (1...12).contains(month.value)
        {
            return (year.value, month.value)
        }
        return nil
    }

    /// A number, or the English name of a month as its number.
    private struct Part {
        var value: Int
        var start: Int
        var end: Int
        var isName: Bool

        var length: Int { end - start }
        var isYear: Bool { !isName && length == 4 && years.contains(value) }
    }

    /// The numbers and months that fill what stands between two marks.
    private static func parts(of path: String) -> [Part] {
        let path = Array(path.utf8)
        var parts: [Part] = []
        var start = 0
        while start < path.count {
            guard path[start].isASCIIAlphanumeric else {
                start += 1
                continue
            }
            var end = start
            var isNumber = true
            while end < path.count, path[end].isASCIIAlphanumeric {
                isNumber = isNumber && path[end].isASCIIDigit
                end += 1
            }
            if isNumber {
                if end - start <= 8 {
                    let value = path[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
                    parts.append(Part(value: value, start: start, end: end, isName: false))
                }
            } else if let month = month(named: path[start..<end]) {
                parts.append(Part(value: month, start: start, end: end, isName: true))
            }
            start = end
        }
        return parts
    }

    private static func month(named word: ArraySlice<UInt8>) -> Int? {
        guard (3...9).contains(word.count) else { return nil }
        let name = word.map(\.asciiLowered)
        return months.firstIndex { month in month.elementsEqual(name) || name.count == 3 && month.starts(with: name) }
            .map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ].map { Array($0.utf8) }
}
