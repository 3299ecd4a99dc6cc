import ArgumentParser
import Mill
import Model
import Store
import Text

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Say what `run` would do and how long it may take; write nothing.",
        discussion: """
            A line for every input that would be read: new or changed, its size in bytes, its path. The time is reckoned from \
            the output's own earlier runs; without any it is a guess by size.
            """)

    @OptionGroup var options: ConfigurationOptions

    func run() throws {
        try ExitReason.reporting {
            let configuration = try options.resolveWithInputs()
            let plan = try Plan(configuration)
            for note in plan.notes { Console.complain(note) }
            if let run = plan.interrupted { Console.print("continue run \(run), which was interrupted") }
            for input in plan.workload.fresh {
                let state = plan.workload.changed.contains(input.file) ? "changed" : "new"
                Console.print("\(state)\t\(input.size)\t\(input.file)")
            }
            let bytes = plan.workload.bytes
            Console.print(
                "\(Wording.count(plan.workload.fresh.count, "input")) to read, \(Wording.size(bytes)); "
                    + "\(plan.workload.known) are known and unchanged"
                    + (plan.workload.gone > 0 ? "; \(plan.workload.gone) published ones are gone" : ""))
            if bytes > 0 {
                let basis = plan.estimate.run.map { "as run \($0) went" } ?? "a guess by size, there was no run yet"
                Console.print("it may take \(Wording.estimate(max(1, plan.estimate.seconds))) (\(basis))")
            }
            Console.print("output: \(configuration.output)")
        }
    }
}
