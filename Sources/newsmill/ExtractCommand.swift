import ArgumentParser
import Mill
import Model

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Turn web pages into articles: a filter, one JSON record a page.",
        discussion: """
            Reads the named files, or standard input without any; HTML, gzipped or not (other formats that `run` knows are \
            read as well). A page without an article gives a message on standard error and no record; the exit code is 65 \
            only when no page gave one.
            """)

    @Flag(help: "Put the path of the file into source.file.")
    var fileNames = false

    @Option(help: ArgumentHelp("Number of workers; 0 for one per core.", valueName: "n"))
    var workers = 1

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Set one field of the configuration; repeatable.", valueName: "key=value"))
    var assignments: [String] = []

    @Argument(help: ArgumentHelp("Files to read; standard input without any.", valueName: "file"))
    var files: [String] = []

    func validate() throws {
        if workers < 0 { throw ValidationError("--workers \(workers): it goes from 0") }
    }

    func run() throws {
        try ExitReason.reporting {
            var configuration = try Configuration.resolve(
                json: nil, file: "", environment: Environment.variables, assignments: assignments)
            configuration.workers = workers
            let filter = PageFilter(configuration, fileNames: fileNames)
            let written = try filter.run(files, write: Console.write) { Console.complain($0) }
            if written == 0 { throw ExitCode(ExitReason.tooManyRejects.rawValue) }
        }
    }
}
