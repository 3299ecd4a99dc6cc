import ArgumentParser
import Mill
import Model
import Store

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Try the rejects of an output once more, say after an update, and publish what is an article now.",
        discussion: """
            What is rescued becomes a run of its own: judged against everything published, with new shards. Rejects that are \
            refused again stay as they are. Records are taken from the payload in rejects/, or from their input where that \
            is unchanged; an input that was mended is read again by `run`, as any changed file.
            """)

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var conduct: RunConduct

    func run() throws {
        try ExitReason.reporting {
            var configuration = try options.resolve()
            guard Disk.exists(configuration.output + "/" + Layout.journal) else {
                throw StoreError.noOutput(path: configuration.output)
            }
            configuration.inputs = []
            try RunJob(configuration, conduct).perform(
                { try Run(configuration, fresh: false, progress: $0, stop: $1) }, with: { try $0.replay(note: $1) },
                idle: "nothing to publish; \(configuration.output) stays as it is")
        }
    }
}
