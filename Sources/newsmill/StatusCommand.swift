import ArgumentParser
import Mill
import Model
import Store

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say what an output directory holds and whether a run is under way.",
        discussion: """
            What is there and what is missing, whether a run is alive (its process, and since when), whether one that was \
            interrupted can be resumed, and what waits among the configured inputs. Nothing is changed, and a run at work is \
            not disturbed.
            """)

    @OptionGroup var options: ConfigurationOptions

    func run() throws {
        try ExitReason.reporting {
            for line in try OutputStatus(options.resolve()).lines { Console.print(line) }
        }
    }
}
