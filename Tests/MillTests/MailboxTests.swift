import Dispatch
import Synchronization
import Testing

@testable import Mill

@Suite struct MailboxTests {
    @Test("what goes in comes out in order, then the end, for ever")
    func order() {
        let box = Mailbox<Int>(capacity: 200, costLimit: .max)
        for number in 0..<150 { #expect(box.put(number, cost: 1)) }
        box.finish()
        for number in 0..<150 { #expect(box.take() == number) }
        #expect(box.take() == nil)
        #expect(box.take() == nil)
    }

    @Test("a full box makes the putter wait until there is room", arguments: [(2, Int.max), (100, 20)])
    func backPressure(capacity: Int, costLimit: Int) {
        let box = Mailbox<Int>(capacity: capacity, costLimit: costLimit)
        let put = Atomic<Int>(0)
        let group = DispatchGroup()
        DispatchQueue(label: "putter").async(group: group) {
            for number in 0..<50 {
                _ = box.put(number, cost: 10)
                put.add(1, ordering: .sequentiallyConsistent)
            }
            box.finish()
        }
        var taken = 0
        while let number = box.take() {
            #expect(number == taken)
            taken += 1
            #expect(put.load(ordering: .sequentiallyConsistent) <= taken + 3)
        }
        #expect(taken == 50)
        group.wait()
    }

    @Test("an item above the limit passes alone")
    func tooLarge() {
        let box = Mailbox<Int>(capacity: 3, costLimit: 10)
        #expect(box.put(1, cost: 1_000_000))
        #expect(box.take() == 1)
    }

    @Test("what was taken is held by its taker alone")
    func taken() throws {
        final class Thing: Sendable {}
        let box = Mailbox<Thing>(capacity: 8, costLimit: .max)
        for _ in 0..<4 { _ = box.put(Thing(), cost: 1) }
        weak var seen: Thing?
        do {
            let thing = try #require(box.take())
            seen = thing
            #expect(seen != nil)
        }
        #expect(seen == nil)
        #expect(box.take() != nil)
    }

    @Test("cancelling wakes putters and takers")
    func cancel() {
        let full = Mailbox<Int>(capacity: 1, costLimit: .max)
        let empty = Mailbox<Int>(capacity: 1, costLimit: .max)
        _ = full.put(1, cost: 0)
        let group = DispatchGroup()
        let results = Mutex<[Bool]>([])
        for _ in 0..<3 {
            DispatchQueue(label: "putter").async(group: group) {
                let accepted = full.put(2, cost: 0)
                results.withLock { $0.append(!accepted) }
            }
            DispatchQueue(label: "taker").async(group: group) {
                let item = empty.take()
                results.withLock { $0.append(item == nil) }
            }
        }
        full.cancel()
        empty.cancel()
        #expect(group.wait(timeout: .now() + 10) == .success)
        #expect(results.withLock { $0 } == [Bool](repeating: true, count: 6))
        #expect(!full.put(3, cost: 0))
    }
}
