import ArgumentParser
import Glibc
import Mill
import Model
import Store

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show where a record came from and what was done to it, or what became of each block of a page.",
        discussion: """
            A record is named by its id, by its address, or by the file that it came from and its place in it \
            (FILE#ORDINAL, as `source` of the record has them). Shown are its origin, the repairs, what it names; everything \
            in the output directory that tells the same story, and, for a duplicate, the words in which it differs from the \
            article that was kept; and, where its file is still there, the blocks of its page. A reject is found by its file \
            and place.

            With a file of pages: one line a block, in the order of the page: + kept or - left out, the rule that decided, the \
            elements around it (innermost first), its length in characters and its share of links, and how it begins. Then \
            the facts that were found. `*` marks blocks inside the element that was taken for the article.
            """)

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Set one field of the configuration; repeatable.", valueName: "key=value"))
    var assignments: [String] = []

    @Option(
        help: ArgumentHelp("Output directory that holds the record, instead of the configured one.", valueName: "dir"))
    var output: String?

    @Argument(
        help: ArgumentHelp(
            "A record's id, address or FILE#ORDINAL; or a file with pages. Standard input without any.",
            valueName: "record|page"))
    var subject: String?

    func run() throws {
        try ExitReason.reporting {
            if let subject, !Disk.exists(subject), let query = RecordExplanation.Query(subject) {
                return try explain(query)
            }
            let configuration = try Configuration.resolve(
                json: nil, file: "", environment: Environment.variables, assignments: assignments)
            if try !printPages(of: subject, ordinal: nil, configuration) {
                Console.complain("\(subject ?? "standard input"): no page in it")
                throw ExitCode(ExitReason.noInput.rawValue)
            }
        }
    }

    private static var isColoured: Bool { isatty(STDOUT_FILENO) == 1 }

    /// - Returns: whether there was any.
    private func printPages(of file: String?, ordinal: Int?, _ configuration: Configuration) throws -> Bool {
        let page = ExplanationPage(isColoured: Self.isColoured)
        var count = 0
        try PageExplanation.forEach(in: file, ordinal: ordinal, configuration) { explanation in
            for line in page.lines(explanation) { Console.print(line) }
            count += 1
        }
        return count > 0
    }
}

extension ExplainCommand {
    /// What a record lost as boilerplate of its site, as far as its file still tells.
    private func cutParagraphs(of record: RecordExplanation, _ configuration: Configuration) -> [String] {
        guard record.cutParagraphs > 0 else { return [] }
        let lost = Disk.exists(record.source.file) ? CutParagraphs.of(record, configuration) : nil
        return lost ?? ["(unknown: \(record.source.file) is not what it was, or is read otherwise)"]
    }

    /// Of one record in full; of more that answer to the same address, the record alone.
    private func explain(_ query: RecordExplanation.Query) throws {
        // Only this form reads the configuration file, for the name of the output directory.
        let configuration = try SettingsOptions.resolve(assignments)
        let directory = output ?? configuration.output
        let records = try RecordExplanation.all(query, in: directory)
        guard let first = records.first else {
            Console.complain("\(directory): no record \(subject ?? "")")
            throw ExitCode(ExitReason.noInput.rawValue)
        }
        let page = RecordPage(isColoured: Self.isColoured)
        for record in records {
            for line in page.lines(record) { Console.print(line) }
            for line in page.lines(cut: cutParagraphs(of: record, configuration)) { Console.print(line) }
        }
        if let id = first.id, records.allSatisfy({ $0.id == id }),
            let explanation = try ClusterExplanation(of: id, in: directory), explanation.members.count > 1
        {
            Console.print("")
            Console.print("tells the same story as:")
            for line in ClusterPage(isColoured: Self.isColoured).lines(explanation) { Console.print(line) }
        }
        guard records.count == 1, Disk.exists(first.source.file) else { return }
        Console.print("")
        if try !printPages(of: first.source.file, ordinal: first.source.ordinal, configuration) {
            Console.print("it was no page: its text was taken as it stood")
        }
    }
}
