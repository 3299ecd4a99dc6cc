import ArgumentParser

/// A stretch of time as people write it: `90s`, `30m`, `6h`, `1h30m`, `2d`.
struct TimeSpan: Equatable, ExpressibleByArgument {
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init?(argument: String) {
        var total = 0
        var number: Int?
        for byte in argument.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte - UInt8(ascii: "0"))
                let longer = (number ?? 0) * 10 + digit
                guard longer <= Self.most else { return nil }
                number = longer
            default:
                guard let count = number, let unit = Self.units[byte] else { return nil }
                total += count * unit
                guard total <= Self.most else { return nil }
                number = nil
            }
        }
        // A bare number could be anything.
        guard number == nil, total > 0 else { return nil }
        seconds = total
    }

    var defaultValueDescription: String { "\(seconds)s" }

    /// Seconds, some thirty years: more than anybody waits for, and nothing overflows on the way there.
    private static let most = 1_000_000_000

    private static let units: [UInt8: Int] = [
        UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86_400,
    ]
}
