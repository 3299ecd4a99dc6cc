import Testing

import class TestSupport.TemporaryDirectory

@testable import Entities

/// Training, on a set of a few patterns made here.
@Suite struct TrainingTests {
    /// A directory with the data, gone with the value.
    final class Data {
        private let directory: TemporaryDirectory
        var path: String { directory.path }

        init() throws {
            directory = try TemporaryDirectory()
            try write("entities/set/train.tsv", TrainingTests.tagged(sentences: 120, seed: 1))
            try write("entities/set/test.tsv", TrainingTests.tagged(sentences: 40, seed: 2))
            try write(
                "gazetteer/names.tsv",
                "city\tBasra\ncity\tNorth Bay\ncountry\tIraq\nfirst\tAnna\nlast\tBerg\ndict\tThe\n")
            try write("gazetteer/world-cities.csv", "name,country,subcountry,geonameid\nBasra,Iraq,Basra,99532\n")
        }

        private func write(_ name: String, _ text: String) throws { try directory.write(name, Array(text.utf8)) }
    }

    static func tagged(sentences: Int, seed: UInt64) -> String {
        var random = SplitMix(seed: seed)
        let people = ["Anna Berg", "Omar Nasser", "Lee Wong", "Ivan Petrov", "Rosa Diaz"]
        let places = ["Basra", "Oslo", "Lima", "Quito", "North Bay"]
        let firms = ["Acme Corp", "Delta Bank", "Orion Group"]
        var text = ""
        func add(_ words: String, _ type: String?) {
            for (place, word) in words.split(separator: " ").enumerated() {
                text += "\(word)\t\(type.map { (place == 0 ? "B-" : "I-") + $0 } ?? "O")\n"
            }
        }
        for _ in 0..<sentences {
            add(people[random.below(5)], "PER")
            add("said that", nil)
            add(firms[random.below(3)], "ORG")
            add("will move to", nil)
            add(places[random.below(5)], "LOC")
            add("soon .", nil)
            text += "\n"
        }
        return text
    }

    @Test func `the same data give the same model, and it has learned`() throws {
        let data = try Data()
        var options = EntityTrainer.Options()
        options.rowBits = 12
        options.seeds = 1
        options.clusters = (8, 4)
        options.perceptron.rounds = 2
        options.gold = [TrainingSet(path: "set/train.tsv")]
        options.silver = TrainingSet(path: "set/test.tsv", weight: 0.5)
        let trainer = EntityTrainer(directory: data.path, options: options) { _ in }
        let first = try trainer.train()
        #expect(try trainer.train() == first)
        var evaluation = EntityEvaluation(model: try EntityModel(copying: first))
        try evaluation.add(taggedFile: data.path + "/entities/set/test.tsv")
        let all = try #require(evaluation.results.last)
        #expect(all.score.gold == 120)
        #expect(all.score.f1 > 95)
    }

    @Test func `what cannot be read is said`() {
        let trainer = EntityTrainer(directory: "/nonexistent") { _ in }
        #expect(throws: TrainingFault.self) { _ = try trainer.train() }
    }

    @Test func `tokens become running text, and names keep their places`() {
        var sentence = TaggedSentence()
        for (token, tag) in [
            ("\"", "O"), ("Mr.", "O"), ("Berg", "B-PER"), ("'s", "O"), ("firm", "O"), ("\"", "O"), ("(", "O"),
            ("Acme", "B-ORG"), (")", "O"), (".", "O"),
        ] {
            sentence.append(token: Array(token.utf8), tag: Array(tag.utf8)[...])
        }
        let marked = Detokenizer.join([sentence])
        #expect(String(decoding: marked.text, as: UTF8.self) == "\"Mr. Berg's firm\" (Acme).")
        #expect(
            marked.names.map { String(decoding: marked.text[$0.start..<$0.end], as: UTF8.self) } == ["Berg", "Acme"])
    }
}
