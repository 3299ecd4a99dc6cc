internal import Text

/// Numbers as a person reads them.
enum Wording {
    /// `12,345`
    static func number(_ number: Int) -> String {
        var digits = ""
        for (place, digit) in String(number.magnitude).reversed().enumerated() {
            if place > 0, place % 3 == 0 { digits.append(",") }
            digits.append(digit)
        }
        return (number < 0 ? "−" : "") + String(digits.reversed())
    }

    /// `1 article`, `2,000 articles`
    static func count(_ count: Int, _ noun: String) -> String { "\(number(count)) \(noun)\(count == 1 ? "" : "s")" }

    /// `12.3 %`; `< 0.1 %` for a little, never 0 for something.
    static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = Int((Double(part) / Double(whole) * 1000).rounded())
        if tenths == 0, part > 0 { return "< 0.1 %" }
        if tenths == 1000, part < whole { return "99.9 %" }
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// `812 bytes`, `4.2 KiB`, `1.3 GiB`
    static func size(_ bytes: Int) -> String {
        if bytes < 1024 { return count(bytes, "byte") }
        var value = Double(bytes)
        var unit = 0
        while value >= 1024, unit < 4 {
            value /= 1024
            unit += 1
        }
        return "\(decimal(value)) \(["", "KiB", "MiB", "GiB", "TiB"][unit])"
    }

    /// `0.4 s`, `3 min 12 s`, `2 h 5 min`
    static func duration(_ seconds: Double) -> String {
        if seconds < 120 { return "\(decimal(seconds)) s" }
        let whole = Int(min(seconds, 1e9))
        return whole < 7200 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole / 60 % 60) min"
    }

    /// With one place.
    static func decimal(_ number: Double) -> String {
        let tenths = Int((min(max(number, 0), 1e15) * 10).rounded())
        return "\(Wording.number(tenths / 10)).\(tenths % 10)"
    }

    /// `http_status` as `http status`
    static func plain(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }

    /// The beginning of a text, cut between words where there are any.
    static func beginning(_ text: String, _ limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return text }
        var head = Array(scalars.prefix(limit))
        if let blank = head.lastIndex(of: " "), blank > limit / 2 { head.removeSubrange(blank...) }
        var cut = String.UnicodeScalarView()
        cut.append(contentsOf: head)
        return String(cut) + " …"
    }
}
