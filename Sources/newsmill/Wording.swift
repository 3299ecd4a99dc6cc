/// Numbers as a person reads them.
enum Wording {
    /// `1 input`, `2 inputs`.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// `812 bytes`, `4.2 KiB`, `1.3 GiB`.
    static func size(_ bytes: Int) -> String {
        if bytes < 1024 { return count(bytes, "byte") }
        var value = Double(bytes)
        var unit = 0
        while value >= 1024, unit < 4 {
            value /= 1024
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(["", "KiB", "MiB", "GiB", "TiB"][unit])"
    }
}
