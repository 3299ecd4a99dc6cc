/// Numbers, sizes and times as a person reads them.
package enum Wording {
    /// `1 input`, `2,000 inputs`
    package static func count(_ count: Int, _ noun: String) -> String {
        "\(number(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    /// `1,234,567`
    package static func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.utf8.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// One place behind the point: `1,234.5`; 0 for what is below.
    package static func decimal(_ value: Double) -> String {
        let tenths = Int((min(max(0, value), 1e15) * 10).rounded())
        return "\(number(tenths / 10)).\(tenths % 10)"
    }

    /// `812 bytes`, `4.2 KiB`, `1.3 GiB`
    package static func size(_ bytes: Int) -> String {
        if bytes < 1024 { return count(bytes, "byte") }
        var value = Double(bytes)
        var unit = 0
        // What would be shown as 1,024.0 is 1.0 of the next.
        while value >= 1023.95, unit < 4 {
            value /= 1024
            unit += 1
        }
        return "\(decimal(value)) \(["", "KiB", "MiB", "GiB", "TiB"][unit])"
    }

    /// `48 s`, `3 min 20 s`, `2 h 05 min`, `3 d 4 h`
    package static func duration(_ seconds: Double) -> String {
        let whole = Int(min(max(0, seconds.rounded()), 1e12))
        let (minutes, hours) = (whole / 60, whole / 3600)
        if whole < 100 { return "\(whole) s" }
        if minutes < 60 { return "\(minutes) min \(padded(whole % 60)) s" }
        if hours < 48 { return "\(hours) h \(padded(minutes % 60)) min" }
        return "\(hours / 24) d \(hours % 24) h"
    }

    /// A time that was measured, tenths where they mean something: `0.4 s`, `3 min 20 s`
    package static func elapsed(_ seconds: Double) -> String {
        seconds < 100 ? "\(decimal(seconds)) s" : duration(seconds)
    }

    /// A time to come, rounded to what can be known of it.
    package static func estimate(_ seconds: Double) -> String {
        let step = seconds < 60 ? 1.0 : seconds < 600 ? 5.0 : seconds < 3600 ? 30.0 : 300.0
        return duration((seconds / step).rounded() * step)
    }

    /// A rate with two digits at least: `12`, `3.4`
    package static func rate(_ perSecond: Double) -> String {
        perSecond < 10 ? decimal(perSecond) : number(Int(min(max(0, perSecond), 1e15).rounded()))
    }

    /// `23 %`; rounded down, so that only what is done is 100 %.
    package static func percent(_ share: Double) -> String { "\(Int((min(max(0, share), 1) * 100).rounded(.down))) %" }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
