import Text

/// Names of people out of bylines and author fields.
enum AuthorNames {
    /// Splits, strips and checks; in order, without repeats.
    static func names(in fields: [String], site: String?) -> [String] {
        var found: [String] = []
        var seen = Set<String>()
        let siteKey = site.map(FactText.key) ?? ""
        for field in fields where !field.contains("://") {
            for part in split(withoutPrefix(field)) {
                guard let name = name(part) else { continue }
                let key = FactText.key(name)
                guard key != siteKey, !key.isEmpty, seen.insert(key).inserted else { continue }
                found.append(name)
            }
        }
        return found
    }

    private static let prefixes: [String] = [
        "by ", "by: ", "written by ", "posted by ", "author: ", "authors: ", "reported by ", "story by ", "words by ",
        "text by ", "von ", "text: ", "par ", "por ", "av ", "af ", "door ", "przez ", "autor: ", "autor:",
        "autore: ", "texte : ", "texto: ", "verfasst von ", "ein artikel von ", "eine analyse von ", "escrito por ",
        "publié par ", "propos recueillis par ", "de notre correspondant ", "writer ", "oleh ", "oleh: ", "penulis: ",
        "yazan: ", "a cura di ", "автор: ", "текст: ", "foto: ",
    ]

    private static func withoutPrefix(_ text: String) -> String {
        var rest = text
        for _ in 0..<2 {
            // Capital "De" and "Di" begin names.
            if rest.hasPrefix("di ") || rest.hasPrefix("de ") { rest = String(rest.dropFirst(3)) }
            let lower = rest.lowercased()
            guard let prefix = prefixes.first(where: { lower.hasPrefix($0) }) else { break }
            rest = String(rest.unicodeScalars.dropFirst(prefix.unicodeScalars.count))
        }
        return rest
    }

    private static let conjunctions = [
        " and ", " und ", " et ", " y ", " e ", " och ", " og ", " & ", " with ", " dan ", " ve ",
    ]

    private static func split(_ text: String) -> [String] {
        var pieces = text.split {
            $0 == "," || $0 == ";" || $0 == "|" || $0 == "/" || $0 == "、" || $0 == "•" || $0 == "·" || $0 == "\n"
        }
        .map(String.init)
        for conjunction in conjunctions {
            pieces = pieces.flatMap { split($0, at: conjunction) }
        }
        return pieces
    }

    private static func split(_ text: String, at word: String) -> [String] {
        let bytes = Array(text.utf8)
        let needle = Array(word.utf8)
        guard bytes.count > needle.count else { return [text] }
        var pieces: [String] = []
        var start = 0
        var position = 0
        while position + needle.count <= bytes.count {
            if zip(bytes[position...], needle).allSatisfy({ $0.asciiLowered == $1 }) {
                pieces.append(String(decoding: bytes[start..<position], as: UTF8.self))
                position += needle.count
                start = position
            } else {
                position += 1
            }
        }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        return pieces
    }

    /// The piece as a name, or nil where it is a role, an address, a date, a sentence.
    private static func name(_ piece: String) -> String? {
        var piece = withoutPrefix(piece)
        if let bracket = piece.firstIndex(of: "("), bracket > piece.startIndex { piece = String(piece[..<bracket]) }
        guard let text = FactText.clean(piece) else { return nil }
        let trimmed = trimmed(text)
        guard !trimmed.isEmpty else { return nil }
        let words = trimmed.split(separator: " ")
        guard words.count <= 6, trimmed.unicodeScalars.count <= 60, trimmed.unicodeScalars.count >= 2 else {
            return nil
        }
        for byte in trimmed.utf8
        where byte.isASCIIDigit || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "{")
            || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "?")
        {
            return nil
        }
        let lower = trimmed.lowercased()
        if notNames.contains(lower) { return nil }
        if words.contains(where: { roles.contains($0.lowercased()) }) { return nil }
        guard trimmed.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return nil }
        return trimmed
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        func isEdge(_ scalar: Unicode.Scalar?) -> Bool {
            guard let scalar else { return false }
            return scalar == " " || scalar == "-" || scalar == "–" || scalar == "—" || scalar == ":" || scalar == "*"
                || scalar == "\"" || scalar == "»" || scalar == "|" || scalar == "_"
        }
        while isEdge(scalars.first) { scalars.removeFirst() }
        while isEdge(scalars.last) { scalars.removeLast() }
        return String(scalars)
    }

    private static let notNames: Set<String> = [
        "admin", "administrator", "editor", "staff", "guest", "unknown", "none", "null", "undefined", "anonymous",
        "author",
        "redaktion", "redaction", "redazione", "redacción", "redacao", "redação", "la rédaction", "by", "von", "follow",
        "news desk", "newsroom", "web desk", "desk", "jr", "sr", "phd", "md", "inc", "llc", "true", "false",
    ]

    private static let roles: Set<String> = [
        "editor", "reporter", "correspondent", "writer", "journalist", "columnist", "contributor", "redakteur",
        "redakteurin",
        "korrespondent", "korrespondentin", "producer", "photographer", "editor-in-chief", "journaliste",
        "correspondant",
        "staff", "updated", "published", "senior", "minutes", "read", "follow", "share", "comments", "editors",
        "redaktion",
        "redacteur", "bureau", "chef", "newsletter",
    ]
}
