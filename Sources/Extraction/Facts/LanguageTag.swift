/// BCP 47 tags as pages write them, in the spelling that RFC 5646 (2.1.1) recommends.
enum LanguageTag {
    /// `en_us` is `en-US`, `zh-hans-cn` is `zh-Hans-CN`; nil for what is no tag (`english`, `{{lang}}`, `und`).
    static func normalized(_ text: String) -> String? {
        let first = text.split { $0 == "," || $0 == ";" || $0 == " " }.first ?? ""
        let parts = first.split { $0 == "-" || $0 == "_" }.prefix(3)
        guard let primary = parts.first?.lowercased(), (2...3).contains(primary.utf8.count), isLetters(primary[...]),
            primary != "und", primary != "xx", primary != "mul", primary != "zxx"
        else { return nil }
        var tag = primary
        var hasScript = false
        for part in parts.dropFirst() {
            if part.utf8.count == 4, isLetters(part), !hasScript {
                tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
                hasScript = true
            } else if part.utf8.count == 2 && isLetters(part)
                || part.utf8.count == 3 && part.utf8.allSatisfy({ $0 &- 0x30 < 10 })
            {
                tag += "-" + part.uppercased()
                break
            } else {
                break
            }
        }
        return tag
    }

    private static func isLetters(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
    }
}
