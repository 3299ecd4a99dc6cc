internal import Glibc
internal import Synchronization

/// Failures on demand, so that tests can try the promises of the store at every step.
///
/// `NEWSMILL_FAULT` names one: `kill:N` ends the process by SIGKILL just before its Nth durable operation, `enospc:N` and
/// `eio:N` make the Nth and every later write, create or sync fail, `short:N` cuts each write from the Nth on to half of
/// what was asked (at least one byte), as a nearly full or a network disk may do. `slow:N` makes the Nth take three seconds.
/// `term:N` sends the process SIGTERM before its Nth operation, and gives the handler time to be heard. Unset, the cost is
/// one load.
enum Faults {
    enum Operation { case create, write, sync, rename, remove }

    private enum Kind { case kill, terminate, noSpace, inputOutput, short, slow }

    private static let planned: (kind: Kind, from: Int)? = {
        guard let value = getenv("NEWSMILL_FAULT") else { return nil }
        let parts = String(cString: value).split(separator: ":")
        guard parts.count == 2, let from = Int(parts[1]) else { return nil }
        switch parts[0] {
        case "kill": return (.kill, from)
        case "term": return (.terminate, from)
        case "enospc": return (.noSpace, from)
        case "eio": return (.inputOutput, from)
        case "short": return (.short, from)
        case "slow": return (.slow, from)
        default: return nil
        }
    }()

    private static let performed = Atomic<Int>(0)

    /// Called before each durable operation; gives the error code with which it has to fail.
    static func strike(_ operation: Operation) -> Int32? {
        var all = Int.max
        return strike(operation, wanted: &all)
    }

    static func strike(_ operation: Operation, wanted: inout Int) -> Int32? {
        guard let planned else { return nil }
        let number = performed.add(1, ordering: .relaxed).newValue
        guard number >= planned.from else { return nil }
        switch planned.kind {
        case .kill:
            kill(getpid(), SIGKILL)
            return nil
        case .terminate:
            guard number == planned.from else { return nil }
            kill(getpid(), SIGTERM)
            usleep(100_000)
            return nil
        case .slow:
            if number == planned.from { sleep(3) }
            return nil
        case .noSpace: return operation == .rename || operation == .remove ? nil : ENOSPC
        case .inputOutput: return operation == .rename || operation == .remove ? nil : EIO
        case .short:
            if operation == .write { wanted = max(1, wanted / 2) }
            return nil
        }
    }
}
