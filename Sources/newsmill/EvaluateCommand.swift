import ArgumentParser
import Entities

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Score the entity model on annotated text: precision, recall and F1 of exact spans with their types.",
        discussion: """
            A .jsonl file has rows with "text" and "entities", a list of [start, end, type] in Unicode characters; any other \
            file has a token, a tab and a BIO tag a line, and is read as running text through the program's own tokenizer.
            """)

    @Option(help: ArgumentHelp("Types that count.", valueName: "PER,ORG,..."))
    var types = EntityType.names.joined(separator: ",")

    @Option(help: ArgumentHelp("A model other than the one that is built in.", valueName: "file"))
    var model: String?

    @Argument(help: ArgumentHelp("Annotated files.", valueName: "file"))
    var files: [String]

    func run() throws {
        try ExitReason.reporting {
            let model = try self.model.map { try EntityModel(file: $0) } ?? .shipped
            for file in files {
                var evaluation = EntityEvaluation(
                    model: model, types: types.split(separator: ",").map { String($0) })
                if file.hasSuffix(".jsonl") {
                    try evaluation.add(rowsFile: file)
                } else {
                    try evaluation.add(taggedFile: file)
                }
                Console.print(file)
                for (type, score) in evaluation.results {
                    Console.print(
                        "  \(type.padded(to: 5)) precision \(score.precision.tenths) recall \(score.recall.tenths) "
                            + "F1 \(score.f1.tenths)  gold \(score.gold) found \(score.found)")
                }
            }
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - utf8.count))
    }
}

extension Double {
    /// With one decimal.
    fileprivate var tenths: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
