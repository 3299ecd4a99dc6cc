import ArgumentParser
import Mill
import Model
import Store
import Text

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Look at a directory of dumps and write a commented pipeline.json to start from.",
        discussion: """
            Reads the first records of the files (of two hundred, when there are more), says what they are, and writes \
            pipeline.json into the current directory. It works as it is; what else is worth a thought stands in comments.
            """)

    @Option(help: ArgumentHelp("Directory that runs will write into.", valueName: "dir"))
    var output = "out"

    @Flag(help: "Replace a pipeline.json that is there.")
    var force = false

    @Argument(
        help: ArgumentHelp("Directories, files or patterns; the current directory without any.", valueName: "dir"))
    var directories: [String] = []

    func run() throws {
        try ExitReason.reporting {
            let path = "pipeline.json"
            if Disk.exists(path), !force {
                Console.complain("\(path) is there already; --force replaces it")
                throw ExitCode(ExitReason.usage.rawValue)
            }
            let inputs = directories.isEmpty ? ["."] : directories
            let survey = try DumpSurvey(inputs, excluding: output)
            for note in survey.notes { Console.complain(note) }
            guard survey.files > 0 else {
                Console.complain("\(inputs.joined(separator: ", ")): no file there to read")
                throw ExitCode(ExitReason.noInput.rawValue)
            }
            let page = StartingConfiguration(survey: survey, inputs: inputs, output: output)
            try Disk.replace(path, with: Array(page.text.utf8))
            for line in page.findings { Console.print(line) }
            Console.print("wrote \(path); `newsmill plan` says what a run would do, `newsmill run` does it")
        }
    }
}

/// The text of a first `pipeline.json`.
struct StartingConfiguration {
    var survey: DumpSurvey
    var inputs: [String]
    var output: String

    /// What was found, for a person.
    var findings: [String] {
        var lines = ["\(Wording.count(survey.files, "file")), \(Wording.size(survey.bytes))"]
        for group in survey.groups {
            lines.append("  \(group.format): \(Wording.count(group.files, "file")), \(Wording.size(group.bytes))")
        }
        if survey.filesLookedAt < survey.files { lines[0] += " (of \(survey.filesLookedAt) looked at:)" }
        let refused = survey.records - survey.articles
        var sample =
            "of \(Wording.count(survey.records, "record")) at their beginnings, "
            + "\(Wording.count(survey.articles, "article")) and \(Wording.count(refused, "reject"))"
        if !survey.rejects.isEmpty {
            sample += " (\(survey.rejects.prefix(4).map { "\($0.reason) \($0.count)" }.joined(separator: ", ")))"
        }
        lines.append(sample)
        if !survey.languages.isEmpty {
            let languages = survey.languages.prefix(6).map { "\($0.language) \($0.count)" }
            lines.append("languages: \(languages.joined(separator: ", "))")
        }
        return lines
    }

    var text: String {
        var lines = [
            "// What `newsmill run` does in this directory. `newsmill init` looked at the inputs and found:", "//",
        ]
        lines += findings.map { "//   " + Self.printable($0) }
        lines += [
            "//",
            "// Every field is explained in docs/configuration.md; `newsmill config show` prints them all with their values.",
            "// Take away the slashes before a line to put it in force.", "{",
            "    // Files, directories (searched recursively) and patterns. Formats are found by looking at the bytes.",
            "    \"inputs\": [\(inputs.map(Self.quoted).joined(separator: ", "))],", "",
        ]
        if let field = survey.textField {
            lines += [
                "    // No record of the sample had a text under a name that is known; this field looks like one.",
                "    \"fields\": { \"text\": \(Self.quoted(field)) },", "",
            ]
        }
        lines += [
            "    // Keep some languages only, and nothing very short. What is dropped is listed in rejects/.",
            "    // \"filters\": { \"languages\": [\(mainLanguages)], \"min_characters\": 200 },", "",
            "    // Exit with 65 when more than this share of a run's records is rejected\(sampleRatio).",
            "    // \"limits\": { \"max_reject_ratio\": \(suggestedRatio) },", "",
            "    // What a run may take from the machine. 0 workers are one per core.",
            "    // \"workers\": 0,", "    // \"resources\": { \"memory\": \"512MiB\" },", "",
            "    // Entities take about a quarter of a run over web pages, half of it or more over plain text.",
            "    // \"entities\": { \"enabled\": false },", "",
            "    // Metrics of every run for node_exporter's textfile collector.",
            "    // \"monitoring\": { \"metrics_file\": \"/var/lib/prometheus/node-exporter/newsmill.prom\" },", "",
            "    // Run again when new files have arrived: only they are read.",
            "    \"output\": \(Self.quoted(output))", "}",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private var mainLanguages: String {
        let known = survey.languages.map(\.language).filter { $0 != "unknown" }
        return (known.isEmpty ? ["en"] : Array(known.prefix(3))).map(Self.quoted).joined(separator: ", ")
    }

    private var share: Double {
        survey.records > 0 ? Double(survey.records - survey.articles) / Double(survey.records) : 0
    }

    private var sampleRatio: String { survey.records > 0 ? " (the sample's is \(Wording.percent(share)))" : "" }

    /// Half as much again as the sample has, in tenths.
    private var suggestedRatio: String {
        let tenths = min(9, max(1, Int((share * 15).rounded(.up))))
        return "0.\(tenths)"
    }

    private static func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// A comment must stay on its line.
    private static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
