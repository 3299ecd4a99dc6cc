internal import Dispatch
internal import Locking

/// Lets numbered visitors through one at a time, in the order of their numbers.
final class Turnstile: Sendable {
    private struct State {
        var next = 0
        var waiting: [Int: DispatchSemaphore] = [:]
        var cancelled = false
    }

    private let state = Guarded(State())

    /// Waits for the turn of `number`.
    ///
    /// - Returns: false when the turnstile was cancelled; otherwise the visitor is inside and has to `leave`.
    func enter(_ number: Int) -> Bool {
        let gate: DispatchSemaphore? = state.withLock { state in
            if state.cancelled || state.next == number { return nil }
            let gate = DispatchSemaphore(value: 0)
            state.waiting[number] = gate
            return gate
        }
        gate?.wait()
        return state.withLock { !$0.cancelled }
    }

    func leave() {
        state.withLock { state in
            state.next += 1
            state.waiting.removeValue(forKey: state.next)?.signal()
        }
    }

    func cancel() {
        state.withLock { state in
            state.cancelled = true
            for gate in state.waiting.values { gate.signal() }
            state.waiting = [:]
        }
    }
}
