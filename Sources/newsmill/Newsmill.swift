import ArgumentParser

@main
struct Newsmill: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "newsmill",
        abstract: "Turn raw dumps of news articles into a clean, deduplicated, entity-annotated corpus.",
        discussion: """
            Start with `newsmill run --input DUMPS --output out` and look at out/articles/. What was a duplicate is in \
            out/duplicates/, what could not be read is in out/rejects/ with the reason. Run the same command again after \
            an interruption, or when new files have arrived: it continues where it stopped and reads only what is new.

            Exit codes: 0 done; 64 wrong usage or configuration; 65 done, but more rejects than allowed; \
            66 an input is missing; 70 internal error; 73 cannot create; 74 cannot read or write; \
            75 locked by another run, or stopped by a signal or a deadline (run again to continue).
            """,
        version: version,
        subcommands: [
            InitCommand.self, PlanCommand.self, RunCommand.self, StatusCommand.self, VerifyCommand.self,
            ReportCommand.self, ExplainCommand.self, ReplayCommand.self, DedupeCommand.self, ExtractCommand.self,
            TagCommand.self, ConfigCommand.self, TrainCommand.self, EvaluateCommand.self,
        ])
}
