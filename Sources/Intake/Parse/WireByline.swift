/// Names in a wire message's line that begins with "By".
enum WireByline {
    /// `By PAUL BYRNE and ALMUDENA CALATRAVA` gives two names, `By Manuel Schwarz, dpa` one; nil when it is no byline.
    static func names(_ line: String) -> [String]? {
        guard line.utf8.count <= 200, line.prefix(3).lowercased() == "by " else { return nil }
        var names: [String] = []
        var name: [Substring] = []
        func finish() {
            if !name.isEmpty { names.append(name.joined(separator: " ")) }
            name = []
        }
        for part in line.dropFirst(3).split(separator: ",") {
            for word in part.split(separator: " ") {
                if word.lowercased() == "and" { finish() } else { name.append(word) }
            }
            finish()
        }
        if names.count > 1, let last = names.last, agencies.contains(last.lowercased()) { names.removeLast() }
        return names.isEmpty ? nil : names
    }

    private static let agencies: Set<String> = [
        "aap", "afp", "anp", "ansa", "ap", "apa", "associated press", "belga", "dpa", "efe", "kyodo", "ntb", "pa",
        "pti",
        "reuters", "ritzau", "stt", "tass", "the associated press", "tt", "upi", "xinhua", "yonhap",
    ]
}
