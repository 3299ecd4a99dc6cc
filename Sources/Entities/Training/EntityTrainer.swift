/// Trains the model that ships, from public data, in one go and always to the same bytes.
///
/// 1. Gazetteer, word clusters and gate classes from names and texts.
/// 2. A first model on the annotated sets and, with a private copy of the features, on the silver set, whose labels a machine
///    made; the copy takes up what is peculiar to them and is thrown away.
/// 3. Silver sentences on which the first model agrees with the labels join the annotated ones.
/// 4. The averages of several runs over everything, with copies in other cases and synthetic lines, as signed bytes.
package struct EntityTrainer {
    /// What may be set otherwise than for the model that ships.
    package struct Options: Sendable {
        /// Features share 2 to this many rows of weights.
        package var rowBits = 18
        /// Runs whose averages are added up.
        package var seeds = 4
        package var perceptron = Perceptron.Settings()
        /// Word clusters, fine and coarse; at most 500 and 64.
        var clusters = (fine: 500, coarse: 64)
        var gold = TrainingSet.shipped
        var silver: TrainingSet? = TrainingSet.silver

        package init() {}
    }

    private let directory: String
    private let options: Options
    private let log: (String) -> Void
    private var rows: Int { 1 << options.rowBits }

    /// - Parameter directory: holds `entities/<set>/*.tsv` and `gazetteer/{names.tsv,world-cities.csv}`.
    package init(directory: String, options: Options = Options(), log: @escaping (String) -> Void) {
        self.directory = directory
        self.options = options
        self.log = log
    }

    /// - Returns: the bytes of a model.
    package func train() throws -> [UInt8] {
        var gold: [TrainingDocument] = []
        for set in options.gold { gold += try documents(of: set) }
        let silver = try options.silver.map(documents(of:)) ?? []
        let gazetteer = try GazetteerBuilder(path: directory + "/gazetteer/names.tsv")
        log("\(gold.count) documents, \(silver.count) silver ones, \(gazetteer.entries.count) phrases")
        let phrases = PhraseTable.encode(gazetteer.entries)
        let places = PlaceTable.encode(try PlaceBuilder(path: directory + "/gazetteer/world-cities.csv").places)
        let lexicon = try self.lexicon(gold, silver, phrases)
        let empty = try Self.model(Perceptron.Weights(rows: rows), phrases, lexicon).model

        var first = Examples(empty)
        for document in gold { first.add(document) }
        for var document in silver {
            document.weight = 0.3
            first.add(document, copy: 1)
        }
        log("first model: \(first.gold.count) candidates, \(first.rows.count) features")
        let weights = train(first, copies: 1, seed: 1)
        let believed = try agreeing(silver, Self.model(weights, phrases, lexicon).model)

        var all = Examples(empty)
        var augmentation = CaseAugmentation(seed: 7)
        for document in gold + believed {
            all.add(document)
            var copy = document
            copy.sentences = augmentation.copies(of: document.sentences)
            if !copy.sentences.isEmpty { all.add(copy) }
        }
        var synthetic = SyntheticLines(gazetteer.names, seed: 11)
        for line in synthetic.lines(SyntheticLines.credits, count: 1500) {
            all.add(TrainingDocument(sentences: [line], weight: 0.5, hasMiscellaneous: true))
        }
        for line in synthetic.lines(SyntheticLines.results, count: 2500) {
            all.add(TrainingDocument(sentences: [line], weight: 0.25, hasMiscellaneous: true))
        }
        log("last model: \(all.gold.count) candidates, \(all.rows.count) features")
        var sum = Perceptron.Weights(rows: rows)
        for seed in 1...max(1, options.seeds) {
            let next = train(all, copies: 0, seed: UInt64(seed))
            for row in sum.rows.indices { sum.rows[row] += next.rows[row] }
            for place in sum.transitions.indices { sum.transitions[place] += next.transitions[place] }
        }
        return try Self.model(sum, phrases, lexicon, places).bytes
    }

    private func documents(of set: TrainingSet) throws -> [TrainingDocument] {
        let file = try TaggedFile(path: directory + "/entities/" + set.path)
        return file.documents(of: set.documentSize).map {
            TrainingDocument(sentences: $0, weight: set.weight, hasMiscellaneous: set.hasMiscellaneous)
        }
    }

    private func train(_ examples: borrowing Examples, copies: Int, seed: UInt64) -> Perceptron.Weights {
        var settings = options.perceptron
        settings.seed = seed
        var perceptron = Perceptron(rows: rows, copies: copies, settings)
        let weights = perceptron.train(examples)
        log("seed \(seed): \(perceptron.mistakes) of \(examples.runs.count) runs wrong in the last round")
        return weights
    }

    /// A model is read in place for the rest of the program, so its bytes are given away.
    private static func model(
        _ weights: Perceptron.Weights, _ phrases: [UInt8], _ lexicon: [UInt8], _ places: [UInt8] = []
    ) throws -> (model: EntityModel, bytes: [UInt8]) {
        let (rows, transitions) = Quantizer.sections(weights)
        let bytes = EntityModel.assemble([rows, transitions, phrases, lexicon, places])
        return (try EntityModel(copying: bytes), bytes)
    }

    /// Word clusters from all texts, gate classes from the annotated ones.
    private func lexicon(
        _ gold: [TrainingDocument], _ silver: [TrainingDocument], _ phrases: [UInt8]
    ) throws -> [UInt8] {
        let bare = try Self.model(Perceptron.Weights(rows: 2), phrases, WordLexicon.encode([:])).model
        var reader = DocumentReader(bare, keepsRows: false)
        var gate = GateLearner()
        var sentences: [[UInt64]] = []
        for (number, document) in (gold + silver).enumerated() {
            reader.read(document.sentences)
            reader.withDocument { words, labels in
                if number < gold.count { gate.count(words, labels) }
                var sentence: [UInt64] = []
                for (place, word) in words.words.enumerated() {
                    if word.flags.contains(.sentenceStart), !sentence.isEmpty {
                        sentences.append(sentence)
                        sentence.removeAll()
                    }
                    sentence.append(words.table.records[Int(words.records[place])].hash)
                }
                if !sentence.isEmpty { sentences.append(sentence) }
            }
        }
        let clusters = WordClusters(sentences)
        let fine = clusters.classes(options.clusters.fine, rounds: 6)
        let coarse = clusters.classes(options.clusters.coarse, rounds: 6)
        var entries: [UInt64: WordLexicon.Entry] = [:]
        for (hash, number) in fine { entries[hash, default: .init()].fine = UInt16(number) }
        for (hash, number) in coarse { entries[hash, default: .init()].coarse = UInt8(number) }
        let classes = gate.classes
        for (hash, gate) in classes { entries[hash, default: .init()].gate = gate }
        log("\(sentences.count) sentences, \(fine.count) words in clusters, \(classes.count) small words in the gate")
        return WordLexicon.encode(entries)
    }

    /// The silver sentences on which the model and the labels agree.
    private func agreeing(_ silver: [TrainingDocument], _ model: EntityModel) -> [TrainingDocument] {
        var tagger = NameTagger(model)
        var reader = DocumentReader(model, keepsRows: false)
        var tokenizer = Tokenizer()
        var kept = 0
        var total = 0
        let believed: [TrainingDocument] = silver.compactMap { document in
            reader.read(document.sentences)
            let text = reader.marked.text
            tokenizer.tokenize(text.span)
            let tokens = tokenizer.tokens
            text.withUnsafeBufferPointer { tagger.tag(tokens, of: $0) }
            var guess = [UInt8](repeating: Label.outside, count: reader.labels.count)
            for name in tagger.names { DocumentReader.write(name.type, name.start..<name.end, &guess) }
            var line = 0
            var agrees = [Bool](repeating: true, count: document.sentences.count)
            for (place, word) in tagger.document.words.enumerated() {
                if place > 0,
                    text[Int(tagger.document.words[place - 1].end)..<Int(word.start)].contains(UInt8(ascii: "\n"))
                {
                    line += 1
                }
                if guess[place] != reader.labels[place] { agrees[line] = false }
            }
            total += agrees.count
            var result = document
            result.sentences = zip(document.sentences, agrees).filter(\.1).map(\.0)
            kept += result.sentences.count
            return result.sentences.isEmpty ? nil : result
        }
        log("\(kept) of \(total) silver sentences agree")
        return believed
    }
}

extension EntityModel {
    /// A model that `newsmill train` wrote.
    package init(file path: String) throws { try self.init(copying: FileBytes.read(path)) }

    /// A model of its own memory, which is never given back: taggers may hold it for as long as the program runs.
    package init(copying bytes: [UInt8]) throws(Fault) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: Self.alignment)
        memory.copyBytes(from: bytes)
        do {
            try self.init(unowned: UnsafeRawBufferPointer(memory))
        } catch {
            memory.deallocate()
            throw error
        }
    }
}
