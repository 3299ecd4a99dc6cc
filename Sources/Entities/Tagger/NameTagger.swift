/// Finds names in a text: gate, features, scores, best path. One per worker.
struct NameTagger {
    let model: EntityModel
    private(set) var document: DocumentWords
    private var reader = SentenceReader()
    private var viterbi = Viterbi()
    private var scores: [LabelScores] = []
    /// The names of the last text, in order, without overlaps.
    private(set) var names: [NameSpan] = []

    init(_ model: EntityModel) {
        self.model = model
        document = DocumentWords(model)
    }

    /// Cuts the text into words without looking for names.
    mutating func read(_ tokens: [Token], of text: UnsafeBufferPointer<UInt8>) {
        document.read(tokens, of: text)
        names.removeAll(keepingCapacity: true)
    }

    mutating func tag(_ tokens: [Token], of text: UnsafeBufferPointer<UInt8>) {
        read(tokens, of: text)
        scores.removeAll(keepingCapacity: true)
        let model = model
        reader.read(&document, model) { _, features, _ in
            scores.append(LabelScores(features.sum))
        } endOfRun: { run in
            viterbi.decode(scores, run, model.transitions, into: &names)
            scores.removeAll(keepingCapacity: true)
        }
    }
}
