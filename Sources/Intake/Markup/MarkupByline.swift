internal import Text

/// Reads the names out of a byline: `By Eric Hall, Reuters`, `By Mia Rabson and Jordan Press; compiled by Ann Lee`.
enum MarkupByline {
    /// The names in their order, as they are written, without doubles. Agencies, roles and desk codes are left out,
    /// unless nothing else is there (`By The Associated Press`).
    static func authors(_ byline: String?) -> [String] {
        guard let byline else { return [] }
        var authors: [String] = []
        for part in byline.split(whereSeparator: { $0 == ";" || $0 == "|" || $0 == "\n" }) {
            for name in names(in: withoutLead(trimmed(part))) where !authors.contains(name) { authors.append(name) }
        }
        return authors
    }

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

    private static let leads = [
        "compiled by ", "written by ", "reported by ", "reporting by ", "story by ", "text by ", "by: ", "by ", "von ",
        "par ", "por ", "di ", "door ", "av ", "af ",
    ]
    private static let joiners: Set<String> = ["and", "und", "et", "y", "e", "en", "og", "och", "ja", "&"]
    private static let roles: Set<String> = [
        "writer", "writers", "staff", "reporter", "reporters", "correspondent", "correspondents", "editor", "reuters",
        "reuter", "ap", "afp", "upi", "dpa", "agency", "bureau", "service", "services", "columnist", "contributor",
        "contributors", "analyst", "special", "correspondence", "producer", "critic", "online",
    ]
    /// Words that end the names of papers and agencies, and now and then the name of a person.
    private static let papers: Set<String> = [
        "press", "news", "times", "post", "journal", "wire", "desk", "tribune", "herald", "magazine", "network",
        "chronicle",
    ]

    private static func isRole(_ piece: String) -> Bool {
        let words = piece.lowercased().split(separator: " ")
        if words.contains(where: { roles.contains(String($0)) }) { return true }
        guard let last = words.last, papers.contains(String(last)), let first = words.first else { return false }
        return words.count != 2 || ["the", "associated", "canadian", "daily", "agence"].contains(first)
    }

    private static func names(in text: String) -> [String] {
        guard text.contains(where: \.isUppercase) || !text.unicodeScalars.allSatisfy(\.isASCII) else { return [] }
        var pieces: [String] = []
        // `Geir Name / agency.no`: what follows the slash is where it appeared.
        for part in text.prefix(upTo: text.firstRange(of: " / ")?.lowerBound ?? text.endIndex).split(separator: ",") {
            var words: [Substring] = []
            for word in part.split(separator: " ") {
                if joiners.contains(word.lowercased()), !words.isEmpty {
                    pieces.append(words.joined(separator: " "))
                    words = []
                } else {
                    words.append(word)
                }
            }
            if !words.isEmpty { pieces.append(words.joined(separator: " ")) }
        }
        pieces = pieces.map { trimmed(withoutLead($0)) }.filter { !$0.isEmpty && $0.lowercased() != "by" }
        let people = pieces.filter { $0.first?.isLowercase != true && !isRole($0) }
        guard people.isEmpty else { return people }
        // `By The Associated Press` names its author, `By Staff Reporter` does not.
        return pieces.first.flatMap { piece in
            piece.lowercased().split(separator: " ").contains { roles.contains(String($0)) } ? nil : [piece]
        } ?? []
    }

    private static func withoutLead(_ text: String) -> String {
        let head = text.utf8.prefix(16).map(\.asciiLowered)
        for lead in leads where head.count > lead.utf8.count && head.starts(with: lead.utf8) {
            let rest = text.utf8.dropFirst(lead.utf8.count)
            // `De`, `Di` and `Av` may begin a name; a lower-case word after them is no name.
            if lead.utf8.count > 4 || rest.first?.isASCIILower != true { return trimmed(Substring(rest)) }
        }
        return text
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let junk: (Character) -> Bool = { $0.isWhitespace || ".,:;-*".contains($0) }
        // An initial or `Jr.` keeps its dot.
        var end = text.endIndex
        while end > text.startIndex, junk(text[text.index(before: end)]), text[text.index(before: end)] != "." {
            end = text.index(before: end)
        }
        return String(text[..<end].drop(while: junk))
    }
}
