/// A decimal number without rounding: `mantissa` times ten to the `exponent`.
struct ExactNumber: Equatable {
    var mantissa: Int
    var exponent: Int

    init(_ mantissa: Int, exponent: Int = 0) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    func times(powerOfTen power: Int) -> ExactNumber { ExactNumber(mantissa, exponent: exponent + power) }

    /// The sum with a common fraction, to six decimals; nil for a zero denominator and beyond 64 bits.
    func adding(_ numerator: Int, over denominator: Int) -> ExactNumber? {
        guard denominator > 0, exponent <= 0, exponent >= -6, numerator >= 0, numerator < 1000 else { return nil }
        let millionths = numerator * 1_000_000 / denominator
        var scaled = mantissa
        for _ in 0..<(6 + exponent) {
            let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            scaled = product
        }
        let (sum, overflow) = scaled.addingReportingOverflow(millionths)
        return overflow ? nil : ExactNumber(sum, exponent: -6)
    }

    /// The number as an integer, where it is one of at most nine digits.
    var smallInteger: Int? {
        exponent == 0 && (0..<1_000_000_000).contains(mantissa) ? mantissa : nil
    }

    /// Plain decimal digits: no exponent, no superfluous zeros (`5200000`, `0.2`, `-1.5`).
    var text: String {
        if mantissa == 0 { return "0" }
        var digits = String(mantissa.magnitude)
        var exponent = exponent
        while exponent < 0, digits.utf8.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        if exponent >= 0 {
            digits += String(repeating: "0", count: exponent)
        } else {
            let missing = 1 - exponent - digits.utf8.count
            if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: exponent))
        }
        return mantissa < 0 ? "-" + digits : digits
    }
}
