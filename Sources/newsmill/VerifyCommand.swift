import ArgumentParser
import Model
import Store
import Text

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every published file against its checksum, and the sums.")

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Also unpack and parse every line, and count where each input's records are.")
    var deep = false

    func run() throws {
        try ExitReason.reporting {
            let output = try options.resolve().output
            let verification = try Verification(output, depth: deep ? .lines : .checksums)
            for problem in verification.problems { Console.complain(problem) }
            guard verification.problems.isEmpty else { throw ExitCode(ExitReason.inputOutput.rawValue) }
            Console.print(
                "\(output) is whole: \(Wording.count(verification.records, "record")) in "
                    + "\(Wording.count(verification.shards, "shard")), \(Wording.size(verification.bytes))")
        }
    }
}
