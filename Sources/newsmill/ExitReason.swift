import ArgumentParser
import Glibc
import Mill
import Model
import Report
import Store

/// The exit codes of the command (sysexits.h), as `newsmill --help` and docs/exit-codes.md list them.
enum ExitReason: Int32 {
    case usage = 64
    case tooManyRejects = 65
    case noInput = 66
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75

    init(_ error: any Error) {
        switch error {
        case let error as StoreError:
            switch error {
            case .locked: self = .temporary
            case .system("create", _, _): self = .cannotCreate
            case .system, .damaged: self = .inputOutput
            case .noOutput: self = .noInput
            case .configurationChanged, .notAnOutput: self = .usage
            }
        case is ConfigurationError, is ReportScope.MalformedRuns, is ValidationError: self = .usage
        case is InputListingError, is ReportScope.NoSuchRun: self = .noInput
        default: self = .software
        }
    }

    /// Runs a command's work; an error becomes one message on standard error and the exit code that it stands for.
    static func reporting(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let code as ExitCode {
            throw code
        } catch {
            Console.complain("\(error)")
            throw ExitCode(ExitReason(error).rawValue)
        }
    }
}
