internal import Text

/// Bylines of markup formats, beyond what `Bylines` knows.
enum MarkupByline {
    static func authors(_ byline: String?) -> [String] { byline.map { Bylines.split($0) } ?? [] }

    /// `Dowd, Maureen; Smith, Ann` as in a normalized byline.
    static func normalizedAuthors(_ byline: String?) -> [String] {
        guard let byline else { return [] }
        return byline.split(separator: ";").compactMap { part in
            let pieces = part.split(separator: ",", maxSplits: 1).map { trimmed($0) }.filter { !$0.isEmpty }
            return pieces.isEmpty ? nil : pieces.reversed().joined(separator: " ")
        }
    }

    /// Whether a short first paragraph is a byline: `By Toby Davis`.
    static func isByline(_ line: String) -> Bool {
        guard line.utf8.count <= 80, line.hasPrefix("By ") || line.hasPrefix("BY "), !line.hasSuffix(".") else {
            return false
        }
        let words = line.split(separator: " ").dropFirst()
        return (2...10).contains(words.count)
            && words.allSatisfy { joiners.contains($0.lowercased()) || $0.first?.isUppercase == true }
    }

    // MARK: -

    private static let joiners: Set<String> = ["and", "und", "et", "y", "e", "en", "og", "och", "ja", "&"]

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
