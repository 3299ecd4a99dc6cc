import ArgumentParser
import Extraction
import Glibc
import Mill
import Model
import Store
import Text

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
        for record in records { for line in page.lines(record) { Console.print(line) } }
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

/// An explanation as lines for a terminal.
struct ExplanationPage {
    var isColoured: Bool

    func lines(_ explanation: PageExplanation) -> [String] {
        [bold(explanation.name)] + explanation.blocks.map(line) + facts(explanation) + [""]
    }

    private func line(_ block: ExplainedBlock) -> String {
        let reason = block.isKept || block.kill == "none" ? block.verdict : "\(block.verdict) (\(block.kill))"
        let path = block.path.prefix(3).joined(separator: " < ")
        let measures = "\(block.width) \(Int((block.linkDensity * 100).rounded()))%"
        let columns = [
            block.isKept ? "+" : "-", block.isInContainer ? "*" : " ", Self.padded(reason, 24), Self.padded(path, 48),
            Self.padded(measures, 10), Self.start(of: block.text, 72),
        ]
        let text = columns.joined(separator: " ")
        return isColoured ? "\u{1B}[\(block.isKept ? "32" : "2")m\(text)\u{1B}[0m" : text
    }

    private func facts(_ explanation: PageExplanation) -> [String] {
        switch explanation.article {
        case .failure(let refusal): return ["no article: \(refusal.message)"]
        case .success(let article):
            let facts: [(String, String?)] = [
                ("title", article.title),
                ("authors", article.authors.isEmpty ? nil : article.authors.joined(separator: "; ")),
                ("published", article.published?.iso8601), ("modified", article.modified?.iso8601),
                ("section", article.section), ("site", article.site), ("language", article.language),
                ("canonical", article.canonicalURL), ("image", article.image), ("description", article.description),
            ]
            return facts.compactMap { name, value in value.map { "  \(Self.padded(name, 12)) \($0)" } }
        }
    }

    private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    private static func padded(_ text: String, _ width: Int) -> String {
        let cut = shown(text, width)
        return cut + String(repeating: " ", count: max(0, width - cut.unicodeScalars.count))
    }

    private static func start(of text: [UInt8], _ width: Int) -> String {
        shown(String(decoding: text.prefix(width * 4), as: UTF8.self), width)
    }

    /// What a page says must not move a terminal's cursor: controls become spaces.
    private static func shown(_ text: String, _ width: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(width) {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            scalars.append(isControl ? " " : scalar)
        }
        if text.unicodeScalars.count > width {
            scalars.removeLast()
            scalars.append("…")
        }
        return String(scalars)
    }
}
