/// Numbers as a person reads them.
package enum Wording {
    /// `1 input`, `2 inputs`.
    package static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// `1,234,567`; up to four digits are as easily read without.
    package static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        if digits.utf8.count <= 4 { return String(number) }
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.utf8.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// `812 bytes`, `4.2 KiB`, `1.3 GiB`.
    package static func size(_ bytes: Int) -> String {
        if bytes < 1024 { return count(bytes, "byte") }
        var value = Double(bytes)
        var unit = 0
        while value >= 1023.95, unit < 4 {
            value /= 1024
            unit += 1
        }
        return "\(decimal(value)) \(["", "KiB", "MiB", "GiB", "TiB"][unit])"
    }

    /// One place behind the point: `4.2`.
    package static func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// `48 s`, `3 min 20 s`, `2 h 05 min`, `3 d 4 h`.
    package static func duration(_ seconds: Double) -> String {
        let whole = Int(min(max(0, seconds.rounded()), 1e12))
        let (minutes, hours) = (whole / 60, whole / 3600)
        if whole < 100 { return "\(whole) s" }
        if minutes < 60 { return "\(minutes) min \(padded(whole % 60)) s" }
        if hours < 48 { return "\(hours) h \(padded(minutes % 60)) min" }
        return "\(hours / 24) d \(hours % 24) h"
    }

    /// As a time to come: rounded to what can be known of it.
    package static func estimate(_ seconds: Double) -> String {
        let step = seconds < 60 ? 1.0 : seconds < 600 ? 5.0 : seconds < 3600 ? 30.0 : 300.0
        return duration((seconds / step).rounded() * step)
    }

    /// `12`, `3.4`: a rate with two digits at least.
    package static func rate(_ perSecond: Double) -> String {
        perSecond < 10 ? decimal(perSecond) : grouped(Int(min(perSecond, 1e15).rounded()))
    }

    /// `23 %`.
    package static func percent(_ share: Double) -> String { "\(Int((min(max(share, 0), 1) * 100).rounded(.down))) %" }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
