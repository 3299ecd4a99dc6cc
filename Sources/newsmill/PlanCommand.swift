import ArgumentParser
import Mill
import Model
import Store

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Say what `run` would do; write nothing.")

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
            let bytes = plan.workload.fresh.reduce(0) { $0 + $1.size }
            Console.print(
                "\(Wording.count(plan.workload.fresh.count, "input")) to read, \(Wording.size(bytes)); "
                    + "\(plan.workload.known) are known and unchanged"
                    + (plan.workload.gone > 0 ? "; \(plan.workload.gone) published ones are gone" : ""))
            Console.print("output: \(configuration.output)")
        }
    }
}
