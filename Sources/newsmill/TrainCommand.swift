import ArgumentParser
import Entities
import Glibc

struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train the entity model from the public data sets that data/MODEL.md names.",
        discussion: """
            The directory holds entities/<set>/*.tsv and gazetteer/{names.tsv,world-cities.csv}. The same data give the same \
            bytes again. The model that the program itself uses is data/entities.model, which is built in.
            """)

    @Argument(help: ArgumentHelp("Directory with the data.", valueName: "dir"))
    var directory: String

    @Option(help: ArgumentHelp("File to write the model to.", valueName: "file"))
    var output: String

    func run() throws {
        try ExitReason.reporting {
            let model = try EntityTrainer(directory: directory) { Console.say($0 + "\n") }.train()
            guard let file = fopen(output, "wb") else { throw ExitCode(ExitReason.cannotCreate.rawValue) }
            let written = fwrite(model, 1, model.count, file)
            guard fclose(file) == 0, written == model.count else {
                Console.complain("cannot write \(output)")
                throw ExitCode(ExitReason.inputOutput.rawValue)
            }
        }
    }
}
