/// Latin letters without their marks, as news writes foreign names: "Tikrīt" as "Tikrit".
enum LatinFolding {
    private static let groups = """
        AÀÁÂÃÄÅĀĂĄẤ CÇĆĈĊČ DÐĎĐḐ EÈÉÊËĒĔĖĘĚƏ GĜĞĠĢ HĤĦḤḨ IÌÍÎÏĨĪĬĮİ JĴ KĶ LĹĻĽŁ NÑŃŅŇ OÒÓÔÕÖØŌŎŐ RŔŖŘṞ SŚŜŞŠṢ TŢŤṬ
        UÙÚÛÜŨŪŬŮŰŲ WŴ YÝŶŸ ZŹŻŽẔ aàáâãäåāăąạảấầẩậắằ cçćĉċč dðďđḍḏḑ eèéêëēĕėęěəẽếềễệ gĝğġģ hĥħḥḩẖ iìíîïĩīĭįıḯỉị jĵ kķ lĺļľł
        nñńņňŋṅ oòóôõöøōŏőơọỏốồổỗộớờợ rŕŗř sśŝşšșṣ tţťŧțṭ uùúûüũūŭůűųưụủứừửự wŵ yýÿŷỳỷỹ zźżžẕ
        """
    private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
        var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups.split(whereSeparator: \.isWhitespace) {
            let letters = Array(group.unicodeScalars)
            for letter in letters.dropFirst() { plain[letter] = letters[0] }
        }
        for quote in "‘’ʻʼ`".unicodeScalars { plain[quote] = "'" }
        return plain
    }()

    static func fold(_ name: String) -> String {
        var out = String.UnicodeScalarView()
        // Combining marks go.
        for scalar in name.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
            out.append(plain[scalar] ?? scalar)
        }
        return String(out)
    }
}
