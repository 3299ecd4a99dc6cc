import ArgumentParser
import Mill
import Model

struct DedupeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dedupe",
        abstract: "Say which articles an archive already has: a filter, one line of JSON a record.",
        discussion: """
            Reads files and directories as `run` does, or standard input without any, and decides about every article as \
            the next run into the archive would; nothing is written but the lines. "verdict" is new, duplicate or reject; \
            a duplicate has what a record of duplicates/ says about it, and "found_in": archive, or input where it repeats \
            an earlier record of the same input. The exit code is 65 when no record was an article.
            """)

    @Option(
        help: ArgumentHelp(
            "An output directory of `run`; without it the records are only compared with each other.",
            valueName: "dir"))
    var against: String?

    @OptionGroup var settings: SettingsOptions

    @Argument(help: ArgumentHelp("Files or directories to read; standard input without any.", valueName: "input"))
    var inputs: [String] = []

    func run() throws {
        try ExitReason.reporting {
            let filter = try DuplicateFilter(settings.resolve(), against: against)
            if !filter.differences.isEmpty, let against {
                Console.complain(
                    "\(against) was made with other settings (\(filter.differences.joined(separator: "; "))), "
                        + "so that the same record may have another text there")
            }
            let articles = try filter.run(inputs, write: Console.write) { Console.complain($0) }
            if articles == 0 { throw ExitCode(ExitReason.tooManyRejects.rawValue) }
        }
    }
}
