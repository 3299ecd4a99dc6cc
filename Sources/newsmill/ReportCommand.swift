import ArgumentParser
import Mill
import Model
import Report

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report of a run, or of several, as one page of HTML.",
        discussion: """
            Each run leaves its report in runs/<run>/report.html. This makes one again, or one over several runs, from what \
            is published: what became of the records, articles by day and site, the largest clusters of duplicates, who is \
            named, and why records were rejected. The page needs no network and no script.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(help: ArgumentHelp("Runs to report on, like 3 or 1,3-5; all without it.", valueName: "runs"))
    var runs: String?

    @Option(
        help: ArgumentHelp(
            "File to write, instead of report.html in runs/ or in the one run's directory.", valueName: "file"))
    var to: String?

    func run() throws {
        try ExitReason.reporting {
            let scope = try ReportScope(output: try options.resolve().output, runs: runs)
            Console.print(try ReportPage(scope).write(to: to))
        }
    }
}
