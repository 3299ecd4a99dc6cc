/// The candidates of all training documents with the rows of their features, flat.
struct Examples {
    /// A run of candidates: tokens `start..<end`.
    struct Run {
        var start: Int
        var end: Int
        var weight: Float
        var hasMiscellaneous: Bool
        /// The table of a private copy of the features; 0: only the shared one.
        var copy: Int
        /// The sentence that it is in, counted over everything read.
        var sentence: Int
    }

    private(set) var runs: [Run] = []
    /// One per token.
    private(set) var gold: [UInt8] = []
    private(set) var rows: [UInt32] = []
    private(set) var rowStarts: [Int] = [0]
    private(set) var sentences = 0

    private var reader: DocumentReader
    private var walker = SentenceReader(keepsRows: true)
    private let model: EntityModel

    init(_ model: EntityModel) {
        self.model = model
        reader = DocumentReader(model, keepsRows: true)
    }

    mutating func add(_ document: TrainingDocument, copy: Int = 0) {
        reader.read(document.sentences)
        let labels = reader.labels
        // Sentences are lines: a name's label never depends on how the text is cut into sentences.
        var numbers: [Int] = []
        var number = sentences - 1
        for word in reader.document.words {
            let isLine = word.start == 0 || reader.marked.text[Int(word.start) - 1] == UInt8(ascii: "\n")
            if isLine { number += 1 }
            numbers.append(number)
        }
        sentences = number + 1
        var start = gold.count
        let model = model
        reader.withDocument { words, _ in
            walker.read(&words, model) { place, features, document in
                for vector in features.vectors {
                    let range = document.table.rowStarts[Int(vector)]..<document.table.rowStarts[Int(vector) + 1]
                    rows.append(contentsOf: document.table.rows[Int(range.lowerBound)..<Int(range.upperBound)])
                }
                rows.append(contentsOf: features.rows)
                rowStarts.append(rows.count)
                gold.append(labels[place])
            } endOfRun: { run in
                Self.mend(&gold, start..<gold.count)
                runs.append(
                    Run(
                        start: start, end: gold.count, weight: document.weight,
                        hasMiscellaneous: document.hasMiscellaneous, copy: copy, sentence: numbers[run.lowerBound]))
                start = gold.count
            }
        }
    }

    /// Makes a sequence that BILOU allows of labels of which some were cut off by the gate.
    private static func mend(_ labels: inout [UInt8], _ range: Range<Int>) {
        var place = range.lowerBound
        while place < range.upperBound {
            guard let part = Label.part(labels[place]), part != .unit else {
                place += 1
                continue
            }
            let type = Label.type(labels[place])
            var end = place + 1
            while end < range.upperBound, let next = Label.part(labels[end]), next == .inside || next == .last,
                Label.part(labels[end - 1]) != .last
            {
                end += 1
            }
            DocumentReader.write(type, place..<end, &labels)
            place = end
        }
    }
}
