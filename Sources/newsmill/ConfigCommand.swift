import ArgumentParser
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
                _ = try options.resolve()
                Console.print("the configuration is good")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the configuration in force, every field with its value.")

        @OptionGroup var options: ConfigurationOptions

        func run() throws {
            try ExitReason.reporting { Console.write(try options.resolve().json()) }
        }
    }

    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the JSON Schema of pipeline.json, with what each field means.")

        func run() throws { Console.write(Configuration.schema()) }
    }
}
