import ArgumentParser
import Mill
import Model
import Store

/// The options that set fields of the configuration, whatever a command does with it.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Configuration file. Default: pipeline.json in the current directory, or built-in defaults without one.",
            valueName: "file"))
    var config: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Set one field, say limits.max_record_bytes=4MB; repeatable.", valueName: "key=value"))
    var assignments: [String] = []

    @Option(help: ArgumentHelp("Number of workers; 0 for one per core.", valueName: "n"))
    var workers: Int?

    /// The configuration from file, environment and command line, later ones winning.
    func resolve() throws -> Configuration {
        try Self.resolve(file: config, assignments + (workers.map { ["workers=\($0)"] } ?? []))
    }

    /// - Parameter file: nil for the one in the current directory, if there is one.
    static func resolve(file: String? = nil, _ assignments: [String]) throws -> Configuration {
        let path = file ?? (Disk.exists("pipeline.json") ? "pipeline.json" : nil)
        return try Configuration.resolve(
            json: try path.map { try Disk.read($0) }, file: path ?? "", environment: Environment.variables,
            assignments: assignments)
    }
}

/// The options by which every command that works on an output directory finds its configuration.
struct ConfigurationOptions: ParsableArguments {
    @OptionGroup var settings: SettingsOptions

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Files, directories or patterns to read, instead of the configured ones.", valueName: "path")
    )
    var input: [String] = []

    @Option(help: ArgumentHelp("Output directory, instead of the configured one.", valueName: "dir"))
    var output: String?

    func resolve() throws -> Configuration {
        var configuration = try settings.resolve()
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
