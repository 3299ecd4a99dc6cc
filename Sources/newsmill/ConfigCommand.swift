import ArgumentParser
import Mill
import Model

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Check, show or describe the configuration.",
        subcommands: [Check.self, Show.self, Schema.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the configuration and name everything that is wrong with it.")

        @OptionGroup var options: ConfigurationOptions

        func run() throws {
            try ExitReason.reporting {
                let configuration = try options.resolve()
                if let warning = DuplicateSettings(configuration).warning { Console.complain(warning) }
                Console.print("the configuration is good")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the configuration in force, every field with its value.",
            discussion: "What follows from it without being in it, as the bands of sketches, is said on standard error."
        )

        @OptionGroup var options: ConfigurationOptions

        func run() throws {
            try ExitReason.reporting {
                let configuration = try options.resolve()
                Console.write(configuration.json())
                let settings = DuplicateSettings(configuration)
                Console.complain(settings.summary)
                if let warning = settings.warning { Console.complain(warning) }
            }
        }
    }

    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the JSON Schema of pipeline.json, with what each field means.")

        func run() throws { Console.write(Configuration.schema()) }
    }
}
