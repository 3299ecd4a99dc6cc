/// Sizes as people write them: `4096`, `64k`, `512MB`, `16 MiB`.
package enum ByteSize {
    /// Bytes of a size: a whole number and perhaps a unit. K, M, G and T stand for powers of 1024 with or without `B`
    /// or `iB` after them, in any case. Nil for anything else and for more than 64 bits hold.
    package static func parse(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        var unit = bytes[digits.count...].map { $0 | 0x20 }
        if unit.first == 0x20 { unit.removeFirst() }
        let factors: [String: Int] = ["": 1, "b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40]
        var name = String(decoding: unit, as: UTF8.self)
        if name.utf8.count > 1 {
            if name.hasSuffix("ib") { name.removeLast(2) } else if name.hasSuffix("b") { name.removeLast() }
            if name.isEmpty || name == "b" { return nil }
        }
        guard let factor = factors[name] else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }

    /// The shortest exact spelling that `parse` reads: `16MiB`, `1000`.
    package static func text(_ bytes: Int) -> String {
        for (shift, unit) in [(40, "TiB"), (30, "GiB"), (20, "MiB"), (10, "KiB")]
        where bytes != 0 && bytes % (1 << shift) == 0 {
            return "\(bytes >> shift)\(unit)"
        }
        return String(bytes)
    }
}
