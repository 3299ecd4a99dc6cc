/// Sentences with BIO tags, as public data sets have them: `token TAB tag`, a blank line after every sentence, `-DOCSTART-`
/// before every document.
struct TaggedFile {
    var documents: [[TaggedSentence]] = []
    /// Whether the file says where documents begin.
    var knowsDocuments = false

    init(path: String) throws(TrainingFault) {
        let bytes = try FileBytes.read(path)
        var sentence = TaggedSentence()
        var document: [TaggedSentence] = []
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard let token = fields.first, !token.isEmpty else {
                if !sentence.tokens.isEmpty { document.append(sentence) }
                sentence = TaggedSentence()
                continue
            }
            if token.elementsEqual("-DOCSTART-".utf8) {
                knowsDocuments = true
                if !document.isEmpty { documents.append(document) }
                document = []
                continue
            }
            guard fields.count > 1 else { throw .malformed(path, line: number) }
            sentence.append(token: Array(token), tag: fields[1])
        }
        if !sentence.tokens.isEmpty { document.append(sentence) }
        if !document.isEmpty { documents.append(document) }
    }

    /// The documents; where the file knows none, every `size` sentences are taken as one.
    func documents(of size: Int) -> [[TaggedSentence]] {
        guard !knowsDocuments else { return documents }
        return documents.flatMap { sentences in
            stride(from: 0, to: sentences.count, by: size).map {
                Array(sentences[$0..<min($0 + size, sentences.count)])
            }
        }
    }
}

struct TaggedSentence {
    var tokens: [[UInt8]] = []
    var names: [NameSpan] = []
    private var isOpen = false

    init() {}

    init(tokens: [[UInt8]], names: [NameSpan]) {
        self.tokens = tokens
        self.names = names
    }

    /// I after O or after another type begins a name too, as in conlleval.
    mutating func append(token: [UInt8], tag: ArraySlice<UInt8>) {
        let place = tokens.count
        tokens.append(token)
        guard tag.count > 2, let type = EntityType.number(of: tag.dropFirst(2)) else {
            isOpen = false
            return
        }
        if isOpen, tag.first == UInt8(ascii: "I"), names[names.count - 1].type == type {
            names[names.count - 1].end = place + 1
        } else {
            names.append(NameSpan(start: place, end: place + 1, type: type))
        }
        isOpen = true
    }
}

/// The four types by their short names in tagged files.
package enum EntityType {
    package static let names = ["PER", "ORG", "LOC", "MISC"]
    static func number(of name: some Sequence<UInt8>) -> Int? {
        names.firstIndex { name.elementsEqual($0.utf8) }
    }
}
