import ArgumentParser
import Mill
import Model
import Store

/// The options by which every command that needs a configuration finds it.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Configuration file. Default: pipeline.json in the current directory, or built-in defaults without one.",
            valueName: "file"))
    var config: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Set one field, say limits.max_record_bytes=4MB; repeatable.", valueName: "key=value"))
    var assignments: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Files, directories or patterns to read, instead of the configured ones.", valueName: "path")
    )
    var input: [String] = []

    @Option(help: ArgumentHelp("Output directory, instead of the configured one.", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("Number of workers; 0 for one per core.", valueName: "n"))
    var workers: Int?

    /// The configuration from file, environment and command line, later ones winning.
    func resolve() throws -> Configuration {
        let path = config ?? (Disk.exists("pipeline.json") ? "pipeline.json" : nil)
        var overrides = assignments
        if let workers { overrides.append("workers=\(workers)") }
        var configuration = try Configuration.resolve(
            json: try path.map { try Disk.read($0) }, file: path ?? "", environment: Environment.variables,
            assignments: overrides)
        if !input.isEmpty { configuration.inputs = input }
        if let output { configuration.output = output }
        return configuration
    }

    /// The same, for commands that read inputs.
    func resolveWithInputs() throws -> Configuration {
        let configuration = try resolve()
        if configuration.inputs.isEmpty {
            throw ConfigurationError(problems: [
                .init(
                    place: "",
                    message: """
                        nothing to read: name files or directories with --input, or as "inputs" in pipeline.json
                        """)
            ])
        }
        return configuration
    }
}
