import ArgumentParser
import Glibc
import Mill
import Model

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Read what is new, deduplicate it against everything published, and publish it.",
        discussion: """
            Safe to stop and to repeat: interrupted by a signal, a crash or a full disk, the same command continues at \
            the last commit, and the result is the same to the byte. With nothing new it says so and changes nothing.

            On a terminal a line follows the work: what is done of the phase, the time that is left for everything, and \
            the stage that takes the most. Elsewhere (cron, a journal) a line of the log says so from time to time.
            """)

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Discard what the output directory holds and start again.")
    var fresh = false

    @OptionGroup var conduct: RunConduct

    func run() throws {
        try ExitReason.reporting {
            let configuration = try options.resolveWithInputs()
            try RunJob(configuration, conduct).perform(
                { try Run(configuration, fresh: fresh, progress: $0, stop: $1) },
                idle: "nothing new; \(configuration.output) is up to date")
        }
    }
}

/// How a command that runs behaves towards the machine and towards who watches.
struct RunConduct: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Option(
        help: ArgumentHelp(
            "Stop at a commit after this time (90s, 30m, 6h, 2d) with exit code 75; the next run continues.",
            valueName: "time"))
    var deadline: TimeSpan?

    @Option(help: ArgumentHelp("Lower the priority of the process, 0 to 19.", valueName: "n"))
    var nice: Int?

    @Option(help: "How messages are written to standard error.")
    var logFormat = Log.Format.text

    @Option(
        help: ArgumentHelp("Time between two lines about the progress, where there is no terminal.", valueName: "time"))
    var logInterval = TimeSpan(seconds: 60)

    func validate() throws {
        if let nice, !(0...19).contains(nice) { throw ValidationError("--nice \(nice): it goes from 0 to 19") }
    }
}

extension Log.Format: ExpressibleByArgument {}
