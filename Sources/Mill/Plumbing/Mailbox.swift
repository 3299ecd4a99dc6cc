internal import Dispatch
internal import Locking

/// The bounded hand-over between two stages.
///
/// `put` waits while the box is full, `take` while it is empty. The end of the input is a message: after `finish`, takers
/// empty the box and then get nil. `cancel` wakes everybody up with nothing.
package final class Mailbox<Item: Sendable>: Sendable {
    private struct State {
        /// Nil in the places of those that were taken: who takes an item is the only one to hold it then.
        var items: [(item: Item?, cost: Int)] = []
        /// Place in `items` of the oldest one that has not been taken.
        var head = 0
        var cost = 0
        var finished = false
        var cancelled = false
        var waitingPutters = 0
        var waitingTakers = 0
    }

    private enum Turn<Value> { case done(Value), wait }

    private let capacity: Int
    private let costLimit: Int
    private let state = Guarded(State())
    private let room = DispatchSemaphore(value: 0)
    private let mail = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - capacity: items that may wait, at least one.
    ///   - costLimit: sum of the costs (bytes, say) of what may wait; a single item above it is let through alone.
    package init(capacity: Int, costLimit: Int) {
        self.capacity = max(1, capacity)
        self.costLimit = costLimit
    }

    /// - Returns: false when the box was cancelled and the item dropped.
    package func put(_ item: Item, cost: Int) -> Bool {
        while true {
            let turn: Turn<Bool> = state.withLock { state in
                if state.cancelled { return .done(false) }
                let waiting = state.items.count - state.head
                if waiting > 0 && (waiting >= capacity || state.cost + cost > costLimit) {
                    state.waitingPutters += 1
                    return .wait
                }
                state.items.append((item, cost))
                state.cost += cost
                if state.waitingTakers > 0 {
                    state.waitingTakers -= 1
                    mail.signal()
                }
                return .done(true)
            }
            if case .done(let accepted) = turn { return accepted }
            room.wait()
        }
    }

    /// The oldest item; nil at the end and after `cancel`.
    package func take() -> Item? {
        while true {
            let turn: Turn<Item?> = state.withLock { state in
                if state.cancelled { return .done(nil) }
                if state.head == state.items.count {
                    if state.finished { return .done(nil) }
                    state.waitingTakers += 1
                    return .wait
                }
                let (item, cost) = state.items[state.head]
                state.items[state.head].item = nil
                state.head += 1
                if state.head == state.items.count || state.head >= 64 {
                    state.items.removeFirst(state.head)
                    state.head = 0
                }
                state.cost -= cost
                wakePutters(&state)
                return .done(item)
            }
            if case .done(let item) = turn { return item }
            mail.wait()
        }
    }

    /// No more items will come.
    package func finish() {
        state.withLock { state in
            state.finished = true
            wakeTakers(&state)
        }
    }

    /// Drops what waits; every call from now on returns at once.
    package func cancel() {
        state.withLock { state in
            state.cancelled = true
            state.items = []
            state.head = 0
            wakeTakers(&state)
            wakePutters(&state)
        }
    }

    private func wakePutters(_ state: inout State) {
        for _ in 0..<state.waitingPutters { room.signal() }
        state.waitingPutters = 0
    }

    private func wakeTakers(_ state: inout State) {
        for _ in 0..<state.waitingTakers { mail.signal() }
        state.waitingTakers = 0
    }
}
