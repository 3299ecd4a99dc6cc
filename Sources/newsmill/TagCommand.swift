import ArgumentParser
import Glibc
import Mill
import Text

struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Find people, organisations, places, dates and amounts in texts: a filter, one line of JSON a text.",
        discussion: """
            Reads the named files, or standard input without any, each as one plain text; with --jsonl, rows with "text" and, \
            where they have them, "id", "language" and "published". Offsets are in Unicode characters. On a terminal a plain \
            text is shown with its entities in colour instead.
            """)

    @Flag(help: "Read rows of JSON instead of plain text.")
    var jsonl = false

    @Option(help: "The language of texts that do not say it (BCP 47); without it the text's own words decide.")
    var language: String?

    @Option(help: ArgumentHelp("The day on which texts appeared that do not say it.", valueName: "date"))
    var published: String?

    @Argument(help: ArgumentHelp("Files to read; standard input without any.", valueName: "file"))
    var files: [String] = []

    func run() throws {
        try ExitReason.reporting {
            var day: NewsDate?
            if let published {
                guard let parsed = NewsDate.parse(published) else {
                    throw ValidationError("--published \(published): not a date; write it like 2026-08-01")
                }
                day = parsed
            }
            var filter = TagFilter(TagFilter.Facts(language: language, published: day))
            var bad = 0
            for file in files.isEmpty ? [nil] : files.map(Optional.some) {
                if jsonl {
                    bad += try filter.tagRows(of: file, write: Console.write) { Console.complain($0) }
                } else {
                    var text = try TagFilter.bytes(of: file)
                    if isatty(STDOUT_FILENO) == 1 {
                        Console.write(ColouredText(filter.entities(of: &text)).render(text))
                    } else {
                        Console.write(filter.line(of: &text))
                    }
                }
            }
            if bad > 0 { throw ExitCode(ExitReason.tooManyRejects.rawValue) }
        }
    }
}
