import ArgumentParser
import Mill
import Model
import Store

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say what an output directory holds and whether a run is under way.")

    @OptionGroup var options: ConfigurationOptions

    func run() throws {
        try ExitReason.reporting {
            let output = try options.resolve().output
            let status = try OutputStatus(output)
            for line in status.lines { Console.print(line) }
        }
    }
}
