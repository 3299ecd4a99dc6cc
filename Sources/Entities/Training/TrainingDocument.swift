/// A document to learn from.
struct TrainingDocument {
    var sentences: [TaggedSentence]
    var weight: Float
    var hasMiscellaneous: Bool
}

/// Cuts documents into words and finds the labels of the words.
struct DocumentReader {
    private var tokenizer = Tokenizer()
    private(set) var document: DocumentWords
    private(set) var labels: [UInt8] = []
    private(set) var marked = Detokenizer.Marked()

    init(_ model: EntityModel, keepsRows: Bool) {
        document = DocumentWords(model, keepsRows: keepsRows)
    }

    mutating func read(_ sentences: [TaggedSentence]) {
        marked = Detokenizer.join(sentences)
        let text = marked.text
        tokenizer.tokenize(text.span)
        let tokens = tokenizer.tokens
        text.withUnsafeBufferPointer { document.read(tokens, of: $0) }
        labels = Self.labels(marked.names, document.words)
    }

    /// The BILOU label of each word; a name takes in every word that it touches.
    static func labels(_ names: [NameSpan], _ words: [Word]) -> [UInt8] {
        var labels = [UInt8](repeating: Label.outside, count: words.count)
        var place = 0
        for name in names {
            while place < words.count, Int(words[place].end) <= name.start { place += 1 }
            var end = place
            while end < words.count, Int(words[end].start) < name.end { end += 1 }
            guard end > place else { continue }
            Self.write(name.type, place..<end, &labels)
            place = end
        }
        return labels
    }

    static func write(_ type: Int, _ range: Range<Int>, _ labels: inout [UInt8]) {
        guard range.count > 1 else {
            labels[range.lowerBound] = Label.make(.unit, type)
            return
        }
        for place in range { labels[place] = Label.make(.inside, type) }
        labels[range.lowerBound] = Label.make(.begin, type)
        labels[range.upperBound - 1] = Label.make(.last, type)
    }

    /// `document` for a reader of candidates.
    mutating func withDocument(_ body: (inout DocumentWords, [UInt8]) -> Void) { body(&document, labels) }
}
