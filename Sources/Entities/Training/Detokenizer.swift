/// Writes tokens as running text again, so that training reads what use will read: raw text, through the same tokenizer.
enum Detokenizer {
    /// A text with the byte ranges of its names.
    struct Marked {
        var text: [UInt8] = []
        var names: [NameSpan] = []
        var tokens: [Range<Int>] = []
    }

    private static func set(_ words: String) -> Set<[UInt8]> { Set(words.split(separator: " ").map { Array($0.utf8) }) }
    private static let closing = set(", . ; : ! ? ) ] } % 's ’s n't n’t 're 've 'll 'd 'm '' ” ...")
    private static let opening = set("( [ { $ # @ `` “")
    private static let quote: [UInt8] = [UInt8(ascii: "\"")]

    /// One sentence per line.
    static func join(_ sentences: [TaggedSentence]) -> Marked {
        var out = Marked()
        for sentence in sentences { append(sentence, to: &out) }
        return out
    }

    private static func append(_ sentence: TaggedSentence, to out: inout Marked) {
        if !out.text.isEmpty { out.text.append(UInt8(ascii: "\n")) }
        var starts: [Int] = []
        var ends: [Int] = []
        var quoted = false
        var wantsSpace = false
        for token in sentence.tokens {
            let isQuote = token == quote
            if wantsSpace, !closing.contains(token), !(isQuote && quoted) { out.text.append(UInt8(ascii: " ")) }
            starts.append(out.text.count)
            out.text.append(contentsOf: token)
            ends.append(out.text.count)
            out.tokens.append(starts[starts.count - 1]..<out.text.count)
            wantsSpace = !opening.contains(token) && !(isQuote && !quoted)
            if isQuote { quoted.toggle() }
        }
        for name in sentence.names {
            out.names.append(NameSpan(start: starts[name.start], end: ends[name.end - 1], type: name.type))
        }
    }
}
